"""The window: panels around the preview, menus, keys, and which of its three faces it shows.

It puts things together and decides nothing about clips: controllers do that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget
from shiboken6 import isValid

from core.resources import resource
from core.schema.choice import ASPECTS
from core.schema.run import RunRecord
from core.schema.source import MEDIA_SUFFIXES
from ui.about_desk import AboutDesk
from ui.actions import TypingGuard, make_actions
from ui.attention import Attention
from ui.batch_desk import BatchDesk
from ui.controllers.batches import BatchController
from ui.controllers.brand import BrandController
from ui.controllers.clip_edits import ClipEdits
from ui.controllers.destinations import DestinationController
from ui.controllers.events import ProjectEvents
from ui.controllers.export import ExportController
from ui.controllers.faults import FaultController
from ui.controllers.fetching import FetchController
from ui.controllers.fine_tuning import FineTuningController
from ui.controllers.framing import FramingController
from ui.controllers.hand_off import HandOffController
from ui.controllers.history import HistoryController, menu_words
from ui.controllers.insights import InsightsController
from ui.controllers.jobs import JobsController
from ui.controllers.lanes import hold_advice
from ui.controllers.library import LibraryController
from ui.controllers.local_api import LocalApiController
from ui.controllers.models import ModelController
from ui.controllers.own_presets import PresetController
from ui.controllers.posts import PostController
from ui.controllers.preferences import PreferenceStore
from ui.controllers.publishing import PublishController
from ui.controllers.queue import QueueController
from ui.controllers.recipes import RecipeController
from ui.controllers.replay import ReplayController
from ui.controllers.review import ReviewController
from ui.controllers.search import SearchController
from ui.controllers.settings import SettingsController
from ui.controllers.sheets import SheetController
from ui.controllers.sound import SoundController
from ui.controllers.sources import SourceController
from ui.controllers.statement import StatementController
from ui.controllers.styling import ARCHIVE_SUFFIX, StyleController
from ui.controllers.tasks import Tasks
from ui.controllers.taste import TasteController
from ui.controllers.transcript import TranscriptController
from ui.controllers.translation import TranslationController
from ui.controllers.triage import TriageController
from ui.controllers.tuning_comparison import TuningComparisonController
from ui.controllers.twin_pairs import TwinPairsController
from ui.controllers.twins import TwinController
from ui.controllers.versions import VersionController
from ui.crash_desk import CrashDesk
from ui.docks import LAYOUT_VERSION, LOW_PX, Docks
from ui.export_desk import ExportDesk
from ui.first_run_desk import FirstRunDesk
from ui.hand_off_desk import HandOffDesk
from ui.icons import icon
from ui.keymap import KeyMap
from ui.layouts import Layouts
from ui.looks import Looks
from ui.menus import IMPORT_MENU, RECIPES, fill_menu, fill_menu_bar, find_menu
from ui.palette_desk import PaletteDesk
from ui.panel import Workbench
from ui.panels import (
    CLIPS,
    DASHBOARD,
    INSIGHTS,
    INSPECTOR,
    JOBS,
    PREVIEW,
    RUNS,
    SEARCH,
    STYLE,
    TIMELINE,
    TRANSCRIPT,
)
from ui.placement import place
from ui.preset_desk import PresetDesk
from ui.preview.full_screen import FullScreen
from ui.preview.player import Player
from ui.preview.shuttle import Shuttle
from ui.preview.specimens import Specimens
from ui.publish_desk import PublishDesk
from ui.queue_desk import QueueDesk
from ui.recipe_desk import RecipeDesk
from ui.run_desk import RunDesk
from ui.runs.banner import StaleBanner
from ui.sheet_desk import SheetDesk
from ui.status_bar import StatusBar
from ui.tips import TipStrip
from ui.top_bar import TopBar
from ui.welcome import ProgressPage, WelcomePage
from ui.widgets.basics import column
from ui.widgets.notice import Notice
from ui.widgets.pages import Pages
from ui.wording import file_kinds, tr
from ui.workspaces_desk import WorkspacesDesk

if TYPE_CHECKING:
    from core.project import Project
    from ui.panels.jobs import JobsPanel
    from ui.runs.verbs import RunVerbs

# Below this height many lines above the picture and a panel below it leave it no room.
_ROOMY_PX = 960
_MEDIA_KINDS = " ".join(f"*{suffix}" for suffix in MEDIA_SUFFIXES)


class MainWindow(QMainWindow):
    """The application's window on an open project.

    Signals:
        closed(): The user closed the window. Await `shut_down()`, then close the project.
    """

    closed = Signal()

    def __init__(
        self, project: Project, memory: QSettings, preferences: PreferenceStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        self.setWindowTitle("Shortlist")
        self.setWindowIcon(icon("app", "accent"))
        self.setAcceptDrops(True)
        self.setAnimated(False)
        self.setContentsMargins(6, 0, 6, 0)
        self._memory = memory
        self._has_panels = False
        tasks = Tasks(self)
        events = ProjectEvents(project, self)
        review = ReviewController(project, events, tasks, self)
        library = LibraryController(project, events, tasks, self)
        translation = TranslationController(project, events, tasks, self)
        insights = InsightsController(project, review, tasks, self)
        export = ExportController(project, events, tasks, self)
        self._models = ModelController(project, events, tasks, self)
        batches = BatchController(project, library, tasks, self)
        fetching = FetchController(project, batches, events, tasks, self)
        publishing = PublishController(project, events, tasks, self)
        player = Player(self)
        self._bench = Workbench(
            tasks=tasks,
            events=events,
            library=library,
            sources=SourceController(project, events, tasks, self),
            review=review,
            edits=ClipEdits(review, self),
            triage=TriageController(review, player, memory, self),
            versions=VersionController(project, review, self),
            taste=TasteController(project, review, events, self),
            transcript=TranscriptController(project, review, events, tasks, self),
            sound=SoundController(project, review, tasks, self),
            styling=StyleController(project, tasks, memory, self),
            brand=BrandController(review, self),
            framing=FramingController(project, review, self),
            translation=translation,
            insights=insights,
            posts=PostController(project, review, tasks, self),
            twins=TwinController(project, review, tasks, self),
            twin_pairs=TwinPairsController(project, review, player, tasks, self),
            search=SearchController(project, review, events, tasks, memory, self),
            export=export,
            destinations=DestinationController(project, preferences, tasks, self),
            publishing=publishing,
            hand_off=HandOffController(project, review, tasks, self),
            sheets=SheetController(project, review, tasks, self),
            fetching=fetching,
            batches=batches,
            recipes=RecipeController(project, library, tasks, memory, self),
            presets=PresetController(project, tasks, self),
            replay=ReplayController(project, events, tasks, self),
            queue=QueueController(project, preferences, events, tasks, self),
            jobs=JobsController(
                library, export, self._models, translation, insights, fetching, batches, publishing, self
            ),
            faults=FaultController(project, events, self),
            player=player,
            specimens=Specimens(tasks, self),
            memory=memory,
        )
        self._bench.replay.replayed.connect(export.follow)
        self._history = HistoryController(review, self._bench.styling, self)
        self._settings = SettingsController(project, preferences, tasks, self)
        self._statements = StatementController(project, tasks, self)
        self.local_api = LocalApiController(tasks, self)
        self._tuning = FineTuningController(project, self._settings, tasks, self)
        self._comparing = TuningComparisonController(project, tasks, self)
        self._bench.jobs.follow_tuning(self._tuning, self._comparing)
        self._looks = Looks(memory, self)
        self._keymap = KeyMap(memory, self)
        self._palette = PaletteDesk(self, self._bench, self._keymap)
        self._top_bar = TopBar(self)
        self.addToolBar(self._top_bar)
        self._notice = Notice(self)
        self._pages = self._make_pages()
        self._docks = Docks(self, self._bench, self._notice)
        self._layouts = Layouts(self, self._docks, memory, self._notice)
        self._run_desk = RunDesk(self, self._bench, self._docks, self._stale, self._notice)
        self._recipe_desk = RecipeDesk(self, self._bench, self._models, self._notice)
        self._preset_desk = PresetDesk(self, self._bench)
        self._batch_desk = BatchDesk(self, self._bench, self._notice)
        self._hand_offs = HandOffDesk(self, self._bench, self._notice, self._history.undo)
        self.attention = Attention(self, self._bench.jobs, memory)
        self._publishing = PublishDesk(
            self, self._bench, self._notice, self.attention, lambda: self._exports.open()
        )
        self._sheets = SheetDesk(self, self._bench, self._notice, self._history.undo)
        self.about = AboutDesk(self, tasks, self._notice)
        self._status = StatusBar(library, self._bench.queue, self._bench.jobs, tasks, self)
        self.setStatusBar(self._status)
        self.actions_by_name = make_actions(self, self._handlers(), review.once_open)
        pause = self.actions_by_name["pause_queue"]
        self._desk = QueueDesk(self, self._bench, self._notice, pause, self._tells_of_failure)
        self.first_run = FirstRunDesk(self, self._settings, self._models, tasks)
        self.workspaces = WorkspacesDesk(self, self._top_bar, self._bench.library, tasks, self._notice)
        self.crashes = CrashDesk(self, self._bench, self._notice)
        self._exports = ExportDesk(self, self._bench, self._notice, self._desk.copy_details, self._publishing.open)
        self._guard = TypingGuard(self)
        self._shuttle = Shuttle(self, self._bench.player, self.actions_by_name["play_pause"])
        bars = (self.menuBar(), self._top_bar, self._status, self._preview.head, self._preview.foot)
        self._full_screen = FullScreen(self, bars)
        self._looks.mark(self.actions_by_name)
        self.actions_by_name["goes_on"].setCheckable(True)
        self.actions_by_name["goes_on"].setChecked(self._bench.triage.advances)
        self._keymap.attach(self.actions_by_name)
        self._layouts.mark(self.actions_by_name)
        self._looks.changed.connect(self._docks.follow_letters)
        self.actions_by_name["open_sample"].setEnabled(self._sample() is not None)
        fill_menu_bar(self.menuBar(), self.actions_by_name, self._docks.switches())
        self._layouts.fill(find_menu(self.menuBar(), "Layouts"))
        importing = self._top_bar.import_menu()
        fill_menu(importing, IMPORT_MENU, self.actions_by_name)
        for menu in (self.menuBar(), importing):
            self._recipe_desk.fill(find_menu(menu, RECIPES.title))
        self._connect()
        self._recall_layout()
        self._docks.hide()
        self._show_everything()

    # The outside

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files, and every media file of folders, and start a run for each."""
        self._bench.batches.import_files(paths)

    def go_on(self) -> None:
        """See through what was cut off, once its runs go on."""
        self._bench.batches.go_on()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take style packages into the library, and import everything else."""
        packages = [path for path in paths if path.suffix.lower() == ARCHIVE_SUFFIX]
        for package in packages:
            self._docks.panel(STYLE).take_in(package)
        self.import_files([path for path in paths if path not in packages])

    def take_over(self, paths: Sequence[Path]) -> None:
        """Come to the front with files that another start of the program was given."""
        self.attention.come_forward()
        self.open_files(paths)

    def open_run(self, run_id: str) -> None:
        """Open a run for review, at once; what the user chooses is opened in turns."""
        self._bench.review.open_run(run_id)

    async def calm(self) -> None:
        """Wait until no run is being opened, for which somebody waits."""
        await self._bench.tasks.calm()

    def fetch_models(self, names: Sequence[str]) -> None:
        """Go on fetching models, as after the window was opened anew."""
        for name in names:
            self._models.fetch(name)

    def make_panels(self) -> Iterator[None]:
        """Make the panels that are not there yet, some milliseconds a step; a run is opened once they are."""
        if not self._has_panels:
            yield from self._docks.make()
        if not self._has_panels:
            self._has_panels = True
            # Behind the panels, which have the clips before they are shown.
            self._bench.review.clips_changed.connect(self._on_clips_changed)

    def get_ready(self) -> Iterator[None]:
        """Make the panels, dress what is not seen yet, a widget at a step, then lay out and paint each panel where
        nobody sees it: all together held up the first run opened. Then load what plays clips and
        follow fine-tunes.
        """
        yield from self.make_panels()
        for widget in self.findChildren(QWidget):
            if isValid(widget):
                widget.ensurePolished()
            yield
        if self._preview.isHidden():
            self._preview.grab()
            yield
        yield from self._docks.get_ready()
        self._bench.player.get_ready()
        self._tuning.follow_all()

    async def shut_down(self) -> None:
        """Let go of threads, media and subscriptions once all edits are kept; the project may be closed then."""
        from ui.style.side_by_side import SideBySide

        await self._bench.review.saved()
        self._bench.taste.flush()
        self._bench.styling.flush()
        await self._bench.specimens.close()
        for shown in self.findChildren(SideBySide):
            shown.close()
        self._status.stop()
        self._bench.jobs.rest()
        self.crashes.rest()
        self._bench.events.close()
        await self._bench.tasks.close()
        await self._bench.player.close()

    # Building

    def _make_pages(self) -> Pages:
        pages = Pages()
        self._stale = StaleBanner()
        middle = QWidget()
        self.tips = TipStrip(self._memory)
        self.setCentralWidget(middle)
        middle.setLayout(column(self._stale, self.tips, pages, spacing=6))
        self._welcome = WelcomePage(self._sample() is not None)
        self._progress = ProgressPage()
        self._preview = PREVIEW.make(self._bench)
        for page in (self._welcome, self._progress, self._preview):
            pages.addWidget(page)
        return pages

    def _handlers(self) -> dict[str, Callable[[], object]]:
        review, player, preview = self._bench.review, self._bench.player, self._preview
        edits = self._bench.edits
        triage = self._bench.triage
        docks = self._docks
        return {
            "play_pause": preview.toggle,
            "slower": lambda: self._shuttle.press(-1),
            "faster": lambda: self._shuttle.press(1),
            "frame_back": lambda: player.step_frames(-1),
            "frame_forward": lambda: player.step_frames(1),
            "second_back": lambda: player.seek(player.position - 1),
            "second_forward": lambda: player.seek(player.position + 1),
            "play_clip": preview.play_clip,
            "go_to_time": self._on_go_to,
            "loop": preview.toggle_loop,
            "previous_clip": lambda: review.step(-1),
            "next_clip": lambda: review.step(1),
            "set_in": lambda: edits.set_end("start", player.source_position),
            "set_out": lambda: edits.set_end("end", player.source_position),
            "in_earlier": lambda: edits.nudge("start", -1),
            "in_later": lambda: edits.nudge("start", 1),
            "out_earlier": lambda: edits.nudge("end", -1),
            "out_later": lambda: edits.nudge("end", 1),
            "split": lambda: edits.split(player.source_position),
            "merge_next": edits.merge,
            "duplicate": edits.duplicate,
            "note": lambda: docks.act_in(INSPECTOR, lambda panel: panel.write_note()),
            "next_undecided": triage.next_undecided,
            "approve": lambda: triage.decide("approved"),
            "reject": lambda: triage.decide("rejected"),
            "maybe": lambda: triage.decide("maybe"),
            "goes_on": lambda: triage.set_advances(not triage.advances),
            "cut_words": lambda: docks.panel(TRANSCRIPT).cut_selection(),
            **docks.handlers(TRANSCRIPT, comes_forward=True),
            **{f"aspect_{n}": partial(preview.choose_view, aspect) for n, aspect in enumerate(ASPECTS, 1)},
            "source_view": lambda: preview.choose_view("source"),
            "safe_zones": preview.toggle_zones,
            **preview.framing_handlers(),
            **docks.handlers(TIMELINE),
            "insights": self._on_insights,
            "styles": self._on_styles,
            "ranking": lambda: docks.act_in(CLIPS, lambda panel: panel.open_ranking()),
            "search": self._on_search,
            "dashboard": lambda: self._docks.toggle(DASHBOARD),
            "full_screen": self._on_full_screen,
            "import_video": self._on_import,
            "import_address": self._on_import_address,
            "open_sample": self._on_sample,
            **self._recipe_desk.handlers(),
            **self._preset_desk.handlers(),
            **self._batch_desk.handlers(),
            **self._run_desk.handlers(),
            **self._hand_offs.handlers(),
            **self._sheets.handlers(),
            **self._publishing.handlers(),
            **self._looks.handlers(),
            "find_command": lambda: self._palette.open(self.actions_by_name),
            "pause_queue": self._bench.queue.toggle,
            "guide": self._on_guide,
            "about": lambda: self.about.open(),
            "tips": lambda: self.tips.show_again(),
            "set_up": lambda: self.first_run.open(),
            "jobs": lambda: self._docks.toggle(JOBS),
            "workspaces": lambda: self.workspaces.open(),
            "storage": lambda: self._desk.open_storage(),
            "statement": self._on_statement,
            "twins": self._on_twins,
            "start_page": lambda: review.open_run(""),
            "close_window": self.close,
            **self._layouts.handlers(),
            "export": lambda: self._exports.open(),
            "undo": self._history.undo,
            "redo": self._history.redo,
            "show_keys": self._on_keys,
            "settings": self._on_settings,
            "models": self._on_models,
            "fine_tune": self._on_fine_tune,
            "translate": self._on_translate,
        }

    def _connect(self) -> None:
        bench = self._bench
        bench.translation.wanted.connect(self._on_translate)
        self._tuning.ended.connect(self._on_tuned)
        bench.library.admits = bench.queue.admits
        bench.queue.queue_changed.connect(lambda _state: self._on_stages_changed(bench.review.run_id))
        bench.queue.expected.connect(lambda _source_id: self._on_stages_changed(bench.review.run_id))
        bench.library.runs_changed.connect(self._show_runs)
        bench.library.stages_changed.connect(self._on_stages_changed)
        bench.library.run_started.connect(self._on_run_started)
        bench.library.importing_changed.connect(self._welcome.show_importing)
        bench.recipes.changed.connect(lambda: self._welcome.show_recipe(bench.recipes.chosen))
        self._welcome.show_recipe(bench.recipes.chosen)
        bench.review.run_opened.connect(lambda _run_id: self._tell_of_runs())
        bench.review.enter = self._enter_run
        bench.review.get_ready = self.make_panels
        self._history.changed.connect(self._show_history)
        bench.edits.told.connect(lambda why: self._notice.tell("info", why, topic="clip edit"))
        bench.styling.refused.connect(lambda why: self._notice.tell("warning", why))
        bench.export.outputs_changed.connect(lambda _run_id: self._show_progress())
        self._notice.changed.connect(self._place_notice)
        self._welcome.import_wanted.connect(self._on_import)
        self._welcome.sample_wanted.connect(self._on_sample)
        self._welcome.models_wanted.connect(self._on_models)
        self._welcome.workspaces_wanted.connect(self.workspaces.open)
        self.workspaces.followed.connect(self._welcome.offer_workspaces)
        self._welcome.run_chosen.connect(bench.review.show_run)
        self._progress.cancelled.connect(bench.library.cancel)
        self._progress.resumed.connect(bench.library.resume)
        self._progress.details_wanted.connect(self._desk.copy_details)
        for teller in (self._progress.remedy_wanted, self._desk.wanted):
            teller.connect(lambda name: self.actions_by_name[name].trigger())
        self._progress.closed.connect(lambda: bench.review.open_run(""))
        self._top_bar.run_chosen.connect(bench.review.show_run)
        self._top_bar.export_wanted.connect(lambda: self._exports.open())
        self._top_bar.progress_clicked.connect(lambda: self._docks.bring_forward(RUNS))
        self._status.clicked.connect(lambda: self._docks.open(DASHBOARD))
        self._status.jobs_wanted.connect(self._on_jobs)
        bench.search.sought.connect(self._on_sought_moment)
        self._top_bar.search_wanted.connect(self._on_search)
        self._connect_panels()

    def _connect_panels(self) -> None:
        docks, seek = self._docks, self._preview.seek_source
        docks.follow_beside(self._make_room)
        docks.once_made(JOBS, self._connect_jobs)
        docks.once_made(SEARCH, lambda panel: panel.closed.connect(lambda: docks.close(SEARCH)))
        docks.once_made(SEARCH, lambda panel: panel.settings_wanted.connect(self._on_settings))
        docks.once_made(DASHBOARD, lambda panel: panel.closed.connect(lambda: docks.close(DASHBOARD)))
        docks.once_made(DASHBOARD, lambda panel: panel.report_wanted.connect(self._batch_desk.open))
        docks.once_made(DASHBOARD, lambda panel: panel.log_wanted.connect(self._desk.show_stage_log))
        docks.once_made(STYLE, lambda panel: panel.told.connect(self._notice.tell))
        docks.once_made(STYLE, lambda panel: panel.editor.aspect_wanted.connect(self._preview.choose_view))
        docks.once_made(TIMELINE, lambda panel: panel.sought.connect(seek))
        docks.once_made(TRANSCRIPT, lambda panel: panel.sought.connect(seek))
        docks.once_made(INSIGHTS, lambda panel: panel.sought.connect(seek))
        docks.once_made(INSIGHTS, lambda panel: panel.sought.connect(self._scroll_transcript))
        docks.once_made(RUNS, lambda panel: self._connect_verbs(panel.verbs))
        self._connect_verbs(self._run_desk.verbs)

    def _scroll_transcript(self, at: float) -> None:
        self._docks.panel(TRANSCRIPT).view.scroll_to(at)

    def _connect_verbs(self, verbs: RunVerbs) -> None:
        verbs.sought.connect(self._preview.seek_source)
        verbs.recipe_wanted.connect(self._recipe_desk.keep_choices)

    def _connect_jobs(self, jobs: JobsPanel) -> None:
        jobs.closed.connect(lambda: self._docks.close(JOBS))
        jobs.models_wanted.connect(self._on_models)
        jobs.publishing_wanted.connect(self._publishing.open)
        jobs.runs_wanted.connect(lambda: self._docks.bring_forward(RUNS))
        jobs.dashboard_wanted.connect(lambda: self._docks.open(DASHBOARD))

    # Showing

    @property
    def _run(self) -> RunRecord | None:
        """The open run as it stands now."""
        return self._bench.library.run(self._bench.review.run_id)

    def _show_everything(self) -> None:
        self._show_runs()
        self._show_history()

    def _show_runs(self) -> None:
        self._tell_of_runs()
        self._show_face()
        self._run_desk.show_beside(self._pages.currentWidget() is self._preview)

    def _tell_of_runs(self) -> None:
        runs, run, lines = self._bench.library.runs(), self._run, self._bench.library.lines()
        exporting = {line.run.id for line in lines if line.is_unfinished and line.run.state == "analysis_complete"}
        self._welcome.show_runs(runs, {line.run.id for line in lines if line.place}, exporting)
        self._top_bar.show_runs(runs, run.id if run else "")
        self._show_progress()
        self.setWindowTitle(f"{run.source_name} – Shortlist" if run else "Shortlist")
        self._run_desk.enable(self.actions_by_name)
        self._hand_offs.enable(self.actions_by_name)
        self._publishing.enable(self.actions_by_name)
        self._sheets.enable(self.actions_by_name)

    def _on_stages_changed(self, run_id: str) -> None:
        self._show_progress()
        run = self._run
        if run is not None and run_id == run.id and self._pages.currentWidget() is not self._preview:
            self._show_progress_page(run)

    def _show_progress(self) -> None:
        """Show what is done for the open run; where that is nothing, an export of another run."""
        library, export = self._bench.library, self._bench.export
        run = self._run
        under_way = export.runs_under_way()
        is_idle = run is None or (run.state != "started" and run.id not in under_way)
        other = next(map(library.run, under_way), None) if is_idle else None
        shown = other or run
        outputs = export.outputs(shown.id) if shown and shown.id in under_way else []
        self._top_bar.show_progress(shown, library.stages(shown.id) if shown else [], outputs, other is not None)

    def _on_run_started(self, run_id: str) -> None:
        """Open a new run, unless the user is busy with another one."""
        run = self._bench.library.run(run_id)
        if self._run is None or run is None:
            self._bench.review.open_run(run_id)
            return
        self._run_desk.tell_started(run)

    def _enter_run(self, run_id: str) -> Iterator[None]:
        """Show the open run's face in steps, and take away what it tells itself now."""
        yield from self._change_face()
        self._run_desk.show_beside(self._pages.currentWidget() is self._preview)
        self._show_history()
        self._notice.withdraw(f"started {run_id}")
        if self._progress.shows_failure_of(run_id):
            self._notice.withdraw(f"failed {run_id}")

    def _on_clips_changed(self) -> None:
        approved = [clip for clip in self._bench.review.clips if clip.decision == "approved"]
        self._top_bar.show_approved(len(approved), sum(clip.cut.duration for clip in approved))
        self._hand_offs.enable(self.actions_by_name)
        self._publishing.enable(self.actions_by_name)
        self._sheets.enable(self.actions_by_name)
        self._show_face()
        self._show_history()

    def _show_face(self) -> None:
        """Show the welcome, the run at work, or the review, and only the panels that have something to say."""
        # While a run is opened a step at a time, its face is on its way: what is told of runs hurries nothing.
        if not self._bench.review.is_opening:
            for _ in self._change_face():
                pass

    def _change_face(self) -> Iterator[None]:
        """Show another face where another is wanted, some milliseconds a step."""
        review, run = self._bench.review, self._run
        if run is None:
            page: QWidget = self._welcome
        elif review.clips:
            page = self._preview
        else:
            page = self._progress
            self._show_progress_page(run)
        places = {self._welcome: "welcome", self._progress: "working", self._preview: "review"}
        self.tips.show_place(places[page])
        is_reviewing = page is self._preview
        if page is self._pages.currentWidget() and (self._docks.are_shown or not is_reviewing):
            return
        self._full_screen.leave()
        if is_reviewing:
            yield from self._docks.show(lambda: self._pages.setCurrentWidget(page))
            self._docks.panel(CLIPS).take_focus()
        else:
            self._docks.keep()
            # Before the page is there, which would make the window grow beside them.
            self._docks.hide()
            self._pages.setCurrentWidget(page)

    def _show_progress_page(self, run: RunRecord) -> None:
        queue = self._bench.queue
        stages, hold = self._bench.library.stages(run.id), hold_advice(queue.state())
        failures = self._bench.library.failures(run.id) if run.state == "failed" else []
        kind = next((failure.kind for failure in failures), "")
        self._progress.show_run(run, stages, queue.expectation(run), hold, kind)

    def _tells_of_failure(self, run_id: str) -> bool:
        """Whether the user was told, or sees, what failed in a run."""
        is_told = self._progress.shows_failure_of(run_id) or self._exports.tells_of(run_id)
        return is_told or self._bench.batches.tells_of(run_id)

    def _show_history(self) -> None:
        history = self._history
        for name, verb, what in (
            ("undo", tr("Undo"), history.undo_label()),
            ("redo", tr("Redo"), history.redo_label()),
        ):
            action = self.actions_by_name[name]
            action.setText(menu_words(verb, what))
            action.setEnabled(bool(what))

    def _make_room(self) -> None:
        """Let what may wait give its room to a panel that was opened in a low window."""
        self._stale.give_way(self.height() < LOW_PX and self._docks.is_beside_open)
        self._stale.be_short(self.height() < _ROOMY_PX and self._docks.is_beside_open)

    def _place_notice(self) -> None:
        """Put the notice over the picture, or the middle of a page: it hides nothing there."""
        canvas = self._preview.canvas
        under = canvas if canvas.isVisible() else self.centralWidget() or self
        room = QRect(under.mapTo(self, QPoint(0, 0)), under.size())
        width = min(720, max(room.width() - 24, min(440, self.width() - 48)))
        self._notice.setFixedWidth(width)
        height = self._notice.heightForWidth(width)
        self._notice.setFixedHeight(height)
        left = max(24, min(room.center().x() - width // 2, self.width() - width - 24))
        self._notice.move(left, room.bottom() - height - 12)

    # What the user wants

    def _on_import(self) -> None:
        chooser = QFileDialog(self, tr("Import video"), str(self._memory.value("import_folder", str(Path.home()))))
        chooser.setObjectName("importDialog")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilter(file_kinds((tr("Video and sound"), _MEDIA_KINDS), (tr("All files"), "*")))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(self._on_files_selected)
        chooser.open()

    def _on_files_selected(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._memory.setValue("import_folder", str(paths[0].parent))
            self.import_files(paths)

    def _on_import_address(self) -> None:
        from ui.dialogs.fetch import FetchDialog

        if (open_already := self.findChild(FetchDialog)) is not None:
            open_already.raise_()
            return
        copied = QGuiApplication.clipboard().text().strip()
        offered = copied if copied.lower().startswith(("http://", "https://")) and len(copied) < 2000 else ""
        dialog = FetchDialog(self._bench.fetching, offered, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _sample(self) -> Path | None:
        folder = resource("sample")
        return next(iter(sorted(folder.glob("*.mp4"))), None) if folder.is_dir() else None

    def _on_sample(self) -> None:
        sample = self._sample()
        if sample is not None:
            self.import_files([sample])

    def _on_go_to(self) -> None:
        from ui.dialogs.go_to import GoToDialog

        review, player = self._bench.review, self._bench.player
        if review.duration <= 0:
            return
        dialog = GoToDialog(player.source_position, review.duration, player.fps, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.time_chosen.connect(self._preview.seek_source)
        dialog.open()

    def _on_settings(self) -> None:
        from ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._settings, self._models, self._looks, self._bench, self.local_api, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._docks.panel(INSIGHTS).show_model())
        dialog.finished.connect(lambda _result: self._bench.posts.changed.emit())
        dialog.open()

    def _on_twins(self) -> None:
        from ui.dialogs.twins import TwinsDialog

        if (shown := self.findChild(TwinsDialog)) is not None:
            shown.activateWindow()
            return
        dialog = TwinsDialog(self._bench.twin_pairs, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The window beside it is where a clip is watched.
        dialog.show()

    def _on_statement(self) -> None:
        from ui.dialogs.statement import StatementDialog

        dialog = StatementDialog(self._statements, self._bench.memory, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_models(self) -> None:
        from ui.dialogs.models import ModelsDialog

        dialog = ModelsDialog(self._models, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_fine_tune(self) -> None:
        from ui.dialogs.fine_tuning import FineTuningDialog

        dialog = FineTuningDialog(self._tuning, self._comparing, self._memory, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_tuned(self, told: str, is_failed: bool) -> None:
        from ui.dialogs.fine_tuning import FineTuningDialog

        if self.findChild(FineTuningDialog) is None:
            self._notice.tell("error" if is_failed else "done", told, tr("Show"), self._on_fine_tune)

    def _on_translate(self) -> None:
        from ui.dialogs.translation import TranslationDialog

        run = self._run
        if run is None:
            return
        dialog = self.findChild(TranslationDialog)
        if dialog is None or dialog.run_id != run.id:
            dialog = TranslationDialog(self._bench, run, self)
            dialog.sought.connect(self._preview.seek_source)
        dialog.show()
        dialog.raise_()

    def _on_guide(self) -> None:
        from ui.dialogs.guide import GuideDialog

        dialog = self.findChild(GuideDialog) or GuideDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_jobs(self) -> None:
        self._docks.open(JOBS)
        self._docks.panel(JOBS).take_focus()

    def _on_search(self) -> None:
        self._docks.open(SEARCH)
        self._docks.panel(SEARCH).take_focus()

    def _on_sought_moment(self, at: float, plays: bool) -> None:
        self._preview.show_moment(at, plays)
        self._scroll_transcript(at)

    def _on_insights(self) -> None:
        self._docks.bring_forward(INSIGHTS)
        self._docks.panel(INSIGHTS).take_focus()

    def _on_styles(self) -> None:
        self._docks.bring_forward(STYLE)
        if self._pages.currentWidget() is not self._preview:
            self._docks.show_alone(STYLE)
        self._docks.panel(STYLE).take_focus()

    def _on_keys(self) -> None:
        from ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._keymap, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_full_screen(self) -> None:
        if self._pages.currentWidget() is self._preview:
            self._full_screen.toggle()
        elif self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # Memory, drops and closing

    def _recall_layout(self) -> None:
        place(self, self._memory.value("geometry"))
        layout = self._memory.value(f"layout{LAYOUT_VERSION}")
        if isinstance(layout, QByteArray):
            self._docks.recall(layout)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            self._welcome.show_hot(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Cool down."""
        self._welcome.show_hot(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self._welcome.show_hot(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice in its place, and tips away where they would take too much."""
        super().resizeEvent(event)
        self.tips.fit(event.size().height())
        self._make_room()
        if self._notice.isVisible():
            self._place_notice()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the status bar at once."""
        super().showEvent(event)
        self._status.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and tell; work that runs is resumed at the next start."""
        if (typed := self.focusWidget()) is not None:
            # A title or a note that is being written is finished with that.
            typed.clearFocus()
        self._full_screen.leave()
        self._memory.setValue("geometry", self.saveGeometry())
        self._docks.keep()
        if self._docks.kept is not None:
            self._memory.setValue(f"layout{LAYOUT_VERSION}", self._docks.kept)
        self._memory.sync()
        super().closeEvent(event)
        self.closed.emit()
