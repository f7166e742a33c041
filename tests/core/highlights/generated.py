"""Transcripts with every bad habit that recognisers and caption files have, and what no plan of them may break."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from core.highlights.plan import PlanOptions
from core.schema.plan import EditorialPlan
from core.schema.segment import Segments, SoundEvent
from core.schema.shot import Shot
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word

EXACTNESS = 1e-6
"""Seconds that two times may differ by and still be the same."""

SCRIPTS: dict[str, tuple[str, str]] = {
    "en": (
        "so and I never said that bread why yes because the it's money we 2020 Anna you know about [laughter]",
        ".",
    ),
    "de": ("also und ich habe niemals gesagt dass Brot warum ja weil das Geld wir wirklich", "."),
    "ja": ("今日 は とても 面白い 話 を します ね でも それ 本当 です か パン の 値段", "。"),
    "zh": ("我 們 今 天 很 好 為 什 麼 但 是 這 個 問 題 錢 所 以 你 他", "。"),
    "ar": ("لماذا نحن لم نقل هذا الخبز كان المال و لكن نعم أنا هو في", "۔"),
    "he": ("למה אנחנו לא אמרנו את זה הלחם כסף אבל כן אני", "."),
    "hi": ("क्यों हम ने यह नहीं कहा रोटी पैसा लेकिन हाँ मैं वह था", "।"),
    "th": ("ทำไม เรา ไม่ ได้ พูด ว่า ขนมปัง เงิน แต่ ใช่ ฉัน", ""),
    "ru": ("почему мы никогда не говорили хлеб деньги но да я он", "."),
    "xx": ("✓ 12 — … 3.5 ??? a\u0301 \u200b 🙂 é", "!"),
}


@dataclass(frozen=True)
class Habits:
    """How a transcript is written: `mark_every` words a full stop (0: never), what its times are like."""

    script: str = "en"
    seed: int = 0
    words: int = 300
    mark_every: int = 12
    speakers: int = 2
    turn: int = 25
    pauses: tuple[float, ...] = (0.0, 0.1, 0.6)
    lengths: tuple[float, ...] = (0.05, 0.2, 0.4, 0.9)
    overlap: float = 0.0
    is_touching: bool = False
    has_empty_words: bool = False
    is_disordered: bool = False
    is_cased: bool = True
    starts_at: float = 0.0


def habits(most_words: int = 500) -> st.SearchStrategy[Habits]:
    """Draw habits of transcripts up to so many words."""
    return st.builds(
        Habits,
        script=st.sampled_from(sorted(SCRIPTS)),
        seed=st.integers(0, 2**32 - 1),
        words=st.one_of(st.sampled_from([0, 1, 2]), st.integers(3, most_words), st.integers(100, most_words)),
        mark_every=st.sampled_from([0, 1, 6, 12, 12, 40]),
        speakers=st.sampled_from([0, 1, 2, 2, 7, 40]),
        turn=st.sampled_from([1, 6, 25, 25, 200]),
        pauses=st.sampled_from([(0.0,), (0.0, 0.1, 0.6), (0.0, 0.1, 0.6), (0.05, 1.5, 12.0), (0.0, 900.0)]),
        lengths=st.sampled_from([(0.05, 0.2, 0.4, 0.9), (0.3333333,), (0.02,), (0.0, 0.4), (0.5, 30.0)]),
        overlap=st.sampled_from([0.0, 0.0, 0.0, 0.03, 0.8, 5.0]),
        is_touching=st.booleans(),
        has_empty_words=st.booleans(),
        is_disordered=st.sampled_from([False, False, False, True]),
        is_cased=st.booleans(),
        starts_at=st.sampled_from([0.0, 3.7, 5000.0]),
    )


def transcript_of(habit: Habits) -> Transcript:
    """Return the transcript that a habit makes; the same for the same habit."""
    random = Random(habit.seed)
    listed, mark = SCRIPTS[habit.script][0].split(" "), SCRIPTS[habit.script][1]
    segments: list[TranscriptSegment] = []
    at, left = habit.starts_at, habit.words
    while left > 0:
        words = []
        for _ in range(min(left, random.randint(1, max(1, 2 * habit.turn)))):
            left -= 1
            length = random.choice(habit.lengths)
            text = random.choice(listed) if not habit.has_empty_words or random.random() > 0.05 else ""
            text = text if habit.is_cased else text.lower()
            if habit.mark_every and random.random() < 1 / habit.mark_every:
                text += random.choice([mark, mark, mark, "?", ",", "..."])
            words.append(Word(text=text, start=at, end=at + length))
            at += length + (0.0 if habit.is_touching else random.choice(habit.pauses) * (random.random() < 0.2))
        speaker = f"S{random.randrange(habit.speakers)}" if habit.speakers else ""
        segments.append(
            TranscriptSegment(start=words[0].start, end=at, text="", speaker=speaker, words=tuple(words))
        )
        at = max(0.0, at + random.choice(habit.pauses) - habit.overlap * (random.random() < 0.5))
    if habit.is_disordered:
        random.shuffle(segments)
    return Transcript(language="" if habit.script == "xx" else habit.script, segments=tuple(segments))


def segments_of(habit: Habits, transcript: Transcript, is_seen: bool) -> Segments:
    """Return what else may be known of it: shots to the source's end; silences and sounds that need not fit."""
    if not is_seen:
        return Segments()
    random = Random(habit.seed + 1)
    end = max((segment.end for segment in transcript.segments), default=1.0)
    # A container that is a little shorter or longer than what was heard in it.
    end = max(0.5, end + random.choice([-20.0, -0.2, 0.0, 0.3, 5.0]))
    edges = sorted({0.0, end, *(random.uniform(0.0, end) for _ in range(random.randint(0, 40)))})
    shots = tuple(Shot(start=a, end=b) for a, b in pairwise(edges))
    starts = sorted(random.uniform(0.0, end) for _ in range(random.randint(0, 60)))
    silences = tuple(TimeSpan(start=a, end=a + random.uniform(0.05, 2.0)) for a in starts)
    sounds = tuple(
        SoundEvent(
            kind=random.choice(["laughter", "applause"]), start=a, end=a + random.uniform(0.6, 9.0), confidence=0.9
        )
        for a in sorted(random.uniform(0.0, end) for _ in range(random.choice([0, 0, 30])))
    )
    return Segments(shots=shots, silences=silences, sounds=sounds)


def source_end(transcript: Transcript, segments: Segments) -> float:
    """Return the last second of the source that these were made of."""
    if segments.shots:
        return segments.shots[-1].end
    return max((segment.end for segment in transcript.segments), default=0.0)


def broken_rules(made: EditorialPlan, transcript: Transcript, options: PlanOptions, end: float) -> list[str]:
    """Return what a plan breaks of what holds for every plan; `end` is the source's last second."""
    words = [word for word, _ in transcript.words()]
    told = {choice.subject for choice in made.choices}
    # Where everybody's words overlap a little, cuts may part them in the middle of that little, and it is said.
    tolerance = 0.026 if "word times" in told else EXACTNESS
    broken: list[str] = []
    spans = sorted((span.start, span.end) for candidate in made.candidates for span in candidate.cut.ranges)
    broken += [f"{a} overlaps {b}" for a, b in pairwise(spans) if b[0] < a[1] - EXACTNESS]
    if len(made.candidates) > options.top:
        broken.append(f"{len(made.candidates)} clips where {options.top} were asked for")
    if len({candidate.id for candidate in made.candidates}) < len(made.candidates):
        broken.append("two clips have one name")
    if not made.candidates and not made.choices:
        broken.append("nothing was found and nothing was said")
    if [c.score for c in made.candidates] != sorted((c.score for c in made.candidates), reverse=True):
        broken.append("not the best first")
    for candidate in made.candidates:
        cut = candidate.cut
        if cut.duration > options.max_seconds + EXACTNESS:
            broken.append(f"{cut} is longer than {options.max_seconds}")
        if cut.duration < options.min_seconds - EXACTNESS and "length" not in told:
            broken.append(f"{cut} is shorter than {options.min_seconds}")
        if cut.start < 0 or cut.end > end + EXACTNESS:
            broken.append(f"{cut} leaves the source, which ends at {end}")
        broken += [f"{a} and {b} of one clip overlap" for a, b in pairwise(cut.ranges) if b.start < a.end]
        for span in cut.ranges:
            if not any(span.start < word.end and word.start < span.end for word in words):
                broken.append(f"nobody speaks in {span}")
            for edge in (span.start, span.end):
                inside = [w for w in words if w.start + tolerance < edge < min(w.end, end) - tolerance]
                broken += [f"{edge} lies inside of {word}" for word in inside]
    return broken
