"""The history of the clip in hand: every step that changed it, in words, and the way back to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.schema.version import ClipVersion
from ui.changes import change_words
from ui.controllers.versions import VersionController
from ui.widgets.basics import button, clear, column, label, row
from ui.widgets.dates import lately
from ui.widgets.fold import Fold
from ui.wording import QT_TR_NOOP, told, tr

_MOST = 30
_FOUND = QT_TR_NOOP("As it was found")


class HistoryPart(Fold):
    """Lists the versions of the clip, newest first; read when it is open."""

    def __init__(self, versions: VersionController) -> None:
        super().__init__("history", tr("History of this clip"), self._make_list)
        self._versions = versions
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.turned.connect(lambda _is_open: self._show())
        versions.changed.connect(self._show)

    def _make_list(self) -> QWidget:
        made = QWidget()
        made.setLayout(self._list)
        return made

    def _show(self) -> None:
        if not self.is_open:
            self.show_summary("")
            return
        found = self._versions.versions()
        steps = len(found) - 1
        self.show_summary(tr("%n steps", "", steps) if steps > 0 else "")
        clear(self._list)
        if steps < 1:
            self._list.addWidget(label(tr("Nothing of this clip was changed yet."), "muted", wraps=True))
            return
        # The oldest is always among them: the way back to the beginning.
        shown = found if len(found) <= _MOST else [*found[: _MOST - 1], found[-1]]
        for place, version in enumerate(shown):
            older = found[found.index(version) + 1] if version is not found[-1] else None
            self._list.addWidget(self._row(place, version, older))
        if len(found) > len(shown):
            left_out = len(found) - len(shown)
            self._list.addWidget(label(tr("%n steps between are not shown.", "", left_out), "small"))

    def _row(self, place: int, version: ClipVersion, older: ClipVersion | None) -> QWidget:
        changed = change_words(older.clip, version.clip) if older else ()
        name = " · ".join(changed) or told(version.label) or tr(_FOUND)
        what = label(name, "strongBody" if place == 0 else "", wraps=True)
        what.setObjectName(f"version_{place}")
        what.setToolTip(told(version.label))
        when = label(
            _when(version.at) if place else tr("{when} · as it is now").format(when=_when(version.at)), "small"
        )
        text = column(what, when, spacing=0)
        line = row(spacing=8)
        line.addLayout(text, 1)
        if place:
            back = button(tr("Go back"), partial(self._versions.go_back, version))
            back.setObjectName(f"goBack_{place}")
            back.setAccessibleName(tr("Go back to: {name}").format(name=name))
            back.setToolTip(tr("Make the clip what it was then; it can be undone"))
            line.addWidget(back)
        made = QWidget()
        made.setLayout(line)
        return made


def _when(at: float) -> str:
    """Return when a step was made: the time of today, else the day with it; nothing for the beginning."""
    if not at:
        return tr("By Shortlist")
    return lately(at)
