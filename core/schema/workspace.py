"""Workspaces as things: who they are, how they stand, what they hold and what was found wrong in them."""

from pathlib import Path
from typing import Literal

from core.schema.record import Record

# `moved`: its whole copy lies elsewhere and the rest is to be removed. `half`: a copy that was never finished.
StandingKind = Literal[
    "ready", "open", "read_only", "newer", "damaged", "missing", "empty", "half", "moved", "deleting", "full"
]


class WorkspaceCard(Record):
    """What a workspace says of itself, in `workspace.json` in its folder; `made_at` in epoch seconds.

    With `is_of_user` it was made before workspaces had settings, keys and styles of their own, and goes on with
    those of the user.
    """

    id: str
    name: str
    made_at: float = 0.0
    is_of_user: bool = False


class WorkspaceStanding(Record):
    """Whether a workspace can be opened, and if not, why, and what to do."""

    kind: StandingKind
    reason: str = ""
    remedy: str = ""

    @property
    def can_work(self) -> bool:
        """Whether it can be opened for work, or made where nothing is."""
        return self.kind in ("ready", "empty")

    @property
    def can_look(self) -> bool:
        """Whether it can be opened for looking."""
        return self.kind in ("ready", "open", "read_only", "full")


class WorkspaceFigures(Record):
    """What a workspace holds. `bytes` without finished files; `exported_bytes` are those inside its folder.

    `elsewhere` are folders outside of it that finished files were delivered to. `picture` is a JPEG of its newest
    run's source, None where there is none yet.
    """

    sources: int = 0
    runs: int = 0
    clips: int = 0
    unfinished_runs: int = 0
    bytes: int = 0
    exported_bytes: int = 0
    elsewhere: tuple[Path, ...] = ()
    picture: Path | None = None


class KnownWorkspace(Record):
    """A workspace that was opened on this machine; `used_at` in epoch seconds, 0 for never.

    `figures` are those of the last look. `moving_to` is where it is being moved, empty where it is not;
    `moved_from` where what is left of it is to be removed after that.
    """

    folder: Path
    id: str
    name: str
    used_at: float = 0.0
    is_archived: bool = False
    moving_to: str = ""
    moved_from: str = ""
    figures: WorkspaceFigures = WorkspaceFigures.by_default()


FindingKind = Literal["database", "lost_artifact", "stray_folder", "damaged_artifact", "lost_style", "leftover"]


class WorkspaceFinding(Record):
    """One thing that is wrong in a workspace: what, where, and what mending it does, empty where nothing can.

    `is_harmless` where it costs nothing but space.
    """

    kind: FindingKind
    place: str
    found: str
    fix: str = ""
    is_harmless: bool = False


class PackChoices(Record):
    """What goes along: intermediate results (else they are made again), source videos, finished files."""

    with_artifacts: bool = True
    with_sources: bool = False
    with_exports: bool = True
