"""Voices joined with faces: right where lips are wrong for a moment, silent where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.framing.voices import find_owners, join_voices, voice_turns
from core.schema.framing import FacePoint, FaceTrack
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word

Spoken = Sequence[tuple[float, float, str]]
TURNS: Spoken = [(0, 4, "Ana"), (4, 7, "Ben"), (7, 13, "Ana"), (13, 18, "Ben")]
CLIP = [TimeSpan(start=0, end=20)]


def said(turns: Spoken, confidence: float = 1.0) -> Transcript:
    return Transcript(
        segments=tuple(
            TranscriptSegment(
                start=start,
                end=end,
                text="words",
                speaker=speaker,
                speaker_confidence=confidence,
                words=(Word(text="words", start=start, end=end),),
            )
            for start, end, speaker in turns
        )
    )


def lips(person: int, speaking: Sequence[float], start: float = 0.0) -> FaceTrack:
    """Return a face with a belief every tenth of a second."""
    points = tuple(
        FacePoint(at=round(start + i / 10, 3), x=100 * person, y=0, width=50, height=60, speaking=belief)
        for i, belief in enumerate(speaking)
    )
    return FaceTrack(id=person, person=person, points=points)


def truth(speaker: str, turns: Spoken = TURNS, until: float = 20.0) -> np.ndarray:
    at = np.arange(0, until, 0.1)
    return np.any([(at >= a) & (at < b) for a, b, who in turns if who == speaker], axis=0).astype(float)


def right(tracks: Sequence[FaceTrack], turns: Spoken = TURNS) -> float:
    """Return the share of spoken time in which the face believed most is the speaker's: Ana 0, Ben 1."""
    beliefs = np.array([[point.speaking for point in track.points] for track in tracks])
    who = np.array([0 if a else 1 for a in truth("Ana", turns)])
    heard = truth("Ana", turns) + truth("Ben", turns) > 0
    return float(np.mean(beliefs.argmax(axis=0)[heard] == who[heard]))


def doubtful(seed: int, noise: float = 0.45) -> list[FaceTrack]:
    """Return two faces whose lips are often wrong: beliefs of the truth, of the other, and of chance."""
    chance = np.random.default_rng(seed)
    tracks = []
    for person, speaker in enumerate(("Ana", "Ben")):
        belief = 0.2 + 0.5 * truth(speaker) + chance.normal(0, noise, 200)
        tracks.append(lips(person, np.clip(belief, 0, 1).tolist()))
    return tracks


def test_a_known_voice_settles_what_lips_leave_in_doubt() -> None:
    before, after = [], []
    for seed in range(20):
        tracks = doubtful(seed)
        joined, owners, choices = join_voices(tracks, said(TURNS), CLIP)
        assert owners == {"Ana": 0, "Ben": 1}
        assert "Ana is person 0, Ben is person 1" in choices[0].reason and not choices[0].degraded
        before.append(right(tracks))
        after.append(right(joined))
    assert np.mean(before) < 0.85
    assert np.mean(after) > 0.97


def test_names_that_have_nothing_to_do_with_the_lips_change_nothing() -> None:
    # The captions' names alternate, but the faces talk in other turns.
    wrong = [(float(a), a + 1.0, "Ana" if a % 2 else "Ben") for a in range(18)]
    tracks = tuple(doubtful(1, noise=0.1))
    assert join_voices(tracks, said(wrong), CLIP) == (tracks, {}, ())


def test_without_speakers_or_faces_nothing_changes() -> None:
    tracks = tuple(doubtful(2))
    assert join_voices(tracks, said([(0, 20, "")]), CLIP) == (tracks, {}, ())
    assert join_voices((), said(TURNS), CLIP) == ((), {}, ())
    assert join_voices(tracks, said(TURNS), [TimeSpan(start=30, end=40)]) == (tracks, {}, ())


def test_a_face_alone_in_the_picture_is_not_taken_for_every_voice() -> None:
    # Only Ana is ever seen; alone, she was believed to be whoever is heard.
    heard = truth("Ana") + truth("Ben")
    joined, owners, _ = join_voices([lips(0, heard.tolist())], said(TURNS), CLIP)
    assert owners == {}
    assert [point.speaking for point in joined[0].points] == heard.tolist()


def test_a_listener_shown_while_a_known_voice_talks_is_believed_less() -> None:
    ana, ben = lips(0, truth("Ana").tolist()), lips(1, truth("Ben").tolist())
    alone = lips(1, [1.0] * 20, start=20.0)  # Ben's face alone, while Ana goes on talking
    turns = [*TURNS, (20.0, 22.0, "Ana")]
    joined, owners, _ = join_voices([ana, ben, alone], said(turns), [TimeSpan(start=0, end=22)])
    assert owners == {"Ana": 0, "Ben": 1}
    assert max(point.speaking for point in joined[2].points) < 0.35


def test_one_voice_of_a_clip_needs_a_face_that_clearly_talks_more() -> None:
    monologue: Spoken = [(0, 20, "Ana")]
    clear = [lips(0, [0.8] * 200), lips(1, [0.2] * 200)]
    even = [lips(0, [0.5] * 200), lips(1, [0.4] * 200)]
    assert find_owners(clear, voice_turns(said(monologue), CLIP)) == {"Ana": 0}
    assert find_owners(even, voice_turns(said(monologue), CLIP)) == {}


def test_a_doubtful_voice_weighs_less() -> None:
    tracks = doubtful(3, noise=0.2)
    sure, _, _ = join_voices(tracks, said(TURNS), CLIP)
    unsure, _, _ = join_voices(tracks, said(TURNS, confidence=0.4), CLIP)
    moved = [
        sum(abs(a.speaking - b.speaking) for a, b in zip(t.points, j.points, strict=True))
        for t, j in ((tracks[0], sure[0]), (tracks[0], unsure[0]))
    ]
    assert 0 < moved[1] < moved[0]


def test_two_who_talk_at_once_are_left_to_their_lips() -> None:
    both: Spoken = [*TURNS, (18, 20, "Ana"), (18, 20, "Ben")]
    tracks = doubtful(4, noise=0.2)
    joined, owners, _ = join_voices(tracks, said(both), CLIP)
    assert len(owners) == 2
    assert [p.speaking for p in joined[0].points if p.at >= 18] == [
        p.speaking for p in tracks[0].points if p.at >= 18
    ]


beliefs = st.lists(st.floats(0, 1), min_size=1, max_size=60)
talk = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3), st.sampled_from(["A", "B", "C"])), max_size=6)


@given(st.lists(beliefs, max_size=3), talk)
def test_whatever_is_heard_only_beliefs_change_and_stay_beliefs(
    faces: list[list[float]], spoken: list[tuple[int, int, str]]
) -> None:
    tracks = [lips(person, found) for person, found in enumerate(faces)]
    turns = [(float(start), float(start + length), who) for start, length, who in spoken]
    joined, owners, _ = join_voices(tracks, said(turns), CLIP)
    assert len(set(owners.values())) == len(owners)
    for old, new in zip(tracks, joined, strict=True):
        assert (old.id, old.person) == (new.id, new.person)
        for a, b in zip(old.points, new.points, strict=True):
            assert 0 <= b.speaking <= 1
            assert a.model_copy(update={"speaking": b.speaking}) == b
