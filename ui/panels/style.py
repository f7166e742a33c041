"""The style panel: all styles, and the draft that is being edited, seen on the clip in hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from ui.panel import Panel, Workbench
from ui.preview.dressing import dress_of
from ui.preview.specimens import Specimens
from ui.style.editor import StyleEditor
from ui.style.listing import Entry, StyleList
from ui.style.side_by_side import COMPARE, SHAPES, SideBySide
from ui.widgets.basics import column, label, row


class StylePanel(Panel):
    """Lists styles; with a draft in hand, its controls."""

    name = "stylePanel"
    title = "Style"
    home = Qt.DockWidgetArea.RightDockWidgetArea

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._styling = bench.styling
        self.specimens = Specimens(self)
        self.list = StyleList(bench.styling, self.specimens)
        self.editor = StyleEditor(bench, self.specimens)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self.editor)
        layout = column(self._pages)
        layout.setContentsMargins(8, 8, 4, 4)
        self.setLayout(layout)
        self.setMinimumWidth(312)
        self.list.opened.connect(self._on_opened)
        self.list.more_wanted.connect(self._on_more)
        self.editor.left.connect(lambda: self._styling.open(""))
        self.editor.more_wanted.connect(self._on_draft_more)
        self.editor.looked_at.connect(self.look)
        self._styling.draft_opened.connect(self._on_draft_opened)
        self._styling.draft_changed.connect(self._show_on_clip)
        bench.review.current_changed.connect(self._show_current)
        bench.review.current_edited.connect(self._show_current)
        self.list.show_styles()
        self._show_current()

    def _list_page(self) -> QWidget:
        page = QWidget()
        layout = column(spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(label("Styles", "heading"), None, spacing=6))
        layout.addWidget(self.list, 1)
        page.setLayout(layout)
        return page

    def take_focus(self) -> None:
        """Let the keyboard go on here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The draft on the clip in hand

    def _on_draft_opened(self) -> None:
        draft = self._styling.draft
        self._pages.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            self.list.show_styles()
            self._show_current()
        self._show_on_clip()

    def _show_on_clip(self) -> None:
        """Let the preview wear the draft, in place of what clips have."""
        draft = self._styling.draft
        self.bench.player.wear(dress_of(draft) if draft is not None else None)

    def _show_current(self) -> None:
        clip = self.bench.review.current
        self.list.show_current(clip.style if clip is not None else "")

    # What the user wants

    def _on_opened(self, entry: Entry) -> None:
        if entry.is_draft:
            self._styling.open(entry.style.name)
        elif self._styling.is_built_in(entry.style):
            self._styling.edit_copy(entry.style)
        else:
            self._styling.edit_next(entry.style)

    def look(self, mode: str, pin: str = "") -> None:
        """Show clips side by side: a style, or else the draft, in all shapes, or beside another one."""
        dialog = self.window().findChild(SideBySide)
        if dialog is None:
            dialog = SideBySide(self.bench, self.window())
        dialog.begin(mode, pin)
        dialog.show()
        dialog.raise_()

    def _on_more(self, entry: Entry, below: QWidget) -> None:
        title = entry.style.title or entry.style.name
        verbs: list[tuple[str, str, Callable[[], object]]] = [
            ("editCopy", "Edit a copy", partial(self._styling.edit_copy, entry.style))
        ]
        if not entry.is_draft and self.bench.review.clips:
            verbs.append(("seeShapes", "See in all shapes…", partial(self.look, SHAPES, entry.style.pin)))
            verbs.append(("seeCompare", "Compare…", partial(self.look, COMPARE, entry.style.pin)))
        if entry.is_draft:
            throw = partial(self._styling.discard, entry.style.name)
            verbs.append(("discardDraft", f"Throw “{title}” away", throw))
        elif self.bench.review.current is not None:
            use = partial(self.bench.review.set_style, entry.style.pin)
            verbs.append(("useForClip", "Use for this clip", use))
        self._menu(below, verbs)

    def _on_draft_more(self, below: QWidget) -> None:
        draft = self._styling.draft
        if draft is not None:
            self._menu(
                below,
                [
                    ("editCopy", "Edit a copy", partial(self._styling.edit_copy, draft)),
                    ("discardDraft", "Throw this draft away", partial(self._styling.discard, draft.name)),
                ],
            )

    def _menu(self, below: QWidget, verbs: list[tuple[str, str, Callable[[], object]]]) -> None:
        menu = QMenu(self)
        menu.setObjectName("styleMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, run in verbs:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, do=run: do())
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._styling.draft is not None:
            self._styling.open("")
        else:
            super().keyPressEvent(event)
