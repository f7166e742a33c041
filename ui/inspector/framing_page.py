"""How the clip is framed: by which layout, keeping to whom, by hand or not, for all of it or one shot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QMenu, QPushButton, QToolButton

from core.schema.choice import aspect_ratio
from core.schema.clip import Clip
from ui.controllers.framing import Person, Scope
from ui.inspector.page import InspectorPage
from ui.inspector.people_part import PeoplePart
from ui.inspector.stills_part import StillsPart
from ui.layout_names import LAYOUT_WORDS, layout_hint, layout_name
from ui.panel import Workbench
from ui.widgets.basics import Segments, button, clear, column, label, rule
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, tr

_SCOPES: tuple[tuple[Scope, str], ...] = (("shot", QT_TR_NOOP("This shot")), ("clip", QT_TR_NOOP("Whole clip")))
# What follows the playhead is shown at most so often while it runs.
_CALM_MS = 120
# What the page has in width beside a window of 1280 pixels.
_ROOM_PX = 280


class FramingPage(InspectorPage):
    """How the picture is composed, and what the user wants of it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._framing = bench.framing
        self._scope = Segments([(scope, tr(title)) for scope, title in _SCOPES], tr("What is changed"))
        self._scope.setObjectName("framingScope")
        self._scope.fill_width()
        self._scope.choose(str(bench.memory.value("framing_scope", "clip")))
        self._scope.set_hint("shot", tr("From cut to cut as it is seen, in the shape that is previewed"))
        self._scope.set_hint("clip", tr("All shots that have no choice of their own, in every shape"))
        self._scope.chosen.connect(self._on_scope)
        self._layouts: dict[str, QToolButton] = {}
        self._hint = label("", "small", wraps=True)
        self._hint.setObjectName("layoutHint")
        self._swap = button(tr("Swap the two"), self._on_swap)
        self._swap.setObjectName("swapSplit")
        self._people = PeoplePart(bench)
        self._people.chosen.connect(self._on_people)
        self._automatic = self._make_automatic()
        self._copy = button(tr("Copy to similar clips…"), self._open_copy, "copy")
        self._copy.setObjectName("copyToSimilar")
        self._copy.setToolTip(tr("Frame shots of other clips alike that show the same people at the same places"))
        self._stills = StillsPart()
        self._shots = column(spacing=2)
        self._shown: object = None
        self._build()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._show)
        self._framing.changed.connect(self._show)
        bench.player.source_ready.connect(self._show_stills)
        bench.player.moved.connect(lambda _at: self._calm.isActive() or self._calm.start())
        bench.player.state_changed.connect(self._show)

    # Building

    def _build(self) -> None:
        layout = column(self._scope, 4, label(tr("Layout", "framing"), "section"), spacing=6)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(self._make_layouts())
        layout.addWidget(self._hint)
        layout.addWidget(self._swap)
        layout.addWidget(rule())
        layout.addWidget(label(tr("People"), "section"))
        layout.addWidget(self._people)
        layout.addWidget(rule())
        layout.addWidget(self._stills)
        layout.addWidget(self._automatic)
        layout.addWidget(self._copy)
        layout.addWidget(label(tr("Shots"), "section"))
        layout.addLayout(self._shots)
        layout.addStretch(1)
        self.setLayout(layout)

    def _make_layouts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        group = QButtonGroup(self)
        for key in ("", *LAYOUT_WORDS):
            made = QToolButton()
            made.setText(layout_name(key))
            made.setObjectName(f"layout_{key or 'automatic'}")
            made.setToolTip(layout_hint(key))
            made.setCheckable(True)
            made.setProperty("choice", True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setSizePolicy(self._scope.sizePolicy())
            made.clicked.connect(lambda _checked=False, key=key: self._on_layout(key))
            group.addButton(made)
            self._layouts[key] = made
        widest = max(made.sizeHint().width() for made in self._layouts.values())
        across = next((each for each in (3, 2) if each * (widest + grid.spacing()) <= _ROOM_PX), 1)
        for place, made in enumerate(self._layouts.values()):
            grid.addWidget(made, place // across, place % across)
        return grid

    def _make_automatic(self) -> QPushButton:
        made = button(tr("Back to automatic…"), self._open_automatic, "undo")
        made.setObjectName("automaticMenu")
        return made

    # What the user wants

    @property
    def _at(self) -> float:
        return self.bench.player.source_position

    def _chosen_scope(self) -> Scope:
        return "shot" if self._scope.choice() == "shot" else "clip"

    def _on_scope(self, scope: str) -> None:
        self.bench.memory.setValue("framing_scope", scope)
        self._show()

    def _on_layout(self, layout: str) -> None:
        self._framing.set_layout(layout, self._framing.aspect, self._at, self._chosen_scope())

    def _on_people(self, people: list[Person]) -> None:
        anchors = tuple(person.anchor for person in people)
        self._framing.follow(anchors, self._framing.aspect, self._at, self._chosen_scope())

    def _on_swap(self) -> None:
        self._framing.swap(self._framing.aspect, self._at, self._chosen_scope())

    def _open_automatic(self) -> None:
        framing, menu = self._framing, QMenu(self)
        menu.setObjectName("automaticChoices")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        aspect, key = framing.aspect, framing.keyframe_at(self._at)
        if key is not None:
            menu.addAction(tr("Remove this keyframe"), lambda: framing.remove_keyframe(key))
            if not framing.is_first(key):
                jump = menu.addAction(tr("Jump here instead of moving"))
                jump.setCheckable(True)
                jump.setChecked(key.is_cut)
                jump.triggered.connect(lambda is_wanted: framing.set_jump(key, is_wanted))
            menu.addSeparator()
        menu.addAction(tr("This shot"), lambda: framing.shot_back_to_automatic(aspect, self._at))
        menu.addAction(
            tr("All shots in {aspect}").format(aspect=aspect), lambda: framing.back_to_automatic(aspect=aspect)
        )
        menu.addAction(tr("The whole clip, every shape"), framing.back_to_automatic)
        menu.popup(self._automatic.mapToGlobal(QPoint(0, self._automatic.height())))

    def _open_copy(self) -> None:
        from ui.dialogs.copy_framing import CopyFramingDialog

        dialog = CopyFramingDialog(self._framing, self.bench.tasks, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Showing

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened to the framing, too, while the page was hidden."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        clip = self.review.current
        if clip is None or not self.isVisible():
            return
        framing, at = self._framing, self._at
        arranged = framing.arrangement(framing.aspect, at, self._chosen_scope())
        self._layouts.get(arranged.layout, self._layouts[""]).setChecked(True)
        self._hint.setText(layout_hint(arranged.layout))
        chosen = [person.number for person in framing.chosen_people(arranged) if person]
        self._people.show_people(clip.id, framing.people(), chosen)
        span = framing.span_at(framing.aspect, at)
        self._swap.setVisible(arranged.layout == "split" or (span is not None and span.layout == "split"))
        self._automatic.setEnabled(framing.is_touched())
        self._copy.setEnabled(framing.is_touched() and bool(framing.others()))
        self._show_stills()
        self._show_shots()

    def _show_stills(self) -> None:
        if not self.isVisible():
            return
        framing, at = self._framing, self._at
        before = framing.span_at(framing.aspect, at, is_automatic=True)
        after = framing.span_at(framing.aspect, at)
        player = self.bench.player
        source = player.source_picture if player.source_at == at else None
        is_changed = before is not None and after is not None and before.regions != after.regions
        self._stills.setVisible(is_changed)
        if is_changed and before and after and source is not None and framing.size is not None:
            self._stills.show_pair(source, framing.size, before, after, at, aspect_ratio(framing.aspect))

    def _show_shots(self) -> None:
        framing = self._framing
        lines = framing.shot_lines()
        here = framing.shot_at(framing.aspect, self._at)
        shown = (lines, here)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._shots)
        for line in lines:
            told = tr("{time}  {layout} · by hand") if line.is_by_hand else "{time}  {layout}"
            made = QPushButton(told.format(time=clock(line.starts_at), layout=layout_name(line.layout)))
            made.setProperty("shot", True)
            made.setCheckable(True)
            made.setChecked(line.span == here)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setToolTip(tr("Go there"))
            made.clicked.connect(lambda _checked=False, line=line: self._go_to(line.starts_at))
            self._shots.addWidget(made)
            reason = label(line.reason, "small", wraps=True)
            reason.setContentsMargins(8, 0, 8, 4)
            self._shots.addWidget(reason)

    def _go_to(self, clip_at: float) -> None:
        composition = self.bench.player.composition
        if composition is not None:
            self.bench.player.seek(clip_at + 0.01 / self.bench.player.fps)
        self._shown = None
        self._show()
