"""Voices joined with faces: a voice is that of the face that talks in its turns, and not in those of others.

Lips tell from instant to instant, and are often wrong for a moment: hands before the mouth, laughter, a profile. A
voice's turns tell who talks for seconds on end. Where the two agree often enough to know whose voice it is, that
person is believed to talk for as long as the voice is heard and the face is seen, and nobody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from core.schema.choice import Choice
from core.schema.framing import FacePoint, FaceTrack
from core.schema.time import TimeSpan, merge_spans
from core.schema.transcript import Transcript

# A breath between two words of one speaker belongs to the turn.
_BREATH_SECONDS = 0.5
# Seconds in which a face must have been seen while the voice was heard.
_LEAST_SECONDS = 1.5
# How much more a face must be believed to talk while its voice is heard than while others are.
_LEAST_CONTRAST = 0.2
# With one voice in the clip there is nothing to compare with: the face must then talk this much more than others.
_LEAST_LEAD = 0.35
# A face alone in the picture was believed to be the voice whoever talked: that says little.
_ALONE_WEIGHT = 0.3
# How far a known voice outweighs the lips.
_TRUST = 0.7
# A voice is not believed where another's lips are believed this much more than its owner's, for this long: two
# voices were taken for one.
_CONTRADICTION, _CONTRADICTION_SECONDS = 0.5, 1.8
# Points of a track lie at most this far apart; a longer gap is an absence.
_LONGEST_STEP_SECONDS = 0.5


class _VoiceTurn(NamedTuple):
    """Source seconds in which a speaker of the transcript is heard, and how sure it is who that is."""

    start: float
    end: float
    speaker: str
    confidence: float


def join_voices(
    tracks: Sequence[FaceTrack], transcript: Transcript, spans: Sequence[TimeSpan]
) -> tuple[tuple[FaceTrack, ...], dict[str, int], tuple[Choice, ...]]:
    """Return the tracks with beliefs that follow known voices, whose voice is which person, and a note of that.

    Args:
        tracks: Faces with the belief of their lips.
        transcript: What is said by whom; without speakers nothing changes.
        spans: The source seconds of the clip.
    """
    turns = voice_turns(transcript, spans)
    owners = find_owners(tracks, turns)
    if not owners:
        return tuple(tracks), {}, ()
    seen = _people_seen(tracks)
    turns = _uncontradicted(turns, tracks, owners)
    joined = tuple(_believed(track, turns, owners, seen) for track in tracks)
    told = ", ".join(f"{speaker} ({person})" for speaker, person in sorted(owners.items()))
    reason = f"their lips move while these voices are heard, and less while others are: {told}"
    return joined, owners, (Choice(subject="speaker", chosen="voices joined with faces", reason=reason),)


def voice_turns(transcript: Transcript, spans: Sequence[TimeSpan]) -> list[_VoiceTurn]:
    """Return who is heard when inside the spans, in order; without names, nobody is known."""
    turns: list[_VoiceTurn] = []
    for segment in transcript.segments:
        if not segment.speaker or not any(s.start < segment.end and segment.start < s.end for s in spans):
            continue
        words = [TimeSpan(start=word.start, end=max(word.start, word.end)) for word in segment.words]
        spoken = merge_spans(words or [TimeSpan(start=segment.start, end=segment.end)], _BREATH_SECONDS)
        turns += [_VoiceTurn(s.start, s.end, segment.speaker, segment.speaker_confidence) for s in spoken]
    return sorted(turns, key=lambda turn: turn.start)


def find_owners(tracks: Sequence[FaceTrack], turns: Sequence[_VoiceTurn]) -> dict[str, int]:
    """Return the person of each voice that one is known for: each person has one voice at most."""
    seen = _watch(tracks, turns)
    speakers = {speaker for speaker, _ in seen}
    scored = [
        (_lead(speaker, person, seen, speakers), speaker, person)
        for speaker, person in seen
        if seen[speaker, person].seconds >= _LEAST_SECONDS and _is_in_company(speaker, person, seen)
    ]
    owners: dict[str, int] = {}
    for lead, speaker, person in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        least = _LEAST_CONTRAST if len(speakers) > 1 else _LEAST_LEAD
        if lead >= least and speaker not in owners and person not in owners.values():
            owners[speaker] = person
    return owners


@dataclass
class _Seen:
    """How long a person was seen while a voice was heard (alone weighs less), how much of it they were believed to
    talk, and how long others were seen beside them."""

    seconds: float = 0.0
    talk: float = 0.0
    company: float = 0.0

    @property
    def rate(self) -> float:
        """The belief that the person talks, over all the time."""
        return self.talk / self.seconds if self.seconds else 0.0


def _watch(tracks: Sequence[FaceTrack], turns: Sequence[_VoiceTurn]) -> dict[tuple[str, int], _Seen]:
    """Return what was seen of each person while each voice was heard."""
    seen: defaultdict[tuple[str, int], _Seen] = defaultdict(_Seen)
    crowd = _people_seen(tracks)
    for track in tracks:
        for point, step in _steps(track):
            turn = _turn_at(turns, point.at)
            if turn is None:
                continue
            is_alone = len(crowd[_instant(point.at)]) == 1
            weight = step * turn.confidence * (_ALONE_WEIGHT if is_alone else 1.0)
            pair = seen[turn.speaker, track.person]
            pair.seconds += weight
            pair.talk += weight * point.speaking
            pair.company += 0.0 if is_alone else step
    return dict(seen)


def _is_in_company(speaker: str, person: int, seen: Mapping[tuple[str, int], _Seen]) -> bool:
    """Whether lips could tell a person from others: in this voice's turns, or all through the others'."""
    own = seen[speaker, person].company
    others = sum(pair.company for (voice, other), pair in seen.items() if other == person and voice != speaker)
    return max(own, others) >= _LEAST_SECONDS


def _lead(speaker: str, person: int, seen: Mapping[tuple[str, int], _Seen], speakers: set[str]) -> float:
    """Return how much more a person is believed to talk while a voice is heard: than others are then, and than the
    person is while other voices are heard."""
    own = seen[speaker, person]
    # One who was seen for a moment alone is no rival to one who was seen talking all the time.
    rivals = [
        pair.talk / max(own.seconds, pair.seconds)
        for (voice, other), pair in seen.items()
        if voice == speaker and other != person
    ]
    before_rivals = own.rate - max(rivals, default=own.rate if len(speakers) == 1 else 0.0)
    elsewhere = [pair for (voice, other), pair in seen.items() if other == person and voice != speaker]
    # Nor does a moment in another's turn, a late cut, say that the person talks in all of them.
    weight = max(_LEAST_SECONDS, sum(pair.seconds for pair in elsewhere))
    return min(before_rivals, own.rate - sum(pair.talk for pair in elsewhere) / weight)


def _uncontradicted(
    turns: Sequence[_VoiceTurn], tracks: Sequence[FaceTrack], owners: Mapping[str, int]
) -> list[_VoiceTurn]:
    """Return the turns without the stretches in which lips say clearly, for long, that another person talks."""
    believed = _beliefs(tracks)
    against = []
    for turn in turns:
        for instant in range(_instant(turn.start), _instant(turn.end)):
            owner = owners.get(turn.speaker)
            if owner is not None and _is_another_likelier(believed.get(instant, {}), owner):
                against.append(TimeSpan(start=instant / 10, end=(instant + 1) / 10))
    runs = merge_spans(against, _BREATH_SECONDS)
    long = [run for run in runs if sum(run.overlap(each) for each in against) >= _CONTRADICTION_SECONDS]
    kept = list(turns)
    for run in long:
        kept = [part for turn in kept for part in _outside(turn, run)]
    return kept


def _outside(turn: _VoiceTurn, run: TimeSpan) -> list[_VoiceTurn]:
    """Return what of a turn lies before and after a stretch."""
    parts = [turn._replace(end=min(turn.end, run.start)), turn._replace(start=max(turn.start, run.end))]
    return [part for part in parts if part.end > part.start]


def _is_another_likelier(believed: Mapping[int, float], owner: int) -> bool:
    others = [belief for person, belief in believed.items() if person != owner]
    return owner in believed and max(others, default=0.0) - believed[owner] > _CONTRADICTION


def _beliefs(tracks: Sequence[FaceTrack]) -> dict[int, dict[int, float]]:
    """Return how much each person is believed to talk at each instant at which they are seen."""
    believed: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for track in tracks:
        for point, step in _steps(track):
            for instant in range(_instant(point.at), _instant(point.at + step) + 1):
                believed[instant][track.person] = max(point.speaking, believed[instant].get(track.person, 0.0))
    return believed


def _believed(
    track: FaceTrack, turns: Sequence[_VoiceTurn], owners: Mapping[str, int], seen: Mapping[int, set[int]]
) -> FaceTrack:
    """Return a track whose beliefs follow the voices of those who are seen at the time.

    Where the one who is heard is not among them lips decide: they may be here under another number.
    """
    points = []
    for point in track.points:
        turn = _turn_at(turns, point.at)
        if turn is not None and owners.get(turn.speaker) in seen[_instant(point.at)]:
            trust = _TRUST * turn.confidence
            heard = 1.0 if owners[turn.speaker] == track.person else 0.0
            point = point.model_copy(update={"speaking": point.speaking + trust * (heard - point.speaking)})
        points.append(point)
    return track.model_copy(update={"points": tuple(points)})


def _turn_at(turns: Sequence[_VoiceTurn], at: float) -> _VoiceTurn | None:
    """Return the one turn at an instant; None where nobody is heard, or several at once."""
    here = [turn for turn in turns if turn.start <= at < turn.end]
    return here[0] if len({turn.speaker for turn in here}) == 1 else None


def _steps(track: FaceTrack) -> list[tuple[FacePoint, float]]:
    """Return each point with the seconds that it stands for."""
    pairs = [(a, min(b.at - a.at, _LONGEST_STEP_SECONDS)) for a, b in pairwise(track.points)]
    return [*pairs, *((last, 0.1) for last in track.points[-1:])]


def _people_seen(tracks: Sequence[FaceTrack]) -> dict[int, set[int]]:
    """Return who is seen at each instant, a tenth of a second."""
    return {instant: set(people) for instant, people in _beliefs(tracks).items()}


def _instant(at: float) -> int:
    return round(at * 10)
