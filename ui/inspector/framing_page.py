"""How the picture is composed, and why it is so in this preview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from core.schema.clip import Clip
from ui.inspector.page import InspectorPage
from ui.panel import Workbench
from ui.widgets.basics import column, label, rule

_LAYOUTS = (
    ("", "Automatic", "Chosen per shot from the faces that were found"),
    ("follow", "Follow", "A crop that follows whoever speaks"),
    ("group", "Group", "Everybody who fits, in one crop"),
    ("split", "Split", "Two speakers, one above the other"),
    ("fit_blur", "Fit on blur", "The whole picture over its blurred self"),
    ("wide", "Wide", "As wide as the shape allows, standing still"),
)


class FramingPage(InspectorPage):
    """How the picture is composed."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._group = QButtonGroup(self)
        self._choices: dict[str, QRadioButton] = {}
        self._used = label("", "muted", wraps=True)
        self._used.setObjectName("framingReasons")
        layout = column(label("Layout", "section"), spacing=4)
        layout.setContentsMargins(12, 12, 12, 12)
        for key, name, hint in _LAYOUTS:
            made = QRadioButton(name)
            made.setObjectName(f"layout_{key or 'automatic'}")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(
                lambda _checked=False, key=key: self.bench.framing.set_layout(key, "9:16", 0.0, "clip")
            )
            self._group.addButton(made)
            self._choices[key] = made
            under = label(hint, "small", wraps=True)
            under.setContentsMargins(26, 0, 0, 6)
            layout.addWidget(made)
            layout.addWidget(under)
        layout.addWidget(rule())
        layout.addWidget(label("In this preview", "section"))
        layout.addWidget(self._used)
        layout.addStretch(1)
        self.setLayout(layout)
        bench.player.state_changed.connect(self._show_reasons)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._choices.get(clip.framing.layout, self._choices[""]).setChecked(True)

    def _show_reasons(self) -> None:
        composition = self.bench.player.composition
        if composition is None:
            self._used.setText("")
            return
        names = {key: name for key, name, _ in _LAYOUTS}
        lines = dict.fromkeys(
            f"{names.get(span.layout, span.layout)}: {span.reason}" if span.reason else names.get(span.layout, "")
            for span in composition.spans
        )
        self._used.setText("\n".join(line for line in lines if line))
