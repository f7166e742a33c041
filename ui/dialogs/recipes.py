"""The recipes of the workspace: made, edited, handed on, taken from files, chosen for new runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from core.schema.recipe import Recipe
from ui.controllers.models import ModelController
from ui.delegates.named_row import name_rows
from ui.dialogs.recipe import RecipeDialog
from ui.panel import Workbench
from ui.recipes.words import recipe_words
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import file_kinds, quoted, tr

_FOLDER = "recipe_folder"


class RecipesDialog(Dialog):
    """A list with what can be done with the recipe in hand beside it.

    Signals:
        used(str): New runs begin with this recipe from now on; empty: with the user's own choices.
    """

    used = Signal(str)

    def __init__(self, bench: Workbench, models: ModelController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipesDialog")
        self.setWindowTitle(tr("Recipes"))
        self._bench = bench
        self._models = models
        self._recipes = bench.recipes
        self._removed: Recipe | None = None
        self._in_hand = ""
        self._list = QListWidget()
        self._list.setObjectName("recipeList")
        self._list.setAccessibleName(tr("Recipes"))
        self._list.setSpacing(1)
        name_rows(self._list)
        self._empty = label(
            tr(
                "No recipe yet. A recipe keeps all choices of a run under a name: style, shapes, lengths, what is"
                " approved by itself, where files go. Make one here, or of a run that came out well."
            ),
            "muted",
            wraps=True,
        )
        self._empty.setObjectName("recipesEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(32)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("recipesTold")
        self._undo = button(tr("Undo"), self._on_undo)
        self._undo.setObjectName("recipeUndo")
        self._undo.hide()
        self._buttons = self._make_buttons()
        self._use = button(tr("Use for new runs"), self._on_use, is_primary=True)
        self._use.setObjectName("useRecipe")
        self._use.setDefault(True)
        self._build()
        self._connect()
        self._show()
        self._recipes.load()

    def _make_buttons(self) -> dict[str, QPushButton]:
        wanted: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("newRecipe", tr("New…"), lambda: self._edit(self._recipes.new())),
            ("recipeOfRun", tr("From the open run…"), self._on_of_run),
            ("editRecipe", tr("Edit or rename…"), self._on_edit),
            ("duplicateRecipe", tr("Duplicate"), lambda: self._recipes.duplicate(self._name)),
            ("removeRecipe", tr("Remove"), self._on_remove),
            ("importRecipe", tr("Import…"), self._on_import),
            ("exportRecipe", tr("Export…"), self._on_export),
        )
        made: dict[str, QPushButton] = {}
        for name, title, run in wanted:
            made[name] = button(title, run)
            made[name].setObjectName(name)
        made["recipeOfRun"].setToolTip(tr("Keep the choices that the open run was made with"))
        return made

    def _build(self) -> None:
        shown = QWidget()
        self._pages = QStackedLayout(shown)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        side = column(spacing=6)
        for name, each in self._buttons.items():
            if name in ("editRecipe", "importRecipe"):
                side.addSpacing(10)
            side.addWidget(each)
        side.addStretch(1)
        middle = row(shown, spacing=16)
        middle.setStretch(0, 1)
        middle.addLayout(side)
        about = tr("Videos that are imported begin with the recipe in use. It can be chosen under Import as well.")
        self._close = button(tr("Close"), self.accept)
        said = row(self._told, self._undo, spacing=12)
        said.setStretch(0, 1)
        layout = column(label(about, "muted", wraps=True), spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(middle)
        layout.setStretch(1, 1)
        layout.addLayout(said)
        layout.addLayout(row(None, self._close, self._use))
        self.setLayout(layout)
        self.setMinimumSize(640, 420)
        self.resize(760, 520)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(lambda _place: self._show_hand())
        self._list.itemActivated.connect(lambda _item: self._on_edit())
        self._recipes.changed.connect(self._show)
        self._recipes.saved.connect(self._on_saved)
        self._recipes.removed.connect(self._on_removed)
        self._recipes.written.connect(self._on_written)
        # What is said of recipes with presets that were removed.
        self._bench.presets.changed.connect(self._show)
        self._recipes.refused.connect(self._on_refused)

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

    @property
    def _is_broken(self) -> bool:
        return bool(self._name) and self._recipes.named(self._name) is None

    def _show(self) -> None:
        in_hand, place = self._in_hand or self._name or self._recipes.chosen, self._list.currentRow()
        self._list.clear()
        titles = {style.name: style.title or style.name for style in self._bench.styling.styles()}
        for recipe in self._recipes.recipes():
            words = recipe_words(recipe, titles, self._bench.presets.doubts(recipe.options))
            self._add(recipe.name, f"{_titled(recipe, self._recipes.chosen)}\n{words}")
        for broken in self._recipes.broken():
            why = tr("Can't be used: {why}").format(why=broken.reason)
            self._add(broken.file.stem, f"{broken.file.name}\n{why}", str(broken.file))
        names = [str(self._list.item(line).data(Qt.ItemDataRole.UserRole)) for line in range(self._list.count())]
        last = len(names) - 1
        self._list.setCurrentRow(names.index(in_hand) if in_hand in names else min(max(place, 0), last))
        self._pages.setCurrentIndex(0 if names else 1)
        self._show_hand()

    def _add(self, name: str, text: str, hint: str = "") -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setToolTip(hint or tr("Press Enter, or double-click, to edit it"))
        self._list.addItem(item)

    def _show_hand(self) -> None:
        has_one, is_broken = bool(self._name), self._is_broken
        is_used = has_one and self._name == self._recipes.chosen
        for name in ("editRecipe", "duplicateRecipe", "exportRecipe"):
            self._buttons[name].setEnabled(has_one and not is_broken)
        self._buttons["removeRecipe"].setEnabled(has_one)
        self._buttons["recipeOfRun"].setEnabled(bool(self._bench.review.run_id))
        self._use.setEnabled(has_one and not is_broken)
        self._use.setText(tr("Use none for new runs") if is_used else tr("Use for new runs"))

    def _on_refused(self, why: str) -> None:
        self._tell(why, "error")

    def _tell(self, text: str, role: str = "muted", can_undo: bool = False) -> None:
        self._told.setText(text)
        restyle(self._told, "role", role)
        self._undo.setVisible(can_undo)

    # What the user wants

    def _edit(self, recipe: Recipe, before: str = "") -> None:
        dialog = RecipeDialog(self._bench, self._models, recipe, before, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_edit(self) -> None:
        recipe = self._recipes.named(self._name)
        if recipe is not None:
            self._edit(recipe, recipe.name)

    def _on_of_run(self) -> None:
        recipe = self._recipes.from_run(self._bench.review.run_id)
        if recipe is not None:
            self._edit(recipe)

    def _on_saved(self, recipe: Recipe) -> None:
        self._in_hand = recipe.name
        self._show()
        self._in_hand = ""
        self._tell(tr("{name} is saved.").format(name=quoted(recipe.name)))

    def _on_remove(self) -> None:
        name = self._name
        if name:
            self._removed = self._recipes.named(name)
            self._recipes.remove(name)

    def _on_removed(self, name: str) -> None:
        self._tell(tr("{name} is removed.").format(name=quoted(name)), can_undo=self._removed is not None)

    def _on_undo(self) -> None:
        if self._removed is not None:
            self._recipes.put_back(self._removed)
            self._removed = None

    def _on_import(self) -> None:
        chooser = self._chooser(tr("Import a recipe"), QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self._recipes.take(Path(name)))
        chooser.open()

    def _on_export(self) -> None:
        name = self._name
        chooser = self._chooser(tr("Export the recipe"), QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(f"{name}.json")
        chooser.fileSelected.connect(lambda file: self._recipes.export_to(name, Path(file)))
        chooser.open()

    def _on_written(self, name: str, file: Path) -> None:
        self._tell(tr("{name} is written to {path}").format(name=quoted(name), path=file))

    def _chooser(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        memory = self._bench.memory
        chooser = QFileDialog(self, title, str(memory.value(_FOLDER, str(Path.home()))))
        chooser.setObjectName("recipeChooser")
        chooser.setNameFilter(file_kinds((tr("Recipes"), "*.json"), (tr("All files"), "*")))
        chooser.setFileMode(mode)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: memory.setValue(_FOLDER, str(Path(name).parent)))
        return chooser

    def _on_use(self) -> None:
        name = "" if self._name == self._recipes.chosen else self._name
        self._recipes.choose(name)
        self.used.emit(name)
        self.accept()


def _titled(recipe: Recipe, chosen: str) -> str:
    if recipe.name != chosen:
        return recipe.name
    return tr("{name}   (used for new runs)").format(name=recipe.name)
