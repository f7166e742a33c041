"""What a panel is: a part of the window with a title and a home, built from the workbench and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.controllers.batches import BatchController
from ui.controllers.brand import BrandController
from ui.controllers.clip_edits import ClipEdits
from ui.controllers.destinations import DestinationController
from ui.controllers.events import ProjectEvents
from ui.controllers.export import ExportController
from ui.controllers.faults import FaultController
from ui.controllers.fetching import FetchController
from ui.controllers.framing import FramingController
from ui.controllers.hand_off import HandOffController
from ui.controllers.insights import InsightsController
from ui.controllers.jobs import JobsController
from ui.controllers.library import LibraryController
from ui.controllers.own_presets import PresetController
from ui.controllers.posts import PostController
from ui.controllers.publishing import PublishController
from ui.controllers.queue import QueueController
from ui.controllers.recipes import RecipeController
from ui.controllers.replay import ReplayController
from ui.controllers.review import ReviewController
from ui.controllers.search import SearchController
from ui.controllers.sheets import SheetController
from ui.controllers.sound import SoundController
from ui.controllers.sources import SourceController
from ui.controllers.styling import StyleController
from ui.controllers.tasks import Tasks
from ui.controllers.taste import TasteController
from ui.controllers.transcript import TranscriptController
from ui.controllers.translation import TranslationController
from ui.controllers.triage import TriageController
from ui.controllers.twin_pairs import TwinPairsController
from ui.controllers.twins import TwinController
from ui.controllers.versions import VersionController
from ui.preview.player import Player
from ui.preview.specimens import Specimens
from ui.wording import tr


@dataclass(frozen=True)
class Workbench:
    """What panels work with: the controllers, the player, and what the window remembers."""

    tasks: Tasks
    events: ProjectEvents
    library: LibraryController
    sources: SourceController
    review: ReviewController
    edits: ClipEdits
    triage: TriageController
    versions: VersionController
    taste: TasteController
    transcript: TranscriptController
    sound: SoundController
    styling: StyleController
    brand: BrandController
    framing: FramingController
    translation: TranslationController
    insights: InsightsController
    posts: PostController
    twins: TwinController
    twin_pairs: TwinPairsController
    search: SearchController
    export: ExportController
    destinations: DestinationController
    publishing: PublishController
    hand_off: HandOffController
    sheets: SheetController
    fetching: FetchController
    recipes: RecipeController
    presets: PresetController
    batches: BatchController
    replay: ReplayController
    queue: QueueController
    jobs: JobsController
    faults: FaultController
    player: Player
    specimens: Specimens
    memory: QSettings


class Panel(QFrame):
    """A panel of the window; its `Kind` says how it is called and where it stands.

    It may be made at any time before a run is opened, and shows at first how things stand then.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setProperty("panel", True)

    def fill(self) -> Iterator[None]:
        """Make what is in it and takes more than some milliseconds, a part a step."""
        yield from ()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands do that its kind names."""
        return {}

    def get_ready(self) -> Iterator[None]:
        """Make what is made when it is first shown, while nobody waits for it, some milliseconds a step."""
        yield from ()


P = TypeVar("P", bound=Panel)
Q = TypeVar("Q", bound=Panel, covariant=True)


@dataclass(frozen=True)
class Kind(Generic[Q]):
    """What is known of a panel before its module is loaded, which the start of the window does without.

    `name` is its object name, `title` is shown, `home` where it docks by default, `load` returns its class,
    `commands` are those that it has handlers for, and `parts` are modules of a large one, which are loaded one at
    a time before it: all together they would hold up the window.
    """

    name: str
    title: str
    home: Qt.DockWidgetArea
    load: Callable[[], Callable[[Workbench, QWidget | None], Q]]
    commands: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    def make(self, bench: Workbench, parent: QWidget | None = None) -> Q:
        """Make the panel; `fill` has still to be gone through."""
        made = self.load()(bench, parent)
        made.setObjectName(self.name)
        made.setAccessibleName(tr(self.title))
        return made
