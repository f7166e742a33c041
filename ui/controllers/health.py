"""How a source is: what was found in it, in what order it is told, and its figures, in words. No widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale

from core.schema.health import HealthFinding, Severity, SourceHealth
from core.schema.source import AudioStream, MediaFacts, VideoStream
from core.schema.time import TimeSpan
from ui.widgets.timecode import clock_tenths, length, number, shortest
from ui.wording import QT_TR_NOOP, tr

NOTHING_FOUND = QT_TR_NOOP("Nothing unusual was found")
NO_PICTURE, NO_SOUND = QT_TR_NOOP("No picture"), QT_TR_NOOP("No sound")
# From the worst to the mildest.
GROUPS: tuple[tuple[Severity, str], ...] = (
    ("problem", QT_TR_NOOP("Problems")),
    ("warning", QT_TR_NOOP("Warnings")),
    ("note", QT_TR_NOOP("Notes")),
)
_LAYOUTS = {1: QT_TR_NOOP("mono"), 2: QT_TR_NOOP("stereo"), 6: "5.1", 8: "7.1"}
# Nobody notices less (ITU-R BT.1359: sound 45 ms early to 125 ms late is not noticed; half a frame is 20 ms).
_IN_STEP = 0.02


def grouped(findings: Sequence[HealthFinding]) -> list[tuple[str, list[HealthFinding]]]:
    """Return findings under their headings, the worst first; empty groups are left out."""
    groups = [(tr(title), [each for each in findings if each.severity == severity]) for severity, title in GROUPS]
    return [(title, found) for title, found in groups if found]


def summary(health: SourceHealth) -> str:
    """Return `1 problem, 2 warnings`, or that nothing unusual was found."""
    return _counts(health) or tr(NOTHING_FOUND)


def source_line(health: SourceHealth) -> str:
    """Return the same behind what it speaks of: `Source: 1 problem, 2 warnings`."""
    counts = _counts(health)
    return tr("Source: {found}").format(found=counts) if counts else tr("Source: nothing unusual was found")


def _counts(health: SourceHealth) -> str:
    found = Counter(each.severity for each in health.findings)
    words = (
        tr("%n problems", "", found["problem"]) if found["problem"] else "",
        tr("%n warnings", "", found["warning"]) if found["warning"] else "",
        tr("%n notes", "what was found in a source", found["note"]) if found["note"] else "",
    )
    return ", ".join(each for each in words if each)


def figures(health: SourceHealth) -> list[tuple[str, str]]:
    """Return what was measured: a name and its words each; what was not measured is left out."""
    told: list[tuple[str, str]] = []
    if health.sound_offset is not None:
        told.append((tr("Sound and picture"), _offset_words(health.sound_offset)))
    if health.frames is not None:
        told.append((tr("Frames"), number(health.frames)))
    if health.missing_frames is not None:
        told.append((tr("Missing frames"), number(health.missing_frames)))
    if health.duplicate_frames is not None:
        told.append((tr("Duplicate frames"), number(health.duplicate_frames)))
    if health.damaged_packets:
        told.append((tr("Damaged packets"), number(health.damaged_packets)))
    return told


def gaps(health: SourceHealth) -> list[tuple[str, TimeSpan]]:
    """Return the stretches where something is missing, in their order: what is missing, and where."""
    missing = [(NO_PICTURE, gap) for gap in health.picture_gaps] + [(NO_SOUND, gap) for gap in health.sound_gaps]
    return sorted(missing, key=lambda each: each[1].start)


def gap_words(what: str, gap: TimeSpan) -> str:
    """Return `No picture from 0:12.4 to 0:13.0 (0.6 s)`."""
    return tr("{what} from {start} to {end} ({seconds} s)").format(
        what=tr(what),
        start=clock_tenths(gap.start),
        end=clock_tenths(gap.end),
        seconds=number(gap.end - gap.start, 1),
    )


def facts_words(facts: MediaFacts, path: Path) -> list[str]:
    """Return what a file is in a few lines: the file, its picture, its sound."""
    kind = path.suffix.lstrip(".").upper() or facts.container
    lines = [f"{kind}, {length(facts.duration)}"]
    video = facts.video
    if video is not None:
        facts_of_it = [f"{video.width} × {video.height}", _speed_words(video), _codec(video.codec)]
        if video.rotation_degrees:
            facts_of_it.append(tr("turned {degrees}°").format(degrees=video.rotation_degrees))
        if video.is_hdr:
            facts_of_it.append("HDR")
        lines.append(tr("Picture: {facts}").format(facts=", ".join(facts_of_it)))
    streams = facts.audio_streams or ((facts.audio,) if facts.audio else ())
    for place, stream in enumerate(streams, start=1):
        name = tr("Sound {number}").format(number=place) if len(streams) > 1 else tr("Sound")
        is_heard = stream.index in facts.mixed_streams or (
            facts.audio is not None and stream.index == facts.audio.index
        )
        words = track_words(stream)
        if not is_heard and len(streams) > 1:
            words = tr("{track} (not used)").format(track=words)
        lines.append(f"{name}: {words}")
    return lines


def _speed_words(video: VideoStream) -> str:
    if video.is_still:
        return tr("still picture")
    fps = shortest(video.fps, 5)
    return (tr("changing rate, about {fps} fps") if video.is_variable_frame_rate else tr("{fps} fps")).format(
        fps=fps
    )


def track_words(stream: AudioStream) -> str:
    """Return `English, stereo, AAC, 48 kHz`."""
    layout = _LAYOUTS.get(stream.channels) or tr("%n channels", "", stream.channels)
    rate = f"{shortest(stream.sample_rate_hz / 1000)} kHz"
    parts = (_language(stream.language), tr(layout), _codec(stream.codec), rate)
    return ", ".join(part for part in parts if part)


def _offset_words(offset: float) -> str:
    if abs(offset) < _IN_STEP:
        return tr("start together")
    after, before = tr("sound starts {ms} ms after the picture"), tr("sound starts {ms} ms before the picture")
    return (after if offset > 0 else before).format(ms=f"{abs(offset) * 1000:.0f}")


def _language(code: str) -> str:
    """Return the name of a language by its ISO 639 code; a code that nobody knows as it is."""
    if code in ("", "und", "mis", "zxx"):
        return ""
    known = QLocale.codeToLanguage(code)
    return code if known == QLocale.Language.AnyLanguage else QLocale.languageToString(known)


def _codec(name: str) -> str:
    names = {"h264": "H.264", "hevc": "HEVC", "prores": "ProRes", "mpeg2video": "MPEG-2", "opus": "Opus"}
    return names.get(name, name.replace("pcm_", "PCM ") if name.startswith("pcm_") else name.upper())
