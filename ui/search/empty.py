"""What the search shows where there is nothing to list: what was looked for last, or what could be tried."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.basics import button, column, label, row
from ui.widgets.flow import flowing
from ui.wording import quoted, tr

_LONGEST = 40


class EmptyPage(QWidget):
    """Signals:
    again(str): The user looks once more for what was looked for before.
    forgotten(): What was looked for is to be forgotten.
    widened(): The user wants to search without filters.
    """

    again = Signal(str)
    forgotten = Signal()
    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "muted", wraps=True)
        self._words.setObjectName("searchEmpty")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._widen = button(tr("Search everywhere"), self.widened.emit, "search")
        self._widen.setObjectName("searchWiden")
        self._recent = QWidget()
        self._recent.setObjectName("searchRecent")
        self._shown: list[str] = []
        self._inside = column(spacing=10)
        self._inside.addStretch(1)
        self._inside.addWidget(self._words)
        self._inside.addLayout(row(None, self._widen, None))
        self._inside.addWidget(self._recent)
        self._inside.addStretch(2)
        self._inside.setContentsMargins(24, 8, 24, 8)
        self.setLayout(self._inside)

    def show_state(self, typed: str | None, is_narrowed: bool, recent: list[str], has_runs: bool) -> None:
        """Show why there is nothing: nothing is asked (`typed` None), or nothing was found."""
        if typed is None:
            text = (
                tr("Type what was said: words or their beginnings, or a phrase in quotation marks.")
                if has_runs
                else tr("What is said in your videos can be searched here, once one is transcribed.")
            )
        elif is_narrowed:
            text = tr("Nothing was found here with these filters.")
        elif typed.strip():
            text = tr("Nobody says {words}. Try fewer words, or only their beginnings.").format(
                words=quoted(typed.strip())
            )
        else:
            text = tr("Nothing was found.")
        self._words.setText(text)
        self._widen.setVisible(typed is not None and is_narrowed)
        self._show_recent(recent if typed is None else [])

    def _show_recent(self, recent: list[str]) -> None:
        self._recent.setVisible(bool(recent))
        if recent == self._shown:
            return
        self._shown = list(recent)
        made: list[QWidget] = [label(tr("Looked for last:"), "small")]
        for place, typed in enumerate(recent):
            short = typed if len(typed) <= _LONGEST else typed[: _LONGEST - 1] + "…"
            # An ampersand would underline the letter behind it.
            one = button(short.replace("&", "&&"), partial(self.again.emit, typed))
            one.setObjectName(f"searchRecent_{place}")
            one.setToolTip(typed)
            made.append(one)
        forget = button(tr("Forget these"), self.forgotten.emit)
        forget.setObjectName("searchForget")
        forget.setProperty("flat", True)
        made.append(forget)
        fresh = flowing(*made, spacing=8)
        fresh.setObjectName("searchRecent")
        self._inside.replaceWidget(self._recent, fresh)
        self._recent.deleteLater()
        self._recent = fresh
        self._recent.setVisible(bool(recent))
