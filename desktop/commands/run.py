"""`run`: import, analyse, take the best clips, export them."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from core.batches import sources_of
from core.errors import DiskFullError, MediaError, ShortlistError, UserWorldError
from core.fetch.addresses import is_web_address
from core.morning.saving import check_form, write_report
from core.pipeline.space import size_text
from core.project import Project
from core.schema.batch import Batch, BatchItem
from core.schema.run import RunOptions
from core.schema.source import Source
from core.stages import STAGE_NAMES, STAGES
from desktop import loop
from desktop.cluster import add_cluster_arguments, chosen_cluster
from desktop.command import Command
from desktop.fetching import add_fetch_arguments, chosen_fetching
from desktop.morning import workspace_of
from desktop.presets import warn_of_presets
from desktop.progress import Progress
from desktop.report import Report, finished, published, watched
from desktop.run_options import USUAL, add_run_options, chosen_options
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="video or audio file, the address of one (https://…), or a folder: every media file in it",
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="at the end, write what was made there, as .html, .md or .json"
    )
    add_run_arguments(parser)


def add_run_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what a run may be told, whatever it is started with."""
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    parser.add_argument("--transcript", metavar="FILE", type=Path, help="SRT, VTT, JSON or TXT of what is said")
    parser.add_argument(
        "--recipe", default="", metavar="NAME", help="choices as saved; what is given beside it goes over them"
    )
    add_run_options(parser)
    parser.add_argument("--analyze-only", action="store_true", help="stop before rendering")
    parser.add_argument(
        "--from",
        dest="anew",
        default="",
        choices=[stage.name for stage in STAGES],
        metavar="STAGE",
        help=f"do this stage and what hangs below it again, though it was done before ({STAGE_NAMES})",
    )
    add_fetch_arguments(parser)
    add_cluster_arguments(parser)
    parser.add_argument("--ignore-space", action="store_true", help="start though the disk looks too small")
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Run it all and return 0 when everything was delivered."""
    if problem := problem_of(arguments):
        print(f"error: {problem}", file=sys.stderr)
        return 2
    if arguments.report:
        check_form(arguments.report)
    return loop.run(_execute(arguments))


def problem_of(arguments: argparse.Namespace) -> str:
    """Return what is wrong in what a run is told, empty where nothing is; what a recipe says is not known yet."""
    try:
        chosen_options(arguments)
    except UserWorldError as error:
        return "" if arguments.recipe else str(error)
    return ""


async def _execute(arguments: argparse.Namespace) -> int:
    report = Report()
    progress = Progress(is_json=arguments.json)
    try:
        async with opened(arguments.workspace, "main.py run", changes_of(arguments)) as project:
            # The queue of the window stays paused; who gives a command wants its work done.
            project.release_queue(is_kept=False)
            options = options_of(arguments, project)
            project.own_presets.check(options)
            warn_of_presets(project, options)
            sources = [each for given in arguments.sources for each in _in_it(given, report)]
            batch = project.batches.begin(sources, options)
            report.batch_id = batch.id
            async with watched(project, progress):
                work = (of_batch(project, batch, each, arguments, report) for each in batch.items)
                await asyncio.gather(*work)
            project.batches.end(batch.id)
            if arguments.report:
                told = await project.morning.of_batch(project.batches.find(batch.id), workspace_of(project))
                report.told_in = write_report(told, arguments.report)
    except UserWorldError as error:
        report.errors.append(str(error))
    return report.close(progress, arguments.json)


def changes_of(arguments: argparse.Namespace) -> dict[str, object]:
    """Return what goes before the user's settings: a cluster, addresses that may be fetched from."""
    return {**chosen_cluster(arguments), **chosen_fetching(arguments)}


async def one(
    project: Project,
    given: str,
    arguments: argparse.Namespace,
    report: Report,
    options: RunOptions | None = None,
    began: Callable[[str], None] = lambda run_id: None,
) -> str:
    """Take one file or address through its run, and report how it ended; return why it came to none.

    Without options they are as the arguments say. `began` is told the run's id.
    """
    run_id = ""
    try:
        options = options or options_of(arguments, project)
        path = Path(given)
        if is_web_address(given):
            download = await project.downloads.fetch(given, arguments.cookies)
            path = download.file or path
        source = await project.import_source(path)
        if not arguments.ignore_space:
            await _check_space(project, source, options, report)
        run_id = await project.start_run(source.id, options, arguments.anew)
        began(run_id)
        await finished(project, run_id)
        await published(project, run_id, report)
    except ShortlistError as error:
        report.errors.append(str(error))
        return "" if run_id else str(error)
    await report.add(project, run_id)
    return ""


async def of_batch(
    project: Project, batch: Batch, item: BatchItem, arguments: argparse.Namespace, report: Report
) -> None:
    """Take one source of a batch through its run, and write down in the batch what became of it."""

    def began(run_id: str) -> None:
        project.batches.note(batch.id, item.id, run_id)

    error = await one(project, item.source, arguments, report, batch.options, began)
    if error:
        project.batches.note(batch.id, item.id, error=error)


def _in_it(given: str, report: Report) -> list[str]:
    """Return a source as it can be found again from wherever, or every media file of a folder.

    A folder that holds none, or can't be read, is reported and keeps nothing else from being taken.
    """
    try:
        return sources_of(given)
    except MediaError as error:
        report.errors.append(str(error))
        return []


async def _check_space(project: Project, source: Source, options: RunOptions, report: Report) -> None:
    """Refuse at once what would fill the disk after an hour, with all that was let in before it.

    A source that was analysed before needs little.

    Raises:
        DiskFullError: There is not enough space.
    """
    if any(run.source_id == source.id and run.state != "started" for run in project.runs()):
        return
    found = await project.preflight(source.path, options)
    together = found.model_copy(update={"needed_bytes": found.needed_bytes + report.promised_bytes})
    if not together.fits:
        with_others = ", with the files before it" if report.promised_bytes else ""
        raise DiskFullError(
            f"It needs about {size_text(together.needed_bytes)}{with_others}; {size_text(found.free_bytes)} are"
            f" free on the disk of {project.folder}, and {size_text(found.keeps_free_bytes)} of them stay free.",
            str(source.path),
            remedy="Free some space (main.py storage --free), or start all the same with --ignore-space.",
        )
    report.promised_bytes = together.needed_bytes


def options_of(arguments: argparse.Namespace, project: Project) -> RunOptions:
    """Return what the recipe says and was given beside it.

    Raises:
        UserWorldError: There is no such recipe, or the choices can't be used.
    """
    base = USUAL
    if arguments.recipe:
        recipe = project.recipes.get(arguments.recipe)
        # Whoever gives a command wants files: a recipe of the window may leave the approving to a person.
        base = recipe.options.model_copy(
            update={
                "recipe": recipe.name,
                "auto_approve": True,
                "deliver_to": recipe.options.deliver_to or USUAL.deliver_to,
            }
        )
    options = chosen_options(arguments, base)
    changes: dict[str, object] = {"transcript": str(arguments.transcript)} if arguments.transcript else {}
    if arguments.analyze_only:
        changes |= {"deliver_to": "", "publish_to": ()}
    return options.model_copy(update=changes)


COMMAND = Command("run", "import, analyse, take the best clips and export them", add_arguments, execute)
