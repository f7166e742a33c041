"""A page in a text document, a part at a time: Qt lays out what is put in at once, and who looks would wait."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument


def add_part(document: QTextDocument, part: str, is_last: bool) -> None:
    """Put HTML behind what a document holds: another table, or what stands below the tables."""
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if is_last:
        # What is put behind a table begins without room above it, and so does the first line there.
        cursor.insertBlock()
        cursor.insertBlock()
    cursor.insertHtml(part)
