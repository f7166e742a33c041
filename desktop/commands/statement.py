"""`statement`: what the workspace was used for in a month, and what that cost."""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from core.schema.ledger import month_of
from core.schema.statement import Statement
from desktop import loop
from desktop.amounts import dollars
from desktop.command import Command
from desktop.workspace import looked_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("month", nargs="?", type=_month, metavar="YYYY-MM", help="default: this month")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a PDF to print")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a row for each run, for a spreadsheet")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def _month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError("a month is written as 2026-11")
    return text


def execute(arguments: argparse.Namespace) -> int:
    """Print a statement, or write it."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        statement = await project.statements.of(arguments.month or month_of(time.time()))
        if arguments.csv:
            print(project.statements.save_table(statement, arguments.csv.expanduser()))
        if arguments.pdf:
            print(project.statements.save(arguments.pdf.expanduser(), _pdf(statement)))
    if arguments.json:
        print(statement.model_dump_json(indent=2))
    elif not arguments.csv and not arguments.pdf:
        _say(statement)
    return 0


def _pdf(statement: Statement) -> bytes:
    from PySide6.QtCore import QLocale

    from core.captions.qt import ensure_gui
    from ui.statement.page import as_parts
    from ui.statement.pdf import as_pdf

    ensure_gui()
    # The command line speaks English.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    return as_pdf(as_parts(statement), f"Statement {statement.month}")


def _say(statement: Statement) -> None:
    use = statement.clips
    print(f"{statement.workspace}, {statement.month}")
    for run in statement.runs:
        minutes = f"{run.seconds_in / 60:7.1f} min in, {run.seconds_out / 60:6.1f} out"
        print(f"  {minutes}  {run.files:4} files  {dollars(run.usd):>9}  {run.name}")
    print(
        f"{len(statement.runs)} runs, {statement.seconds_in / 60:.1f} min in, {statement.seconds_out / 60:.1f} out"
    )
    print(f"Clips: {use.approved} approved, {use.maybe} maybe, {use.rejected} rejected, {use.undecided} undecided")
    budget = f" of {dollars(statement.budget_usd)}" if statement.budget_usd is not None else ""
    print(f"Models: {dollars(statement.usd)}{budget}")


COMMAND = Command("statement", "what a month's work was, and what it cost", add_arguments, execute)
