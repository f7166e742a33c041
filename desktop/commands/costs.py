"""`costs`: what language models cost, by month, run, stage or model, and every call."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import get_args

from core.export.saving import save_file
from core.morning.statement import write_statement
from core.project import Project
from core.schema.ledger import Budget, LedgerRow, Spending, SpendingBy
from core.schema.record import Record
from desktop import loop
from desktop.amounts import dollars
from desktop.command import Command
from desktop.workspace import looked_at

_KINDS: tuple[SpendingBy, ...] = get_args(SpendingBy)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", nargs="?", default="", metavar="RUN", help="of one run alone: its id, or the start")
    parser.add_argument("--by", choices=_KINDS, help="one total alone (default: all of them)")
    parser.add_argument(
        "--csv",
        type=Path,
        metavar="FILE",
        help="write a table with a row a run: date, source, minutes in and out, seconds by stage, tokens, money",
    )
    parser.add_argument("--calls", action="store_true", help="every call, oldest first")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Print totals, or calls."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        if arguments.csv:
            wanted = [project.find_run(arguments.run).id] if arguments.run else [run.id for run in project.runs()]
            report = await project.morning.of_runs(wanted[::-1])
            print(save_file(arguments.csv.expanduser().absolute(), partial(write_statement, report.sources)))
            return 0
        run_id = project.find_run(arguments.run).id if arguments.run else ""
        kinds = [arguments.by] if arguments.by else [kind for kind in _KINDS if kind != "run" or not run_id]
        totals = {kind: project.spending(kind, run_id) for kind in kinds}
        calls = project.ledger(run_id) if arguments.calls else []
        month = project.month()
        names = _names(project)
    if arguments.json:
        document = {"this_month": _plain(month), **{kind: [_plain(one) for one in totals[kind]] for kind in kinds}}
        shown = document | ({"calls": [_plain(call) for call in calls]} if arguments.calls else {})
        print(json.dumps(shown, indent=2, ensure_ascii=False))
    elif arguments.calls:
        _say_calls(calls)
    else:
        _say(totals, month, names)
    return 0


def _names(project: Project) -> dict[str, str]:
    return {run.id: f"{run.id}  {run.source_name}" for run in project.runs()}


def _plain(record: Record) -> dict[str, object]:
    return dict(json.loads(record.model_dump_json()))


def _say(totals: dict[SpendingBy, list[Spending]], month: Budget, names: dict[str, str]) -> None:
    if not any(totals.values()):
        print("No language model was asked yet.")
    for kind, groups in totals.items():
        if groups:
            print(f"By {kind}")
        for group in groups:
            name = names.get(group.of, f"{group.of or 'no run'} (deleted)" if group.of else "no run")
            print(f"  {dollars(group.usd):>10}  {_facts(group):<44}  {name if kind == 'run' else group.of}")
    of = f" of {dollars(month.budget_usd)}" if month.budget_usd is not None else ", with no limit"
    print(f"This month: {dollars(month.spent_usd)}{of}")


def _facts(group: Spending) -> str:
    calls = f"{group.calls} call{'' if group.calls == 1 else 's'}"
    tokens = f"{group.prompt_tokens + group.completion_tokens:,} tokens"
    notes = {"remembered": group.remembered, "lost": group.lost, "no price": group.unpriced}
    return ", ".join([calls, tokens, *(f"{count} {what}" for what, count in notes.items() if count)])


def _say_calls(calls: Sequence[LedgerRow]) -> None:
    for call in calls:
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(call.at))
        tokens = f"{call.prompt_tokens:>7} + {call.completion_tokens:<6}"
        price = dollars(call.usd) if call.is_priced else "?"
        print(
            f"{when}  {price:>9}  {tokens} {call.seconds:6.1f} s  {call.outcome:<10}  {call.stage}  {call.model}"
        )


COMMAND = Command("costs", "what language models cost: totals and calls", add_arguments, execute)
