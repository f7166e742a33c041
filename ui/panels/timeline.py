"""The timeline: the whole episode, its clips and the playhead, over a map of it all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from core.schema.insights import Chapter
from ui.panel import Panel, Workbench
from ui.timeline.gather import backdrop, chapter_stretches, clip_mark
from ui.timeline.minimap import MiniMap
from ui.timeline.scene import Scene
from ui.timeline.view import TimelineView
from ui.timeline.waveform import Wave, read_peaks
from ui.widgets.basics import column, icon_button, row
from ui.wording import QT_TR_NOOP, tr

_ZOOM = 1.6
_MAP_FROM_PX = 140
_BUTTONS_PX = 109


class TimelinePanel(Panel):
    """The timeline with its zoom buttons and its map.

    Signals:
        sought(float): The user wants the playhead at a source second.
    """

    sought = Signal(float)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._review = bench.review
        self._chapters_shown: tuple[Chapter, ...] = ()
        self._backdrop = Scene()
        self._plays_on = False
        self._reading: asyncio.Future[None] | None = None
        self.view = TimelineView()
        self.map = MiniMap(self.view)
        buttons = column(
            icon_button("fit", tr("Clip or whole episode"), self.view.fit, "Z"),
            icon_button("zoom-in", tr("Zoom in"), lambda: self.view.zoom(_ZOOM), tr("+ or wheel")),
            icon_button("zoom-out", tr("Zoom out"), lambda: self.view.zoom(1 / _ZOOM), tr("- or wheel")),
            None,
            spacing=2,
        )
        shown = column(self.view, self.map, spacing=4)
        shown.setStretch(0, 1)
        layout = row(spacing=8)
        layout.setContentsMargins(6, 6, 8, 6)
        layout.addLayout(buttons)
        layout.addLayout(shown, 1)
        self.setLayout(layout)
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """Ask for no room for the map, which gives way first."""
        return QSize(super().minimumSizeHint().width(), max(_BUTTONS_PX, self.view.minimumHeight() + 12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the map where there is height for it."""
        super().resizeEvent(event)
        self.map.setVisible(self.height() >= _MAP_FROM_PX)

    def _connect(self) -> None:
        review, view = self._review, self.view
        view.sought.connect(self.sought)
        view.scrub_started.connect(self._on_scrub_started)
        view.scrub_ended.connect(self._on_scrub_ended)
        view.clip_chosen.connect(review.select)
        view.clip_opened.connect(self._on_clip_opened)
        view.clip_trimmed.connect(review.trim)
        view.clips_moved.connect(review.move)
        view.clip_wanted.connect(review.new_clip)
        view.selection_changed.connect(self._on_selected)
        self.bench.triage.selection_changed.connect(self._on_chosen)
        review.clips_changed.connect(self._show_scene)
        self.bench.taste.changed.connect(self._show_scene)
        review.analysis_changed.connect(self._on_analysis_changed)
        review.current_changed.connect(self._on_current_changed)
        self.bench.insights.changed.connect(self._on_insights_changed)
        self.bench.player.moved.connect(self._on_moved)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what commands of the group "Timeline" do."""
        view, player = self.view, self.bench.player
        return {
            "fit_timeline": view.fit,
            "whole_timeline": view.show_whole,
            "zoom_in_timeline": lambda: view.zoom(_ZOOM),
            "zoom_out_timeline": lambda: view.zoom(1 / _ZOOM),
            "earlier_timeline": lambda: view.turn_page(-1),
            "later_timeline": lambda: view.turn_page(1),
            "mark_in": lambda: view.mark_from(player.source_position),
            "mark_out": lambda: view.mark_to(player.source_position),
            "new_clip": view.make_clip,
            "move_earlier": lambda: self._move_by_word(-1),
            "move_later": lambda: self._move_by_word(1),
        }

    def _move_by_word(self, by: int) -> None:
        """Let the clip in hand start where the word before or after starts; what is selected follows."""
        clip = self._review.current
        at = self.view.snap_points.starts.step(clip.cut.start, by) if clip is not None else None
        if clip is not None and at is not None:
            self._review.move([each.id for each in self.bench.triage.clips()], at - clip.cut.start)
            self.view.seek(self._review.current.cut.start if self._review.current else at)

    def _on_scrub_started(self) -> None:
        """Stand still while the playhead is dragged: what is passed is heard then, not what would follow."""
        self._plays_on = self.bench.player.is_moving
        self.bench.player.pause()

    def _on_scrub_ended(self) -> None:
        if self._plays_on:
            self.bench.player.play()

    # What is selected, here and in the list

    def _on_selected(self) -> None:
        order = {clip.id: clip.start for clip in self.view.scene.clips}
        self.bench.triage.choose(sorted(self.view.selected, key=lambda clip_id: order.get(clip_id, 0.0)))

    def _on_chosen(self) -> None:
        chosen = {clip.id for clip in self.bench.triage.clips()}
        # One alone is the clip in hand, which is marked anyway.
        if len(chosen) > 1 or len(self.view.selected) > 1:
            self.view.select(chosen if len(chosen) > 1 else ())

    # What the analysis found

    def _on_analysis_changed(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        if self._review.duration <= 0:
            self._backdrop = Scene()
            self.view.show_wave(None)
            self._show_scene()
            return
        self._reading = self.bench.tasks.start_first(
            self._read(self._review.run_id), QT_TR_NOOP("Could not show the timeline.")
        )

    async def _read(self, run_id: str) -> None:
        """Gather what is shown beside the window's own work: ten hours hold a hundred thousand words."""
        review = self._review
        segments = review.analysis.segments if review.analysis else None
        raw, prepared = review.waveform, review.prepared
        hz = prepared.waveform_hz if prepared else 0.0
        tasks = self.bench.tasks
        found = await tasks.in_thread(backdrop, review.duration, review.transcript, segments)
        wave = await tasks.in_thread(Wave, read_peaks(raw), hz) if raw and hz else None
        if run_id == review.run_id:
            self._backdrop = found
            self.view.show_wave(wave)
            self._show_scene()

    def _on_insights_changed(self) -> None:
        chapters = self.bench.insights.found.chapters if self.bench.insights.found else ()
        if chapters != self._chapters_shown:
            self._show_scene()

    # What is shown

    def _show_scene(self) -> None:
        review = self._review
        if review.duration <= 0 or self._backdrop.duration <= 0:
            # Until it is known how long the episode is, nothing has a place in it.
            self.view.show_scene(Scene())
            self.map.refresh()
            return
        found = self.bench.insights.found
        self._chapters_shown = found.chapters if found else ()
        segments = review.analysis.segments if review.analysis else None
        topics = segments.topics if segments else ()
        marks = (clip_mark(clip, self.bench.taste.standing(clip).score) for clip in review.clips)
        scene = replace(
            self._backdrop,
            clips=tuple(sorted(marks, key=lambda mark: mark.start)),
            chapters=chapter_stretches(self._chapters_shown, topics, review.duration),
        )
        self.view.show_scene(scene)
        self.map.refresh()

    def _on_current_changed(self) -> None:
        clip = self._review.current
        self.view.show_current(clip.id if clip else "")

    def _on_clip_opened(self, clip_id: str) -> None:
        self._review.select(clip_id)
        self.view.fit()

    def _on_moved(self, _at: float) -> None:
        player = self.bench.player
        self.view.show_playhead(player.source_position, follows=player.is_playing)
        self.map.show_playhead()
