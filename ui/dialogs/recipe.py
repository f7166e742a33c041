"""One recipe: its name, what it is for, and its choices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from core.schema.recipe import NAME_CHARACTERS, Recipe
from ui.controllers.models import ModelController
from ui.panel import Workbench
from ui.recipes.options_form import OptionsForm
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.scroll import YieldingPage
from ui.wording import tr

_WISHED_PX, _MOST_HIGH_PX = 1040, 720


class RecipeDialog(Dialog):
    """Edits a recipe and keeps it; `before` is its name so far, empty for a new one."""

    def __init__(
        self,
        bench: Workbench,
        models: ModelController,
        recipe: Recipe,
        before: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recipeDialog")
        self.setWindowTitle(tr("Recipe “{name}”").format(name=before) if before else tr("New recipe"))
        self._recipes = bench.recipes
        self._before = before
        self._is_saving = False
        self._name = QLineEdit(recipe.name)
        self._name.setObjectName("recipeName")
        self._name.setAccessibleName(tr("Name"))
        self._name.setMaxLength(NAME_CHARACTERS)
        self._note = QLineEdit(recipe.note)
        self._note.setObjectName("recipeNote")
        self._note.setAccessibleName(tr("What it is for"))
        self._note.setPlaceholderText(tr("For example: the weekly show, to be looked through on Mondays"))
        self._form = OptionsForm(bench, models, recipe.options)
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("recipeProblem")
        self._save = button(tr("Save", "verb"), self._on_save, is_primary=True)
        self._save.setObjectName("saveRecipe")
        self._save.setDefault(True)
        self._build()
        self._name.textChanged.connect(lambda _text: self._show_name())
        self._recipes.saved.connect(self._on_saved)
        self._recipes.refused.connect(self._on_refused)
        self._name.selectAll()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_name()

    def _build(self) -> None:
        name, note = label(tr("Name")), label(tr("What it is for"))
        name.setBuddy(self._name)
        note.setBuddy(self._note)
        head = row(name, self._name, 12, note, self._note, spacing=12)
        head.setStretch(1, 2)
        head.setStretch(4, 3)
        cancel = button(tr("Cancel"), self.reject)
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(head)
        layout.addWidget(rule())
        form = YieldingPage(self._form)
        form.setAccessibleName(tr("Options"))
        layout.addWidget(form, 1)
        layout.addWidget(self._problem)
        layout.addLayout(row(None, cancel, self._save))
        self.setLayout(layout)
        wished = self.sizeHint()
        self.resize(max(_WISHED_PX, wished.width()), min(wished.height(), _MOST_HIGH_PX))

    def _show_name(self) -> None:
        self._save.setEnabled(bool(self._name.text().strip()) and not self._is_saving)

    def _on_save(self) -> None:
        self._problem.setText(self._form.problem())
        if self._problem.text():
            return
        self._form.remember()
        self._is_saving = True
        self._show_name()
        self._recipes.save(
            self._name.text().strip(), self._form.options(), self._note.text().strip(), self._before
        )

    def _on_saved(self, _recipe: Recipe) -> None:
        if self._is_saving:
            self.accept()

    def _on_refused(self, why: str) -> None:
        if self._is_saving:
            self._problem.setText(why)
            self._is_saving = False
            self._show_name()
