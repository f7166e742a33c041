"""How the stages went, one row each, in words. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.schema.ledger import Budget, Spending
from core.schema.queue import Figures, StageFigures
from ui.controllers.stages import STAGE_TITLES
from ui.widgets.timecode import dollars, number, span
from ui.wording import QT_TR_NOOP, tr

_TITLES = {
    **STAGE_TITLES,
    "translate": QT_TR_NOOP("Translate captions"),
    "texts": QT_TR_NOOP("Write texts"),
    "insights": QT_TR_NOOP("Write insights"),
}


@dataclass(frozen=True)
class FigureRow:
    """One stage, or all of them where `stage` is empty. Texts as they are shown, – for none."""

    stage: str
    title: str
    half_within: str
    nearly_all_within: str
    attempts: str
    failed: str
    reused: str
    cost: str
    failures: int


def figure_rows(figures: Figures) -> list[FigureRow]:
    """Return a row for every stage that did anything, and one for all of them together; none where none did."""
    known = [stage for stage in figures.stages if stage.attempts or stage.reused or stage.usd]
    if not known:
        return []
    return [*(_row(stage, tr(_TITLES.get(stage.stage, stage.stage))) for stage in known), _total(known)]


def month_words(month: Budget) -> str:
    """Return what the month cost, of what it may: `$1.20 of $5.00 this month`; empty without both."""
    if month.budget_usd is None:
        spent = money(float(month.spent_usd))
        return tr("{amount} this month").format(amount=spent) if month.spent_usd else ""
    spent = money(float(month.spent_usd)) if month.spent_usd else dollars(0.0)
    return tr("{amount} of {budget} this month").format(amount=spent, budget=dollars(float(month.budget_usd)))


def cost_words(spending: Spending) -> str:
    """Return what language models cost a run, in a line; nothing where none was asked."""
    if not spending.calls:
        return ""
    asked = spending.calls - spending.remembered
    unknown = spending.unpriced and not spending.usd
    price = tr("price not known") if unknown else money(float(spending.usd)) if spending.usd else dollars(0.0)
    words = tr("Language model: {price} for %n questions", "", asked).format(price=price)
    if not spending.remembered:
        return words
    return ", ".join((words, tr("%n answered from memory", "questions", spending.remembered)))


def money(usd: float) -> str:
    """Return an amount: `$0.12`, `<$0.01`, `–` for nothing."""
    if not usd:
        return "–"
    return dollars(usd) if usd >= 0.01 else f"<{dollars(0.01)}"


def share_words(share: float | None) -> str:
    """Return a share, 0 to 1, in percent; a dash where nobody knows."""
    if share is None:
        return "–"
    percent = share * 100
    return f"{number(percent, 1)} %" if 0 < percent < 1 else f"{round(percent)} %"


def _row(stage: StageFigures, title: str) -> FigureRow:
    return FigureRow(
        stage.stage,
        title,
        span(stage.p50),
        span(stage.p95),
        str(stage.attempts),
        share_words(stage.failure_rate),
        share_words(stage.reuse_rate),
        money(stage.usd),
        stage.failed,
    )


def _total(stages: Sequence[StageFigures]) -> FigureRow:
    together = StageFigures(
        stage="",
        attempts=sum(stage.attempts for stage in stages),
        failed=sum(stage.failed for stage in stages),
        completed=sum(stage.completed for stage in stages),
        reused=sum(stage.reused for stage in stages),
        usd=sum(stage.usd for stage in stages),
    )
    return _row(together, tr("All stages"))
