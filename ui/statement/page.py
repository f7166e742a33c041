"""The page of a statement, in the subset of HTML that Qt's text documents know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QDate, QDateTime, QLocale

from core.schema.morning import Ending
from core.schema.statement import ModelUse, Statement
from ui.controllers.stages import stage_title
from ui.widgets.dates import date
from ui.widgets.timecode import dollars, length, number
from ui.wording import QT_TR_NOOP, tr

_ENDINGS: dict[Ending, str] = {
    "made": QT_TR_NOOP("Made"),
    "partly": QT_TR_NOOP("Made in part"),
    "nothing_good": QT_TR_NOOP("Nothing exported"),
    "failed": QT_TR_NOOP("Failed"),
    "stopped": QT_TR_NOOP("Stopped"),
    "open": QT_TR_NOOP("Not finished"),
}


class _Column(NamedTuple):
    """How wide a column is, and whether numbers stand in it, one below the other."""

    percent: int
    is_number: bool = False


# Long tables are several, as wide: Qt lays one out at once, and the window would wait for that.
_ROWS = 30
_PAIRS = (_Column(35), _Column(65))
_OF_RUN = (
    _Column(19), _Column(24), _Column(18),
    _Column(11, True), _Column(10, True), _Column(9, True), _Column(9, True),
)  # fmt: skip
_OF_MODEL = (_Column(36), _Column(12, True), _Column(18, True), _Column(18, True), _Column(16, True))
_PRIVATE = QT_TR_NOOP(
    "Counted out of this workspace's own records when this page was made. Nothing else is counted, and none of it "
    "leaves this computer."
)


def as_parts(statement: Statement) -> list[str]:
    """Return a statement as HTML, in the language of the window; every value is escaped.

    It comes in parts, none of them long: what begins the page, more tables of its runs, what ends it.
    """
    first, *others = _runs(statement)
    title = _part("h1", tr("Statement for {month}").format(month=month_words(statement.month)))
    begins = title + _part("h3", statement.workspace) + _figures(statement) + first
    private = "<p>" + _part("small", tr(_PRIVATE)) + "</p>"
    ends = _models(statement.models) + _stages(statement) + private
    return [begins, *others, ends] if others else [begins + ends]


def month_words(month: str) -> str:
    """Return "2026-11" as the language of the window writes it."""
    first = QDate.fromString(f"{month}-01", "yyyy-MM-dd")
    return QLocale().toString(first, "MMMM yyyy") if first.isValid() else month


def _figures(statement: Statement) -> str:
    clips = statement.clips
    rows = [
        (tr("Runs"), number(len(statement.runs))),
        (tr("Material"), length(statement.seconds_in)),
        (tr("Clips proposed"), number(clips.proposed)),
        (tr("Clips made by hand"), number(clips.handmade)),
        (
            tr("Decisions"),
            tr("{approved} approved, {maybe} maybe, {rejected} rejected, {undecided} to decide").format(
                approved=number(clips.approved),
                maybe=number(clips.maybe),
                rejected=number(clips.rejected),
                undecided=number(clips.undecided),
            ),
        ),
        (
            tr("Finished files"),
            tr("{files}, {length} long").format(
                files=tr("%n files", "", statement.files), length=length(statement.seconds_out)
            ),
        ),
        (tr("Work of this computer"), length(sum(statement.stages.values()))),
        (tr("Language and speech models"), _money(statement)),
    ]
    return _table(_PAIRS, (), rows)


def _money(statement: Statement) -> str:
    spent = dollars(float(statement.usd))
    if statement.budget_usd is None:
        return spent
    budget = dollars(float(statement.budget_usd))
    if statement.usd >= statement.budget_usd:
        return tr("{spent}: the budget of {budget} is used up").format(spent=spent, budget=budget)
    return tr("{spent} of {budget}").format(spent=spent, budget=budget)


def _runs(statement: Statement) -> list[str]:
    if not statement.runs:
        return [_part("p", tr("Nothing was run in this month."))]
    head = (tr("Started"), tr("Source"), tr("Result"), tr("In"), tr("Out"), tr("Files"), tr("Cost"))
    rows = [
        (
            date(QDateTime.fromSecsSinceEpoch(int(run.started_at)).date()),
            run.name,
            tr(_ENDINGS[run.ending]),
            length(run.seconds_in),
            length(run.seconds_out),
            number(run.files),
            dollars(float(run.usd)),
        )
        for run in statement.runs
    ]
    tables = [rows[first : first + _ROWS] for first in range(0, len(rows), _ROWS)]
    first = _part("h2", tr("Runs")) + _table(_OF_RUN, head, tables[0])
    return [first, *(_table(_OF_RUN, (), some) for some in tables[1:])]


def _models(models: Sequence[ModelUse]) -> str:
    if not models:
        return ""
    head = (tr("Model"), tr("Calls"), tr("Tokens sent"), tr("Tokens received"), tr("Cost"))
    rows = [
        (
            model.model,
            number(model.calls),
            number(model.prompt_tokens),
            number(model.completion_tokens),
            dollars(float(model.usd)) + (" " + tr("(some without a price)") if model.unpriced else ""),
        )
        for model in models
    ]
    return _part("h2", tr("Language and speech models")) + _table(_OF_MODEL, head, rows)


def _stages(statement: Statement) -> str:
    if not statement.stages:
        return ""
    rows = [(stage_title(stage), length(seconds)) for stage, seconds in statement.stages.items()]
    return _part("h2", tr("Work of this computer")) + _table(_PAIRS, (), rows)


def _part(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"


def _table(columns: Sequence[_Column], head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_line("th", columns, head)] if head else []
    lines += [_line("td", columns, row) for row in rows]
    return f"<table width='100%' cellspacing=0 cellpadding=4>{''.join(lines)}</table>"


def _line(tag: str, columns: Sequence[_Column], cells: Sequence[str]) -> str:
    parts = (
        f"<{tag} width='{column.percent}%' align={'right' if column.is_number else 'left'}>{escape(cell)}</{tag}>"
        for column, cell in zip(columns, cells, strict=True)
    )
    return f"<tr>{''.join(parts)}</tr>"
