"""Export: choose clips, shapes and a folder; then watch the files come, and go to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Clip
from core.schema.run import OutputRecord
from ui.panel import Workbench
from ui.widgets.basics import ElidedLabel, button, column, label, restyle, row
from ui.widgets.timecode import clock, counted

_USES = {"9:16": "TikTok, Reels, Shorts", "1:1": "Feeds", "4:5": "Instagram feed", "16:9": "YouTube, X"}
_STATES = {"pending": "Waiting", "rendering": "Rendering", "rendered": "Done", "failed": "Failed"}

_DRAFT_WARNING = "Captions come from a draft transcript. Read them first, or choose the style “No captions”."


class ExportDialog(QDialog):
    """Two pages: what to export, and how it goes. Closing it does not stop the work."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None, shows_files: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle("Export")
        self.setMinimumSize(560, 520)
        self._bench = bench
        self.run_id = bench.review.run_id
        self._rows: dict[str, _OutputRow] = {}
        self._folder = QLineEdit(str(bench.memory.value("export_folder", str(Path.home() / "Shortlist"))))
        self._folder.setObjectName("exportFolder")
        self._folder.setAccessibleName("Folder for the files")
        self._folder.textChanged.connect(lambda _text: self._count())
        self._clips = self._make_clips()
        self._aspects = self._make_aspects()
        self._draft = label(
            "Captions come from a draft transcript. Read them first, or choose the style “No captions”.",
            wraps=True,
        )
        self._draft.setObjectName("exportDraftWarning")
        self._sum = label("", "muted")
        self._sum.setObjectName("exportSum")
        self._start = button("Export", self._on_start, is_primary=True)
        self._start.setObjectName("startExport")
        self._start.setDefault(True)
        self._heading = label("", "heading")
        self._heading.setObjectName("exportHeading")
        self._list = QVBoxLayout()
        self._show_folder = button("Show in folder", self._on_show_folder, "folder", is_primary=True)
        self._show_folder.setObjectName("showInFolder")
        self._retry = button("Retry failed", self._on_retry, "retry")
        self._retry.setObjectName("retryExport")
        self._stop = button("Stop", lambda: bench.export.stop(self.run_id), "stop")
        self._stop.setObjectName("stopExport")
        self._pages = QStackedLayout()
        self._pages.addWidget(self._choose_page())
        self._pages.addWidget(self._progress_page())
        self.setLayout(self._pages)
        bench.export.outputs_changed.connect(self._on_outputs_changed)
        bench.review.analysis_changed.connect(self._show_draft)
        self._show_draft()
        self._count()
        if shows_files or bench.export.is_under_way(self.run_id):
            self._pages.setCurrentIndex(1)
            self._show_outputs()

    # Choosing

    def _make_clips(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("exportClips")
        made.setAccessibleName("Clips to export")
        for clip in self._bench.review.clips:
            if clip.decision == "approved":
                made.addItem(_clip_line(clip))
        made.itemChanged.connect(lambda _line: self._count())
        return made

    def _make_aspects(self) -> dict[Aspect, QCheckBox]:
        remembered = str(self._bench.memory.value("export_aspects", "9:16,1:1,16:9")).split(",")
        made: dict[Aspect, QCheckBox] = {}
        for aspect in ASPECTS:
            box = QCheckBox(f"{aspect}   {_USES[aspect]}")
            box.setObjectName(f"exportAspect_{aspect}")
            box.setChecked(aspect in remembered)
            box.toggled.connect(lambda _checked: self._count())
            made[aspect] = box
        return made

    def _choose_page(self) -> QWidget:
        page = QWidget()
        layout = column(label("Approved clips", "heading"), self._clips, spacing=10)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setStretch(1, 1)
        layout.addWidget(label("Shapes", "heading"))
        first, second = row(spacing=24), row(spacing=24)
        for place, box in enumerate(self._aspects.values()):
            box.setMinimumWidth(230)
            (first if place < 2 else second).addWidget(box)
        first.addStretch(1)
        second.addStretch(1)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(label("Folder", "heading"))
        chooser = row(self._folder, button("Choose…", self._on_choose_folder))
        chooser.setStretch(0, 1)
        layout.addLayout(chooser)
        layout.addWidget(self._draft)
        layout.addSpacing(6)
        layout.addLayout(row(self._sum, None, button("Cancel", self.reject), self._start))
        page.setLayout(layout)
        return page

    def _chosen_clips(self) -> list[str]:
        lines = (self._clips.item(place) for place in range(self._clips.count()))
        return [
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() == Qt.CheckState.Checked
        ]

    def _chosen_aspects(self) -> list[Aspect]:
        return [aspect for aspect, box in self._aspects.items() if box.isChecked()]

    def _count(self) -> None:
        clips, aspects = len(self._chosen_clips()), len(self._chosen_aspects())
        files = clips * aspects
        self._start.setEnabled(files > 0 and bool(self._folder.text().strip()))
        if not clips:
            text = "Choose a clip" if self._clips.count() else "Approve a clip first"
        elif not aspects:
            text = "Choose a shape"
        else:
            text = f"{files} file{'s' if files != 1 else ''}"
        self._sum.setText(text)

    def _show_draft(self) -> None:
        transcript = self._bench.review.transcript
        self._draft.setVisible(transcript is not None and transcript.is_draft)

    def _on_choose_folder(self) -> None:
        chooser = QFileDialog(self, "Folder for the files", self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.open()

    def _on_start(self) -> None:
        folder = self._folder.text().strip()
        aspects = self._chosen_aspects()
        self._bench.memory.setValue("export_folder", folder)
        self._bench.memory.setValue("export_aspects", ",".join(aspects))
        self._bench.export.start(self.run_id, self._chosen_clips(), aspects, Path(folder).expanduser())
        self._heading.setText("Starting…")
        self._pages.setCurrentIndex(1)

    # Watching

    def _progress_page(self) -> QWidget:
        page, body = QWidget(), QWidget()
        self._list.setSpacing(10)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.addStretch(1)
        body.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        layout = column(self._heading, area, spacing=12)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setStretch(1, 1)
        layout.addLayout(row(self._stop, self._retry, None, button("Close", self.close), self._show_folder))
        page.setLayout(layout)
        return page

    def _on_outputs_changed(self, run_id: str) -> None:
        if run_id == self.run_id:
            self._show_outputs()

    def _show_outputs(self) -> None:
        outputs = self._bench.export.outputs(self.run_id)
        for output in outputs:
            shown = self._rows.get(output.id)
            if shown is None:
                clip = self._bench.review.clip(output.clip_id)
                shown = _OutputRow(clip.wording.title if clip else output.clip_id)
                self._rows[output.id] = shown
                self._list.insertWidget(self._list.count() - 1, shown)
            shown.show_output(output)
        done = sum(output.state == "rendered" for output in outputs)
        failed = sum(output.state == "failed" for output in outputs)
        is_working = any(output.state in ("pending", "rendering") for output in outputs)
        if not outputs and not self._bench.export.is_under_way(self.run_id):
            self._pages.setCurrentIndex(0)
            return
        is_stopped = is_working and self._bench.export.is_stopped(self.run_id)
        text = f"{done} of {len(outputs)} files done" if is_working else f"{counted(done, 'file')} exported"
        text = f"Stopped, {text}" if is_stopped else text
        self._heading.setText(text + (f", {failed} failed" if failed else ""))
        self._stop.setVisible(is_working and not is_stopped)
        self._retry.setText("Resume" if is_stopped else "Retry failed")
        self._retry.setVisible(is_stopped or (failed > 0 and not is_working))
        self._show_folder.setEnabled(done > 0)

    def _on_retry(self) -> None:
        self._bench.export.retry(self.run_id)

    def _on_show_folder(self) -> None:
        done = [output for output in self._bench.export.outputs(self.run_id) if output.files]
        folder = done[0].files[0].parent if done else Path(self._folder.text()).expanduser()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._heading.setText(f"The files are in {folder}")


class _OutputRow(QWidget):
    """One file: clip, shape, state, and why it failed."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = ElidedLabel(title)
        self._shape = label("", "muted")
        self._shape.setFixedWidth(44)
        self._state = label("", "small")
        self._state.setFixedWidth(70)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(110)
        self._why = label("", "error", wraps=True)
        self._why.hide()
        line = row(self._shape, self._title, self._bar, self._state, spacing=10)
        line.setStretch(1, 1)
        self._why.setContentsMargins(54, 0, 0, 0)
        layout = column(spacing=2)
        layout.addLayout(line)
        layout.addWidget(self._why)
        self.setLayout(layout)

    def show_output(self, output: OutputRecord) -> None:
        """Show how a file stands."""
        self._shape.setText(output.aspect)
        self._state.setText(_STATES[output.state])
        restyle(self._state, "role", "error" if output.state == "failed" else "small")
        self._bar.setValue(1000 if output.state == "rendered" else round(output.fraction * 1000))
        restyle(self._bar, "state", {"rendered": "done", "failed": "failed"}.get(output.state, "working"))
        self._why.setText(output.error)
        self._why.setVisible(bool(output.error))
        if output.files:
            self._title.setText(output.files[0].name)


def _clip_line(clip: Clip) -> QListWidgetItem:
    line = QListWidgetItem(f"{clip.wording.title or 'Untitled clip'}   {clock(clip.cut.duration)}")
    line.setData(Qt.ItemDataRole.UserRole, clip.id)
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(Qt.CheckState.Checked)
    return line
