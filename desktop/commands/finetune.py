"""`finetune`: a language model of the user's own, from the decisions and the talks of a workspace."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core.errors import ProviderError
from core.project import Project
from core.schema.tuning import TRAINING_KINDS, TrainingKind, TrainingSummary, TuningJob
from desktop import loop, settings
from desktop.command import Command
from desktop.workspace import opened

_PROGRAM = "main.py finetune"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    export = verbs.add_parser("export", help="write the examples as chat JSONL")
    export.add_argument("file", type=Path, metavar="FILE.jsonl")
    start = verbs.add_parser("start", help="tell what a fine-tune takes and costs; with --yes, start it")
    start.add_argument("--model", default="", help="the model to start from; the one that is set unless named")
    start.add_argument("--suffix", default="", help="a word for the name of the model")
    start.add_argument("--yes", action="store_true", help="hand the examples over and start")
    start.add_argument("--wait", action="store_true", help="follow it to its end")
    for verb in (export, start):
        verb.add_argument(
            "--only", choices=TRAINING_KINDS, help="decisions on clips, or answers in talks; both unless named"
        )
        verb.add_argument(
            "--mask",
            action="store_true",
            help="replace names of speakers, e-mail and web addresses, telephone and long numbers by"
            " placeholders; names that are only said in a talk can't be told and stay",
        )
    status = verbs.add_parser("status", help="how fine-tunes stand")
    status.add_argument("job", nargs="?", default="", metavar="JOB", help="one of them; all unless named")
    status.add_argument("--wait", action="store_true", help="follow it to its end")
    evaluate = verbs.add_parser(
        "evaluate", help="tell what it costs to compare a finished model with its base; with --yes, compare"
    )
    evaluate.add_argument("job", metavar="JOB")
    evaluate.add_argument("--yes", action="store_true", help="ask both about decisions that neither has seen")
    use = verbs.add_parser("use", help="let a finished model be the language model")
    use.add_argument("job", metavar="JOB")
    use.add_argument("--back", action="store_true", help="take again the model that it took the place of")
    cancel = verbs.add_parser("cancel", help="stop a fine-tune")
    cancel.add_argument("job", metavar="JOB")
    for verb in (export, start, status, evaluate, use, cancel):
        verb.add_argument("--workspace", metavar="DIR")
        verb.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Do what is asked and return 0, or 1 where a fine-tune failed."""
    verbs = {
        "export": _export,
        "start": _start,
        "status": _status,
        "evaluate": _evaluate,
        "use": _use,
        "cancel": _cancel,
    }
    return loop.run(verbs[arguments.verb](arguments))


async def _export(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, _PROGRAM) as project:
        file = arguments.file.expanduser().absolute()
        written = await project.fine_tuning.data.export(file, _kinds(arguments), is_masked=arguments.mask)
    if arguments.json:
        print(written.model_dump_json(indent=2))
        return 0
    _say(written.summary)
    for each in (written.training, written.validation):
        if each is not None:
            print(each)
    return 0


async def _start(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, _PROGRAM) as project:
        tuning = project.fine_tuning
        if not arguments.yes:
            gathered = await tuning.data.gather(_kinds(arguments), is_masked=arguments.mask)
            found = tuning.data.summary(gathered, arguments.model)
            if arguments.json:
                print(found.model_dump_json(indent=2))
            else:
                _say(found)
                print("Nothing was sent. Start it with --yes.", file=sys.stderr)
            return 0
        job = await tuning.start(
            _kinds(arguments),
            arguments.model,
            arguments.suffix,
            lambda _, told: _tell(told, arguments),
            arguments.mask,
        )
        if arguments.wait:
            job = await tuning.watch(job.id, lambda _, told: _tell(told, arguments))
    return _show([job], arguments)


async def _status(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, _PROGRAM) as project:
        tuning = project.fine_tuning
        wanted = [tuning.job(arguments.job)] if arguments.job else tuning.jobs()
        shown = []
        for job in wanted:
            if arguments.wait and not job.has_ended:
                job = await tuning.watch(job.id, lambda _, told: _tell(told, arguments))
            elif not job.has_ended:
                job = await _refreshed(project, job, is_named=bool(arguments.job))
            shown.append(job)
    return _show(shown, arguments)


async def _refreshed(project: Project, job: TuningJob, is_named: bool) -> TuningJob:
    """Ask for news of a job; of all jobs together, one whose endpoint is away hides no other."""
    try:
        return await project.fine_tuning.refresh(job.id)
    except ProviderError as error:
        if is_named:
            raise
        print(f"warning: {job.id}: {error}", file=sys.stderr)
        return job


async def _evaluate(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, _PROGRAM) as project:
        tuning = project.fine_tuning
        if not arguments.yes:
            plan = await tuning.plan_comparison(arguments.job)
            print(plan.model_dump_json(indent=2) if arguments.json else plan.in_words)
            if not arguments.json:
                print("Nothing was sent. Compare them with --yes.", file=sys.stderr)
            return 0
        last = ""

        def tell(_fraction: float, told: str) -> None:
            nonlocal last
            if told != last:
                last = told
                _tell(told, arguments)

        job = await tuning.compare(arguments.job, tell)
    return _show([job], arguments)


async def _use(arguments: argparse.Namespace) -> int:
    chosen = settings.in_use(arguments.workspace)
    async with opened(arguments.workspace, _PROGRAM) as project:
        tuning = project.fine_tuning
        if arguments.back:
            model = tuning.give_back(arguments.job)
        else:
            job = await tuning.refresh(arguments.job)
            model = tuning.take(job.id, chosen.language_model.model)
    language = chosen.language_model.model_copy(update={"model": model})
    settings.save_settings(chosen.model_copy(update={"language_model": language}))
    told = {"model": model, "before": chosen.language_model.model}
    print(json.dumps(told) if arguments.json else f"The language model is {model} now.")
    return 0


async def _cancel(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, _PROGRAM) as project:
        job = await project.fine_tuning.cancel(arguments.job)
    return _show([job], arguments)


def _kinds(arguments: argparse.Namespace) -> tuple[TrainingKind, ...]:
    return (arguments.only,) if arguments.only else TRAINING_KINDS


def _tell(told: str, arguments: argparse.Namespace) -> None:
    if not arguments.json:
        print(told, file=sys.stderr)


def _show(jobs: list[TuningJob], arguments: argparse.Namespace) -> int:
    if arguments.json:
        print(json.dumps([job.model_dump(mode="json") for job in jobs], indent=2, ensure_ascii=False))
    elif not jobs:
        print("There is no fine-tune yet. Start one with: main.py finetune start")
    else:
        for job in jobs:
            print(f"{job.id}  {job.base_model}  {job.remote_id or '–'}\n  {job.in_words}")
            for line in job.comparison.in_words if job.comparison is not None else ():
                print(f"  {line}")
    return 1 if any(job.state == "failed" for job in jobs) else 0


def _say(found: TrainingSummary) -> None:
    for line in found.in_words or ["There is nothing to learn from yet."]:
        print(line)


COMMAND = Command(
    "finetune", "a language model of your own, from your decisions and talks", add_arguments, execute
)
