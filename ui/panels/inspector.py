"""The inspector: everything about the clip in hand, and where it is changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from ui.inspector.captions_page import CaptionsPage
from ui.inspector.clip_page import ClipPage
from ui.inspector.framing_page import FramingPage
from ui.inspector.sound_page import SoundPage
from ui.panel import Panel, Workbench
from ui.widgets.basics import column
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import tr


class InspectorPanel(Panel):
    """Tabs: the clip, its captions, its framing, its sound."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("inspectorTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(False)
        # Where words are long, all tabs stay in sight.
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        layout = column(self._tabs)
        layout.setContentsMargins(4, 4, 4, 4)
        self.setLayout(layout)
        self._clip_page = ClipPage(bench)
        self._add(self._clip_page, tr("Clip"))
        self.setMinimumWidth(312)

    def fill(self) -> Iterator[None]:
        """Make the other pages, one a step."""
        for kind, name in (
            (CaptionsPage, tr("Captions")),
            (FramingPage, tr("Framing")),
            (SoundPage, tr("Sound")),
        ):
            yield
            self._add(kind(self.bench), name)

    def _add(self, page: QWidget, name: str) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.addTab(area, name)
        area.setWidget(page)
        keep_rows_whole(area)

    def get_ready(self) -> Iterator[None]:
        """Make the lines of the axes, which most clips have."""
        yield from self._clip_page.get_ready()

    def write_note(self) -> None:
        """Let the user write on with the notes of the clip in hand."""
        self._tabs.setCurrentIndex(0)
        self._clip_page.write_note()
