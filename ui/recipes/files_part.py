"""What files a run or recipe makes: presets of single shapes, what lies beside, names; and what it may cost."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from core.schema.choice import Aspect
from core.schema.run import RunOptions
from ui import theme
from ui.export.beside_part import BesidePart
from ui.export.columns_part import ColumnsPart
from ui.export.name_part import NamePart
from ui.panel import Workbench
from ui.widgets.basics import column, label, row
from ui.widgets.fields import AmountField
from ui.wording import tr

_MOST_USD = 10_000.0
_NUMBER_PX = 96


class FilesPart(QWidget):
    """Signals:
    changed(): Something is chosen otherwise.
    """

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._shapes = ColumnsPart(bench.presets, bench.memory, tr("Presets of single shapes"))
        self._beside = BesidePart()
        self._name = NamePart()
        self._has_budget = QCheckBox(tr("At most, for language models:"))
        self._has_budget.setObjectName("optionHasBudget")
        self._budget = AmountField(tr("Budget in dollars"), 0.0, _MOST_USD, 1.0, 2, "$")
        self._budget.setObjectName("optionBudget")
        theme.fix_width(self._budget, _NUMBER_PX)
        parts = column(spacing=8)
        for title, part in (
            (tr("Presets of single shapes"), self._shapes),
            (tr("Captions, and files beside the video"), self._beside),
            (tr("Names of files"), self._name),
        ):
            parts.addWidget(label(title, "heading"))
            parts.addWidget(part)
        parts.addWidget(label(tr("Budget"), "heading"))
        parts.addLayout(row(self._has_budget, self._budget, None, spacing=8))
        self.setLayout(parts)
        for each in (self._shapes, self._beside, self._name):
            each.changed.connect(self.changed)
        self._has_budget.toggled.connect(self._budget.setEnabled)

    def show_options(self, options: RunOptions) -> None:
        """Show what is wanted."""
        self._shapes.show_columns(options.columns(list(options.presets)))
        self._beside.show_choice(options.sidecars, options.burns_captions)
        self._name.show_template(options.name_template)
        self._has_budget.setChecked(options.budget_usd is not None)
        self._budget.show_amount(float(options.budget_usd or 0))
        self._budget.setEnabled(self._has_budget.isChecked())

    def interpret(self) -> None:
        """Take what is still being typed."""
        self._budget.interpretText()

    def taken_into(self, options: RunOptions) -> RunOptions:
        """Return options with what is wanted here."""
        presets: dict[Aspect, tuple[str, ...]] = {}
        for each in self._shapes.columns():
            presets[each.aspect] = (*presets.get(each.aspect, ()), each.preset)
        budget = Decimal(f"{self._budget.value():.2f}") if self._has_budget.isChecked() else None
        return options.model_copy(
            update={
                "presets": presets,
                "sidecars": self._beside.sidecars(),
                "burns_captions": self._beside.burns_captions(),
                "name_template": self._name.own_template(),
                # The same amount in other digits is no change.
                "budget_usd": options.budget_usd if budget == options.budget_usd else budget,
            }
        )
