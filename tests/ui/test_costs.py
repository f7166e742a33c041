"""What language models cost is seen in the status bar and beside the budgets, which are checked and kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTabWidget
from window_kit import MemoryPreferences, click, find, opened, until

from core.schema.ledger import Budget, Spending
from ui.controllers.figures import cost_words, month_words


async def test_the_month_stands_in_the_status_bar_and_warns_near_its_budget(
    project: FakeProject, memory: QSettings
) -> None:
    project.add_run("One.mp4", 60.0, 3)
    project.month_now = Budget(month="2026-11", spent_usd=Decimal("4.20"), budget_usd=Decimal(5))
    async with opened(project, memory, has_panels=False) as window:
        shown = find(window, QLabel, "statusCost")
        await until(lambda: shown.text() == "$4.20 of $5.00 this month")
        assert shown.property("role") == "warning"


async def test_budgets_are_checked_and_kept(project: FakeProject, memory: QSettings) -> None:
    project.month_now = Budget(month="2026-11", spent_usd=Decimal("0.004"))
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        window.actions_by_name["settings"].trigger()
        dialog = find(window, QDialog, "settingsDialog")
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(1)
        assert find(dialog, QLabel, "budgetSpent").text() == "So far <$0.01 this month."
        run, month = find(dialog, QLineEdit, "runBudget"), find(dialog, QLineEdit, "monthBudget")
        assert (run.text(), run.placeholderText()) == ("", "No limit")
        for wrong in ("much", "-3", "nan"):
            month.clear()
            QTest.keyClicks(month, wrong)
            click(find(dialog, QPushButton, "saveSettings"))
            assert "budget for a month" in find(dialog, QLabel, "settingsProblem").text()
        month.clear()
        QTest.keyClicks(month, "$12,50")
        QTest.keyClicks(run, "0.5")
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: preferences.kept.budget.month_usd == Decimal("12.50"))
        assert preferences.kept.budget.run_usd == Decimal("0.5")
        window.actions_by_name["settings"].trigger()
        again = find(window, QDialog, "settingsDialog")
        assert (find(again, QLineEdit, "runBudget").text(), find(again, QLineEdit, "monthBudget").text()) == (
            "0.5",
            "12.5",
        )
        again.reject()


@pytest.mark.parametrize(
    ("spent", "budget", "told"),
    [
        ("0", None, ""),
        ("0", "5", "$0.00 of $5.00 this month"),
        ("0.0004", "5", "<$0.01 of $5.00 this month"),
        ("1.239", None, "$1.24 this month"),
    ],
)
def test_a_month_in_words(spent: str, budget: str | None, told: str) -> None:
    given = Budget(
        month="2026-11", spent_usd=Decimal(spent), budget_usd=None if budget is None else Decimal(budget)
    )
    assert month_words(given) == told


def test_a_runs_cost_in_words() -> None:
    assert cost_words(Spending(of="r")) == ""
    assert cost_words(Spending(of="r", calls=1, usd=Decimal("0.31"))) == "Language model: $0.31 for 1 question"
    told = cost_words(Spending(of="r", calls=5, remembered=2, unpriced=3))
    assert told == "Language model: price not known for 3 questions, 2 answered from memory"
    assert cost_words(Spending(of="r", calls=2, remembered=2)).startswith("Language model: $0.00 for 0 questions")
