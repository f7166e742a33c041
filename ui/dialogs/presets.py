"""The presets that files are made with: looked through, made like another one, edited, handed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from core.schema.preset import EncodePreset
from ui.controllers.own_presets import PresetController
from ui.controllers.presets import limits_words, preset_title
from ui.delegates.named_row import name_rows
from ui.dialogs.preset import PresetDialog
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import file_kinds, quoted, told, tr

_FOLDER = "preset_folder"


class PresetsDialog(Dialog):
    """A list with what can be done with the preset in hand beside it: one's own first, then the program's."""

    def __init__(self, presets: PresetController, memory: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presetsDialog")
        self.setWindowTitle(tr("Presets"))
        self._presets = presets
        self._memory = memory
        self._removed: EncodePreset | None = None
        self._in_hand = ""
        self._list = QListWidget()
        self._list.setObjectName("presetList")
        self._list.setAccessibleName(tr("Presets"))
        self._list.setSpacing(1)
        name_rows(self._list)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("presetsTold")
        self._undo = button(tr("Undo"), self._on_undo)
        self._undo.setObjectName("presetUndo")
        self._undo.hide()
        self._buttons = self._make_buttons()
        self._build()
        self._connect()
        self._show()
        presets.load()

    def _make_buttons(self) -> dict[str, QPushButton]:
        wanted: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("newPreset", tr("New, like this one…"), self._on_new),
            ("editPreset", tr("Edit…"), self._on_edit),
            ("removePreset", tr("Remove"), self._on_remove),
            ("importPreset", tr("Import…"), self._on_import),
            ("exportPreset", tr("Export…"), self._on_export),
        )
        made: dict[str, QPushButton] = {}
        for name, title, run in wanted:
            made[name] = button(title, run)
            made[name].setObjectName(name)
        return made

    def _build(self) -> None:
        side = column(spacing=6)
        for name, each in self._buttons.items():
            if name == "importPreset":
                side.addSpacing(10)
            side.addWidget(each)
        side.addStretch(1)
        middle = row(self._list, spacing=16)
        middle.setStretch(0, 1)
        middle.addLayout(side)
        about = tr(
            "A preset says how a finished file is made. Your own come first; the program's can't be changed."
        )
        said = row(self._told, self._undo, spacing=12)
        said.setStretch(0, 1)
        close = button(tr("Close"), self.accept)
        close.setObjectName("closePresets")
        layout = column(label(about, "muted", wraps=True), spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(middle)
        layout.setStretch(1, 1)
        layout.addLayout(said)
        layout.addLayout(row(None, close))
        self.setLayout(layout)
        self.setMinimumSize(640, 420)
        self.resize(780, 560)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(lambda _place: self._show_hand())
        self._list.itemActivated.connect(lambda _item: self._on_activated())
        self._presets.changed.connect(self._show)
        self._presets.saved.connect(self._on_saved)
        self._presets.removed.connect(self._on_removed)
        self._presets.written.connect(self._on_written)
        self._presets.refused.connect(self._on_refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename by F2, remove by Delete."""
        if self._list.hasFocus() and event.key() == Qt.Key.Key_F2:
            self._on_edit()
        elif self._list.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self._on_remove()
        else:
            super().keyPressEvent(event)

    # Showing

    @property
    def _name(self) -> str:
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _show(self) -> None:
        in_hand, place = self._in_hand or self._name, self._list.currentRow()
        self._list.clear()
        own = self._presets.own()
        for preset in own:
            self._add(preset.name, tr("{name}   (your own)").format(name=preset.title), preset)
        for broken in self._presets.broken():
            why = tr("Can't be used: {why}").format(why=broken.reason)
            self._add(broken.file.stem, f"{broken.file.name}\n{why}", None, str(broken.file))
        for preset in self._presets.all():
            if preset not in own:
                self._add(preset.name, preset_title(preset), preset)
        names = [str(self._list.item(line).data(Qt.ItemDataRole.UserRole)) for line in range(self._list.count())]
        last = len(names) - 1
        self._list.setCurrentRow(names.index(in_hand) if in_hand in names else min(max(place, 0), last))
        self._show_hand()

    def _add(self, name: str, title: str, preset: EncodePreset | None, hint: str = "") -> None:
        lines = [title]
        if preset is not None:
            lines += [line for line in (told(preset.about), limits_words(preset)) if line]
        item = QListWidgetItem("\n".join(lines))
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setToolTip(hint or name)
        self._list.addItem(item)

    def _show_hand(self) -> None:
        name = self._name
        is_own, is_broken = self._presets.is_own(name), self._presets.named(name) is None
        self._buttons["newPreset"].setEnabled(not is_broken)
        self._buttons["exportPreset"].setEnabled(not is_broken)
        self._buttons["editPreset"].setEnabled(is_own)
        self._buttons["removePreset"].setEnabled(is_own or (bool(name) and is_broken))
        hint = "" if is_own else tr("This one comes with the program: make one like it, and change that.")
        self._buttons["editPreset"].setToolTip(hint)

    def _on_refused(self, why: str) -> None:
        self._tell(why, "error")

    def _tell(self, text: str, role: str = "muted", can_undo: bool = False) -> None:
        self._told.setText(text)
        restyle(self._told, "role", role)
        self._undo.setVisible(can_undo)

    # What the user wants

    def _edit(self, preset: EncodePreset | None) -> None:
        if preset is not None:
            dialog = PresetDialog(self._presets, preset, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _on_new(self) -> None:
        self._edit(self._presets.like(self._name))

    def _on_edit(self) -> None:
        if self._presets.is_own(self._name):
            self._edit(self._presets.named(self._name))

    def _on_activated(self) -> None:
        if self._presets.is_own(self._name):
            self._on_edit()
        else:
            self._on_new()

    def _on_saved(self, preset: EncodePreset) -> None:
        self._in_hand = preset.name
        self._show()
        self._in_hand = ""
        self._list.setFocus()
        self._tell(tr("{name} is saved.").format(name=quoted(preset_title(preset))))

    def _on_remove(self) -> None:
        if self._buttons["removePreset"].isEnabled():
            self._removed = self._presets.named(self._name)
            self._presets.remove(self._name)

    def _on_removed(self, name: str) -> None:
        title = self._removed.title if self._removed is not None else name
        self._tell(tr("{name} is removed.").format(name=quoted(title)), can_undo=self._removed is not None)

    def _on_undo(self) -> None:
        if self._removed is not None:
            self._presets.save(self._removed)
            self._removed = None

    def _on_import(self) -> None:
        chooser = self._chooser(tr("Import a preset"), QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self._presets.take(Path(name)))
        chooser.open()

    def _on_export(self) -> None:
        name = self._name
        chooser = self._chooser(tr("Export the preset"), QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(f"{name}.json")
        chooser.fileSelected.connect(lambda file: self._presets.export_to(name, Path(file)))
        chooser.open()

    def _on_written(self, preset: EncodePreset, file: Path) -> None:
        self._tell(tr("{name} is written to {path}").format(name=quoted(preset_title(preset)), path=file))

    def _chooser(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        chooser = QFileDialog(self, title, str(self._memory.value(_FOLDER, str(Path.home()))))
        chooser.setObjectName("presetChooser")
        chooser.setNameFilter(file_kinds((tr("Presets"), "*.json"), (tr("All files"), "*")))
        chooser.setFileMode(mode)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self._memory.setValue(_FOLDER, str(Path(name).parent)))
        return chooser
