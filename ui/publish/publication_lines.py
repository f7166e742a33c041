"""All that became of one finished file at its destinations, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.schema.publication import Publication
from ui.publish.publication_line import PublicationLine
from ui.widgets.basics import column


class PublicationLines(QWidget):
    """Hidden where nothing was published.

    Signals:
        retried(Publication): It shall be tried again, or gone on with.
        said(str): Something was done that is to be told.
    """

    retried = Signal(object)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[PublicationLine] = []
        self._list = column(spacing=0)
        self.setLayout(self._list)
        self.hide()

    def show_publications(self, publications: Sequence[Publication]) -> None:
        """Show how each stands."""
        while len(self._lines) < len(publications):
            made = PublicationLine()
            made.retried.connect(self.retried)
            made.said.connect(self.said)
            self._lines.append(made)
            self._list.addWidget(made)
        for made, publication in zip(self._lines, publications, strict=False):
            made.show_publication(publication)
            made.show()
        for made in self._lines[len(publications) :]:
            made.hide()
        self.setVisible(bool(publications))

    def words(self) -> str:
        """Return what they say, for whoever reads it aloud."""
        return ", ".join(made.words() for made in self._lines if not made.isHidden())
