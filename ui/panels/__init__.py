"""The panels of the window, in one explicit list. The preview stands in the middle; the others dock around it.

Their modules are loaded when a panel is made: none is seen before a run is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.panel import Kind
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from ui.panels.clips import ClipsPanel
    from ui.panels.dashboard import DashboardPanel
    from ui.panels.insights import InsightsPanel
    from ui.panels.inspector import InspectorPanel
    from ui.panels.jobs import JobsPanel
    from ui.panels.preview import PreviewPanel
    from ui.panels.runs import RunsPanel
    from ui.panels.search import SearchPanel
    from ui.panels.style import StylePanel
    from ui.panels.timeline import TimelinePanel
    from ui.panels.transcript import TranscriptPanel

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM, _MIDDLE = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.NoDockWidgetArea


def _clips() -> type[ClipsPanel]:
    from ui.panels.clips import ClipsPanel

    return ClipsPanel


def _dashboard() -> type[DashboardPanel]:
    from ui.panels.dashboard import DashboardPanel

    return DashboardPanel


def _insights() -> type[InsightsPanel]:
    from ui.panels.insights import InsightsPanel

    return InsightsPanel


def _inspector() -> type[InspectorPanel]:
    from ui.panels.inspector import InspectorPanel

    return InspectorPanel


def _jobs() -> type[JobsPanel]:
    from ui.panels.jobs import JobsPanel

    return JobsPanel


def _preview() -> type[PreviewPanel]:
    from ui.panels.preview import PreviewPanel

    return PreviewPanel


def _runs() -> type[RunsPanel]:
    from ui.panels.runs import RunsPanel

    return RunsPanel


def _search() -> type[SearchPanel]:
    from ui.panels.search import SearchPanel

    return SearchPanel


def _style() -> type[StylePanel]:
    from ui.panels.style import StylePanel

    return StylePanel


def _timeline() -> type[TimelinePanel]:
    from ui.panels.timeline import TimelinePanel

    return TimelinePanel


def _transcript() -> type[TranscriptPanel]:
    from ui.panels.transcript import TranscriptPanel

    return TranscriptPanel


CLIPS = Kind("clipsPanel", QT_TR_NOOP("Clips"), _LEFT, _clips)
RUNS = Kind("runsPanel", QT_TR_NOOP("Runs"), _LEFT, _runs)
INSIGHTS = Kind("insightsPanel", QT_TR_NOOP("Insights"), _LEFT, _insights)
INSPECTOR = Kind(
    "inspectorPanel",
    QT_TR_NOOP("Inspector"),
    _RIGHT,
    _inspector,
    parts=(
        "ui.inspector.captions_page",
        "ui.inspector.clip_page",
        "ui.inspector.framing_page",
        "ui.inspector.sound_page",
    ),
)
STYLE = Kind(
    "stylePanel",
    QT_TR_NOOP("Style"),
    _RIGHT,
    _style,
    parts=("ui.style.controls", "ui.style.side_by_side", "ui.style.editor"),
)
TRANSCRIPT = Kind(
    "transcriptPanel",
    QT_TR_NOOP("Transcript"),
    _BOTTOM,
    _transcript,
    (
        "find",
        "find_next",
        "find_previous",
        "replace",
        "correct_words",
        "next_doubt",
        "previous_doubt",
        "next_conflict",
    ),
    parts=("ui.transcript.editor", "ui.transcript.view"),
)
TIMELINE = Kind(
    "timelinePanel",
    QT_TR_NOOP("Timeline"),
    _BOTTOM,
    _timeline,
    (
        "fit_timeline",
        "whole_timeline",
        "zoom_in_timeline",
        "zoom_out_timeline",
        "earlier_timeline",
        "later_timeline",
        "mark_in",
        "mark_out",
        "new_clip",
        "move_earlier",
        "move_later",
    ),
    parts=("ui.timeline.gather", "ui.timeline.clip_painting", "ui.timeline.view"),
)
SEARCH = Kind("searchPanel", QT_TR_NOOP("Search"), _BOTTOM, _search)
DASHBOARD = Kind("dashboardPanel", QT_TR_NOOP("Dashboard"), _BOTTOM, _dashboard)
JOBS = Kind("jobsPanel", QT_TR_NOOP("Jobs"), _BOTTOM, _jobs)
PREVIEW = Kind("previewPanel", QT_TR_NOOP("Preview"), _MIDDLE, _preview)

DOCKED = (CLIPS, RUNS, INSIGHTS, INSPECTOR, STYLE, TRANSCRIPT, TIMELINE)
# Stands beside whatever is shown, once the user asks for it.
BESIDE = (SEARCH, DASHBOARD, JOBS)
