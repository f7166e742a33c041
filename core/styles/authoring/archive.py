"""A package as one file, `.shortliststyle`: a zip whose bytes follow from its content alone.

What comes from elsewhere is not trusted: every name, size and kind is looked at before anything is written, what
is written is counted, and it is written where nobody looks.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from pathlib import Path

from core.errors import StyleError, is_disk_full
from core.styles.authoring.content import MOST_BYTES, MOST_FILE_BYTES, MOST_FILES
from core.styles.authoring.names import colliding, problem_of
from core.styles.authoring.store import unwritable
from core.styles.files import MANIFEST_FILE, STYLE_FILE
from core.styles.library import is_built_in, load_style
from core.whole_file import written_whole

SUFFIX = ".shortliststyle"
# The earliest time that a zip can tell.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED = 0x1
_CHUNK_BYTES = 1 << 20
# Text packs well; what packs better than this is made to fill a disk. Small files may.
_MOST_RATIO = 200
_RATIO_FROM_BYTES = 100_000
# What systems put beside files when a folder is packed by hand.
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")


def export(pin: str, folder: Path, file: Path) -> Path:
    """Write a published version into one file, in place of what is there; return the file.

    The same version gives the same bytes on every machine: nothing is compressed, for compressors differ.

    Raises:
        StyleError: There is no such version among the user's, it is damaged, or the file can't be written.
    """
    style = load_style(pin, folder)
    if is_built_in(style.name, style.version):
        raise StyleError(f"{style.pin} comes with the program: everybody has it.")
    place = folder / style.name / str(style.version)
    target = file if file.suffix.lower() == SUFFIX else file.with_name(file.name + SUFFIX)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(target) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as archive:
            for name in (STYLE_FILE, MANIFEST_FILE, *(asset.name for asset in style.assets)):
                archive.writestr(_entry(name), (place / name).read_bytes())
    except OSError as error:
        raise unwritable(error, target) from error
    return target


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def unpack(file: Path, work: Path) -> None:
    """Write an archive's files into a new folder, which the caller removes whatever happens.

    Raises:
        StyleError: It is no archive, or something in it is refused, and why. Nothing outside `work` was touched.
    """
    try:
        if file.stat().st_size > 2 * MOST_BYTES:
            raise _refused(file, "it is too large")
        with zipfile.ZipFile(file) as archive:
            entries = _checked(archive, file)
            work.mkdir(parents=True)
            left = MOST_BYTES
            for name, entry in entries.items():
                target = work / name
                target.parent.mkdir(exist_ok=True)
                left -= _extract(archive, entry, target, left, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error) as error:
        raise _refused(file, "it is damaged, cut off, or no archive at all") from error
    except OSError as error:
        if file.is_file() and not is_disk_full(error):
            raise _refused(file, f"it can't be read ({error.strerror or error})") from error
        raise unwritable(error, file) from error


def _checked(archive: zipfile.ZipFile, file: Path) -> dict[str, zipfile.ZipInfo]:
    """Return what is to be unpacked, by its name in the package."""
    entries = [entry for entry in archive.infolist() if not _is_litter(entry)]
    if len(entries) > MOST_FILES:
        raise _refused(file, f"it has more than {MOST_FILES} files")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _refused(file, f"it would take more than {MOST_BYTES // 1_000_000} MB")
    for entry in entries:
        problem = _problem_of(entry)
        if problem:
            raise _refused(file, f"{_shown(entry)}: {problem}")
    files = [entry for entry in entries if not entry.is_dir()]
    # Packed by hand, all of it may lie in one folder.
    tops = {entry.filename.partition("/")[0] for entry in files}
    top = tops.pop() + "/" if len(tops) == 1 and STYLE_FILE not in tops else ""
    named = [(entry.filename.removeprefix(top), entry) for entry in files]
    for name, entry in named:
        problem = problem_of(name)
        if problem:
            raise _refused(file, f"{_shown(entry)}: {problem}")
    twice = colliding(name for name, _ in named)
    if twice:
        raise _refused(file, f"“{twice}” is in it twice, or in two spellings that some systems take for one")
    if STYLE_FILE not in dict(named):
        raise _refused(file, f"there is no {STYLE_FILE} in it")
    return dict(named)


def _problem_of(entry: zipfile.ZipInfo) -> str:
    """Return why an entry is not even looked into; empty: nothing speaks against it."""
    if "\0" in entry.orig_filename:
        return "its name has letters that no file name may have"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "it is a link or a device, and no file"
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is packed in a way that is not understood"
    if entry.file_size > MOST_FILE_BYTES:
        return f"it would take more than {MOST_FILE_BYTES // 1_000_000} MB"
    if entry.file_size > max(_RATIO_FROM_BYTES, _MOST_RATIO * entry.compress_size):
        return "it is packed to fill a disk"
    # A folder is made only where a file needs one; its name is looked at all the same.
    return problem_of(entry.filename + STYLE_FILE) if _leads_out(entry.filename) else ""


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or name[1:2] == ":"


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, left: int, file: Path) -> int:
    """Write one file and return its bytes; what an entry says of its own size is not believed."""
    written = 0
    with archive.open(entry) as packed, target.open("xb") as stream:
        while chunk := packed.read(_CHUNK_BYTES):
            written += len(chunk)
            if written > min(left, entry.file_size, MOST_FILE_BYTES):
                raise _refused(file, f"{_shown(entry)}: it is larger than it says")
            stream.write(chunk)
    return written


def _is_litter(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    return parts[0] == "__MACOSX" or parts[-1] in _LITTER


def _shown(entry: zipfile.ZipInfo) -> str:
    """Return a name as it can be shown: one line, no control characters, not endless."""
    name = "".join(letter if letter.isprintable() else "�" for letter in entry.orig_filename)
    return f"“{name[:80]}…”" if len(name) > 80 else f"“{name}”"


def _refused(file: Path, why: str) -> StyleError:
    return StyleError(
        f"This style is not imported: {why}.", str(file), remedy="Get it again from whoever made it."
    )
