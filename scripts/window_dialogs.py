"""Dialogs, and what is told in them, that `scripts.window_sweep` takes pictures of: with hand-made contents where
those would take a night, another program or another machine to come about.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTabWidget, QToolButton, QWidget

from core.schema.destination import Destination, KeptDestination
from core.schema.handoff import ClipChange, HandoffWritten, Readback
from core.schema.morning import MorningReport, SourceReport, Trouble
from core.schema.run import RunOptions
from core.schema.sheet import SheetAnswers, SheetChange, SheetWritten
from core.schema.source import Source
from core.schema.storage import Preflight
from core.schema.tuning import TrainingSummary
from core.schema.workspace import KnownWorkspace, WorkspaceFigures, WorkspaceFinding
from ui.controllers.queue import SpaceQuestion
from ui.dialogs.copy_framing import CopyFramingDialog
from ui.dialogs.fine_tuning import FineTuningDialog
from ui.dialogs.hand_off import HandOffDialog
from ui.dialogs.morning import MorningDialog
from ui.dialogs.read_back import ReadBackDialog
from ui.dialogs.recipe import RecipeDialog
from ui.dialogs.sheet import SheetDialog
from ui.dialogs.sheet_answers import SheetAnswersDialog
from ui.dialogs.space import SpaceDialog
from ui.dialogs.workspace_check import WorkspaceCheckDialog
from ui.dialogs.workspace_delete import WorkspaceDeleteDialog
from ui.dialogs.workspace_export import WorkspaceExportDialog
from ui.dialogs.workspace_name import WorkspaceNameDialog
from ui.main_window import MainWindow
from ui.menus import MENUS
from ui.panels import SEARCH
from ui.publish.destination_form import DestinationForm
from ui.widgets.basics import restyle

Place = Callable[[MainWindow], Awaitable[QWidget]]
W = TypeVar("W", bound=QWidget)

_NAME = "Episode 12: what pricing does to a small company, and what it never should"
_SHORT = "The week we ran out of money"
_WHERE = Path("/home/ana/Clips/The pricing show")
_FOLDER = Destination(name="Shared drive", kind="folder", folder="/mnt/team/Clips/The pricing show/ready to post")
_STORAGE = Destination(
    name="Clips in the cloud",
    kind="s3",
    bucket="pricing-show-clips",
    prefix="2026/episodes",
    endpoint_url="https://example.r2.cloudflarestorage.com",
    access_key="AKIDEXAMPLE",
)
_HOOK = Destination(name="Planning board", kind="webhook", url="https://example.org/hooks/clips")
_CUT_OFF = "The file is damaged or was cut off: its index can't be read."
_ENDINGS = (
    ("Episode 12", "made", ()),
    (
        _NAME,
        "partly",
        (Trouble(what=_SHORT, why="There is no space left on the disk.", command="main.py retry 7f3a"),),
    ),
    (
        "Episode 14",
        "failed",
        (Trouble(what="Episode 14", why=_CUT_OFF),),
    ),
    ("Episode 15", "nothing_good", ()),
)


def furnish(window: MainWindow) -> None:
    """Put into the window what people have after some weeks: recipes and destinations."""
    bench = window._bench
    unattended = RunOptions(top=12, auto_approve=True, approve_from=70, deliver_to="exports/{source}")
    bench.recipes.save("The weekly show", unattended, "Looked through on Mondays")
    bench.recipes.save("Only the best three, for everybody who has no time", RunOptions(top=3))
    for destination in (_FOLDER, _STORAGE, _HOOK):
        bench.destinations.keep(destination, None)


async def _shown(dialog: W, seconds: float = 0.6) -> W:
    dialog.show()
    await asyncio.sleep(seconds)
    return dialog


async def _triggered(window: MainWindow, name: str, kind: type[W]) -> W:
    window.actions_by_name[name].trigger()
    await asyncio.sleep(0.6)
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


async def search(window: MainWindow, typed: str) -> QWidget:
    """Search for something in the panel."""
    panel = window._docks.panel(SEARCH)
    if not panel.isVisible():
        window.actions_by_name["search"].trigger()
    await asyncio.sleep(0.3)
    field = panel.findChild(QLineEdit, "searchField")
    assert field is not None
    field.setText(typed)
    await asyncio.sleep(1.5)
    return window


async def search_off(window: MainWindow) -> QWidget:
    """Put the search away."""
    window._docks.panel(SEARCH).closed.emit()
    return window


async def about(window: MainWindow, page: int) -> QWidget:
    """Show a page about the program."""
    window.about.open()
    await asyncio.sleep(1.0)
    dialog = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "aboutDialog")
    tabs = dialog.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(page)
    return dialog


async def destination_form(window: MainWindow, destination: Destination | None) -> QWidget:
    """Add or change a destination."""
    kept = KeptDestination(destination=destination, key_place="keyring") if destination else None
    return await _shown(DestinationForm(window._bench.destinations, kept, window))


async def recipe(window: MainWindow) -> QWidget:
    """Edit a recipe."""
    found = window._bench.recipes.named("The weekly show") or window._bench.recipes.new()
    return await _shown(RecipeDialog(window._bench, window._models, found, found.name, window))


async def morning(window: MainWindow) -> QWidget:
    """Tell of a night."""
    dialog = await _triggered(window, "morning_report", MorningDialog)
    now = time.time()
    sources = tuple(
        SourceReport(
            name=name,
            path=f"/home/ana/Videos/{name}",
            ending=ending,  # type: ignore[arg-type]
            run_id=f"run {place}",
            recipe="The weekly show",
            started_at=now - 30_000.0,
            finished_at=now - 20_000.0,
            seconds_in=3_600.0,
            seconds_out=420.0,
            troubles=troubles,
            doubts=("The sound is 0.2 s late at the end.",) if place == 1 else (),
            usd=Decimal("0.12"),
            tokens=12_000,
        )
        for place, (name, ending, troubles) in enumerate(_ENDINGS)
    )
    report = MorningReport(
        made_at=now,
        since=now - 40_000.0,
        sources=sources,
        clips=31,
        files=93,
        seconds_in=14_400.0,
        seconds_out=1_680.0,
    )
    window._bench.batches.reported.emit(dialog.batch_id, report)
    return dialog


async def handed_off(window: MainWindow) -> QWidget:
    """Say what was handed to an editing program."""
    dialog = await _triggered(window, "hand_off", HandOffDialog)
    files = (_WHERE / "Episode 12.fcpxml", _WHERE / "Episode 12.srt")
    told = ("Clips that go on over a cut are one clip for each part.",)
    window._bench.hand_off.written.emit(HandoffWritten(files=files, clips=7, rate="29.97", told=told))
    return dialog


async def read_back(window: MainWindow) -> QWidget:
    """Show what an editing program changed."""
    bench = window._bench
    dialog = ReadBackDialog(bench.hand_off, bench.review.run_id, _WHERE / "Episode 12 edited.fcpxml", window)
    await _shown(dialog)
    clips = bench.review.clips
    changes = tuple(
        ClipChange(
            clip_id=clip.id,
            title=clip.wording.title,
            before=clip.cut,
            after=clip.cut,
            starts_by=0.4,
            new_title=_NAME,
        )
        for clip in clips
    )
    told = ("2 clips in it are not known here.", "A transition can't be taken over.")
    found = Readback(file=_WHERE, kind="fcpxml", changes=changes, unchanged=4, told=told)
    restyle(dialog._told, "role", "heading")
    bench.hand_off.compared.emit(found)
    return dialog


async def sheet_made(window: MainWindow) -> QWidget:
    """Say that a contact sheet was written."""
    dialog = await _triggered(window, "contact_sheet", SheetDialog)
    told = ("Two clips have no small film: they are shown as pictures.",)
    written = SheetWritten(file=_WHERE / f"{_NAME}.html", clips=7, size_bytes=12_400_000, told=told)
    window._bench.sheets.written.emit(written)
    return dialog


async def sheet_answers(window: MainWindow) -> QWidget:
    """Show what was decided on a contact sheet."""
    bench = window._bench
    dialog = SheetAnswersDialog(bench.sheets, bench.review.run_id, _WHERE / "decisions.json", window)
    await _shown(dialog)
    changes = tuple(
        SheetChange(
            clip_id=clip.id, title=clip.wording.title, decision="approved", notes="Shorter, please, if you can."
        )
        for clip in bench.review.clips
    )
    restyle(dialog._told, "role", "heading")
    bench.sheets.compared.emit(SheetAnswers(file=_WHERE, by="Ana", changes=changes, unchanged=3))
    return dialog


async def no_space(window: MainWindow) -> QWidget:
    """Ask whether a run shall start that does not fit the disk."""
    source = Source(
        id="s", path=Path(f"/home/ana/{_NAME}.mp4"), name=f"{_NAME}.mp4", fingerprint="f", size_bytes=1
    )
    found = Preflight(needed_bytes=9_400_000_000, free_bytes=3_100_000_000, keeps_free_bytes=1_000_000_000)
    answer = asyncio.get_running_loop().create_future()
    question = SpaceQuestion(source, RunOptions(), found, answer)
    return await _shown(SpaceDialog(question, window._bench.queue, window))


async def copy_framing(window: MainWindow) -> QWidget:
    """Look for clips of the same set-up."""
    return await _shown(CopyFramingDialog(window._bench.framing, window._bench.tasks, window), 2.0)


def _workspace() -> KnownWorkspace:
    figures = WorkspaceFigures(
        sources=12, runs=14, clips=160, bytes=48_000_000_000, exported_bytes=9_000_000_000, elsewhere=(_WHERE,)
    )
    return KnownWorkspace(folder=Path("/home/ana/Shortlist/Acme"), id="w", name="Acme and Sons", figures=figures)


async def workspace_dialog(window: MainWindow, kind: str) -> QWidget:
    """Show one of the dialogs about whole workspaces."""
    findings = tuple(
        WorkspaceFinding(
            kind="lost_artifact",
            place=f"artifacts/transcribe/{place:032x}",
            found="A result is missing that the records name.",
            fix="Its step is done again when it is needed.",
            is_harmless=place == 2,
        )
        for place in range(3)
    )
    made: dict[str, Callable[[], QWidget]] = {
        "delete": lambda: WorkspaceDeleteDialog(_workspace(), window),
        "export": lambda: WorkspaceExportDialog(_workspace(), window),
        "rename": lambda: WorkspaceNameDialog("Rename workspace", "Rename", "Acme and Sons", parent=window),
        "new": lambda: WorkspaceNameDialog("New workspace", "Create", place_for=Path, parent=window),
        "check": lambda: WorkspaceCheckDialog("Acme and Sons", findings, window),
        "check fine": lambda: WorkspaceCheckDialog("Acme and Sons", (), window),
    }
    return await _shown(made[kind]())


async def fine_tuning(window: MainWindow) -> QWidget:
    """Show examples that were counted."""
    dialog = await _triggered(window, "fine_tune", FineTuningDialog)
    found = TrainingSummary(
        by_kind={"decisions": 30, "answers": 1_200},
        sources=3,
        training=1_100,
        validation=130,
        tokens=380_000,
        epochs=3,
        model="gpt-4.1-mini",
        usd=Decimal("4.20"),
        notes=("12 decisions were left out: their talks have no transcript any more.",),
    )
    window._tuning.summed.emit(found)
    return dialog


async def _popped_up(menu: QMenu) -> QWidget:
    menu.popup(QPoint())
    await asyncio.sleep(0.6)
    return menu


async def menu(window: MainWindow, place: int) -> QWidget:
    """Open a menu of the menu bar."""
    shown = window.menuBar().actions()[place].menu()
    assert isinstance(shown, QMenu)
    return await _popped_up(shown)


async def import_menu(window: MainWindow) -> QWidget:
    """Open the menu beside the import."""
    found = window.findChild(QToolButton, "topImport")
    assert found is not None
    return await _popped_up(found.menu())


DIALOGS: dict[str, Place] = {
    "search nothing typed": partial(search, typed=""),
    "search found": partial(search, typed="price"),
    "search no hit": partial(search, typed="zebra"),
    "search off": search_off,
    **{f"about {page}": partial(about, page=page) for page in range(3)},
    "destination new": partial(destination_form, destination=None),
    **{
        f"destination {each.kind}": partial(destination_form, destination=each)
        for each in (_FOLDER, _STORAGE, _HOOK)
    },
    "recipe": recipe,
    "morning told": morning,
    "handed off": handed_off,
    "read back": read_back,
    "contact sheet made": sheet_made,
    "contact sheet answers": sheet_answers,
    "no space": no_space,
    "copy framing": copy_framing,
    "fine tuning counted": fine_tuning,
    **{
        f"workspace {kind}": partial(workspace_dialog, kind=kind)
        for kind in ("new", "rename", "export", "check", "check fine", "delete")
    },
    **{f"menu {title.strip('&')}": partial(menu, place=place) for place, (title, _) in enumerate(MENUS)},
    "menu of importing": import_menu,
}
