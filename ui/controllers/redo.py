"""What a replay would redo and what it would keep, in words. No widgets."""

from __future__ import annotations

from core.schema.queue import Redo, RedoneStage
from ui.controllers.stages import stage_title
from ui.widgets.timecode import about
from ui.wording import QT_TR_NOOP, tr

KEPT_PROMISE = QT_TR_NOOP("Your decisions, titles and cuts stay.")
_PER_CLIP = (
    "plan_enhancement",
    "prepare_media",
    "analyze_picture",
    "analyze_framing",
    "plan_audio",
    "build_enhancement",
    "finalize",
)
_PER_FILE = ("compose", "render")


def jobs_in(redo: Redo) -> int:
    """Return how many jobs would be done again."""
    return sum(stage.jobs for stage in redo.stages)


def is_outdated(redo: Redo) -> bool:
    """Whether a stage got another version or other parameters.

    What the user edited since is made again as well, but when it is exported, and needs no question.
    """
    return any(stage.is_outdated for stage in redo.stages)


def count_words(stage: RedoneStage) -> str:
    """Return `12 clips` or `36 files`, or nothing for a stage that works on the whole video."""
    if stage.stage in _PER_CLIP:
        return tr("%n clips", "", stage.jobs)
    return tr("%n files", "", stage.jobs) if stage.stage in _PER_FILE else ""


def stages_words(redo: Redo) -> str:
    """Return the stages that would be done again, with their counts, in one line."""
    parts = []
    for stage in redo.stages:
        count = count_words(stage)
        title = stage_title(stage.stage)
        parts.append(f"{title} ({count})" if count else title)
    return " · ".join(parts)


def time_words(redo: Redo) -> str:
    """Return `About 3 min.`, or nothing where no history tells."""
    if redo.seconds is None:
        return ""
    words = about(redo.seconds)
    return f"{words[0].upper()}{words[1:]}."


def redo_words(redo: Redo) -> str:
    """Return what is redone, what is kept and how long it takes, in two or three sentences."""
    if not redo.stages:
        return tr("There is nothing to redo from here.")
    kept = ", ".join(stage_title(stage) for stage in redo.kept)
    what = tr("Redo: {stages}; kept: {kept}.") if kept else tr("Redo: {stages}.")
    what = what.format(stages=stages_words(redo), kept=kept)
    return " ".join(part for part in (what, time_words(redo), tr(KEPT_PROMISE)) if part)


def promise_words(redo: Redo) -> str:
    """Return how long it takes and what stays as it is."""
    if not redo.stages:
        return tr("There is nothing to redo from here.")
    return " ".join(part for part in (time_words(redo), tr(KEPT_PROMISE)) if part)


def stale_words(redo: Redo) -> str:
    """Return what opening an older run says before anything is redone."""
    older = tr("This run was made by an older version. Redoing it changes: {stages}.")
    told = older.format(stages=stages_words(redo))
    kept = tr("Until then, what was made before is shown.")
    return " ".join(part for part in (told, time_words(redo), tr(KEPT_PROMISE), kept) if part)
