"""The user guide in a window of its own: a list of pages, text and pictures; it needs no network.

It is in the language that is worn; a page that is not written in that is shown in English.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QWidget

from core.resources import guide
from ui.languages import USUAL, worn
from ui.widgets.basics import button, column, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, tr

# Languages that have every page: folders of docs/guide.
WRITTEN_IN = ("en", "de")
# In the order in which they are read.
PAGES = (
    ("first", QT_TR_NOOP("Your first clip")),
    ("start", QT_TR_NOOP("Getting started")),
    ("review", QT_TR_NOOP("Review clips")),
    ("look", QT_TR_NOOP("Words, framing and style")),
    ("search", QT_TR_NOOP("Find what was said")),
    ("export", QT_TR_NOOP("Export")),
    ("night", QT_TR_NOOP("Many videos at once")),
    ("workspaces", QT_TR_NOOP("A workspace for each client")),
    ("trouble", QT_TR_NOOP("Long work and trouble")),
    ("privacy", QT_TR_NOOP("What stays here")),
)
_SIZE_PX = (980, 740)
_LIST_PX = 210
_PICTURE_PX = 620
_MARGIN_PX = 24
# Stands in a text where a picture is.
_PICTURE = "\ufffc"
_LINE_PX = 32
# Percent of the letters' height; pixels above a heading and below everything.
_LINE_HEIGHT, _ABOVE_PX, _BELOW_PX = 130.0, 16, 8


def page(name: str) -> Path:
    """Return the file of a page, by its name without an ending: in the language that is worn, else in English."""
    written = guide(worn()) / f"{name}.md"
    return written if written.is_file() else guide(USUAL) / written.name


class GuideDialog(Dialog):
    """Shows a page at a time; links between pages are followed inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideDialog")
        self.setWindowTitle(tr("User guide"))
        self._list = QListWidget()
        self._list.setObjectName("guidePages")
        self._list.setAccessibleName(tr("Pages of the guide"))
        self._list.setFixedWidth(_LIST_PX)
        self._list.setUniformItemSizes(True)
        for _, title in PAGES:
            item = QListWidgetItem(tr(title), self._list)
            item.setSizeHint(QSize(0, _LINE_PX))
        self._text = GuideBrowser()
        self._list.currentRowChanged.connect(self._on_page_chosen)
        self._text.sourceChanged.connect(self._on_page_shown)
        self._back = button(tr("Back"), self._text.backward)
        self._back.setObjectName("guideBack")
        self._text.backwardAvailable.connect(self._back.setEnabled)
        self._back.setEnabled(False)
        close = button(tr("Close"), self.reject)
        close.setObjectName("guideClose")
        pages = row(spacing=12)
        pages.addWidget(self._list)
        pages.addWidget(self._text, 1)
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(pages, 1)
        layout.addLayout(row(self._back, None, close))
        self.setLayout(layout)
        self.resize(*_SIZE_PX)
        self._list.setCurrentRow(0)

    def open_page(self, name: str) -> None:
        """Show a page by the name of its file."""
        self._list.setCurrentRow(next(place for place, (known, _) in enumerate(PAGES) if known == name))

    def _on_page_chosen(self, place: int) -> None:
        file = page(PAGES[place][0])
        if Path(self._text.source().toLocalFile()) != file:
            self._text.setSource(QUrl.fromLocalFile(str(file)), QTextDocument.ResourceType.MarkdownResource)

    def _on_page_shown(self, url: QUrl) -> None:
        shown = Path(url.toLocalFile()).stem
        place = next((place for place, (name, _) in enumerate(PAGES) if name == shown), -1)
        if place >= 0:
            self._list.setCurrentRow(place)


class GuideBrowser(QTextBrowser):
    """A page of Markdown, whose pictures are no wider than the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guideText")
        self.setAccessibleName(tr("The guide"))
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.sourceChanged.connect(lambda _url: self._air())

    def _air(self) -> None:
        """Give a page the room between its lines that Markdown leaves to whoever shows it."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if cursor.currentTable() is None:
                cursor.setBlockFormat(_airy(block))
            block = block.next()

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Show a page; a link from one in English leads back to the language that is worn."""
        url = QUrl(name)
        if url.isLocalFile():
            shown = QUrl.fromLocalFile(str(page(Path(url.toLocalFile()).stem)))
            shown.setFragment(url.fragment())
            url = shown
        super().doSetSource(url, type)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return what a page refers to."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        if picture.width() <= _PICTURE_PX:
            return picture
        return picture.scaledToWidth(_PICTURE_PX, Qt.TransformationMode.SmoothTransformation)


def _airy(block: QTextBlock) -> QTextBlockFormat:
    made = block.blockFormat()
    if _PICTURE not in block.text():
        made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(_ABOVE_PX if made.headingLevel() and block.blockNumber() else 0)
    made.setBottomMargin(_BELOW_PX)
    # Markdown keeps commands in one line; what is beyond the edge would be overlooked.
    made.setNonBreakableLines(False)
    return made
