"""All styles as cards: drafts first, then the user's own, then those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QWidget

from core.schema.style import Style
from ui.controllers.styling import StyleController
from ui.preview.specimens import Specimens
from ui.style.card import STRIP_PX, StyleCard, empty
from ui.widgets.basics import clear, column, label
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import tr


@dataclass(frozen=True)
class Entry:
    """A card of the list: `key` is unique among them, `is_draft` whether it can be changed as it is."""

    key: str
    style: Style
    told: str
    verb: str
    is_draft: bool


class StyleList(QScrollArea):
    """The list.

    Signals:
        opened(Entry): The user wants to edit a draft, or a copy of a style.
        more_wanted(Entry, QWidget): They want to see what else can be done with one.
    """

    opened = Signal(object)
    more_wanted = Signal(object, QWidget)

    def __init__(self, styling: StyleController, specimens: Specimens) -> None:
        super().__init__()
        self.setObjectName("styleList")
        self._styling = styling
        self._specimens = specimens
        self._cards: dict[str, StyleCard] = {}
        self._entries: dict[str, Entry] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._rows = column(spacing=8)
        self._rows.setContentsMargins(2, 2, 8, 8)
        body = QWidget()
        body.setLayout(self._rows)
        self.setWidget(body)
        keep_rows_whole(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        specimens.painted.connect(self._on_painted)
        styling.styles_changed.connect(self.show_styles)

    def show_styles(self) -> None:
        """Show what there is now."""
        groups = self._groups()
        shown = tuple((each.key, each.style.identity()) for _title, entries in groups for each in entries)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        self._cards, self._entries = {}, {}
        for title, entries in groups:
            if not entries and title == groups[0][0]:
                # No drafts: there is nothing to say of them.
                continue
            self._rows.addWidget(label(title, "section"))
            for entry in entries:
                self._add(entry)
            if not entries:
                self._rows.addWidget(empty(tr("None yet. Edit a copy of a style and publish it.")))
        self._rows.addStretch(1)

    def card(self, key: str) -> StyleCard | None:
        """Return the card of a key."""
        return self._cards.get(key)

    def show_current(self, pin: str) -> None:
        """Mark the style of the clip in hand."""
        for entry in self._entries.values():
            name = pin.partition("@")[0]
            self._cards[entry.key].show_current(not entry.is_draft and entry.style.name == name)

    def _groups(self) -> list[tuple[str, list[Entry]]]:
        drafts = [Entry(f"draft_{d.name}", d, _draft_words(d), tr("Edit"), True) for d in self._styling.drafts()]
        own: list[Entry] = []
        built_in: list[Entry] = []
        for style in self._styling.styles():
            is_built_in = self._styling.is_built_in(style)
            told = "" if is_built_in else _version_words(style)
            verb = tr("Edit a copy") if is_built_in else tr("Edit")
            (built_in if is_built_in else own).append(Entry(style.name, style, told, verb, False))
        return [(tr("Drafts"), drafts), (tr("Published"), own), (tr("Built in"), built_in)]

    def _add(self, entry: Entry) -> None:
        card = StyleCard(entry.key, entry.style, entry.told, entry.verb)
        card.chosen.connect(lambda key: self.opened.emit(self._entries[key]))
        card.more_wanted.connect(lambda key, below: self.more_wanted.emit(self._entries[key], below))
        card.strip.resized.connect(lambda: self._want(entry.key))
        self._cards[entry.key] = card
        self._entries[entry.key] = entry
        self._rows.addWidget(card)

    def _want(self, key: str) -> None:
        card = self._cards.get(key)
        if card is not None and card.strip.width() > 40:
            scale = card.devicePixelRatioF()
            width, strip = round(card.strip.width() * scale), round(STRIP_PX * scale)
            self._specimens.want(f"card {key}", card.style_shown, "9:16", width, strip)

    def _on_painted(self, key: str, picture: QImage) -> None:
        card = self._cards.get(key.removeprefix("card "))
        if card is not None:
            card.strip.show_picture(picture)


def _draft_words(draft: Style) -> str:
    return (
        tr("Draft of version {version}").format(version=draft.version)
        if draft.version > 1
        else tr("Draft, never published")
    )


def _version_words(style: Style) -> str:
    return (
        tr("Version {version}, {author}").format(version=style.version, author=style.author)
        if style.author
        else tr("Version {version}").format(version=style.version)
    )
