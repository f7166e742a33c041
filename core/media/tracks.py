"""Which of a source's audio tracks are heard: the best one, one by its number, or all of them mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import MediaError

if TYPE_CHECKING:
    from core.schema.source import AudioStream, MediaFacts, TrackWishes

ALL = "all"
LAYOUT_NAMES = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}


def choose_tracks(facts: MediaFacts, wish: TrackWishes) -> MediaFacts:
    """Return the facts of a source with the tracks that the user wants to hear.

    Raises:
        MediaError: the track is not there; its remedy lists those that are.
    """
    wanted = wish.audio_track.strip().lower()
    usable = [stream for stream in facts.audio_streams if stream.sample_rate_hz and stream.channels]
    if not wanted or (wanted == ALL and len(usable) < 2):
        return facts
    if wanted == ALL:
        return with_streams(facts, tuple(stream.index for stream in usable))
    number = int(wanted) if wanted.isdecimal() else 0
    if not 0 < number <= len(facts.audio_streams):
        raise MediaError(f"The file has no audio track {wish.audio_track}.", remedy=_offer(facts))
    if facts.audio_streams[number - 1] not in usable:
        raise MediaError(f"Audio track {number} can't be decoded.", remedy=_offer(facts))
    return with_streams(facts, (facts.audio_streams[number - 1].index,))


def with_streams(facts: MediaFacts, indices: tuple[int, ...]) -> MediaFacts:
    """Return facts in which the streams of these indices are heard; none: the one that was chosen by itself.

    Raises:
        MediaError: the file has no such audio stream: it is not the file that it was.
    """
    known = {stream.index: stream for stream in facts.audio_streams}
    if facts.audio is not None:
        # What was found by decoding a frame is truer than what the header says.
        known[facts.audio.index] = facts.audio
    missing = [index for index in indices if index not in known]
    if missing:
        raise MediaError(
            f"The file has no audio stream {missing[0]} any more.", remedy="Import the file again: it was changed."
        )
    if not indices:
        return facts
    mixed = indices if len(indices) > 1 else ()
    return facts.model_copy(update={"audio": known[indices[0]], "mixed_streams": mixed})


def single_tracks(facts: MediaFacts) -> tuple[MediaFacts, ...]:
    """Return facts for each track that is heard, each as if it were the only one."""
    if not facts.mixed_streams:
        return (facts,)
    return tuple(
        with_streams(facts.model_copy(update={"mixed_streams": ()}), (index,)) for index in facts.mixed_streams
    )


def _offer(facts: MediaFacts) -> str:
    """Say which tracks there are."""
    if not facts.audio_streams:
        return "It has no sound at all."
    tracks = [_describe(number, stream) for number, stream in enumerate(facts.audio_streams, start=1)]
    return f"Choose {', '.join(tracks)}, or {ALL}."


def _describe(number: int, stream: AudioStream) -> str:
    layout = LAYOUT_NAMES.get(stream.channels, f"{stream.channels} channels")
    return f"{number} ({', '.join(part for part in (stream.language, layout) if part)})"
