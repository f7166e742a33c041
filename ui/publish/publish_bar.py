"""What is on its way of a run in one line: how far, a way to stop it, to go on, and to try again what failed."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.controllers.publishing import PublishController
from ui.publish.words import left_words, sum_words
from ui.widgets.basics import button, label, row
from ui.wording import tr


class PublishBar(QWidget):
    """Hidden while nothing of the run is on its way and nothing failed."""

    def __init__(self, publishing: PublishController, run_id: str) -> None:
        super().__init__()
        self.setObjectName("publishBar")
        self._publishing = publishing
        self._run_id = run_id
        self._words = label("", "muted")
        self._words.setObjectName("publishWords")
        self._bar = QProgressBar()
        self._bar.setObjectName("publishProgress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._stop = button(tr("Stop publishing"), lambda: publishing.stop(run_id), "stop")
        self._stop.setObjectName("stopPublishing")
        self._retry = button("", lambda: publishing.retry(run_id), "retry")
        self._retry.setObjectName("retryPublishing")
        line = row(self._words, self._bar, None, self._stop, self._retry, spacing=12)
        line.setStretch(1, 100)
        self.setLayout(line)
        publishing.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, run_id: str) -> None:
        if run_id == self._run_id:
            self._show()

    def _show(self) -> None:
        batch, failed = self._publishing.batch(self._run_id), self._publishing.failed(self._run_id)
        self._bar.setVisible(bool(batch))
        self._bar.setValue(round(self._publishing.fraction(self._run_id) * 1000))
        self._stop.setVisible(bool(batch))
        self._retry.setVisible(bool(failed) and not batch)
        stopped = sum(each.is_stopped for each in failed)
        self._retry.setText(tr("Go on") if stopped == len(failed) else tr("Retry failed"))
        self._words.setText(sum_words(batch) if batch else left_words(len(failed) - stopped, stopped))
        self.setVisible(bool(batch or failed))
