"""A file manager of one file: what the pointer drags out of its small window is that file, as any program's is.

`python file_manager.py FILE X Y`; it is ended by whoever started it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class File(QLabel):
    """The file, to be dragged."""

    def __init__(self, path: str) -> None:
        super().__init__(path.rpartition("/")[2])
        self._path = path
        self.setWindowTitle("Files")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.resize(160, 60)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the file go where the pointer goes."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    file = File(sys.argv[1])
    file.move(int(sys.argv[2]), int(sys.argv[3]))
    file.show()
    application.exec()
