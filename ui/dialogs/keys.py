"""All commands with their keys: to look up, to search by word or by key, and to give other keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui import theme
from ui.actions import COMMANDS, Command, group_title
from ui.keymap import RESERVED, KeyMap, native, portable
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, quoted, tr

_NameRole = Qt.ItemDataRole.UserRole
_ABOUT = QT_TR_NOOP(
    "Choose a command to give it other keys. Hold K and press J or L for one frame. Plain keys rest while you "
    "type in a field."
)
_GROUPS = tuple(dict.fromkeys(command.group for command in COMMANDS))


class KeysDialog(Dialog):
    """The list of keys, and below it the keys of the command that is chosen in it."""

    def __init__(self, keymap: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._keymap = keymap
        self._items: dict[str, QTreeWidgetItem] = {}
        self._search = QLineEdit()
        self._search.setObjectName("keysSearch")
        self._search.setPlaceholderText(tr("Search by command or key, like “trim” or “Ctrl+E”"))
        self._search.setAccessibleName(tr("Search commands and keys"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._go_to_first)
        self._list = self._make_list()
        self._none = label(tr("No command and no key is called so."), "muted")
        self._none.setObjectName("keysNone")
        self._none.hide()
        self._chosen = label(tr(_ABOUT), "muted", wraps=True)
        self._chosen.setObjectName("keysChosen")
        self._field = QKeySequenceEdit()
        self._field.setObjectName("keysField")
        self._field.setAccessibleName(tr("Press the new key"))
        self._field.setMaximumSequenceLength(1)
        typed = self._field.findChild(QLineEdit)
        if typed is not None:
            # It has the focus in place of the field, so it is what a screen reader calls by its name.
            typed.setAccessibleName(tr("Press the new key"))
        theme.fix_width(self._field, 220)
        self._field.keySequenceChanged.connect(lambda _keys: self._show_choice())
        self._told = label("", "warning", wraps=True)
        self._told.setObjectName("keysConflict")
        self._replace = button(tr("Use this key"), lambda: self._assign(adds=False), is_primary=True)
        self._replace.setObjectName("keysReplace")
        self._add = button(tr("Add as a second key"), lambda: self._assign(adds=True))
        self._add.setObjectName("keysAdd")
        self._clear = button(tr("No key"), lambda: self._keymap.assign(self._name, ()))
        self._clear.setObjectName("keysClear")
        self._reset = button(tr("Usual key"), lambda: self._keymap.reset(self._name))
        self._reset.setObjectName("keysReset")
        self._reset_all = button(tr("Reset all keys"), self._keymap.reset_all)
        self._reset_all.setObjectName("keysResetAll")
        self._build()
        keymap.changed.connect(self._show_keys)
        self._show_keys()
        self._search.setFocus()

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("keysList")
        made.setAccessibleName(tr("Commands and their keys"))
        made.setHeaderLabels([tr("Command"), tr("Keys", "of the keyboard")])
        made.setRootIsDecorated(False)
        made.setIndentation(0)
        made.setUniformRowHeights(True)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        for group in _GROUPS:
            head = QTreeWidgetItem([group_title(group)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, theme.font(theme.SMALL_PX, theme.font().Weight.DemiBold))
            made.addTopLevelItem(head)
            for command in (command for command in COMMANDS if command.group == group):
                item = QTreeWidgetItem([tr(command.label).rstrip("…")])
                item.setData(0, _NameRole, command.name)
                head.addChild(item)
                self._items[command.name] = item
        made.expandAll()
        made.setItemsExpandable(False)
        made.currentItemChanged.connect(lambda _now, _before: self._on_chosen())
        made.itemActivated.connect(lambda _item, _section: self._field.setFocus())
        return made

    def _build(self) -> None:
        close = button(tr("Close"), self.close)
        close.setObjectName("keysClose")
        layout = column(spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._none)
        layout.addWidget(self._chosen)
        layout.addWidget(self._told)
        layout.addLayout(row(self._field, self._replace, self._add, None))
        layout.addLayout(row(self._clear, self._reset, self._reset_all, None, close))
        self.setLayout(layout)
        for made in self.findChildren(type(close)):
            made.setAutoDefault(False)
        self.resize(theme.px(640), theme.px(620))

    @property
    def _name(self) -> str:
        item = self._list.currentItem()
        return str(item.data(0, _NameRole) or "") if item is not None else ""

    def _on_chosen(self) -> None:
        self._field.clear()
        self._show_choice()

    def _show_keys(self) -> None:
        for name, item in self._items.items():
            shown = native(self._keymap.keys(name))
            is_changed = self._keymap.is_changed(name)
            item.setText(
                1, tr("{keys}  (yours)").format(keys=shown or tr("none", "keys")) if is_changed else shown
            )
            item.setForeground(1, theme.colour("accent" if is_changed else "text"))
        self._reset_all.setEnabled(not self._keymap.is_usual)
        self._on_chosen()

    def _show_choice(self) -> None:
        """Say what the chosen command has, and what the key that was pressed would change."""
        name = self._name
        keys = self._pressed()
        command = next((command for command in COMMANDS if command.name == name), None)
        self._chosen.setText(tr(_ABOUT) if command is None else _about(command, self._keymap))
        self._told.setText(self._problem(keys, name) if command is not None else "")
        is_free = bool(command) and bool(keys) and keys not in RESERVED
        self._field.setEnabled(command is not None)
        self._replace.setEnabled(is_free)
        self._add.setEnabled(is_free and bool(self._keymap.keys(name)))
        self._clear.setEnabled(command is not None and bool(self._keymap.keys(name)))
        self._reset.setEnabled(command is not None and self._keymap.is_changed(name))

    def _problem(self, keys: str, name: str) -> str:
        if keys in RESERVED:
            told = tr("{keys} moves the focus or closes things everywhere. Press another key.")
            return told.format(keys=native([keys]))
        holders = self._keymap.holders(keys, besides=name) if keys else []
        taken = ", ".join(quoted(tr(holder.label).rstrip("…")) for holder in holders)
        told = tr("{keys} belongs to {commands}, which would lose it.").format(keys=native([keys]), commands=taken)
        return told if holders else ""

    def _pressed(self) -> str:
        return portable(self._field.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _assign(self, adds: bool) -> None:
        kept = self._keymap.keys(self._name) if adds else ()
        self._keymap.assign(self._name, (*kept, self._pressed()))
        self._list.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        shown = 0
        for command in COMMANDS:
            keys = native(self._keymap.keys(command.name)).casefold()
            words = f"{tr(command.label)} {group_title(command.group)} {keys}".casefold()
            is_shown = all(each in words for each in wanted)
            self._items[command.name].setHidden(not is_shown)
            shown += is_shown
        for place in range(self._list.topLevelItemCount()):
            head = self._list.topLevelItem(place)
            if head is not None:
                head.setHidden(all(item.isHidden() for item in self._items.values() if item.parent() is head))
        self._none.setVisible(not shown)
        current = self._list.currentItem()
        if current is not None and current.isHidden():
            self._list.setCurrentIndex(QModelIndex())

    def _go_to_first(self) -> None:
        """Choose the first command that is found, and let the next key pressed be its."""
        found = next((item for item in self._items.values() if not item.isHidden()), None)
        if found is not None:
            self._list.setCurrentItem(found)
            self._field.setFocus()


def _about(command: Command, keymap: KeyMap) -> str:
    keys = native(keymap.keys(command.name))
    name = tr(command.label).rstrip("…")
    if keys:
        return tr("“{name}” has {keys}. Press another one in the field.").format(name=name, keys=keys)
    return tr("“{name}” has no key. Press one in the field.").format(name=name)
