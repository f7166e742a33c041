"""`run`: import, analyse, take the best clips, export them."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from core.errors import DiskFullError, ShortlistError, UserWorldError
from core.fetch.addresses import is_web_address
from core.pipeline.space import size_text
from core.project import Project
from core.schema.audio import PROFANITY, Music, SoundWishes
from core.schema.run import RunOptions
from core.schema.source import Source
from core.schema.speech import TRANSCRIBER_ORDER
from core.stages import STAGE_NAMES, STAGES
from desktop.amounts import parse_amount
from desktop.aspects import parse_aspects
from desktop.cluster import add_cluster_arguments, chosen_cluster
from desktop.command import Command
from desktop.fetching import add_fetch_arguments, chosen_fetching
from desktop.presets import add_preset_argument
from desktop.progress import Progress
from desktop.report import Report, finished, published, watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="video or audio file, or the address of one (https://…)"
    )
    add_run_arguments(parser)


def add_run_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what a run may be told, whatever it is started with."""
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    parser.add_argument("--transcript", metavar="FILE", type=Path, help="SRT, VTT, JSON or TXT of what is said")
    parser.add_argument("--style", default="clean", metavar="NAME[@VERSION]", help="style (default: clean)")
    parser.add_argument("--aspects", type=parse_aspects, default=parse_aspects("9:16,1:1,16:9"), metavar="LIST")
    parser.add_argument("--top", type=int, default=5, metavar="N", help="how many clips (default: 5)")
    parser.add_argument("--min", type=float, default=15.0, metavar="S", dest="min_seconds", help="shortest clip")
    parser.add_argument("--max", type=float, default=90.0, metavar="S", dest="max_seconds", help="longest clip")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where finished files go")
    parser.add_argument(
        "--to", default="", metavar="NAMES", help="destinations that finished files go to, comma-separated"
    )
    add_preset_argument(parser)
    parser.add_argument(
        "--audio-track", default="", metavar="N|all", help="which audio track is heard: its number, or all, mixed"
    )
    parser.add_argument(
        "--transcriber",
        default="",
        choices=["auto", *TRANSCRIBER_ORDER],
        metavar="NAME",
        help=f"who writes down what is said: {', '.join(TRANSCRIBER_ORDER)} (default: as the settings say)",
    )
    parser.add_argument(
        "--model", default="", metavar="NAME", help="Whisper model (default: the best that keeps up)"
    )
    parser.add_argument(
        "--language", default="", metavar="CODE", help="what is spoken: en, de, … (default: found out)"
    )
    parser.add_argument("--vocabulary", default="", metavar="WORDS", help="names and words that are hard to hear")
    parser.add_argument(
        "--budget", type=parse_amount, metavar="USD", help="what language models may cost (default: as set)"
    )
    parser.add_argument("--prompt", default="", metavar="TEXT", help="what clips should be about")
    parser.add_argument(
        "--speakers",
        default="auto",
        choices=["auto", "off", *"12345678"],
        metavar="N|off",
        help="how many people talk, where you know, or off: tell nobody apart (default: found out)",
    )
    parser.add_argument("--reduce-noise", action="store_true", help="take steady noise out of the sound")
    parser.add_argument("--remove-fillers", action="store_true", help="cut “um”, “you know” and their like")
    parser.add_argument("--mask-profanity", action="store_true", help="star swear words in the captions")
    parser.add_argument(
        "--profanity", default="kept", choices=PROFANITY, help="what is heard of swear words (default: kept)"
    )
    parser.add_argument("--music", type=Path, metavar="FILE", help="music to lay under the clips")
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
    return asyncio.run(_execute(arguments))


def problem_of(arguments: argparse.Namespace) -> str:
    """Return what is wrong in what a run is told, empty where nothing is."""
    if arguments.min_seconds <= 0 or arguments.max_seconds < arguments.min_seconds:
        return "--min must be above 0 and --max not below --min"
    return "" if 1 <= arguments.top <= 200 else "--top must be between 1 and 200"


async def _execute(arguments: argparse.Namespace) -> int:
    report = Report()
    progress = Progress(is_json=arguments.json)
    try:
        async with opened(arguments.workspace, "main.py run", changes_of(arguments)) as project:
            # The queue of the window stays paused; who gives a command wants its work done.
            project.release_queue(is_kept=False)
            async with watched(project, progress):
                work = (one(project, source, arguments, report) for source in arguments.sources)
                await asyncio.gather(*work)
    except UserWorldError as error:
        report.errors.append(str(error))
    return report.close(progress, arguments.json)


def changes_of(arguments: argparse.Namespace) -> dict[str, object]:
    """Return what goes before the user's settings: a cluster, addresses that may be fetched from."""
    return {**chosen_cluster(arguments), **chosen_fetching(arguments)}


async def one(project: Project, given: str, arguments: argparse.Namespace, report: Report) -> None:
    """Take one file or address through its run, and report how it ended."""
    try:
        path = Path(given)
        if is_web_address(given):
            download = await project.downloads.fetch(given, arguments.cookies)
            path = download.file or path
        source = await project.import_source(path)
        options = _options(arguments, source.name)
        if not arguments.ignore_space:
            await _check_space(project, source, options, report)
        run_id = await project.start_run(source.id, options, arguments.anew)
        await finished(project, run_id)
        await published(project, run_id, report)
    except ShortlistError as error:
        report.errors.append(str(error))
        return
    await report.add(project, run_id)


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


def _options(arguments: argparse.Namespace, source_name: str) -> RunOptions:
    folder = arguments.out.expanduser().absolute() if arguments.out else Path("exports", source_name)
    return RunOptions(
        aspects=arguments.aspects,
        top=arguments.top,
        min_seconds=arguments.min_seconds,
        max_seconds=arguments.max_seconds,
        style=arguments.style,
        transcript=str(arguments.transcript) if arguments.transcript else "",
        auto_approve=True,
        deliver_to="" if arguments.analyze_only else str(folder),
        publish_to=() if arguments.analyze_only else tuple(filter(None, map(str.strip, arguments.to.split(",")))),
        preset=arguments.preset or "fast",
        audio_track=arguments.audio_track,
        transcriber="" if arguments.transcriber == "auto" else arguments.transcriber,
        model=arguments.model,
        language=arguments.language,
        vocabulary=arguments.vocabulary,
        prompt=arguments.prompt,
        speakers=arguments.speakers,
        sound=SoundWishes(
            reduces_noise=arguments.reduce_noise, music=_music(arguments), profanity=arguments.profanity
        ),
        masks_profanity=arguments.mask_profanity,
        removes_fillers=arguments.remove_fillers,
        budget_usd=arguments.budget,
    )


def _music(arguments: argparse.Namespace) -> Music | None:
    return Music(file=arguments.music.expanduser().absolute()) if arguments.music else None


COMMAND = Command("run", "import, analyse, take the best clips and export them", add_arguments, execute)
