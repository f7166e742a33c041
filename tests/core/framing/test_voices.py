"""Voices joined with faces: right where lips are wrong for a moment, silent where nothing is known."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing.voices import find_owners, join_voices, voice_turns
from core.media.audio import read_audio
from core.media.probe import probe
from core.schema.framing import FacePoint, FaceTrack
from core.schema.record import ignore_progress
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.speech.voice_activity import speech_spans_of
from core.speech.voices.identify import VoiceJob, identify_speakers
from core.vision.shots import detect_shots
from core.vision.tracks import find_tracks
from core.weights import FACE_MODEL, VOICE_MODEL, find

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
    talks = [(at >= a) & (at < b) for a, b, who in turns if who == speaker]
    return np.asarray(np.any(talks, axis=0), dtype=float)


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
        assert "Ana (0), Ben (1)" in choices[0].reason and not choices[0].degraded
        before.append(right(tracks))
        after.append(right(joined))
    assert np.mean(before) < 0.85
    assert np.mean(after) > 0.97


def test_two_voices_that_were_taken_for_one_leave_to_the_lips_what_they_contradict() -> None:
    # Cem's turns were put down to Ana, whose lips rest in them.
    heard = [(0, 5, "Ana"), (5, 9, "Ben"), (9, 12, "Ana"), (12, 16, "Ben"), (16, 20, "Ana")]
    really = [*heard[:4], (16, 20, "Cem")]
    faces = [lips(i, (0.9 * truth(who, really)).tolist()) for i, who in enumerate(("Ana", "Ben", "Cem"))]
    joined, owners, _ = join_voices(faces, said(heard), CLIP)
    assert owners == {"Ana": 0, "Ben": 1}
    late = [[point.speaking for point in track.points if 16.3 < point.at < 19.7] for track in joined]
    assert min(late[2]) > 0.8 and max(late[0]) < 0.1
    # A laugh is too short to be another's voice.
    laughing = [0.9 if 2.0 <= i / 10 < 3.2 else belief for i, belief in enumerate(0.9 * truth("Ben", really))]
    quiet = [0.0 if 2.0 <= i / 10 < 3.2 else belief for i, belief in enumerate(0.9 * truth("Ana", really))]
    joined, _, _ = join_voices([lips(0, quiet), lips(1, laughing)], said(heard[:4]), CLIP)
    assert min(p.speaking for p in joined[0].points if 2.0 <= p.at < 3.2) > 0.6


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


def test_a_listener_beside_a_known_voice_is_believed_less_and_one_alone_is_left_to_the_lips() -> None:
    ana, ben = lips(0, truth("Ana", until=22).tolist()), lips(1, truth("Ben").tolist())
    laughing = lips(1, [0.9] * 10, start=20.0)
    alone = lips(2, [0.9] * 5, start=22.5)
    turns = [*TURNS, (20.0, 23.0, "Ana")]
    clip = [TimeSpan(start=0, end=23)]
    joined, owners, _ = join_voices([ana, ben, laughing, alone], said(turns), clip)
    assert owners == {"Ana": 0, "Ben": 1}
    assert max(point.speaking for point in joined[2].points) < 0.35
    assert joined[3] == alone


def test_a_face_that_is_seen_for_a_moment_is_no_rival() -> None:
    ana, ben = lips(0, (0.8 * truth("Ana")).tolist()), lips(1, (0.8 * truth("Ben")).tolist())
    passing = lips(2, [0.9] * 10, start=14.0)
    # Nor is a late cut, which shows the one before for a moment, a reason to doubt who talks.
    late = lips(1, [1.0] * 3, start=18.2)
    turns = [*TURNS, (18.0, 20.0, "Ana")]
    assert find_owners([ana, ben, late], voice_turns(said(turns), CLIP)) == {"Ana": 0, "Ben": 1}
    assert find_owners([ana, ben, passing], voice_turns(said(TURNS), CLIP)) == {"Ana": 0, "Ben": 1}


def test_one_who_asks_in_close_up_and_is_silent_beside_the_other_is_known() -> None:
    turns: Spoken = [(0, 11, "Ben"), (12, 40, "Ana")]
    clip = [TimeSpan(start=0, end=40)]
    asking = lips(1, [0.96] * 110)  # alone in the picture
    answering, listening = lips(0, [0.8] * 280, start=12.0), lips(1, [0.02] * 280, start=12.0)
    assert find_owners([asking, answering, listening], voice_turns(said(turns), clip)) == {"Ana": 0, "Ben": 1}
    # Were they never seen together, nobody could say whose close-up is a listener's.
    assert find_owners([asking, answering], voice_turns(said(turns), clip)) == {}


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


@pytest.mark.soak
def test_the_two_of_a_real_interview_are_joined_with_their_voices(
    shared_media: Path, weights_folder: Path, tmp_path: Path
) -> None:
    """He asks in close-up for 11 s; then both are seen, she answers on the right while he listens on the left."""
    (path,) = (shared_media / "video").glob("interview_two_seats*")
    facts = probe(path)
    whole = TimeSpan(start=0, end=facts.duration)
    samples = read_audio(path, facts, whole, 16_000, 1)[:, 0]
    audio = tmp_path / "sound.wav"
    with wave.open(str(audio), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    heard = said([(span.start, span.end, "") for span in speech_spans_of(audio)])
    job = VoiceJob(audio=audio, model=find(VOICE_MODEL, weights_folder), media=path, facts=facts, speakers="auto")
    transcript = identify_speakers(_in_short_words(heard), job, ignore_progress)
    shots = detect_shots(path, facts)
    tracks, _ = find_tracks(path, facts, [whole], shots, find(FACE_MODEL, weights_folder), audio)
    _, owners, _ = join_voices(tracks, transcript, [whole])
    turns = voice_turns(transcript, [whole])
    asks, answers = (next(t.speaker for t in turns if t.start <= at < t.end) for at in (9.0, 15.0))
    beside = [track for track in tracks if track.points[-1].at - track.points[0].at > 30]
    left, right_side = sorted(beside, key=lambda track: track.points[0].x)
    assert owners == {asks: left.person, answers: right_side.person}


def _in_short_words(transcript: Transcript) -> Transcript:
    """Return spans of speech as segments of words of about 0.4 s: voices are told apart by words."""
    segments = []
    for segment in transcript.segments:
        count = max(1, round((segment.end - segment.start) / 0.4))
        edges = np.linspace(segment.start, segment.end, count + 1).tolist()
        words = tuple(Word(text="w", start=a, end=b) for a, b in pairwise(edges))
        segments.append(segment.model_copy(update={"words": words, "text": " ".join(["w"] * count)}))
    return transcript.model_copy(update={"segments": tuple(segments)})
