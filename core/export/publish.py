"""Put finished files into the user's folder: whole or not at all, and never over a file that is there."""

from __future__ import annotations

import errno
import filecmp
import hashlib
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from core.errors import DiskFullError, ExportError, UserWorldError, is_disk_full
from core.export.format import PLAIN, FinishedShort, Format, suffix_of
from core.export.formats import FORMATS, format_named, video
from core.export.naming import DEFAULT_TEMPLATE, fields_of, file_name, names_in
from core.schema.caption import CaptionCue
from core.schema.cell import Cell
from core.schema.clip import Clip, Post
from core.schema.delivery import Delivery
from core.schema.style import Style

SIDECARS = ("srt", "txt")
# What a full folder may still need for sidecars and the file system's own books.
SPARE_BYTES = 4_000_000


def publish(
    delivery: Delivery,
    clip: Clip,
    cues: Sequence[CaptionCue],
    run_name: str,
    folder: Path,
    template: str = DEFAULT_TEMPLATE,
    sidecars: Sequence[str] = SIDECARS,
    index: int = 1,
    post: Post | None = None,
    lead: float = 0.0,
    style: Style = PLAIN,
    preset: str = "",
) -> list[Path]:
    """Deliver one rendered clip with its sidecars, all under the same name; return the files, the video first.

    Everything is first written beside its place as a hidden `.part` file and flushed to the disk, then renamed,
    the video last. After a failure nothing of this delivery is left in the folder. What a killed program left of
    the same delivery is taken up: files that are in place stay, and are not delivered a second time.

    Args:
        delivery: The rendered file.
        clip: What it shows; its title is a field of the name.
        cues: What it says, clip seconds.
        run_name: The source's name, a field of the name.
        folder: Made where it does not exist.
        template: See `naming.file_name`; fields are index, title, aspect, preset, run, clip.
        sidecars: Names of formats other than the video.
        index: The clip's place in its list, from 1.
        post: What is written beside it where it is posted; the clip's own if None.
        lead: The second of the rendered file at which the clip begins: that of its cues is added to it.
        style: That of the file in its aspect, which captions with a look of their own follow.
        preset: The name of the preset that the file was made in, a field of its name.

    Raises:
        DiskFullError: There is no space left in the folder.
        ExportError: The folder can't be written, the template or a format is not known, or the rendered file is
            gone.
    """
    formats = [video, *_sidecar_formats(sidecars)]
    short = FinishedShort(delivery, clip, cues, post or clip.post, lead, style, preset)
    fields = name_fields(clip, delivery.aspect, preset, run_name, index)
    if not short.source.is_file():
        raise ExportError("The rendered file is gone.", str(short.source), remedy="Render the clip again.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check_space(folder, short.source.stat().st_size)
        return _deliver(short, formats, folder, template, fields)
    except OSError as error:
        raise _explained(error, folder, short.source) from error


def name_fields(clip: Clip, aspect: str, preset: str, run_name: str, index: int) -> dict[str, str | int]:
    """Return what a name template may speak of."""
    title = clip.wording.title.rstrip(" .…") or run_name
    return {
        "index": index,
        "title": title,
        "aspect": aspect,
        "preset": preset,
        "run": run_name,
        "clip": clip.id,
    }


def telling_preset(template: str) -> str:
    """Return a template whose names tell the presets of one shape apart: itself where they do so already."""
    return template if "preset" in fields_of(template) else f"{template} {{preset}}"


def check_wishes(sidecars: Sequence[str], template: str) -> None:
    """Make sure that formats and template can be used, before anything is rendered.

    Raises:
        ExportError: A format is not known, or the template names what there is not.
    """
    _sidecar_formats(sidecars)
    words = {"title": "Title", "aspect": "9:16", "preset": "fast", "run": "Talk", "clip": "c1"}
    file_name(template or DEFAULT_TEMPLATE, {"index": 1, **words})


def is_as_asked(
    files: Sequence[Path], sidecars: Sequence[str], template: str, fields: Mapping[str, str | int], count: int
) -> bool:
    """Whether files of an earlier delivery are those that are asked for now: all sidecars, named by the template.

    A clip's rank among `count` may have changed since, and whether it goes out in several presets of that shape;
    these alone are no reason to deliver it again.
    """
    have = {file.suffix.lower() for file in files[1:]}
    if have != {member.SUFFIX for member in _sidecar_formats(sidecars)}:
        return False
    stem = re.sub(r" \(\d+\)$", "", files[0].stem)
    suffix = files[0].suffix
    names = (
        file_name(each, {**fields, "index": index}, suffix)
        for each in (template, telling_preset(template))
        for index in range(1, count + 1)
    )
    return any(name == stem + suffix for name in names)


def with_names(cues: Sequence[CaptionCue], names: Mapping[str, str]) -> tuple[CaptionCue, ...]:
    """Return cues whose speakers go by the names that the user gave to their labels."""
    return tuple(cue.model_copy(update={"speaker": names.get(cue.speaker, cue.speaker)}) for cue in cues)


def check_folder(folder: Path) -> None:
    """Make sure that files can be delivered to a folder, or that it can be made; nothing is made yet.

    Raises:
        ExportError: It can't be made or written.
    """
    there = next(place for place in (folder, *folder.parents) if place.exists() or place == place.parent)
    if not there.is_dir():
        raise ExportError("This is a file, not a folder.", str(there), remedy="Choose another folder.")
    if not os.access(there, os.W_OK | os.X_OK):
        raise ExportError(
            f"The folder can't be written ({os.strerror(errno.EACCES)}).",
            str(there),
            remedy="Choose another folder or its permissions.",
        )


def ready_folder(folder: Path) -> None:
    """Make sure that files can be delivered to a folder; it is made where it does not exist.

    Raises:
        ExportError: It can't be made or written.
    """
    check_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"The folder can't be made ({error.strerror or error}).",
            str(folder),
            remedy="Choose another folder or its permissions.",
        ) from error


def _sidecar_formats(names: Sequence[str]) -> list[Format]:
    formats = []
    for name in names:
        member = format_named(name)
        if member is None or member is video:
            known = ", ".join(member.NAME for member in FORMATS if member is not video)
            raise ExportError(f"There is no sidecar format “{name}”.", remedy=f"Known formats: {known}.")
        formats.append(member)
    return formats


def _check_space(folder: Path, needed_bytes: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed_bytes + SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _deliver(
    short: FinishedShort,
    formats: Sequence[Format],
    folder: Path,
    template: str,
    fields: dict[str, str | int],
) -> list[Path]:
    placed: list[Path] = []
    cell = Cell(short.clip.id, short.delivery.aspect, short.preset)
    parts = _parts(folder, cell, len(formats))
    remove_leftovers(folder, cell)
    try:
        for member, part in zip(formats, parts, strict=True):
            with part.open("xb") as stream:
                member.write(stream, short)
                stream.flush()
                os.fsync(stream.fileno())
        suffixes = [suffix_of(member, short) for member in formats]
        targets = _place_all(parts, suffixes, folder, template, fields, placed)
        _sync_folder(folder)
        return targets
    except BaseException:
        for file in placed:
            file.unlink(missing_ok=True)
        raise
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def remove_leftovers(folder: Path, cell: Cell) -> None:
    """Remove what a killed program left unfinished of a delivery. Call it only while no program delivers it."""
    # Before a shape could go out in several presets, they were called after clip and shape alone.
    for each in (cell, cell._replace(preset="")):
        for part in _parts(folder, each, 1 + len(FORMATS)):
            part.unlink(missing_ok=True)


def _parts(folder: Path, cell: Cell, count: int) -> list[Path]:
    """Return the names of a delivery's unfinished files: always the same, so that they are found after a crash."""
    token = hashlib.sha256(" ".join(cell).strip().encode()).hexdigest()[:12]
    return [folder / f".shortlist-{token}-{number}.part" for number in range(count)]


def _place_all(
    parts: Sequence[Path],
    suffixes: Sequence[str],
    folder: Path,
    template: str,
    fields: dict[str, str | int],
    placed: list[Path],
) -> list[Path]:
    """Rename the parts to the first name that is free for all of them; `placed` always tells what is in place."""
    refused: list[str] = []
    while True:
        names = names_in(folder)
        # A program that was killed before it could write down that it had delivered these.
        there = {name for name in names if _is_one_of(folder / name, parts, suffixes)}
        taken = [name for name in names if name not in there]
        stem = _free_stem(template, fields, suffixes, [*taken, *refused])
        targets = [folder / (stem + suffix) for suffix in suffixes]
        try:
            for part, target in reversed(list(zip(parts, targets, strict=True))):
                if target.name not in there:
                    _place(part, target)
                    placed.append(target)
            return targets
        except FileExistsError:
            # Someone else took the name since we looked: what we placed goes back, the next name is tried.
            for file in placed:
                file.replace(parts[targets.index(file)])
            placed.clear()
            refused += [target.name for target in targets]


def _is_one_of(file: Path, parts: Sequence[Path], suffixes: Sequence[str]) -> bool:
    """Whether a file is what one of the parts is to become, byte by byte."""
    return any(
        file.suffix == suffix and file.is_file() and filecmp.cmp(file, part, shallow=False)
        for part, suffix in zip(parts, suffixes, strict=True)
    )


def _free_stem(template: str, fields: dict[str, str | int], suffixes: Sequence[str], taken: Sequence[str]) -> str:
    """Return a stem under which none of the suffixes is taken."""
    # Any of the files makes its stem count as taken, so it is asked for the longest suffix with all stems.
    longest = max(suffixes, key=len)
    stems = [
        name[: -len(suffix)] + longest for name in taken for suffix in suffixes if name.lower().endswith(suffix)
    ]
    return file_name(template, fields, longest, stems)[: -len(longest)]


def _place(part: Path, target: Path) -> None:
    """Give a file its name unless the name is taken.

    Raises:
        FileExistsError: It is.
    """
    try:
        os.link(part, target)
        part.unlink()
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, many network shares): look first, the gap is a moment.
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        part.rename(target)


def _sync_folder(folder: Path) -> None:
    # Windows can't, and some network shares won't: the names are in place all the same.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(error: OSError, folder: Path, source: Path) -> UserWorldError:
    reason = error.strerror or str(error)
    if is_disk_full(error):
        size = source.stat().st_size if source.is_file() else 0
        remedy = f"Free at least {size / 1e6:.0f} MB or choose another folder."
        return DiskFullError("The disk is full.", str(folder), remedy=remedy, needed_bytes=size + SPARE_BYTES)
    if error.errno == errno.EFBIG:
        return ExportError("The file is too large for this disk.", str(folder), remedy="Choose another folder.")
    if error.filename and Path(error.filename) == source:
        return ExportError(f"The rendered file can't be read ({reason}).", str(source), remedy="Render it again.")
    return ExportError(
        f"The folder can't be written ({reason}).", str(folder), remedy="Choose another folder or its permissions."
    )
