"""All that is known of a finished clip, for other programs: words and cues with times, scores, source ranges."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from core.export.format import FinishedShort, cue_text
from core.schema.caption import CaptionCue

NAME = "json"
SUFFIX = ".json"

VERSION = 1
"""Raised when a field changes its meaning or goes; new ones may come at any time."""


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write one object. Times of cues and words are seconds of the file, those of ranges seconds of the source."""
    clip, delivery = short.clip, short.delivery
    told: dict[str, Any] = {
        "version": VERSION,
        "clip": clip.id,
        "run": clip.run_id,
        "title": short.title,
        "hook": short.hook,
        "description": short.post.description,
        "hashtags": list(short.post.hashtags),
        "notes": clip.notes,
        "decision": clip.decision,
        "score": clip.score,
        "axes": {name: axis.model_dump(mode="json") for name, axis in clip.axes.items()},
        "reason": clip.reason,
        "ranges": [{"start": part.start, "end": part.end} for part in clip.cut.ranges],
        "file": {
            "aspect": delivery.aspect,
            "preset": short.preset,
            "width": delivery.width,
            "height": delivery.height,
            "duration": delivery.duration,
            "frames": delivery.frame_count,
            "loudness_lufs": delivery.loudness_lufs,
            "clip_starts_at": short.lead,
        },
        "style": short.style.pin,
        "caption_language": clip.caption_language,
        "cues": [_cue(cue, short.lead) for cue in short.cues],
    }
    stream.write(json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n")


def _cue(cue: CaptionCue, lead: float) -> dict[str, Any]:
    def at(seconds: float) -> float:
        return round(lead + max(0.0, seconds), 3)

    return {
        "start": at(cue.start),
        "end": at(cue.end),
        "speaker": cue.speaker,
        "text": cue_text(cue),
        "words": [
            {"text": word.text, "start": at(word.start), "end": at(word.end), "is_emphasised": word.is_emphasised}
            for word in cue.words
        ],
    }
