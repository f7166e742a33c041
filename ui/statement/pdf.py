"""A page as PDF: A4, black on white whatever the window wears. Nothing of the window is shared: any thread may."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from core.schema.record import ProgressCallback, ignore_progress
from ui.statement.parts import add_part
from ui.wording import QT_TR_NOOP

WRITING_PAGES = QT_TR_NOOP("Writing pages")
_POINTS, _NUMBER_POINTS = 9, 7
_LAID_OUT = 0.7  # of the whole time, when pages are painted
_BLOCKS = 100  # paragraphs and cells that are laid out at once
_DPI = 300
_MARGIN = round(2.0 / 2.54 * _DPI)  # two centimetres around, in dots
_STYLE = "body, td, th { color: black; } h1 { font-size: 18pt; } h2 { font-size: 12pt; }"


def as_pdf(parts: Sequence[str], title: str, progress: ProgressCallback = ignore_progress) -> bytes:
    """Return HTML as a PDF. Needs a QGuiApplication.

    Python's other threads wait for each call of Qt; so it is done in steps of some hundredths of a second.

    Args:
        parts: What stands one below the other, in the subset of HTML that Qt's text documents know: those between
            the first and the last are tables.
        title: The file's own.
        progress: Called with each step; may raise `Cancelled`.
    """
    # A document lays itself out with a timer, which a thread of Python's has only with a loop.
    loop = QEventLoop()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    painter = QPainter(writer)
    try:
        document, view = _laid_out(parts, writer, progress)
        count = document.pageCount()
        for number in range(count):
            progress(_LAID_OUT + (1 - _LAID_OUT) * number / count, WRITING_PAGES)
            if number:
                writer.newPage()
            _paint(document, painter, view, number)
    finally:
        painter.end()
        del painter, writer
        buffer.close()
        del loop
    return bytes(content.data())


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Shortlist")
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return writer


def _laid_out(
    parts: Sequence[str], writer: QPdfWriter, progress: ProgressCallback
) -> tuple[QTextDocument, QRectF]:
    """Return the document as it is printed, and the first of its pages, one below the other, in dots."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(_font(_POINTS))
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    view = QRectF(0, 0, writer.width() - 2 * _MARGIN, writer.height() - 2 * _MARGIN)
    document.setPageSize(view.size())
    document.setHtml(parts[0])
    for place, part in enumerate(parts[1:], 1):
        progress(_LAID_OUT / 2 * place / len(parts), WRITING_PAGES)
        add_part(document, part, is_last=place == len(parts) - 1)
    block, count = document.begin(), document.blockCount()
    while block.isValid():
        if block.blockNumber() % _BLOCKS == 0:
            progress(_LAID_OUT / 2 * (1 + block.blockNumber() / count), WRITING_PAGES)
            # Asked where it is, Qt lays out all that stands before it.
            document.documentLayout().blockBoundingRect(block)
        block = block.next()
    return document, view


def _paint(document: QTextDocument, painter: QPainter, view: QRectF, number: int) -> None:
    """Paint the page of that number, from 0, with its number at the lower edge."""
    shown = view.translated(0, number * view.height())
    painter.save()
    painter.translate(_MARGIN, _MARGIN - shown.top())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = shown
    context.palette.setColor(QPalette.ColorRole.Text, "black")
    painter.setClipRect(shown)
    document.documentLayout().draw(painter, context)
    painter.restore()
    painter.setFont(_font(_NUMBER_POINTS))
    painter.drawText(QPointF(_MARGIN + view.width(), 1.5 * _MARGIN + view.height()), str(number + 1))


def _font(points: int) -> QFont:
    font = QFont("Inter")
    font.setPointSize(points)
    return font
