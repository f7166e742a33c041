"""What a new run looks for and begins with: a recipe, or choices of the user's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.schema.recipe import Recipe
from ui.controllers.models import ModelController
from ui.panel import Workbench
from ui.recipes.options_form import OptionsForm
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.scroll import YieldingPage
from ui.wording import tr

_WISHED_PX, _MOST_HIGH_PX = 1040, 720


class RunOptionsDialog(Dialog):
    """Edits the options that new runs start with. A recipe that is changed here is the user's own choice then.

    Signals:
        saving_wanted(RunOptions): The user wants to keep these choices as a recipe.
        recipes_wanted(): The user wants to see the recipes.
    """

    saving_wanted = Signal(object)
    recipes_wanted = Signal()

    def __init__(self, bench: Workbench, models: ModelController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runOptions")
        self.setWindowTitle(tr("Options for new runs"))
        self._recipes = bench.recipes
        self._recipe = Chooser()
        self._recipe.setObjectName("optionRecipe")
        self._recipe.setAccessibleName(tr("Recipe"))
        self._recipe.setMinimumWidth(280)
        self._form = OptionsForm(bench, models, bench.library.options)
        self._as_shown = self._form.options()
        self._save_as = button(tr("Save as a recipe…"), self._on_save_as)
        self._save_as.setObjectName("saveAsRecipe")
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("optionsProblem")
        self._build()
        self._fill()
        self._recipes.changed.connect(self._fill)
        self._recipes.saved.connect(self._on_saved)
        self._recipe.activated.connect(lambda _place: self._on_recipe_chosen())
        self._form.changed.connect(self._on_form_changed)

    def _build(self) -> None:
        title = label(tr("Recipe"))
        title.setBuddy(self._recipe)
        title.setMinimumWidth(96)
        manage = button(tr("Recipes…"), self._on_recipes)
        manage.setObjectName("optionRecipes")
        use = button(tr("Use for new runs"), self.accept, is_primary=True)
        use.setObjectName("useOptions")
        use.setDefault(True)
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(title, self._recipe, manage, None, spacing=12))
        layout.addWidget(rule())
        form = YieldingPage(self._form)
        form.setAccessibleName(tr("Options"))
        layout.addWidget(form, 1)
        layout.addWidget(self._problem)
        layout.addLayout(row(self._save_as, None, button(tr("Cancel"), self.reject), use))
        self.setLayout(layout)
        wished = self.sizeHint()
        self.resize(max(_WISHED_PX, wished.width()), min(wished.height(), _MOST_HIGH_PX))

    def accept(self) -> None:
        """Hand over the options, where they make sense together."""
        if problem := self._form.problem():
            self._problem.setText(problem)
            return
        # What was still being typed has changed the form by now.
        name = str(self._recipe.currentData() or "")
        if name:
            self._recipes.choose(name)
        else:
            self._form.remember()
            self._recipes.use_own(self._form.options())
        super().accept()

    def _fill(self) -> None:
        """List the recipes; the one that new runs begin with is chosen."""
        chosen = self._recipe.currentData() if self._recipe.count() else self._recipes.chosen
        self._recipe.clear()
        self._recipe.addItem(tr("None: choices of my own"), "")
        for recipe in self._recipes.recipes():
            self._recipe.addItem(recipe.name, recipe.name)
        self._recipe.setCurrentIndex(max(0, self._recipe.findData(chosen)))

    def _on_recipe_chosen(self) -> None:
        recipe = self._recipes.named(str(self._recipe.currentData() or ""))
        self._form.show_options(recipe.options if recipe else self._recipes.own())
        self._as_shown = self._form.options()
        self._problem.setText("")

    def _on_form_changed(self) -> None:
        if self._recipe.currentData() and self._form.options() != self._as_shown:
            self._recipe.setCurrentIndex(0)

    def _on_saved(self, recipe: Recipe) -> None:
        self._fill()
        self._recipe.setCurrentIndex(max(0, self._recipe.findData(recipe.name)))
        self._on_recipe_chosen()

    def _on_recipes(self) -> None:
        self.reject()
        self.recipes_wanted.emit()

    def _on_save_as(self) -> None:
        if problem := self._form.problem():
            self._problem.setText(problem)
            return
        self._form.remember()
        self.saving_wanted.emit(self._form.options())
