"""A draft in hand: which aspect changes are for, and the sections with its controls."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from core.schema.choice import ASPECTS
from ui.controllers.styling import StyleController
from ui.keymap import native
from ui.panel import Workbench
from ui.preview.specimens import Specimens
from ui.style.card import Strip
from ui.style.controls import Controls
from ui.style.fields import SECTIONS, Section
from ui.style.side_by_side import COMPARE, SHAPES
from ui.theme import px
from ui.widgets.basics import Segments, button, column, icon_button, label, row
from ui.widgets.fields import CommitField
from ui.widgets.flow import flowing
from ui.widgets.fold import Fold
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import tr

_OPEN_KEY = "style sections"
_OPEN_AT_FIRST = "text highlight"
_SAMPLE_PX, _SAMPLE_SHARE = 220, 3
_CONTROLS_LEAST_PX = 16
_MORE_PX = 18
# Below this height, at the usual size of letters, controls have what room there is.
_LOW_PX = 320
_ALL = "all"


class StyleEditor(QWidget):
    """Edits the draft in hand.

    Signals:
        left(): The user wants the list.
        more_wanted(QWidget): They want to see what else can be done with the draft, below a widget.
        looked_at(str): They want to see it on clips: in all shapes, or beside another style.
        check_wanted(): They want it checked against its brand's rules.
        publish_wanted(): They want to publish it.
        aspect_wanted(str): They want to see an aspect, which changes are for from now on.
    """

    left = Signal()
    more_wanted = Signal(QWidget)
    aspect_wanted = Signal(str)
    publish_wanted = Signal()
    check_wanted = Signal()
    looked_at = Signal(str)

    def __init__(self, bench: Workbench, specimens: Specimens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._styling: StyleController = bench.styling
        self._specimens = specimens
        self._title = CommitField(tr("Name of the style"))
        self._title.setObjectName("styleTitle")
        self._title.committed.connect(self._styling.rename)
        self._state = QLabel()
        self._state.setProperty("role", "small")
        self._state.setObjectName("draftState")
        self._aspects = Segments(
            ((_ALL, tr("All")), *((aspect, aspect) for aspect in ASPECTS)), tr("Changes are for")
        )
        self._aspects.setObjectName("styleAspects")
        self._aspects.fill_width()
        self._aspects.chosen.connect(self._on_aspect_chosen)
        self._sample = Strip(_SAMPLE_PX)
        self._sample.setObjectName("styleSample")
        self._sample.setAccessibleName(tr("Sample of the style"))
        self._sample.resized.connect(self._show_sample)
        self._sample.hide()
        self._area = QScrollArea()
        self._folds: dict[str, Fold] = {}
        self._bodies: dict[str, Controls] = {}
        self._build()
        self._styling.draft_opened.connect(self.show_draft)
        self._styling.draft_changed.connect(self.show_draft)
        self._styling.aspect_changed.connect(self.show_draft)
        self._styling.saved.connect(self._show_state)
        bench.review.current_changed.connect(self._show_sample)
        specimens.painted.connect(self._on_painted)

    def _build(self) -> None:
        back = icon_button("chevron-left", tr("All styles"), self.left.emit, native(("Esc",)))
        back.setObjectName("styleBack")
        more = icon_button("more", tr("More about this draft"), lambda: self.more_wanted.emit(more))
        more.setObjectName("styleMore")
        # It stands in a line of small words, so that the name has its width and the controls their height.
        more.setProperty("tiny", True)
        more.setIconSize(QSize(16, 16))
        more.setFixedHeight(_MORE_PX)
        publish = button(tr("Publish…"), self.publish_wanted.emit, is_primary=True)
        publish.setObjectName("stylePublish")
        head = row(back, self._title, publish, spacing=6)
        head.setStretch(1, 1)
        folds = column(spacing=2)
        folds.setContentsMargins(0, 2, 4, 12)
        is_open = str(self._bench.memory.value(_OPEN_KEY, _OPEN_AT_FIRST)).split()
        for section in SECTIONS:
            fold = self._fold(section)
            folds.addWidget(fold)
            fold.setProperty("opensFirst", section.name in is_open)
        folds.addStretch(1)
        body = QWidget()
        body.setLayout(folds)
        area = self._area
        area.setObjectName("styleControls")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(_CONTROLS_LEAST_PX)
        layout = column(spacing=8)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addLayout(head)
        layout.addLayout(row(label(tr("Changes are for"), "small"), None, self._state, more, spacing=6))
        layout.addWidget(self._aspects)
        layout.addWidget(self._sample)
        layout.addWidget(area, 1)
        shapes = button(tr("Shapes…"), partial(self.looked_at.emit, SHAPES))
        shapes.setObjectName("styleShapes")
        shapes.setToolTip(tr("The draft on several clips, in every shape at once"))
        compare = button(tr("Compare…"), partial(self.looked_at.emit, COMPARE))
        compare.setObjectName("styleCompare")
        compare.setToolTip(tr("The draft beside another style or version"))
        check = button(tr("Check…"), self.check_wanted.emit)
        check.setObjectName("styleCheck")
        check.setToolTip(tr("The draft against its brand’s rules, and how well it can be read on the clips"))
        self._looks = flowing(shapes, compare, check, spacing=4)
        layout.addWidget(self._looks)
        self.setLayout(layout)
        area.setWidget(body)
        keep_rows_whole(area)
        self._lines, self._page = layout, folds

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the controls room: the sample is lower where there is little, and the buttons scroll with them."""
        super().resizeEvent(event)
        # Where the panel is low the sample leaves room for the controls.
        self._sample.setFixedHeight(min(_SAMPLE_PX, self.height() // _SAMPLE_SHARE))
        is_low = self.height() < px(_LOW_PX)
        if is_low != (self._looks.parent() is not self):
            (self._page if is_low else self._lines).addWidget(self._looks)

    def _fold(self, section: Section) -> Fold:
        def make() -> QWidget:
            body = Controls(section.fields, section.note, self._styling)
            self._bodies[section.name] = body
            return body

        fold = Fold(section.name, tr(section.title), make)
        fold.turned.connect(lambda _is_open: self._keep_folds())
        fold.turned.connect(lambda is_open: self._bring_into_sight(fold) if is_open else None)
        self._folds[section.name] = fold
        return fold

    def show_draft(self) -> None:
        """Show what the draft in hand says."""
        draft = self._styling.draft
        if draft is None:
            return
        for fold in self._folds.values():
            if fold.property("opensFirst"):
                fold.setProperty("opensFirst", False)
                fold.open(True)
        self._title.show_text(draft.title or draft.name)
        self._aspects.choose(self._styling.aspect or _ALL)
        for name, body in self._bodies.items():
            if self._folds[name].is_open:
                body.show_draft()
        for section in SECTIONS:
            self._folds[section.name].show_summary(self._summary(section))
        self._show_state()
        self._show_sample()

    def _summary(self, section: Section) -> str:
        changed = sum(
            self._styling.value(each.part, each.name) != self._styling.original(each.part, each.name)
            for each in section.fields
        )
        return tr("%n changed", "settings", changed) if changed else ""

    def _show_state(self) -> None:
        self._state.setText(tr("Draft kept") if self._styling.is_saved() else tr("Keeping…"))

    def _on_aspect_chosen(self, key: str) -> None:
        self._styling.choose_aspect(next((aspect for aspect in ASPECTS if aspect == key), None))
        if self._styling.aspect is not None:
            self.aspect_wanted.emit(key)

    def _keep_folds(self) -> None:
        is_open = [name for name, fold in self._folds.items() if fold.is_open]
        self._bench.memory.setValue(_OPEN_KEY, " ".join(is_open))
        for name in is_open:
            self._bodies[name].show_draft()

    def _bring_into_sight(self, fold: Fold) -> None:
        """Scroll to a section that was opened, as far as its heading stays in sight."""

        def scroll() -> None:
            bar, page = self._area.verticalScrollBar(), self._area.viewport().height()
            bottom = fold.y() + fold.height()
            bar.setValue(min(max(bar.value(), bottom - page), fold.y()))

        # Only once its controls have their places is it as high as they are.
        QTimer.singleShot(0, fold, scroll)

    # A sample, where there is no clip to see the draft on

    def _show_sample(self) -> None:
        draft = self._styling.draft
        is_needed = draft is not None and self._bench.review.current is None
        self._sample.setVisible(is_needed)
        if is_needed and draft is not None and self._sample.width() > 40:
            scale = self.devicePixelRatioF()
            width, height = round(self._sample.width() * scale), round(self._sample.height() * scale)
            self._specimens.want("draft", draft, self._styling.aspect or "9:16", width, height)

    def _on_painted(self, key: str, picture: QImage) -> None:
        if key == "draft":
            self._sample.show_picture(picture)
