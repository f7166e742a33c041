"""What the window does about recipes: their dialogs, and the choice of one in the menus of importing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from core.schema.recipe import Recipe
from core.schema.run import RunOptions
from ui.controllers.models import ModelController
from ui.panel import Workbench
from ui.widgets.notice import Notice
from ui.wording import quoted, tr

_TOPIC = "recipe"


class RecipeDesk(QObject):
    """Stands between recipes and the user. `manage` is the command that shows them all."""

    def __init__(self, window: QWidget, bench: Workbench, models: ModelController, notice: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._models = models
        self._notice = notice
        self._recipes = bench.recipes
        self._menus: list[tuple[QMenu, QAction, list[QAction]]] = []

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"recipes": self.open, "run_options": self.open_options}

    def open(self) -> None:
        """Show all recipes."""
        from ui.dialogs.recipes import RecipesDialog

        if self._window.findChild(RecipesDialog) is None:
            dialog = RecipesDialog(self._bench, self._models, self._window)
            dialog.used.connect(self._tell_used)
            self._show(dialog)

    def open_options(self) -> None:
        """Show what new runs begin with."""
        from ui.dialogs.run_options import RunOptionsDialog

        if self._window.findChild(RunOptionsDialog) is None:
            dialog = RunOptionsDialog(self._bench, self._models, self._window)
            dialog.recipes_wanted.connect(self.open)
            dialog.saving_wanted.connect(lambda options: self._save(options, dialog))
            self._show(dialog)

    def keep_choices(self, run_id: str) -> None:
        """Ask under which name the choices of a run are kept."""
        from ui.dialogs.recipe import RecipeDialog

        recipe = self._recipes.from_run(run_id)
        if recipe is not None:
            self._show(RecipeDialog(self._bench, self._models, recipe, parent=self._window))

    def fill(self, menu: QMenu) -> None:
        """List the recipes in a menu above what it holds, whenever it is opened."""
        manage = menu.actions()[0]
        self._menus.append((menu, manage, []))
        place = len(self._menus) - 1
        menu.aboutToShow.connect(lambda: self._fill(place))
        self._fill(place)

    def _fill(self, place: int) -> None:
        menu, manage, listed = self._menus[place]
        for action in listed:
            menu.removeAction(action)
            action.deleteLater()
        group = QActionGroup(menu)
        names = [("", tr("None: choices of my own"))]
        names += [(each.name, each.name) for each in self._recipes.recipes()]
        made: list[QAction] = []
        for name, title in names:
            action = QAction(title.replace("&", "&&"), menu)
            action.setObjectName(f"chooseRecipe_{name}")
            action.setCheckable(True)
            action.setChecked(name == self._recipes.chosen)
            action.triggered.connect(partial(self._choose, name))
            group.addAction(action)
            made.append(action)
        line = QAction(menu)
        line.setSeparator(True)
        menu.insertActions(manage, [*made, line])
        self._menus[place] = (menu, manage, [*made, line])

    def _choose(self, name: str, _checked: bool = False) -> None:
        self._recipes.choose(name)
        self._tell_used(name)

    def _tell_used(self, name: str) -> None:
        self._notice.withdraw(_TOPIC)
        if name:
            told = tr("Videos that are imported from now on begin with {name}.").format(name=quoted(name))
        else:
            told = tr("Videos that are imported from now on begin with your own choices.")
        self._notice.tell("info", told, topic=_TOPIC)

    def _save(self, options: RunOptions, over: QDialog) -> None:
        from ui.dialogs.recipe import RecipeDialog

        recipe: Recipe = self._recipes.new().model_copy(update={"options": options})
        dialog = RecipeDialog(self._bench, self._models, recipe, parent=over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
