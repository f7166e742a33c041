"""Corrections of a transcript: what a promise of word times is worth when anything is edited, again and again."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ContractError
from core.schema.correction import Corrections
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.speech import correct
from core.speech.corrected import _stretch_with_words, corrected, for_cut, middle
from core.speech.realign import confirmed, placings
from core.speech.words import join_words, split_words

NONE = Corrections()


def transcript(*lines: str, starts: tuple[float, ...] = (), rate: float = 0.5, speakers: str = "") -> Transcript:
    """Return lines with a word every `rate` seconds; a line begins where told, or a second on."""
    segments = []
    at = 0.0
    for number, line in enumerate(lines):
        at = starts[number] if starts else at + bool(number)
        words = []
        for text in line.split():
            words.append(Word(text=text, start=at, end=at + rate - 0.1))
            at += rate
        speaker = f"Speaker {speakers[number]}" if speakers else ""
        segments.append(
            TranscriptSegment(
                start=words[0].start, end=words[-1].end, text=line, words=tuple(words), speaker=speaker
            )
        )
    return Transcript(language="en", segments=tuple(segments))


def text_of(made: Transcript) -> str:
    return " / ".join(segment.text for segment in made.segments)


def check(made: Transcript) -> None:
    """The promise of a transcript."""
    ends = 0.0
    for segment in made.segments:
        assert math.isfinite(segment.start) and math.isfinite(segment.end)
        assert ends <= segment.start <= segment.end
        ends = segment.end
        at = segment.start
        for word in segment.words:
            assert word.text.strip() == word.text != ""
            assert at <= word.start <= word.end <= segment.end
            at = word.end
        assert segment.text == join_words(word.text for word in segment.words)


def test_words_of_the_same_count_keep_their_times():
    heard = transcript("the teh cat sat")
    made = corrected(heard, given := correct.correct(NONE, heard, 0.5, 0.9, "old"))
    assert made.text == "the old cat sat"
    assert [word.start for word, _ in made.words()] == [word.start for word, _ in heard.words()]
    assert [word.is_corrected for word, _ in made.words()] == [False, True, False, False]
    assert given.words[0].heard == "teh" and given.words[0].is_aligned


def test_only_the_words_that_differ_are_corrected():
    heard = transcript("we meat again my friend")
    given = correct.correct(NONE, heard, 0, 2.5, "we meet again my friend")
    assert [(each.heard, [word.text for word in each.words]) for each in given.words] == [("meat", ["meet"])]


def test_more_words_are_spread_by_length_and_wait_for_alignment():
    heard = transcript("a b c")
    made = corrected(heard, given := correct.correct(NONE, heard, 0.5, 0.9, "one sixteen"))
    assert made.text == "a one sixteen c"
    _, one, sixteen, _ = [word for word, _ in made.words()]
    assert one.start == 0.5 and sixteen.end == pytest.approx(0.9)
    assert one.end - one.start < sixteen.end - sixteen.start
    assert not given.words[0].is_aligned


def test_a_word_that_was_not_heard_takes_its_time_from_those_around_it():
    heard = transcript("this is good")
    made = corrected(heard, correct.correct(NONE, heard, 0, 1.4, "this is very good"))
    assert made.text == "this is very good"
    words = [word for word, _ in made.words()]
    assert [word.is_corrected for word in words] == [False, False, True, False]
    assert words[0] == next(heard.words())[0]
    check(made)


def test_empty_text_hides_words_and_a_line_without_words_is_gone():
    heard = transcript("um well", "hello there")
    hidden = corrected(heard, correct.correct(NONE, heard, 0, 0.4, ""))
    assert text_of(hidden) == "well / hello there"
    assert text_of(corrected(heard, correct.correct(NONE, heard, 0, 0.9, "  "))) == "hello there"


def test_words_over_nothing_join_the_line_near_by_or_stand_alone():
    heard = transcript("one two", "three", starts=(0.0, 10.0), speakers="12")
    near = corrected(heard, correct.correct(NONE, heard, 1.2, 1.6, "more"))
    assert text_of(near) == "one two more / three"
    apart = corrected(heard, correct.correct(NONE, heard, 4.0, 5.0, "said alone"))
    assert text_of(apart) == "one two / said alone / three"
    assert apart.segments[1].speaker == "Speaker 1"
    check(near)
    check(apart)
    assert corrected(Transcript(), correct.correct(NONE, Transcript(), 1, 2, "first words")).text == "first words"


def test_a_correction_over_several_lines_keeps_who_said_what():
    heard = transcript("a b", "c d", speakers="12")
    same = corrected(heard, correct.correct(NONE, heard, 0.5, 2.4, "B C"))
    assert [(s.speaker, s.text) for s in same.segments] == [("Speaker 1", "a B"), ("Speaker 2", "C d")]
    more = corrected(heard, correct.correct(NONE, heard, 0.5, 2.4, "B x y z w C"))
    assert [s.speaker for s in more.segments] == ["Speaker 1", "Speaker 2"]
    assert more.text.replace("\n", " ") == "a B x y z w C d"
    check(more)


def test_a_correction_merges_with_older_ones_and_giving_back_what_was_heard_is_none():
    heard = transcript("a b c d e")
    given = correct.correct(NONE, heard, 0.5, 0.9, "x y")
    given = correct.correct(given, heard, 1.0, 1.4, "z")
    given = correct.correct(given, heard, 0.7, 1.4, "q")
    assert corrected(heard, given).text == "a x q d e"
    assert [each.heard for each in given.words] == ["b c"]
    assert correct.correct(given, heard, 0.0, 2.4, "a b c d e") == NONE


def test_revert_forgets_what_touches():
    heard = transcript("a b c d e")
    given = correct.correct(correct.correct(NONE, heard, 0.5, 0.9, "x"), heard, 1.5, 1.9, "y")
    assert corrected(heard, correct.revert(given, 0.6, 0.7)).text == "a b c y e"
    assert correct.revert(given, 0, 3) == NONE


@pytest.mark.parametrize("span", [(1.0, 1.0), (2.0, 1.0), (math.nan, 1.0), (0.0, math.inf), (-1.0, 1.0)])
def test_a_span_that_is_none_is_refused(span):
    with pytest.raises(ContractError):
        correct.correct(NONE, transcript("a"), *span, "b")


def test_find_and_replace_knows_words_case_and_phrases():
    heard = transcript("Cat, concat the cat", "sat. The New york", "times")

    def replaced(*arguments, **options):
        given, count = correct.replace_words(NONE, heard, *arguments, **options)
        made = corrected(heard, given)
        check(made)
        return text_of(made), count

    assert replaced("cat", "dog") == ("dog, concat the dog / sat. The New york / times", 2)
    assert replaced("cat", "dog", match_case=True) == ("Cat, concat the dog / sat. The New york / times", 1)
    assert replaced("cat", "dog", whole_words=False)[1] == 3
    assert replaced("new york times", "Guardian") == ("Cat, concat the cat / sat. The Guardian", 1)
    assert replaced("the", "") == ("Cat, concat cat / sat. New york / times", 2)
    assert replaced("a", "ää", whole_words=False)[0] == "Cäät, concäät the cäät / säät. The New york / times"
    assert replaced("", "x") == (text_of(heard), 0)
    assert replaced("zebra", "x") == (text_of(heard), 0)


def test_scripts_without_spaces_and_from_right_to_left():
    words = tuple(Word(text=c, start=i * 0.2, end=i * 0.2 + 0.2) for i, c in enumerate("今天天汽很好"))
    heard = Transcript(
        language="zh", segments=(TranscriptSegment(start=0, end=1.2, text="今天天汽很好", words=words),)
    )
    assert corrected(heard, correct.correct(NONE, heard, 0, 1.2, "今天天气很好")).text == "今天天气很好"
    assert corrected(heard, correct.replace_words(NONE, heard, "天汽", "天气")[0]).text == "今天天气很好"
    whole = Word(text="天气", start=0.4, end=0.8)
    pair = Transcript(
        segments=(TranscriptSegment(start=0, end=1.2, text="", words=(words[0], words[1], whole, words[5])),)
    )
    given = correct.correct(NONE, pair, 0, 1.2, "昨天天气好")
    assert [[word.text for word in each.words] for each in given.words] == [["昨"]]
    heard = transcript("שלום עולם طيب")
    assert corrected(heard, correct.correct(NONE, heard, 0.5, 0.9, "לכולם")).text == "שלום לכולם طيب"


def test_what_one_ends_with_and_another_begins_with_is_no_place_to_replace():
    heard = transcript("I want the", "cat sat on the", "cat again", speakers="122")
    given, count = correct.replace_words(NONE, heard, "the cat", "a dog")
    assert count == 1 and text_of(corrected(heard, given)) == "I want the / cat sat on a / dog again"
    merged = correct.merge_speakers(NONE, heard, ["Speaker 2"], "Speaker 1")
    assert correct.replace_words(merged, heard, "the cat", "a dog")[1] == 2


def test_names_merges_and_assignments_of_speakers():
    heard = transcript("a b", "c d", "e f", speakers="123")
    given = correct.name_speaker(NONE, heard, "Speaker 1", " Anna  B. ")
    assert [s.speaker for s in corrected(heard, given).segments] == ["Anna B.", "Speaker 2", "Speaker 3"]
    given = correct.merge_speakers(given, heard, ["Speaker 3"], "Speaker 1")
    assert [s.speaker for s in corrected(heard, given).segments] == ["Anna B.", "Speaker 2", "Anna B."]
    given = correct.name_speaker(given, heard, "Anna B.", "Anna")
    assert [s.speaker for s in corrected(heard, given).segments] == ["Anna", "Speaker 2", "Anna"]
    given = correct.assign_speaker(given, heard, 2.5, 3.0, "Anna")
    parts = [(s.speaker, s.text) for s in corrected(heard, given).segments]
    assert parts == [("Anna", "a b"), ("Speaker 2", "c"), ("Anna", "d"), ("Anna", "e f")]
    given = correct.assign_speaker(given, heard, 0.0, 0.4, "Somebody")
    made = corrected(heard, given)
    assert [s.speaker for s in made.segments] == ["Somebody", "Anna", "Speaker 2", "Anna", "Anna"]
    check(made)
    given = correct.name_speaker(given, heard, "Speaker 3", "")
    assert corrected(heard, given).segments[-1].speaker == "Speaker 3"
    assert correct.name_speaker(NONE, heard, "Speaker 1", "Speaker 1") == NONE


def test_a_clip_gets_what_concerns_it_and_no_names():
    heard = transcript("a b c d", "e f g h", speakers="12")
    given = correct.correct(correct.correct(NONE, heard, 0.5, 0.9, "x"), heard, 3.5, 3.9, "y z")
    given = correct.name_speaker(given, heard, "Speaker 1", "Anna")
    cut = Cut(ranges=(TimeSpan(start=2.5, end=5),))
    own = for_cut(given, cut)
    assert [each.heard for each in own.words] == ["f"] and not own.names
    merged = correct.merge_speakers(given, heard, ["Speaker 2"], "Speaker 1")
    assert for_cut(merged, cut).names == {"Speaker 2": "Speaker 1"}
    assert for_cut(correct.name_speaker(NONE, heard, "Speaker 1", "Speaker 2"), cut).names
    assert for_cut(correct.correct(given, heard, 0, 0.4, "other"), cut) == own


def test_another_transcription_shows_where_it_disagrees():
    heard = transcript("my name is Jon Smyth")
    given = correct.correct(NONE, heard, 1.5, 2.4, "John Smith")
    assert not correct.conflicts(given, heard)
    agrees = transcript("my name is John Smith")
    assert not correct.conflicts(given, agrees)
    assert corrected(agrees, given).text == "my name is John Smith"
    again = transcript("my name is Joan Smith,", starts=(0.04,))
    (conflict,) = correct.conflicts(given, again)
    assert (conflict.was, conflict.heard, conflict.mine) == ("Jon Smyth", "Joan Smith,", "John Smith")
    assert corrected(again, given).text == "my name is John Smith"
    assert not correct.conflicts(correct.keep_mine(given, again, conflict.start), again)
    assert corrected(again, correct.keep_heard(given, conflict.start)).text == again.text


TEXTS = ["", "x", "one two", "a b c d e f g h", "今天天气", "שלום", "…", "very-long-worddddddddd", "w2 w3", "— so"]


def drawn_transcript(chance: random.Random) -> Transcript:
    """Return up to four lines of words of any length, down to none at all, apart or close."""
    segments = []
    at = chance.random()
    for _ in range(chance.randint(0, 4)):
        words = []
        first = at
        for number in range(chance.randint(1, 6)):
            length = chance.choice([0.0, 0.001, 0.1, 0.4, 1.5])
            words.append(Word(text=f"w{number}", start=at, end=at + length))
            at += length + chance.choice([0.0, 0.0, 0.05, 1.0])
        text = join_words(word.text for word in words)
        segments.append(TranscriptSegment(start=first, end=words[-1].end, text=text, words=tuple(words)))
        at = max(at, words[-1].end) + chance.choice([0.0, 0.3, 3.0])
    return Transcript(segments=tuple(segments))


def drawn_span(chance: random.Random, heard: Transcript) -> tuple[float, float]:
    """Return a span anywhere, or one that begins and ends with words."""
    edges = sorted({edge for word, _ in heard.words() for edge in (word.start, word.end)})
    if len(edges) > 1 and chance.random() < 0.5:
        start, end = sorted(chance.sample(edges, 2))
        return start, end
    start, end = sorted((chance.uniform(0, 30), chance.uniform(0, 30)))
    return start, end + 0.01


def changed(given: Corrections, heard: Transcript, chance: random.Random) -> Corrections:
    """Return corrections after one more change, checked as far as it promises something of its own."""
    start, end = drawn_span(chance, heard)
    match chance.choice(["correct", "correct", "correct", "replace", "assign", "revert"]):
        case "correct":
            text = chance.choice(TEXTS)
            made = correct.correct(given, heard, start, end, text)
            old, new = ([w for w, _ in corrected(heard, each).words()] for each in (given, made))
            wanted = [w.text for w in old if middle(w) < start] + split_words(text)
            assert [w.text for w in new] == wanted + [w.text for w in old if middle(w) >= end]
            return made
        case "replace":
            find = chance.choice(["w1", "w2 w3", "x"])
            return correct.replace_words(given, heard, find, chance.choice(TEXTS), chance.random() < 0.5)[0]
        case "assign":
            return correct.assign_speaker(given, heard, start, end, chance.choice("AB"))
        case _:
            return correct.revert(given, start, end)


def drawn_alignment(given: Corrections, heard: Transcript, chance: random.Random) -> Corrections:
    """Return corrections with words placed at any times that an aligner might find, believable or not."""
    todo = [each for each in given.words if each.words and not each.is_aligned]
    better = {}
    for each, placing in zip(todo, placings(corrected(heard, given), todo), strict=True):
        known = [*placing.before, *each.words, *placing.after]
        times: list[tuple[float, float] | None] = []
        at = 0.0
        for word in known:
            start = max(at, word.start + chance.choice([0.0, 0.0, 0.02, -0.2, 0.3, 2.0]))
            at = start + chance.choice([0.0, 0.1, 0.5])
            times.append(None if chance.random() < 0.01 else (start, at))
        words = confirmed(times, placing.before, placing.after, placing)
        assert [word.text for word in words] in ([], [word.text for word in each.words])
        if words:
            better[each] = each.model_copy(update={"words": words, "is_aligned": True})
    return given.model_copy(update={"words": tuple(better.get(each, each) for each in given.words)})


def whole(heard: Transcript, given: Corrections) -> Transcript:
    """Return a corrected transcript by way of all of its lines at once."""
    segments = _stretch_with_words(heard.segments, given.words)
    return corrected(heard.model_copy(update={"segments": segments}), given.model_copy(update={"words": ()}))


def keeps_its_promise(seed: int) -> int:
    """Change a transcript again and again, checking it each time; return how many changes there were."""
    chance = random.Random(seed)
    heard, again = drawn_transcript(chance), drawn_transcript(chance)
    given = NONE
    steps = chance.randint(1, 6)
    for _ in range(steps):
        given = changed(given, heard, chance)
        if chance.random() < 0.7:
            given = drawn_alignment(given, heard, chance)
        made = corrected(heard, given)
        check(made)
        assert all(one.end <= two.start for one, two in pairwise(given.words))
        assert all(one.end <= two.start for one, two in pairwise(given.speakers))
        for each in given.words:
            assert all(each.start <= word.start <= word.end <= each.end for word in each.words)
        spans = [(each.start, each.end) for each in given.words]
        assert made == whole(heard, given)
        untouched = [w for w, _ in heard.words() if not any(w.start < b and w.end > a for a, b in spans)]
        untouched = [w for w in untouched if not any(a <= middle(w) < b for a, b in spans)]
        words = [w for w, _ in made.words()]
        assert all(word in words for word in untouched)
    check(corrected(again, given))
    return steps


def test_whatever_is_edited_aligned_and_heard_again_words_keep_their_promise():
    assert sum(keeps_its_promise(seed) for seed in range(1000)) > 3000


@given(st.integers(min_value=1000))
def test_so_they_do_wherever_one_looks(seed):
    keeps_its_promise(seed)
