"""What language models may cost: a run, and a month."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from core.schema.ledger import Budget
from ui import theme
from ui.controllers.figures import month_words
from ui.controllers.preferences import BudgetPreference
from ui.widgets.basics import column, label
from ui.widgets.form import Form
from ui.widgets.timecode import with_sign
from ui.wording import QT_TR_NOOP, tr

_ABOUT = QT_TR_NOOP(
    "In US dollars, by the price list that comes with Shortlist. A question that could pass a budget is not "
    "asked: what was judged by then is kept, and the rest is scored on this computer. A model whose price is not "
    "known counts as nothing."
)
_WIDTH_PX = 220


class BudgetFields(QWidget):
    """Edits both budgets; an empty field is no limit."""

    def __init__(self, budget: BudgetPreference, month: Budget) -> None:
        super().__init__()
        self._fields = {
            "run": _field("run", tr("Budget for a run in US dollars"), budget.run_usd),
            "month": _field("month", tr("Budget for a month in US dollars"), budget.month_usd),
        }
        form = Form((tr("For a run, $"), self._fields["run"]), (tr("For a month, $"), self._fields["month"]))
        said = month_words(month)
        spent = label(
            tr("So far {spent}.", "money").format(spent=said) if said else tr("Nothing was spent this month."),
            "small",
        )
        spent.setObjectName("budgetSpent")
        layout = column(label(tr(_ABOUT), "muted", wraps=True), spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(spent)
        self.setLayout(layout)

    def problem(self) -> str:
        """Return what is wrong with what was entered, or nothing."""
        for name, field in self._fields.items():
            try:
                _amount(field.text())
            except ValueError:
                if name == "run":
                    return tr("The budget for a run is no amount, as 5 or 0.50.")
                return tr("The budget for a month is no amount, as 5 or 0.50.")
        return ""

    def value(self) -> BudgetPreference:
        """Return what was entered."""
        return BudgetPreference(*(_amount(field.text()) for field in self._fields.values()))


def _field(name: str, spoken: str, usd: Decimal | None) -> QLineEdit:
    made = QLineEdit("" if usd is None else with_sign(f"{usd.normalize():f}", QLocale().decimalPoint()))
    made.setPlaceholderText(tr("No limit"))
    made.setObjectName(f"{name}Budget")
    made.setAccessibleName(spoken)
    theme.fix_width(made, _WIDTH_PX)
    return made


def _amount(text: str) -> Decimal | None:
    bare = with_sign(text.strip().removeprefix("$").strip())
    if not bare:
        return None
    try:
        amount = Decimal(bare)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not amount.is_finite() or amount < 0:
        raise ValueError(text)
    return amount
