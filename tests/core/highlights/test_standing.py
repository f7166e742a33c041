"""Where clips open and end: nothing that leans on what was cut away, no question without its answer."""

from __future__ import annotations

import numpy as np
import pytest

from core.highlights.candidates import Windows
from core.highlights.features import SentenceTable, measure_sentences
from core.highlights.lexicon import lexicon_for
from core.highlights.plan import PlanOptions, plan_clips
from core.highlights.sentences import split_sentences
from core.highlights.standing import WORST_ALLOWED, ending_faults, keep_standing, most_disjoint, opening_faults
from core.schema.segment import Segments
from tests.core.highlights.talk import spoken


def table_of(*turns: tuple[str, str], language: str = "en") -> SentenceTable:
    transcript = spoken(*turns, language=language)
    words = [word.text for word, _ in transcript.words()]
    return measure_sentences(split_sentences(transcript), words, lexicon_for(language, words))


LEANING = [
    ("en", "And he said it again on the next day."),
    ("en", "That's why we closed the shop in the end."),
    ("en", "Yeah, exactly, which is why I mentioned it."),
    ("en", "So they never came back to the office."),
    ("en", "For example the blue one over there by the door."),
    ("en", "I remember it now."),
    ("en", "Great!"),
    ("en", "Is that what you mean?"),
    ("en", "That's a great point."),
    ("en", "...if it's the line that you mean."),
    ("en", "Why?"),
    ("de", "Deshalb haben wir den Laden am Ende geschlossen."),
    ("de", "Und er hat es am nächsten Tag wiederholt."),
    ("es", "Por eso cerramos la tienda al final del año."),
    ("fr", "C'est pour ça que nous avons fermé le magasin."),
    ("it", "Per questo abbiamo chiuso il negozio alla fine."),
    ("pt", "Por isso fechamos a loja no fim do ano."),
    ("nl", "Daarom hebben we de winkel gesloten aan het eind."),
    ("zh", "所以 他 們 就 關 門 了 。"),
    ("zh", "這就是為什麼 我 們 關 門 了 。"),
    ("ja", "だから 店 を 閉めた ん です 。"),
]
STANDING = [
    ("en", "We closed the shop in the week when money ran out."),
    ("en", "What would you tell somebody who starts today?"),
    ("en", "So the first time we baked bread nobody wanted any."),
    ("en", "It turns out nobody wants bread at night."),
    ("en", "When Anna came home the door was open."),
    ("de", "Es gibt genau einen Grund, warum wir scheitern."),
    ("es", "La mayor mentira de esta industria es el precio."),
    ("fr", "Il y a une seule raison de se lever tôt."),
    ("it", "Il pane migliore si fa di notte, da soli."),
    ("pt", "O melhor pão se faz de noite, sem pressa."),
    ("nl", "Het gaat om vertrouwen en niet om brood."),
    ("zh", "我們 在 週一 早上 只 剩 四 百 塊 錢 。"),
    ("ja", "月曜 の 朝 に 残り は 四百 円 でした 。"),
]


@pytest.mark.parametrize(("language", "text"), LEANING)
def test_a_sentence_that_needs_what_came_before_opens_no_clip(language: str, text: str) -> None:
    table = table_of(("A", "Bread rises slowly in a cold room."), ("B", text), language=language)
    assert opening_faults(table)[-1] >= WORST_ALLOWED


@pytest.mark.parametrize(("language", "text"), STANDING)
def test_a_sentence_that_is_understood_alone_may_open_one(language: str, text: str) -> None:
    table = table_of(("A", "Bread rises slowly in a cold room."), ("B", text), language=language)
    assert opening_faults(table)[-1] < WORST_ALLOWED


def test_somebody_named_nowhere_is_worse_than_somebody_named() -> None:
    lost, named = (
        opening_faults(table_of(("A", text)))[0]
        for text in ("When he came home the door was open.", "When Ben came home his door was open.")
    )
    assert lost > named


ANSWERED = (("A", "Bread rises slowly. What did you tell your team?"), ("B", "I told my team the truth at once."))


def test_a_question_that_is_answered_next_ends_no_clip() -> None:
    faults = ending_faults(table_of(*ANSWERED))
    assert faults[0] == 0 and faults[1] == 1 and faults[2] == 0


def test_a_question_that_wants_a_nod_may_end_one() -> None:
    table = table_of(("A", "You never sell bread at all, you sell trust, right?"), ("B", "I told my team so."))
    assert ending_faults(table)[0] < WORST_ALLOWED


def test_a_question_written_without_its_mark_ends_no_clip() -> None:
    table = table_of(("A", "What do you look for in an answer."), ("B", "I look for the truth."))
    assert ending_faults(table)[0] == 1


def test_the_first_words_of_a_long_turn_end_no_clip() -> None:
    long = "I remember that Monday very well. " + "We called every customer that we ever had on that day. " * 4
    faults = ending_faults(table_of(("A", "Tell me about that Monday morning."), ("B", long)))
    assert faults[1] >= WORST_ALLOWED
    assert faults[-1] == 0


def test_a_sentence_that_breaks_off_ends_no_clip() -> None:
    assert (
        ending_faults(
            table_of(
                ("A", "We tried to tell them, but... Nobody came."),
            )
        )[0]
        == 1
    )


def test_of_few_windows_the_less_good_are_kept_too() -> None:
    edges = np.arange(8.0) * 10
    order = np.arange(8)
    windows = Windows(order, order, edges, edges + 9.0)
    assert most_disjoint(windows) == 8
    bad = np.where(order < 6, 1.0, 0.0)
    assert len(keep_standing(windows, bad, np.zeros(8), 2)) == 2
    assert len(keep_standing(windows, bad, np.zeros(8), 8)) == 8


def test_a_plan_of_a_talk_opens_and_ends_on_whole_thoughts() -> None:
    ask = "What happened in the year when the shop burned down?"
    tell = (
        "And it was horrible. The fire began in the cellar in the middle of the night. "
        "He called me at once. I drove to the shop in my pyjamas and saw the roof fall in. "
        "That's why I never slept well again. Insurance paid for the walls but nobody pays for a name. "
    )
    transcript = spoken(*[("A", ask), ("B", tell)] * 12)
    sentences = split_sentences(transcript)
    made = plan_clips(transcript, Segments(sentences=sentences), PlanOptions(min_seconds=10, max_seconds=30))
    assert len(made.candidates) >= 8
    for candidate in made.candidates:
        inside = [s for s in sentences if candidate.cut.start <= s.start and s.end <= candidate.cut.end]
        assert not inside[0].text.startswith(("And", "He", "That's"))
        assert not inside[-1].is_question
