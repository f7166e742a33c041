"""How one file stands at one destination, and what can be done: shown, its address copied, tried again."""

from __future__ import annotations

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from core.schema.publication import Publication
from ui.icons import show_sign
from ui.publish.words import local_file, state_words
from ui.widgets.basics import ElidedLabel, icon_button, label, row
from ui.wording import tr

_SIGNS = {
    "pending": ("waiting", "text-muted"),
    "sending": ("export", "accent"),
    "published": ("done", "approved"),
    "failed": ("warning", "danger"),
}
_SIGN_PX, _HEIGHT_PX = 14, 24


class PublicationLine(QWidget):
    """One line below a file.

    Signals:
        retried(Publication): It shall be tried again, or gone on with.
        said(str): Something was done that is to be told.
    """

    retried = Signal(object)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("publicationLine")
        self._publication: Publication | None = None
        self._sign = QLabel()
        self._name = label("", "strong")
        self._name.setObjectName("publicationName")
        self._state = ElidedLabel("", "small")
        self._state.setObjectName("publicationState")
        self._why = label("", "failure", wraps=True)
        self._why.setObjectName("publicationWhy")
        self._open = icon_button("folder", tr("Show in folder"), self._on_open)
        self._open.setObjectName("openPublication")
        self._copy = icon_button("copy", tr("Copy the address"), self._on_copy)
        self._copy.setObjectName("copyPublication")
        self._retry = icon_button("retry", tr("Try again"), self._on_retry)
        self._retry.setObjectName("retryPublication")
        for made in (self._open, self._copy, self._retry):
            made.setIconSize(QSize(_SIGN_PX, _SIGN_PX))
            made.setFixedHeight(_HEIGHT_PX)
        line = row(self._sign, self._name, self._state, self._why, None, spacing=6)
        line.setStretch(2, 100)
        line.setStretch(3, 100)
        for made in (self._open, self._copy, self._retry):
            line.addWidget(made)
        self.setMinimumHeight(_HEIGHT_PX)
        self.setLayout(line)

    def show_publication(self, publication: Publication) -> None:
        """Show how it stands."""
        before, self._publication = self._publication, publication
        is_there, is_failed = publication.state == "published", publication.state == "failed"
        if before is None or before.state != publication.state or before.is_stopped != publication.is_stopped:
            name, token = ("stop", "text-muted") if publication.is_stopped else _SIGNS[publication.state]
            show_sign(self._sign, name, token, _SIGN_PX)
        self._name.setText(publication.destination)
        words, is_told = state_words(publication), is_failed and not publication.is_stopped
        self._state.setText(words)
        self._state.setVisible(not is_told)
        # What went wrong is to be read whole.
        self._why.setText(words if is_told else "")
        self._why.setVisible(is_told)
        is_hook = bool(publication.places) and publication.places[0].startswith("http")
        self._open.setVisible(is_there and local_file(publication) is not None)
        self._copy.setVisible(is_there and bool(publication.places) and not is_hook)
        self._retry.setVisible(is_failed)
        again = tr("Go on") if publication.is_stopped else tr("Try again")
        self._retry.setToolTip(again)
        for made, told in ((self._open, tr("Show in folder")), (self._copy, tr("Copy the address"))):
            made.setAccessibleName(f"{told}: {publication.destination}")
        self._retry.setAccessibleName(f"{again}: {publication.destination}")

    def words(self) -> str:
        """Return what it says, for whoever reads it aloud."""
        return f"{self._name.text()}: {self._state.text()}"

    def _on_open(self) -> None:
        file = local_file(self._publication) if self._publication is not None else None
        if file is None:
            return
        if not file.parent.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))):
            self.said.emit(tr("Nothing here can open {path}").format(path=file.parent))

    def _on_copy(self) -> None:
        if self._publication is not None and self._publication.places:
            QGuiApplication.clipboard().setText(self._publication.places[0])
            self.said.emit(tr("The address is copied: {place}").format(place=self._publication.places[0]))

    def _on_retry(self) -> None:
        if self._publication is not None:
            self.retried.emit(self._publication)
