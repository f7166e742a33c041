"""Clips across the workspace that say nearly the same, two side by side: what differs is marked."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QTextBrowser,
    QWidget,
)

from core.schema.clip import Decision
from core.schema.twin import TwinPair, TwinSide, Words
from ui.controllers.twin_pairs import TwinPairsController
from ui.delegates.named_row import name_rows
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import clock, length
from ui.wording import QT_TR_NOOP, quoted, tr

_DECISIONS: dict[Decision, str] = {
    "approved": QT_TR_NOOP("Approved"),
    "rejected": QT_TR_NOOP("Rejected"),
    "maybe": QT_TR_NOOP("Maybe"),
    "undecided": QT_TR_NOOP("Not decided"),
}


class TwinsDialog(Dialog):
    """Stands beside the window, so that either clip can be watched in it."""

    def __init__(self, twins: TwinPairsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("twinsDialog")
        self.setWindowTitle(tr("Clips that say the same"))
        self._twins = twins
        self._list = QListWidget()
        self._list.setObjectName("twinList")
        self._list.setAccessibleName(tr("Pairs of clips"))
        name_rows(self._list)
        self._list.setMinimumWidth(200)
        self._sides = (_Side("twinOne"), _Side("twinOther"))
        self._share = label("", "muted", wraps=True)
        self._share.setObjectName("twinShare")
        self._apart = button(tr("Not the same"), self._on_apart)
        self._apart.setObjectName("twinsApart")
        self._apart.setToolTip(tr("These two are not listed any more"))
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("twinsTold")
        self._undo = button(tr("Undo"), self._on_undo)
        self._undo.setObjectName("twinsUndo")
        self._undo.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._empty = label(
            tr(
                "No two clips of different runs say nearly the same. Pairs turn up where an episode is imported"
                " twice, or a story is told again."
            ),
            "muted",
            wraps=True,
        )
        self._empty.setObjectName("twinsEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(32)
        self._build()
        self._connect()
        if twins.is_look:
            self._forbid()
        twins.load()

    def _build(self) -> None:
        both = row(*self._sides, spacing=16)
        right = column(spacing=12)
        right.addLayout(row(self._share, None, self._apart))
        right.addLayout(both)
        right.setStretch(1, 1)
        shown = QWidget()
        middle = row(self._list, spacing=16)
        middle.setStretch(0, 2)
        middle.addLayout(right, 5)
        middle.setContentsMargins(0, 0, 0, 0)
        shown.setLayout(middle)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._busy_page(), self._empty, shown):
            self._pages.addWidget(page)
        close = button(tr("Close"), self.close)
        said = row(self._told, self._undo, None, close, spacing=12)
        layout = column(pages, spacing=12)
        layout.setStretch(0, 1)
        layout.addLayout(said)
        layout.setContentsMargins(DIALOG_MARGINS)
        self.setLayout(layout)
        self.resize(1040, 600)

    def _busy_page(self) -> QWidget:
        made = QWidget()
        told = label(tr("Comparing the clips of all runs…"), "muted")
        layout = column(spacing=12)
        layout.addStretch(1)
        layout.addWidget(told)
        layout.addWidget(self._busy)
        layout.addStretch(1)
        made.setLayout(layout)
        return made

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(lambda _place: self._show_pair())
        self._twins.changed.connect(self._show)
        self._twins.decided.connect(self._on_decided)
        self._twins.parted.connect(lambda: self._tell(tr("These two are not listed any more."), can_undo=True))
        self._twins.refused.connect(lambda why: self._tell(why, "error"))
        for place, side in enumerate(self._sides):
            side.play.clicked.connect(partial(self._on_play, place))
            side.keep.clicked.connect(partial(self._on_keep, place))

    def _show(self) -> None:
        place = self._list.currentRow()
        pairs = self._twins.pairs or ()
        self._list.clear()
        for pair in pairs:
            lines = (_percent(pair), f"{pair.one.title}", f"{_place(pair.one)} · {_place(pair.other)}")
            item = QListWidgetItem("\n".join(lines))
            item.setToolTip("\n".join(lines))
            self._list.addItem(item)
        self._list.setCurrentRow(min(max(0, place), len(pairs) - 1))
        self._pages.setCurrentIndex(2 if pairs else 1)
        self._show_pair()

    def _pair(self) -> TwinPair | None:
        place, pairs = self._list.currentRow(), self._twins.pairs or ()
        return pairs[place] if 0 <= place < len(pairs) else None

    def _forbid(self) -> None:
        """Take away what would be written, and say why, where the workspace is only looked at."""
        why = tr("This workspace is open for looking: nothing is decided in it.")
        for each in (self._apart, *(side.keep for side in self._sides)):
            each.setEnabled(False)
            each.setToolTip(why)
        self._tell(why)

    def _show_pair(self) -> None:
        pair = self._pair()
        if pair is None:
            return
        told = tr("{percent} of the shorter one is in both. Words that one alone has are marked.")
        self._share.setText(told.format(percent=_percent(pair)))
        for side, shown in zip(self._sides, (pair.one, pair.other), strict=True):
            side.show_side(shown)

    def _tell(self, text: str, role: str = "muted", can_undo: bool = False) -> None:
        self._told.setText(text)
        restyle(self._told, "role", role)
        self._undo.setVisible(can_undo)

    # What the user wants

    def _on_play(self, place: int) -> None:
        if (pair := self._pair()) is not None:
            self._twins.play((pair.one, pair.other)[place])

    def _on_keep(self, place: int) -> None:
        if (pair := self._pair()) is not None:
            sides = (pair.one, pair.other)
            self._twins.keep(sides[place], sides[1 - place])

    def _on_apart(self) -> None:
        if (pair := self._pair()) is not None:
            self._twins.tell_apart(pair)

    def _on_undo(self) -> None:
        self._tell("")
        self._twins.undo()

    def _on_decided(self, kept: TwinSide) -> None:
        told = tr("{clip} of {source} is kept, the other one rejected.")
        self._tell(told.format(clip=quoted(kept.title), source=kept.source_name), can_undo=True)


class _Side(QFrame):
    """One clip: where it is from, what it is worth, what it says, and what can be done with it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = label("", "heading", wraps=True)
        self._from = label("", "muted", wraps=True)
        self._state = label("", "small")
        self._text = QTextBrowser()
        self._text.setObjectName(f"{name}Text")
        self._text.setMinimumWidth(160)
        self.play: QPushButton = button(tr("Play"), lambda: None, "play")
        self.play.setObjectName(f"{name}Play")
        self.keep: QPushButton = button(tr("Keep this one"), lambda: None)
        self.keep.setObjectName(f"{name}Keep")
        self.keep.setToolTip(tr("Approve it, and reject the other one"))
        layout = column(self._title, self._from, self._state, self._text, spacing=6)
        layout.setStretch(3, 1)
        layout.addLayout(row(self.play, None, self.keep))
        self.setLayout(layout)

    def show_side(self, side: TwinSide) -> None:
        """Show a clip."""
        self._title.setText(side.title)
        self._from.setText(_place(side) + f", {length(side.seconds)}")
        told = tr("Score {score}. {decision}")
        self._state.setText(told.format(score=f"{side.score:.0f}", decision=tr(_DECISIONS[side.decision])))
        self._text.setHtml(" ".join(map(_marked, side.words)))
        self._text.setAccessibleName(side.title)
        for verb, done in ((self.play, tr("Play {clip}")), (self.keep, tr("Keep {clip}"))):
            verb.setAccessibleName(done.format(clip=quoted(side.title)))


def _marked(words: Words) -> str:
    text = escape(words.text)
    return text if words.is_shared else f"<b><u>{text}</u></b>"


def _percent(pair: TwinPair) -> str:
    return f"{round(100 * pair.share)} %"


def _place(side: TwinSide) -> str:
    return f"{side.source_name}, {clock(side.at)}"
