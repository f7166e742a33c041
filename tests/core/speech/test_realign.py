"""Corrected words placed in real speech: near the truth, and nowhere if the sound says nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.schema.correction import Corrections
from core.schema.transcript import Transcript, Word
from core.speech import correct
from core.speech.corrected import corrected, middle
from core.speech.realign import PlacingJob, can_align, place, placings
from tests.core.speech.conftest import Speech, write_wav
from tests.core.speech.misheard import Misheard, mishear, transcript_of


def truth_of(speech: Speech) -> list[Word]:
    return [Word(text=str(w["word"]), start=float(w["start"]), end=float(w["end"])) for w in speech.words]


def place_all(heard: Transcript, given: Corrections, wav: Path) -> Corrections:
    """Return corrections with the words placed that have no times of their own, as the program does it."""
    todo = [each for each in given.words if each.words and not each.is_aligned]
    found = place(PlacingJob(audio=wav, placings=placings(corrected(heard, given), todo))).found
    better = {
        old: old.model_copy(update={"words": words, "is_aligned": True})
        for old, words in zip(todo, found, strict=True)
        if words
    }
    return given.model_copy(update={"words": tuple(better.get(each, each) for each in given.words)})


@dataclass
class Tally:
    """What came of many edits; errors are of word starts, in seconds."""

    edits: int = 0
    corrections: int = 0
    unplaced: int = 0
    spread: list[float] = field(default_factory=list)
    placed: list[float] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)

    def add(self, case: Misheard, wav: Path) -> None:
        given = place_all(case.heard, case.corrections, wav)
        made = corrected(case.heard, given)
        check(made)
        words = [word for word, _ in made.words()]
        assert [word.text for word in words] == [word.text for word in case.truth]
        off = [abs(word.start - true.start) for word, true in zip(words, case.truth, strict=True)]
        spread = [word for word, _ in corrected(case.heard, case.corrections).words()]
        self.edits += 1
        for old, new in zip(case.corrections.words, given.words, strict=True):
            if not old.is_aligned:
                self.corrections += 1
                self.unplaced += not new.is_aligned
        for index, word in enumerate(words):
            within = next((each for each in given.words if each.start <= middle(word) < each.end), None)
            if not case.first <= index < case.last:
                self.unchanged.append(off[index])
            elif within is not None and within.is_aligned and within not in case.corrections.words:
                self.placed.append(off[index])
                self.spread.append(abs(spread[index].start - case.truth[index].start))

    def __str__(self) -> str:
        def told(errors: Sequence[float]) -> str:
            return f"median {np.median(errors):.3f}, p95 {np.quantile(errors, 0.95):.3f}, max {max(errors):.3f} s"

        return (
            f"{self.edits} edits, {self.corrections} corrections, {self.unplaced} not placed;"
            f" starts of {len(self.placed)} corrected words: {told(self.placed)} (spread by length:"
            f" {told(self.spread)}); of {len(self.unchanged)} unchanged words: {told(self.unchanged)}"
        )


def check(made: Transcript) -> None:
    for segment in made.segments:
        for word in segment.words:
            assert segment.start <= word.start <= word.end <= segment.end
        assert all(one.end <= two.start for one, two in pairwise(segment.words))
    assert all(one.end <= two.start for one, two in pairwise(made.segments))


def edited(speeches: dict[str, Speech], each: int, seed: int) -> Tally:
    tally = Tally()
    for name, speech in speeches.items():
        chance = random.Random(f"{seed} {name}")
        for _ in range(each):
            tally.add(mishear(truth_of(speech), chance), speech.wav)
    return tally


def test_misheard_words_are_placed_where_they_are_said(speeches) -> None:
    tally = edited(speeches, 3, 1)
    assert tally.unplaced <= 1
    assert np.median(tally.placed) < 0.05 < 0.3 > np.quantile(tally.placed, 0.95)
    assert max(tally.unchanged) < 0.1


@pytest.mark.soak
def test_a_thousand_edits_of_real_speech_keep_their_promise(speeches) -> None:
    tally = edited(speeches, 334, 20)
    print(f"\n{tally}")
    assert tally.edits >= 1000
    assert tally.unplaced <= 0.03 * tally.corrections
    assert np.median(tally.placed) < 0.03
    assert np.quantile(tally.placed, 0.95) < 0.25 < np.quantile(tally.spread, 0.95)
    assert np.quantile(tally.unchanged, 0.999) < 0.1


def test_a_word_does_not_linger_over_a_pause(speeches) -> None:
    """Two words, with a long pause between, heard as one that lasts over all of it."""
    speech = speeches["jfk"]
    words = truth_of(speech)
    first = max(range(len(words) - 1), key=lambda index: words[index + 1].start - words[index].end)
    left, right = words[first : first + 2]
    assert right.start - left.end > 0.9
    lump = Word(text="banana", start=left.start, end=right.end)
    heard = transcript_of([*words[:first], lump, *words[first + 2 :]])
    given = correct.correct(Corrections(), heard, lump.start, lump.end, f"{left.text} {right.text}")
    spread = [word for word, _ in corrected(heard, given).words()][first : first + 2]
    assert spread[0].end == spread[1].start
    placed = [word for word, _ in corrected(heard, place_all(heard, given, speech.wav)).words()][first : first + 2]
    assert placed[0].end == pytest.approx(left.end, abs=0.25)
    assert placed[1].start == pytest.approx(right.start, abs=0.25)


def test_words_that_nobody_says_keep_their_spread_times(tmp_path, speeches) -> None:
    words = truth_of(speeches["jfk"])
    silence = write_wav(tmp_path / "silence.wav", np.zeros(16_000 * 12, np.float32))
    heard = transcript_of(words)
    given = correct.correct(Corrections(), heard, words[3].start, words[4].end, "brothers and sisters everywhere")
    assert place_all(heard, given, silence) == given
    outside = write_wav(tmp_path / "short.wav", np.zeros(160, np.float32))
    assert place_all(heard, given, outside) == given


def test_only_english_is_placed() -> None:
    assert can_align("en") and can_align("en-GB")
    assert not can_align("de") and not can_align("") and not can_align("zh")
