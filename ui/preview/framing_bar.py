"""The line under the picture: how it is framed and why, whether by hand, and the ways to change that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.icons import icon
from ui.keymap import tell_key
from ui.preview.reframer import Reframer
from ui.widgets.basics import ElidedLabel, button, label, row
from ui.wording import QT_TR_NOOP, tr

_KEYS_HINT = QT_TR_NOOP("Drag the picture, scale it by wheel or corners, click a face to follow it.  Esc leaves.")
# A word and a half of a reason says nothing.
_REASON_PX = 96


class FramingBar(QWidget):
    """Says how the picture is framed, and changes it through the reframer."""

    def __init__(self, reframer: Reframer) -> None:
        super().__init__()
        self.setObjectName("framingBar")
        self._reframer = reframer
        self._adjust = button(tr("Adjust"), reframer.toggle, "crop")
        self._adjust.setObjectName("adjustFraming")
        self._adjust.setCheckable(True)
        self._adjust.setProperty("small", True)
        tell_key(self._adjust, "adjust_framing", tr("Drag and scale the crop, choose whom to follow"))
        self._badge: QLabel = label(tr("By hand"), "badge")
        self._badge.setObjectName("byHandBadge")
        self._badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._reason = ElidedLabel("", "small", _REASON_PX)
        self._reason.setObjectName("framingReason")
        self._compare = button(tr("Compare"), lambda: None)
        self._compare.setObjectName("compareFraming")
        self._compare.setProperty("small", True)
        self._compare.setToolTip(tr("Hold to see the automatic framing  (B shows it until pressed again)"))
        self._compare.pressed.connect(lambda: reframer.compare(True))
        self._compare.released.connect(lambda: reframer.compare(False))
        self._before = button(tr("Before"), lambda: None)
        self._before.setObjectName("beforeFraming")
        self._before.setProperty("small", True)
        self._before.setToolTip(tr("Hold to see what was recorded  (B shows it until pressed again)"))
        self._before.pressed.connect(lambda: reframer.compare(True))
        self._before.released.connect(lambda: reframer.compare(False))
        self._automatic = button(tr("Back to automatic"), reframer.back_to_automatic)
        self._automatic.setObjectName("backToAutomatic")
        self._automatic.setIcon(icon("undo"))
        self._automatic.setProperty("small", True)
        self._automatic.setToolTip(tr("Let Shortlist frame this shot again  (Shift+C)"))
        line = row(
            self._adjust, self._badge, self._reason, self._compare, self._before, self._automatic, spacing=8
        )
        line.setStretch(2, 1)
        line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        reframer.shown_changed.connect(self.refresh)
        reframer.adjusting_changed.connect(self._adjust.setChecked)
        self.refresh()

    def be_tight(self, is_tight: bool) -> None:
        """Say the way back by its icon alone where there is little room."""
        self._automatic.setText("" if is_tight else tr("Back to automatic"))
        self._automatic.setAccessibleName(tr("Back to automatic"))

    def refresh(self) -> None:
        """Show how the picture on the screen is framed."""
        reframer = self._reframer
        is_by_hand = reframer.is_by_hand()
        self._adjust.setEnabled(reframer.can_adjust())
        self._badge.setVisible(is_by_hand)
        self._automatic.setVisible(is_by_hand)
        self._compare.setVisible(is_by_hand)
        self._before.setVisible(not is_by_hand and not reframer.is_whole and reframer.can_adjust())
        if reframer.shows_recorded():
            said = tr("As it was recorded; the clip shows what is in the frame.")
        elif reframer.is_comparing:
            said = tr("Automatic: {reason}").format(reason=reframer.reason())
        elif reframer.is_adjusting:
            said = tr(_KEYS_HINT)
        else:
            said = reframer.reason()
        if said != self._reason.text():
            self._reason.setText(said)
