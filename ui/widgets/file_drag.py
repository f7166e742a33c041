"""Files that leave the window: dragged into another program, or copied to be pasted there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.icons import icon

_SIGN_PX = 32


def files_as_mime(files: Sequence[Path]) -> QMimeData:
    """Return files as other programs take them: URLs, and their paths as text for those that know no URLs."""
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    made.setText("\n".join(str(file) for file in files))
    return made


def is_far_enough(start: QPoint, now: QPoint) -> bool:
    """Whether a pressed pointer went so far that a drag is meant and not a click."""
    return (now - start).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()


def drag_files(source: QWidget, files: Sequence[Path]) -> bool:
    """Drag those of the files that are there until they are dropped; return whether there was anything to drag.

    They are only ever copied: whoever takes them must not take them away from the folder they were exported to.
    """
    there = [file for file in files if file.exists()]
    if not there:
        return False
    drag = QDrag(source)
    drag.setMimeData(files_as_mime(there))
    drag.setPixmap(icon("film", "accent").pixmap(_SIGN_PX, _SIGN_PX))
    drag.exec(Qt.DropAction.CopyAction)
    return True


def copy_files(files: Sequence[Path]) -> bool:
    """Put those of the files that are there on the clipboard; return whether there were any."""
    there = [file for file in files if file.exists()]
    if there:
        QGuiApplication.clipboard().setMimeData(files_as_mime(there))
    return bool(there)
