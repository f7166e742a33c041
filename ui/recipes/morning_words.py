"""What became of videos in words: for the report in the window and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.schema.batch import Batch
from ui.controllers.batches import batch_name
from ui.widgets.dates import moment
from ui.widgets.timecode import clock, dollars, length, number
from ui.wording import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from core.schema.morning import Ending, MadeClip, MorningReport, SourceReport

ENDINGS: dict[Ending, str] = {
    "made": QT_TR_NOOP("Made"),
    "partly": QT_TR_NOOP("Made in part"),
    "nothing_good": QT_TR_NOOP("Nothing exported"),
    "failed": QT_TR_NOOP("Failed"),
    "stopped": QT_TR_NOOP("Stopped"),
    "open": QT_TR_NOOP("Not finished"),
}


def batch_words(batch: Batch) -> str:
    """Return a batch in two lines: its name, and when it was begun with how many videos."""
    count = tr("%n videos", "", len(batch.items))
    return f"{batch_name(batch)}\n{moment(batch.started_at)} · {count}"


def headline(report: MorningReport, at_work: int = 0) -> str:
    """Return what came of it in a sentence or two; so many videos are still worked on."""
    if not report.sources:
        return tr("Nothing was worked on.")
    good = sum(source.ending == "made" for source in report.sources)
    rest = max(0, len(report.sources) - good - at_work)
    files = tr("%n files", "", report.files)
    if good == len(report.sources):
        return tr("All %n videos are made: {files}.", "", good).format(files=files)
    count = len(report.sources)
    one = tr("1 of %n videos is made: {files}.", "", count)
    some = tr("{good} of %n videos are made: {files}.", "", count)
    made = (one if good == 1 else some).format(good=good, files=files)
    working = tr("%n are worked on.", "videos", at_work) if at_work else ""
    need = tr("%n need you.", "videos", rest) if rest else ""
    return " ".join(filter(None, (made, working, need)))


def figures(report: MorningReport) -> str:
    """Return how much went in and came out, the work and what it cost, in a line."""
    parts = [
        tr("{length} in", "of videos").format(length=length(report.seconds_in)),
        tr("{length} out", "of clips").format(length=length(report.seconds_out)),
        tr("{length} of work").format(length=length(sum(report.stages.values()))),
    ]
    if report.usd:
        parts.append(dollars(float(report.usd)))
    return " · ".join(parts)


def source_words(source: SourceReport) -> str:
    """Return how long a video is and what was made of it, in a line."""
    parts = [clock(source.seconds_in)] if source.seconds_in else []
    if source.files:
        parts += [tr("%n clips", "", len(source.clips)), tr("%n files", "", source.files)]
    if source.recipe:
        parts.append(tr("Recipe: {name}").format(name=source.recipe))
    return " · ".join(parts)


def clip_words(clip: MadeClip) -> str:
    """Return a clip in a line: score, title, how long, which shapes, and where they were sent."""
    shapes = ", ".join(dict.fromkeys(made.shape or made.aspect for made in clip.files))
    title = clip.title or tr("Untitled clip")
    parts = [f"{number(clip.score, 0)}  {title}", length(clip.seconds), shapes]
    gone = sum(made.size_bytes is None for made in clip.files)
    if gone:
        parts.append(tr("%n files no longer there", "", gone))
    sent = sum(bool(made.places) for made in clip.files)
    if sent:
        parts.append(tr("%n files published", "", sent))
    return " · ".join(parts)
