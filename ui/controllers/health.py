"""How a source is: what was found in it, in what order it is told, and its figures, in words. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale

from core.schema.health import HealthFinding, Severity, SourceHealth
from core.schema.source import AudioStream, MediaFacts
from core.schema.time import TimeSpan
from ui.widgets.timecode import clock_tenths, counted, length

NOTHING_FOUND = "Nothing unusual was found"
# From the worst to the mildest.
GROUPS: tuple[tuple[Severity, str], ...] = (("problem", "Problems"), ("warning", "Warnings"), ("note", "Notes"))
_NOUNS: dict[Severity, str] = {"problem": "problem", "warning": "warning", "note": "note"}
_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}
# Nobody notices less (ITU-R BT.1359: sound 45 ms early to 125 ms late is not noticed; half a frame is 20 ms).
_IN_STEP = 0.02


def grouped(findings: Sequence[HealthFinding]) -> list[tuple[str, list[HealthFinding]]]:
    """Return findings under their headings, the worst first; empty groups are left out."""
    groups = [(title, [each for each in findings if each.severity == severity]) for severity, title in GROUPS]
    return [(title, found) for title, found in groups if found]


def summary(health: SourceHealth) -> str:
    """Return `1 problem, 2 warnings`, or that nothing unusual was found."""
    counts = [
        (noun, sum(each.severity == severity for each in health.findings)) for severity, noun in _NOUNS.items()
    ]
    return ", ".join(counted(count, noun) for noun, count in counts if count) or NOTHING_FOUND


def figures(health: SourceHealth) -> list[tuple[str, str]]:
    """Return what was measured: a name and its words each; what was not measured is left out."""
    told: list[tuple[str, str]] = []
    if health.sound_offset is not None:
        told.append(("Sound and picture", _offset_words(health.sound_offset)))
    if health.frames is not None:
        told.append(("Frames", f"{health.frames:,}"))
    if health.missing_frames is not None:
        told.append(("Missing frames", f"{health.missing_frames:,}"))
    if health.duplicate_frames is not None:
        told.append(("Duplicate frames", f"{health.duplicate_frames:,}"))
    if health.damaged_packets:
        told.append(("Damaged packets", f"{health.damaged_packets:,}"))
    return told


def gaps(health: SourceHealth) -> list[tuple[str, TimeSpan]]:
    """Return the stretches where something is missing, in their order: what is missing, and where."""
    missing = [("No picture", gap) for gap in health.picture_gaps] + [
        ("No sound", gap) for gap in health.sound_gaps
    ]
    return sorted(missing, key=lambda each: each[1].start)


def gap_words(what: str, gap: TimeSpan) -> str:
    """Return `No picture from 0:12.4 to 0:13.0 (0.6 s)`."""
    return f"{what} from {clock_tenths(gap.start)} to {clock_tenths(gap.end)} ({gap.end - gap.start:.1f} s)"


def facts_words(facts: MediaFacts, path: Path) -> list[str]:
    """Return what a file is in a few lines: the file, its picture, its sound."""
    kind = path.suffix.lstrip(".").upper() or facts.container
    lines = [f"{kind}, {length(facts.duration)}"]
    video = facts.video
    if video is not None:
        rate = "changing rate, about " if video.is_variable_frame_rate else ""
        turned = f", turned {video.rotation_degrees}°" if video.rotation_degrees else ""
        hdr = ", HDR" if video.is_hdr else ""
        speed = "still picture" if video.is_still else f"{rate}{video.fps:.5g} fps"
        lines.append(f"Picture: {video.width} × {video.height}, {speed}, {_codec(video.codec)}{turned}{hdr}")
    streams = facts.audio_streams or ((facts.audio,) if facts.audio else ())
    for number, stream in enumerate(streams, start=1):
        name = f"Sound {number}" if len(streams) > 1 else "Sound"
        is_heard = stream.index in facts.mixed_streams or (
            facts.audio is not None and stream.index == facts.audio.index
        )
        used = "" if is_heard or len(streams) == 1 else " (not used)"
        lines.append(f"{name}: {track_words(stream)}{used}")
    return lines


def track_words(stream: AudioStream) -> str:
    """Return `English, stereo, AAC, 48 kHz`."""
    layout = _LAYOUTS.get(stream.channels, f"{stream.channels} channels")
    parts = (_language(stream.language), layout, _codec(stream.codec), f"{stream.sample_rate_hz / 1000:g} kHz")
    return ", ".join(part for part in parts if part)


def _offset_words(offset: float) -> str:
    if abs(offset) < _IN_STEP:
        return "start together"
    which = "after" if offset > 0 else "before"
    return f"sound starts {abs(offset) * 1000:.0f} ms {which} the picture"


def _language(code: str) -> str:
    """Return the name of a language by its ISO 639 code; a code that nobody knows as it is."""
    if code in ("", "und", "mis", "zxx"):
        return ""
    known = QLocale.codeToLanguage(code)
    return code if known == QLocale.Language.AnyLanguage else QLocale.languageToString(known)


def _codec(name: str) -> str:
    names = {"h264": "H.264", "hevc": "HEVC", "prores": "ProRes", "mpeg2video": "MPEG-2", "opus": "Opus"}
    return names.get(name, name.replace("pcm_", "PCM ") if name.startswith("pcm_") else name.upper())
