"""A page as PDF: A4, black on white whatever the window wears."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

_POINTS = 9
_STYLE = "body, td, th { color: black; } h1 { font-size: 18pt; } h2 { font-size: 12pt; }"


def as_pdf(page: str, title: str) -> bytes:
    """Return a page of HTML as a PDF. Needs a QGuiApplication."""
    document = QTextDocument()
    font = QFont("Inter")
    font.setPointSize(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(page)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Shortlist")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # Qt leaves two centimetres around a document by itself.
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    del writer
    buffer.close()
    return bytes(content.data())
