"""Emoji with what is said: few, apart, in the language, and none where none would suit."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.dress import dress
from core.captions.emoji import APART, GRAVE_SECONDS, SAME_APART, pick_emoji
from core.captions.heard import clip_text
from core.captions.qt import font_families_here
from core.captions.script import EMOJI_FAMILIES
from core.captions.typeset import caption_font, set_block
from core.highlights.creative import plan_creative
from core.lexicon import LANGUAGES, emoji, tables
from core.lexicon import _emoji_lists as emoji_lists
from core.schema.clip import Wording
from core.schema.style import CaptionStyle, Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.translation import CaptionTrack, TranslatedLine


def picked(text: str, language: str = "en", seconds: float = 0.4) -> list[tuple[str, str]]:
    words = text.split()
    starts = [seconds * index for index in range(len(words))]
    return [(words[index], symbol) for index, symbol in pick_emoji(words, starts, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "We ran out of money.", [("money.", "💰")]),
        ("en", "I have no idea what the White House said", []),
        ("en", "They fired him at the party, which was cool", []),
        ("de", "Dann kam uns eine Idee,", [("Idee,", "💡")]),
        ("de", "Ich habe keine Idee und bin zu Hause", []),
        ("es", "Fue un riesgo enorme", [("riesgo", "⚠️")]),
        ("fr", "Tout le monde voulait du café", [("café", "☕")]),
        ("it", "Ho perso il sonno", [("sonno", "😴")]),
        ("pt", "O segredo é simples", [("segredo", "🔑")]),
        ("nl", "Gefeliciteerd met je verjaardag", [("Gefeliciteerd", "🎉")]),
        ("ja", "これが 秘訣 です", [("秘訣", "🔑")]),
        ("zh", "他 开始 创业 了", [("创业", "🚀")]),
        ("sv", "Vi hade inga pengar", []),
    ],
)
def test_words_have_the_emoji_of_what_they_mean(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert picked(text, language) == found


def test_no_emoji_stands_near_grave_words() -> None:
    assert picked("Then my father died and left us no money") == []
    far = "money " + "so " * round(GRAVE_SECONDS / 0.4 + 1) + "he died"
    assert picked(far) == [("money", "💰")]
    assert picked("mi padre murió y no había dinero", "es") == []


def test_the_emphasised_word_has_the_emoji() -> None:
    words = ["the", "idea", "was", "to", "make", "money"]
    starts = [0.4 * index for index in range(len(words))]
    assert pick_emoji(words, starts, "en") == [(1, "💡")]
    assert pick_emoji(words, starts, "en", {5}) == [(5, "💰")]


@given(st.lists(st.sampled_from(["money", "cash", "idea", "risk", "so", "we", "sold", "died"]), max_size=60))
def test_emoji_are_few_and_apart_and_never_the_same_again_soon(words: list[str]) -> None:
    starts = [0.7 * index for index in range(len(words))]
    found = pick_emoji(words, starts, "en")
    assert found == pick_emoji(words, starts, "en")
    for (left, _), (right, _) in pairwise(found):
        assert starts[right] - starts[left] >= APART
    for symbol in {symbol for _, symbol in found}:
        same = [starts[index] for index, each in found if each == symbol]
        assert all(b - a >= SAME_APART for a, b in pairwise(same))
    deaths = [starts[index] for index, word in enumerate(words) if word == "died"]
    assert all(abs(starts[index] - at) > GRAVE_SECONDS for index, _ in found for at in deaths)


@pytest.mark.usefixtures("qapp")
def test_every_emoji_of_the_list_is_drawn_in_colour() -> None:
    if not font_families_here() & set(EMOJI_FAMILIES):
        pytest.skip("this computer has no emoji font")
    for symbol, _ in emoji_lists("en").ideas:
        block = set_block([symbol], caption_font(EMOJI_FAMILIES, 400, symbol), 1, 1e6)
        assert any(piece.colour_runs for piece in block.pieces), symbol


def test_every_language_has_words_for_every_idea_and_no_word_means_two() -> None:
    for code in LANGUAGES:
        assert tables(code)
        lists = emoji_lists(code)
        assert len(lists.ideas) == len(emoji_lists("en").ideas), code
        assert lists.grave is not None
        patterns = Counter(
            part for _, listed in lists.ideas for part in listed._pattern.pattern.split("|")
        )  # fmt: skip
        assert [part for part, count in patterns.items() if count > 1] == [], code


def talk() -> Transcript:
    texts = ["So", "we", "had", "no", "money", "and", "then", "I", "had", "an", "idea"]
    words = tuple(Word(text=text, start=10 + 0.4 * i, end=10.4 + 0.4 * i) for i, text in enumerate(texts))
    return Transcript(
        language="en", segments=(TranscriptSegment(start=10.0, end=15.0, text=" ".join(texts), words=words),)
    )


def test_a_cue_shows_the_emoji_of_its_words_in_styles_that_show_emoji() -> None:
    cut = Cut(ranges=(TimeSpan(start=10.0, end=15.0),))
    creative = plan_creative(cut, talk(), Wording())
    assert [mark.emoji for mark in creative.emoji] in (["💰"], ["💡"])
    text, _ = clip_text(talk(), cut, creative, Wording(), CaptionTrack())
    showing = Style(name="s", version=1, captions=CaptionStyle(shows_emoji=True))
    shown = [cue for cue in dress(text, showing, 5.0).cues if cue.emoji]
    assert len(shown) == 1
    (said,) = [word for word in shown[0].words if emoji([word.text], "en")]
    assert emoji([said.text], "en")[0][1] == shown[0].emoji
    assert not any(cue.emoji for cue in dress(text, Style(name="p", version=1), 5.0).cues)


def test_a_translation_has_the_emoji_of_its_own_words() -> None:
    cut = Cut(ranges=(TimeSpan(start=10.0, end=15.0),))
    line = TranslatedLine(start=10.0, end=15.0, original="", text="Wir hatten kein Geld mehr")
    track = CaptionTrack(language="de", lines=(line,))
    text, _ = clip_text(talk(), cut, plan_creative(cut, talk(), Wording()), Wording(), track)
    assert [(word.text, word.emoji) for word in text.words if word.emoji] == [("Geld", "💰")]
