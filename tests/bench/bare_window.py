"""The least that PySide6 needs for a window with a list of 200 lines: what our start is measured beside."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow


def main(begun: float, file: Path) -> int:
    """Show the window, note when it is painted, and end."""
    application = QApplication(sys.argv[:1])

    def painted() -> None:
        told = {"wall": time.monotonic() - begun, "cpu": time.process_time()}
        file.write_text(json.dumps(told))
        application.quit()

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    window = Window()
    lines = QListWidget()
    lines.addItems([f"Episode {number}" for number in range(200)])
    window.setCentralWidget(lines)
    window.resize(1440, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), Path(sys.argv[2])))
