"""The timeline: the whole episode, its clips and the playhead."""

from __future__ import annotations

from itertools import groupby, pairwise

from PySide6.QtCore import Qt, Signal

from core.schema.clip import Clip
from core.schema.insights import Chapter
from ui.panel import Panel, Workbench
from ui.timeline.scene import ClipMark, Scene, Stretch
from ui.timeline.view import TimelineView
from ui.timeline.waveform import read_peaks
from ui.widgets.basics import column, icon_button, row


class TimelinePanel(Panel):
    """The timeline with its zoom buttons.

    Signals:
        sought(float): The user wants the playhead at a source second.
    """

    name = "timelinePanel"
    title = "Timeline"
    home = Qt.DockWidgetArea.BottomDockWidgetArea
    sought = Signal(float)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._review = bench.review
        self._chapters_shown: tuple[Chapter, ...] = ()
        self.view = TimelineView()
        buttons = column(
            icon_button("fit", "Clip or whole episode", self.view.fit, "Z"),
            icon_button("zoom-in", "Zoom in", lambda: self.view.zoom(1.6), "wheel"),
            icon_button("zoom-out", "Zoom out", lambda: self.view.zoom(1 / 1.6), "wheel"),
            None,
            spacing=2,
        )
        layout = row(spacing=8)
        layout.setContentsMargins(6, 6, 8, 6)
        layout.addLayout(buttons)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)
        self.view.sought.connect(self.sought)
        self.view.clip_chosen.connect(self._review.select)
        self.view.clip_opened.connect(self._on_clip_opened)
        self.view.clip_trimmed.connect(self._review.trim)
        self._review.clips_changed.connect(self._show_scene)
        self.bench.taste.changed.connect(self._show_scene)
        self._review.analysis_changed.connect(self._on_analysis_changed)
        self._review.current_changed.connect(self._on_current_changed)
        bench.insights.changed.connect(self._on_insights_changed)
        bench.player.moved.connect(self._on_moved)

    def _on_analysis_changed(self) -> None:
        prepared = self._review.prepared
        raw = self._review.waveform
        self.view.show_wave(read_peaks(raw) if raw else None, prepared.waveform_hz if prepared else 0.0)
        self._show_scene()

    def _on_current_changed(self) -> None:
        clip = self._review.current
        self.view.show_current(clip.id if clip else "")

    def _on_clip_opened(self, clip_id: str) -> None:
        self._review.select(clip_id)
        self.view.fit()

    def _on_moved(self, _at: float) -> None:
        self.view.show_playhead(self.bench.player.source_position, follows=self.bench.player.is_playing)

    def _show_scene(self) -> None:
        review = self._review
        segments = review.analysis.segments if review.analysis else None
        shots = segments.shots if segments else ()
        self.view.show_scene(
            Scene(
                duration=review.duration,
                clips=tuple(self._mark(clip) for clip in sorted(review.clips, key=lambda clip: clip.cut.start)),
                chapters=self._chapters(),
                turns=self._turns(),
                shots=tuple(shot.start for shot in shots if shot.start > 0),
                snap_points=tuple(review.snap_points),
            )
        )

    def _on_insights_changed(self) -> None:
        chapters = self.bench.insights.found.chapters if self.bench.insights.found else ()
        if chapters != self._chapters_shown:
            self._show_scene()

    def _chapters(self) -> tuple[Stretch, ...]:
        """Return the chapters of the insights; until they are there, what the analysis took for topics."""
        found, analysis = self.bench.insights.found, self._review.analysis
        self._chapters_shown = chapters = found.chapters if found else ()
        if chapters:
            ends = [*(chapter.start for chapter in chapters[1:]), max(self._review.duration, chapters[-1].start)]
            pairs = enumerate(zip(chapters, ends, strict=True))
            return tuple(Stretch(chapter.start, end, chapter.title, i) for i, (chapter, end) in pairs)
        topics = analysis.segments.topics if analysis and analysis.segments else ()
        return tuple(Stretch(topic.start, topic.end, topic.title, i) for i, topic in enumerate(topics))

    def _turns(self) -> tuple[Stretch, ...]:
        transcript = self._review.transcript
        if transcript is None:
            return ()
        speakers = list(dict.fromkeys(segment.speaker for segment in transcript.segments if segment.speaker))
        turns: list[Stretch] = []
        for speaker, found in groupby(transcript.segments, key=lambda segment: segment.speaker):
            spoken = list(found)
            if speaker:
                turns.append(Stretch(spoken[0].start, spoken[-1].end, speaker, speakers.index(speaker)))
        return tuple(turns)

    def _mark(self, clip: Clip) -> ClipMark:
        ranges = clip.cut.ranges
        return ClipMark(
            id=clip.id,
            start=clip.cut.start,
            end=clip.cut.end,
            score=self.bench.taste.standing(clip).score,
            decision=clip.decision,
            title=clip.wording.title or "Untitled clip",
            gaps=tuple((a.end, b.start) for a, b in pairwise(ranges)),
        )
