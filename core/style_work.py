"""What the user does with styles: drafts, publishing, comparing, removing. Work itself knows pins alone.

Reads and drafts are quick and plain; what copies packages is a coroutine.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.captions.animations import ANIMATIONS
from core.captions.fonts import can_paint_with
from core.captions.qt import ensure_gui, font_families_here
from core.errors import StyleError
from core.schema.draft import DraftStep
from core.schema.style import Style
from core.schema.style_change import StyleChange
from core.styles.authoring import drafts, publishing, steps
from core.styles.authoring.archive import export
from core.styles.authoring.content import Painting
from core.styles.authoring.intake import Imported, import_package
from core.styles.authoring.removal import remove_version
from core.styles.diff import changes, differences
from core.styles.fonts import FontUse, fonts_of
from core.styles.library import load_style, newest_styles, style_versions

if TYPE_CHECKING:
    from core.pipeline.records.store import Store


def painting() -> Painting:
    """Return what the painting of captions can do, ready for a thread to ask."""
    ensure_gui()
    return Painting(can_paint_with, frozenset(animation.NAME for animation in ANIMATIONS))


class StyleWork:
    """The user's styles. `folder_of` tells where they lie, None where they can't be kept; lives on the loop.

    `kept` is where the workspace has copies of what it pinned; they are there too where the user's are not.
    """

    def __init__(self, store: Store, folder_of: Callable[[], Path | None], kept: Path) -> None:
        self._store = store
        self._folder_of = folder_of
        self._kept = kept

    # Published ones

    def styles(self) -> tuple[Style, ...]:
        """Return the newest version of every style, the user's own first."""
        return newest_styles(self._folder_of(), self._kept)

    def versions(self, name: str) -> tuple[Style, ...]:
        """Return all versions of a style that can be read, newest first."""
        found = []
        for version in reversed(style_versions(name, self._folder_of(), self._kept)):
            try:
                found.append(self.load(f"{name}@{version}"))
            except StyleError:
                continue
        return tuple(found)

    def load(self, pin: str) -> Style:
        """Return a style of the library or the workspace: "name" for the newest version, "name@2" for that one.

        Raises:
            StyleError: There is none, or it is damaged.
        """
        return load_style(pin, self._folder_of(), self._kept)

    def changes(self, before: Style, after: Style) -> tuple[StyleChange, ...]:
        """Return what differs between two styles; none: they look alike."""
        return changes(before, after)

    # Drafts

    def drafts(self) -> tuple[Style, ...]:
        """Return the drafts by title."""
        folder = self._folder_of()
        return drafts.drafts(folder) if folder else ()

    def save(self, draft: Style) -> Style:
        """Keep a draft in place of what its name had, its files too; return it as it is kept.

        Raises:
            StyleError: It is not valid, a file of it is gone, or the folder can't be written.
        """
        return drafts.save_draft(draft, self._folder())

    def add_file(self, draft: Style, file: Path) -> tuple[Style, str]:
        """Copy a font, picture or sound into a draft; return the draft that has it, and the file's name there.

        Raises:
            StyleError: It is of no use, can't be read, or the folder can't be written.
        """
        return drafts.add_file(draft, file, self._folder(), painting())

    def discard(self, name: str) -> None:
        """Throw a draft away.

        Raises:
            StyleError: It can't be removed.
        """
        drafts.discard_draft(name, self._folder())

    def keep_steps(self, done: Sequence[DraftStep], undone: Sequence[DraftStep]) -> None:
        """Keep the last steps of undo of drafts, so that they outlive the program."""
        if folder := self._folder_of():
            steps.keep_steps(done, undone, folder)

    def steps(self) -> tuple[list[DraftStep], list[DraftStep]]:
        """Return the steps of drafts that were done and undone, of drafts that are as the steps left them."""
        folder = self._folder_of()
        done, undone = steps.load_steps(folder) if folder else ([], [])
        if not done and not undone:
            return [], []
        left = {step.name: step.before for step in undone} | {step.name: step.after for step in done}
        there = {draft.name: draft for draft in self.drafts()}
        same = {name for name, style in left.items() if name in there and not differences(style, there[name])}
        return [step for step in done if step.name in same], [step for step in undone if step.name in same]

    # What changes the library

    async def publish(self, style: Style, note: str = "", author: str = "") -> Style:
        """Publish a draft as the next version of its name, for good; return that version. The draft stays.

        Raises:
            StyleError: Nothing changed since the version before, it is not valid, or can't be written.
        """
        return await asyncio.to_thread(
            publishing.publish, style, self._folder(), note, author, painting(), self._kept
        )

    async def take_in(self, source: Path) -> Imported:
        """Import an archive, or a folder with `style.toml`; the same content again changes nothing.

        Raises:
            StyleError: It is refused, and why; nothing of it is left behind.
        """
        return await asyncio.to_thread(import_package, source, self._folder(), painting())

    async def export(self, pin: str, file: Path) -> Path:
        """Write a published version into one file, to hand it on; return the file.

        Raises:
            StyleError: There is no such version among the user's, or the file can't be written.
        """
        return await asyncio.to_thread(export, pin, self._folder(), file)

    def fonts(self, style: Style) -> tuple[FontUse, ...]:
        """Return where each font is that a style asks for, with its licence, in the order they are tried."""
        return fonts_of(style, font_families_here())

    async def remove(self, pin: str) -> None:
        """Remove a published version that nothing in this workspace pins. Other workspaces have their copies.

        Raises:
            StyleError: It is pinned, and by what; comes with the program; is not there; or can't be removed.
        """
        users = self.users(pin)
        if users:
            told = ", ".join(users[:5]) + (f" and {len(users) - 5} more" if len(users) > 5 else "")
            raise StyleError(f"{pin} can't be removed: it is the style of {told}.", remedy="Restyle these first.")
        await asyncio.to_thread(remove_version, pin, self._folder())

    def users(self, pin: str) -> tuple[str, ...]:
        """Return the runs and clips of this workspace that pin a version, as they are called."""
        runs = list(self._store.runs())
        pinned = Counter(run.source_name for run in runs if run.style_pin == pin)
        found = [
            f"the run of {source}" if count == 1 else f"{count} runs of {source}"
            for source, count in pinned.items()
        ]
        for run in runs:
            found += [
                f"the clip “{clip.wording.title}” of {run.source_name}"
                for clip in self._store.clips(run.id)
                if clip.style == pin and run.style_pin != pin
            ]
        return tuple(found)

    def _folder(self) -> Path:
        folder = self._folder_of()
        if folder is None:
            raise StyleError("There is no folder for your styles here.")
        return folder
