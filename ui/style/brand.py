"""The check of a draft against its brand's rules: a list of what is kept and broken, where, and what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QWidget

from core.errors import ShortlistError
from core.schema.brand import Finding, Reading
from core.schema.choice import Aspect
from core.schema.style import Style
from ui.icons import show_sign
from ui.panel import Workbench
from ui.preview.measuring import measured
from ui.widgets.basics import button, clear, column, label, listed, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, told, tr

_SHAPES: tuple[Aspect, ...] = ("9:16", "1:1", "16:9")
_CLIPS = 3
_PICTURES = 4
_NOTHING_FOUND = QT_TR_NOOP("Nothing to mend: the draft and what was measured on clips keep all rules.")
_NO_RULES = QT_TR_NOOP(
    "Fonts, colours, a logo and banned words are checked once they are set in the section Brand rules."
)


class BrandCheck(QWidget):
    """Checks a style as soon as it is told to; what needs painted pictures comes as it is measured.

    Signals:
        sought(str, float): The user wants to see a place: a clip, and its second.
        finished(int): All is checked; so many rules are broken.
    """

    sought = Signal(str, float)
    finished = Signal(int)

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.setObjectName("brandCheck")
        self._bench = bench
        self._work: asyncio.Future[None] | None = None
        self._is_closed = False
        self._note = ""
        self._told = label("", "strongBody", wraps=True)
        self._told.setObjectName("brandTold")
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._rows = column(spacing=2)
        self._rows.setContentsMargins(0, 0, 8, 0)
        body = QWidget()
        body.setLayout(self._rows)
        area = listed(body)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # However much is found: what stands beside the list in a dialog keeps its room.
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(96)
        layout = column(self._told, self._busy, area, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def check(self, style: Style) -> None:
        """Check a style: its rules and words now, its pictures in a thread."""
        self.stop()
        at_once = self._bench.brand.at_once(style)
        rules = style.brand
        has_rules = bool(rules.font_families or rules.colours or rules.needs_logo or rules.banned_words)
        self._note = "" if has_rules else tr(_NO_RULES)
        review = self._bench.review
        current = [review.current] if review.current is not None else []
        others = [clip for clip in review.clips if clip not in current and clip.decision != "rejected"]
        clips = [clip.id for clip in [*current, *others][:_CLIPS]]
        if not clips:
            self._finish(at_once, tr("Open a run to have captions measured on its clips."))
            return
        self._is_closed = False
        self._work = self._bench.tasks.start(
            self._measure(style, clips, at_once), QT_TR_NOOP("Could not check the style.")
        )
        self._show(at_once, [])

    def stop(self) -> None:
        """Measure no more."""
        self._is_closed = True
        if self._work is not None:
            self._work.cancel()
            self._work = None

    async def _measure(self, style: Style, clips: list[str], at_once: list[Finding]) -> None:
        found: list[Reading] = []
        wanted = [(clip_id, aspect) for clip_id in clips for aspect in _SHAPES]
        self._busy.setRange(0, len(wanted))
        self._busy.show()
        for done, (clip_id, aspect) in enumerate(wanted):
            self._busy.setValue(done)
            try:
                composition = await self._bench.review.composition(clip_id, aspect)
                found += await self._bench.tasks.in_thread(measured, composition, style, clip_id, _PICTURES)
            except ShortlistError as error:
                self._work = None
                self._finish(at_once, tr("The clips could not be measured: {error}").format(error=error))
                return
            if self._is_closed:
                return
            self._show([*at_once, *self._bench.brand.judged(style, found)], [])
        self._work = None
        self._finish([*at_once, *self._bench.brand.judged(style, found)], self._note)

    def _finish(self, findings: list[Finding], note: str) -> None:
        self._busy.hide()
        self._show(findings, [note] if note else [])
        self.finished.emit(sum(not each.is_kept for each in findings))

    def _show(self, findings: list[Finding], notes: list[str]) -> None:
        broken = sum(not each.is_kept for each in findings)
        is_busy = self._work is not None
        told = tr("%n things to look at", "", broken) if broken else tr("All rules are kept")
        self._told.setText(tr("Measuring letters on the clips…") if is_busy and not broken else told)
        clear(self._rows)
        shown = sorted(findings, key=lambda each: each.is_kept)
        for finding, following in zip_longest(shown, shown[1:]):
            # Of several with one remedy it is told once, below the last.
            is_last = following is None or following.remedy != finding.remedy
            self._rows.addWidget(_row(finding, self.sought.emit, is_last))
        for note in notes if shown or notes or is_busy else [tr(_NOTHING_FOUND)]:
            self._rows.addWidget(label(note, "muted", wraps=True))
        self._rows.addStretch(1)


def _row(finding: Finding, seek: Callable[[str, float], object], tells_remedy: bool) -> QFrame:
    """Return the row of a finding: a sign, what and where, what to do."""
    sign = QLabel()
    name, tint = ("done", "approved") if finding.is_kept else ("warning", "warning")
    show_sign(sign, name, tint, 18)
    sign.setAccessibleName(tr("Kept") if finding.is_kept else tr("Broken"))
    words = column(label(told(finding.what), "", wraps=True), spacing=1)
    if finding.where and not finding.clip_id:
        words.addWidget(label(finding.where, "small", wraps=True))
    if finding.clip_id:
        go = button(f"{finding.where}, {clock(finding.at)}", lambda: seek(finding.clip_id, finding.at))
        go.setProperty("flat", True)
        go.setProperty("leads", True)
        go.setObjectName("brandPlace")
        go.setToolTip(tr("Show the place"))
        words.addLayout(row(go, None))
    if finding.remedy and tells_remedy:
        words.addWidget(label(told(finding.remedy), "small", wraps=True))
    made = QFrame()
    line = row(sign, spacing=8)
    line.addLayout(words, 1)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    line.setContentsMargins(2, 4, 2, 4)
    made.setLayout(line)
    made.setObjectName(f"finding_{finding.rule}")
    return made


class BrandDialog(Dialog):
    """The check in a window of its own, which stays open while the draft is mended."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brandDialog")
        self.setWindowTitle(tr("Brand check"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._styling = bench.styling
        self.check = BrandCheck(bench)
        self._again = button(tr("Check again"), self.begin, "retry")
        self._again.setObjectName("brandAgain")
        layout = column(self.check, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(self._again, None, button(tr("Close"), self.reject)))
        self.setLayout(layout)
        self.resize(480, 420)

    def begin(self) -> None:
        """Check the draft in hand."""
        if self._styling.draft is not None:
            self.setWindowTitle(tr("Brand check of “{title}”").format(title=self._styling.draft.title))
            self.check.check(self._styling.draft)

    def done(self, result: int) -> None:
        """Measure no more."""
        self.check.stop()
        super().done(result)
