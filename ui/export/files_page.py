"""The files of an export as they come: how far each is, how long it takes, what the checks found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from core.schema.cell import shape_words
from core.schema.run import OutputRecord
from ui.controllers.checks import doubtful
from ui.export.file_row import FileRow
from ui.panel import Workbench
from ui.publish.publish_bar import PublishBar
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS
from ui.widgets.timecode import remaining
from ui.wording import tr


class FilesPage(QWidget):
    """Signals:
    closed(): The user saw enough; the work goes on.
    publishing_wanted(): Finished files shall be published.
    """

    closed = Signal()
    publishing_wanted = Signal()

    def __init__(self, bench: Workbench, run_id: str) -> None:
        super().__init__()
        self._export = bench.export
        self._review = bench.review
        self._publishing = bench.publishing
        self._run_id = run_id
        self._rows: dict[str, FileRow] = {}
        self._outputs: list[OutputRecord] = []
        self.folder = Path.home()
        self._heading = label("", "heading")
        self._heading.setObjectName("exportHeading")
        self._left = label("", "muted")
        self._left.setObjectName("exportRemaining")
        self._said = label("", "muted", wraps=True)
        self._said.setObjectName("exportSaid")
        self._said.hide()
        self._list = QVBoxLayout()
        self._show_folder = button(tr("Show in folder"), self._on_show_folder, "folder", is_primary=True)
        self._show_folder.setObjectName("showInFolder")
        self._retry = button(tr("Retry failed"), lambda: bench.export.retry(run_id), "retry")
        self._retry.setObjectName("retryExport")
        self._stop = button(tr("Stop"), lambda: bench.export.stop(run_id), "stop")
        self._stop.setObjectName("stopExport")
        self._publish = button(tr("Publish…"), self.publishing_wanted.emit)
        self._publish.setObjectName("publishFiles")
        self._build()
        bench.publishing.changed.connect(self._on_publishing_changed)

    def _build(self) -> None:
        body = QWidget()
        self._list.setSpacing(2)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.addStretch(1)
        body.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self._area = area
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(self._heading, None, self._left))
        layout.addWidget(area, 1)
        layout.addWidget(self._said)
        layout.addWidget(PublishBar(self._publishing, self._run_id))
        close = button(tr("Close"), self.closed.emit)
        layout.addLayout(row(self._stop, self._retry, None, close, self._publish, self._show_folder))
        self.setLayout(layout)

    def show_starting(self, folder: Path) -> None:
        """Show that files are asked for."""
        self.folder = folder
        self._heading.setText(tr("Starting…"))
        self._left.setText("")

    def show_outputs(self) -> bool:
        """Show how the files stand; return False where there are none."""
        outputs = self._outputs = self._export.outputs(self._run_id)
        cells = [output.cell for output in outputs]
        for output in outputs:
            if output.id not in self._rows:
                self._add(output)
            published = self._publishing.of_output(output)
            shape = shape_words(output.cell, cells)
            self._rows[output.id].show_output(output, shape, self._export.facts(output), published)
        self._show_sum(outputs)
        return bool(outputs) or self._export.is_under_way(self._run_id)

    def _add(self, output: OutputRecord) -> None:
        clip = self._review.clip(output.clip_id)
        made = FileRow(clip.wording.title if clip else output.clip_id)
        made.opened.connect(lambda: self._on_opened(output.id))
        made.details_wanted.connect(lambda: self._on_details_wanted(output.id))
        made.left.connect(lambda by: self._step(output.id, by))
        made.gone.connect(self._on_gone)
        made.copied.connect(self._on_copied)
        made.retried.connect(self._publishing.retry_one)
        made.said.connect(lambda sentence: self._say(sentence, "muted"))
        self._rows[output.id] = made
        self._list.insertWidget(self._list.count() - 1, made)

    def _show_sum(self, outputs: list[OutputRecord]) -> None:
        done = sum(output.state == "rendered" for output in outputs)
        failed = sum(output.state == "failed" for output in outputs)
        is_working = any(output.state in ("pending", "rendering") for output in outputs)
        is_stopped = is_working and self._export.is_stopped(self._run_id)
        self._heading.setText(_sum_words(outputs, done, failed, is_working, is_stopped))
        left = self._export.remaining(self._run_id) if is_working and not is_stopped else None
        self._left.setText(remaining(left) if left is not None else "")
        self._stop.setVisible(is_working and not is_stopped)
        self._retry.setText(tr("Resume") if is_stopped else tr("Retry failed"))
        self._retry.setVisible(is_stopped or (failed > 0 and not is_working))
        self._show_folder.setEnabled(done > 0)
        self._publish.setEnabled(done > 0)

    def _on_publishing_changed(self, run_id: str) -> None:
        if run_id == self._run_id and self._rows:
            self.show_outputs()

    def _step(self, output_id: str, by: int) -> None:
        """Give the keyboard to the row before or after one."""
        order = [output.id for output in self._outputs if output.id in self._rows]
        place = order.index(output_id) + by
        if 0 <= place < len(order):
            self._rows[order[place]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._rows[order[place]])

    def _output(self, output_id: str) -> OutputRecord | None:
        return next((output for output in self._outputs if output.id == output_id), None)

    def _on_opened(self, output_id: str) -> None:
        output = self._output(output_id)
        if output is not None and output.files:
            self._open(output.files[0])

    def _on_details_wanted(self, output_id: str) -> None:
        from ui.dialogs.checks import ChecksDialog

        output = self._output(output_id)
        if output is None:
            return
        dialog = ChecksDialog(output, self._export.facts(output), self)
        dialog.opened.connect(self._open)
        dialog.open()

    def _on_gone(self, name: str) -> None:
        self._say(
            tr("{file} is not in its folder any more. Export it again to have it.").format(file=name), "error"
        )

    def _on_copied(self, name: str) -> None:
        self._say(tr("{file} is copied. Paste it where you need it.").format(file=name), "muted")

    def _say(self, sentence: str, role: str) -> None:
        self._said.setText(sentence)
        restyle(self._said, "role", role)
        self._said.show()

    def _on_show_folder(self) -> None:
        done = [output for output in self._outputs if output.files]
        self._open(done[0].files[0].parent if done else self.folder)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._heading.setText(tr("Nothing here can open {path}").format(path=path))


def _sum_words(outputs: list[OutputRecord], done: int, failed: int, is_working: bool, is_stopped: bool) -> str:
    so_far = tr("{done} of %n files done", "", len(outputs)).format(done=done)
    parts = [so_far if is_working else tr("%n files exported", "", done)]
    if is_stopped:
        parts = [tr("Stopped, {done} of %n files done", "", len(outputs)).format(done=done)]
    if failed:
        parts.append(tr("%n failed", "files", failed))
    if to_look_at := doubtful(outputs):
        parts.append(tr("%n to look at", "files", to_look_at))
    return ", ".join(parts)
