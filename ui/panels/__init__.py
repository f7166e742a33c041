"""The panels of the window, in one explicit list. The preview stands in the middle; the others dock around it."""

from __future__ import annotations

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

DOCKED = (ClipsPanel, RunsPanel, InsightsPanel, InspectorPanel, StylePanel, TranscriptPanel, TimelinePanel)
# Stands beside whatever is shown, once the user asks for it.
BESIDE = (SearchPanel, DashboardPanel, JobsPanel)

__all__ = [
    "BESIDE",
    "DOCKED",
    "ClipsPanel",
    "DashboardPanel",
    "InsightsPanel",
    "InspectorPanel",
    "JobsPanel",
    "PreviewPanel",
    "RunsPanel",
    "SearchPanel",
    "StylePanel",
    "TimelinePanel",
    "TranscriptPanel",
]
