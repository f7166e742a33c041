"""Lists of languages: they hold together, and find in speech what is listed and nothing beside it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon import LANGUAGES, fillers, guess_language, mask, masked, primary, profanity, tables
from core.resources import resource
from core.speech.words import split_words


def test_every_file_is_listed_and_every_listed_language_has_one() -> None:
    files = {path.stem for path in resource("lexicon").glob("*.toml")}
    assert files == {*LANGUAGES, "common_words", "emoji", "everyday"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_lower_case_once_and_no_stop_words(language: str) -> None:
    lists = tables(language)
    stop_words = set(lists["stop_words"].split())
    groups = [lists["fillers"]["sounds"], lists["fillers"]["between_commas"], lists["profanity"]["words"]]
    for entries in groups:
        assert entries and len(set(entries)) == len(entries)
        assert all(
            entry == entry.lower().strip() and len(entry.strip("*")) > (language in ("zh",)) - 1
            for entry in entries
        )
    # A sound is cut and a swear word starred wherever it stands.
    assert not stop_words & {*groups[0], *(word.strip("*") for word in groups[2])} - {"uh", "um"}


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [
        ("en", "What the fuck, that's bullshit. Fucking great!", "What the f***, that's b*******. F****** great!"),
        ("en-US", "He lives in Scunthorpe, owns a shitake farm and a cock.", None),
        ("en", "Motherfuckers, dickheads and shitty days", "M************, d******** and s***** days"),
        ("en", "It’s “shit”", "It’s “s***”"),
        ("de", "So eine Scheiße, du Arschloch!", "So eine S******, du A********!"),
        ("de", "Ein Flickenteppich aus Fickle", None),
        ("es", "¡Hijo de puta! Qué mierda.", "¡H*** d* p***! Qué m*****."),
        ("fr", "Putain, c'est de la merde.", "P*****, c'est de la m****."),
        ("it", "Che cazzo vuoi?", "Che c**** vuoi?"),
        ("pt", "Que merda, caralho.", "Que m****, c******."),
        ("nl", "Wat een kut weer, kuttig wel", "Wat een k** weer, kuttig wel"),
        ("nl", "Zij heeft kanker gehad", None),
        ("ja", "このクソゲーム、クソ。", None),
        ("ja", "畜生、負けた。", "畜*、負けた。"),
        ("zh", "你他妈的真厉害", "你他**真厉害"),
        ("zh", "妈妈的手机", None),
    ],
)
def test_swear_words_are_starred_and_nothing_else(language: str, said: str, shown: str | None) -> None:
    listed = profanity(language)
    assert listed is not None
    words = split_words(said)
    again = masked(words, listed)
    joined = "".join(again) if primary(language) in ("ja", "zh") else " ".join(again)
    if language == "ja" and "クソゲーム" in said:
        assert joined.startswith("このクソゲーム")
    else:
        assert joined == (shown or said)


def test_a_language_without_a_list_says_so() -> None:
    assert profanity("sw") is None and profanity("") is None


@given(
    st.lists(
        st.sampled_from(["fuck", "shit!", "so", "“Fuck", "…", "motherfucker", "—", "", "shit,", "他"]), max_size=9
    )
)
def test_masking_keeps_words_lengths_and_marks(words: list[str]) -> None:
    listed = profanity("en")
    assert listed is not None
    shown = masked(words, listed)
    assert [len(word) for word in shown] == [len(word) for word in words]
    for before, after in zip(words, shown, strict=True):
        assert re.sub(r"\w", "", before) == re.sub(r"[\w*]", "", after)
        assert ("fuck" in before.lower() or "shit" in before) == ("*" in after)


def test_the_first_letter_stays() -> None:
    assert mask(["“Fuck”,"]) == ["“F***”,"]
    assert mask(["son", "of"]) == ["s**", "o*"]


@pytest.mark.parametrize(
    ("language", "said", "left"),
    [
        ("en", "So, um, we went, uh there.", "So, we went, there."),
        ("en", "It was, you know, hard.", "It was, hard."),
        (
            "en",
            "You know what I mean? I like it, like, a lot. We like, you know him.",
            "You know what I mean? I like it, a lot. We like, you know him.",
        ),
        ("en", "Um, you know, I mean, it works.", "it works."),
        ("en", "The umbrella er, is ours.", "The umbrella is ours."),
        ("de", "Das ist, äh, halt so, weißt du, einfach.", "Das ist, halt so, einfach."),
        ("es", "Es, o sea, muy bueno. Este año, este, sí.", "Es, muy bueno. Este año, sí."),
        ("fr", "Alors euh on y va.", "Alors on y va."),
        ("it", "È, cioè, ehm difficile.", "È, difficile."),
        ("pt", "É, tipo, difícil. Um tipo de gente.", "É, difícil. Um tipo de gente."),
        ("nl", "Het is, zeg maar, eh moeilijk.", "Het is, moeilijk."),
        ("ja", "えーと、今日は、まあ、いいです。", "今日は、いいです。"),
        ("zh", "呃今天，嗯，很好。", "今天，很好。"),
        ("sw", "Um, habari.", "Um, habari."),
    ],
)
def test_fillers_are_found_where_they_say_nothing(language: str, said: str, left: str) -> None:
    words = split_words(said)
    gone = {index for found in fillers(words, language) for index in found}
    rest = [word for index, word in enumerate(words) if index not in gone]
    assert ("".join(rest) if language in ("ja", "zh") else " ".join(rest)) == left


@given(
    st.lists(
        st.sampled_from(["um", "Um,", "so,", "you", "know,", "know", "we", "like,", "I", "mean."]), max_size=12
    )
)
def test_fillers_never_overlap(words: list[str]) -> None:
    found = fillers(words, "en")
    assert all(before.stop <= after.start for before, after in pairwise(found))
    assert {index for index, word in enumerate(words) if word.lower().startswith("um")} <= {
        index for place in found for index in place
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "So the thing that I have to say is that we are not in the business of it"),
        ("de", "Ich habe das nicht so gesehen, aber wir sind auch noch da und es ist gut"),
        ("es", "Lo que pasa es que no se puede hacer en un día, pero me gusta la idea"),
        ("fr", "Je pense que c'est une question qui est dans la tête de tout le monde"),
        ("it", "Non è che io lo so, ma questo è il problema della città di oggi"),
        ("pt", "Eu não sei se você viu, mas isso é uma coisa que não se faz"),
        ("nl", "Ik denk dat het niet zo is, maar we zijn er ook voor de mensen"),
        ("pl", "To jest tak, że nie ma po co tego robić, ale już się da"),
        ("tr", "Bu çok güzel bir şey ama ben daha iyi değil mi diye"),
        ("sv", "Det är inte så att jag vill ha det, men vi kan och så var det"),
        ("ja", "今日はいい天気ですね"), ("zh", "今天天氣很好，我們去走走"), ("ko", "오늘은 날씨가 좋네요"),
        ("th", "วันนี้อากาศดีมาก"), ("he", "שלום לכולם מה שלומכם"), ("ar", "مرحبا بكم كيف حالكم اليوم"),
        ("fa", "من می‌خواهم با شما درباره پول گپ بزنم چون"), ("ru", "Привет, как дела сегодня"),
        ("uk", "Привіт, як справи сьогодні в Україні"), ("el", "Καλημέρα τι κάνετε"), ("hi", "आप कैसे हैं"),
        ("", "Zwergelstern Lumpa Brizzle"), ("", ""), ("", "1234 5678"),
    ],
)  # fmt: skip
def test_languages_are_told_by_their_words(language: str, said: str) -> None:
    assert guess_language(said.split()) == language
