"""Make a Debian package of the frozen program: `python packaging/linux/build_deb.py dist/shortlist --out dist`.

The program lies in /opt/shortlist, as the File Hierarchy Standard has it for packages from outside a distribution.
The package needs no Python: this script uses that of the checkout to draw the icons.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)
MAINTAINER = "The Shortlist authors <shortlist@localhost.localdomain>"
# Other scripts and emoji in captions; a keyring; folders and links opened by the desktop; sound.
RECOMMENDS = (
    "fonts-noto-core",
    "fonts-noto-cjk",
    "fonts-noto-color-emoji",
    "libpulse0",
    "gnome-keyring | kwalletmanager",
    "xdg-utils",
)
DESCRIPTION = """Turn long talk video into short clips
 Shortlist finds the moments of a podcast, interview or talk that stand on their
 own, scores them with reasons, frames the speakers for upright, square and wide
 pictures, burns in word-by-word captions, and renders the files.
 .
 It runs on this computer, without an account. What the preview shows is what is
 exported. Models that write down speech are fetched when they are first wanted."""

sys.path[:0] = [str(ROOT), str(HERE)]


def main() -> int:
    """Lay out the package's tree and pack it."""
    import needs

    from core import __version__

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path, help="the folder that PyInstaller made")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    arguments = parser.parse_args()
    when = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    architecture = _said("dpkg", "--print-architecture")
    target = arguments.out / f"shortlist_{__version__}_{architecture}.deb"
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shortlist-deb-", dir=arguments.out) as folder:
        tree = Path(folder) / "tree"
        tree.mkdir(mode=0o755)
        lay_program(arguments.program, tree)
        lay_desktop(tree, __version__, time.strftime("%Y-%m-%d", time.gmtime(when)))
        lay_documents(tree, __version__, when)
        draw_icons(tree / "usr/share/icons/hicolor")
        lay_control(tree, __version__, architecture, needs.depends(arguments.program))
        _settle(tree, when)
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(when)}
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(tree), str(target)]
        subprocess.run(command, env=environment, check=True)
    print(f"{target}: {target.stat().st_size / 1e6:.0f} MB")
    return 0


def lay_program(program: Path, tree: Path) -> None:
    """Copy the program to its place, with a name on everybody's path."""
    place = tree / "opt/shortlist"
    # Hard links where the file system allows: the folder is large, and is only read from here on.
    shutil.copytree(program, place, symlinks=True, copy_function=_linked)
    binary = tree / "usr/bin/shortlist"
    binary.parent.mkdir(parents=True)
    binary.symlink_to("/opt/shortlist/shortlist")


def lay_desktop(tree: Path, version: str, date: str) -> None:
    """Put what menus, file managers and software centres read in its place."""
    for name, place in (
        ("shortlist.desktop", "usr/share/applications/shortlist.desktop"),
        ("shortlist.mime.xml", "usr/share/mime/packages/shortlist.xml"),
        ("org.shortlist.Shortlist.metainfo.xml", "usr/share/metainfo/org.shortlist.Shortlist.metainfo.xml"),
    ):
        _write(tree / place, _filled(name, version, date).encode())
    _write(tree / "usr/share/man/man1/shortlist.1.gz", _packed(_filled("shortlist.1", version, date).encode()))


def lay_documents(tree: Path, version: str, when: int) -> None:
    """Put the licence and what changed in their places."""
    place = tree / "usr/share/doc/shortlist"
    _write(place / "changelog.gz", _packed((ROOT / "CHANGELOG.md").read_bytes()))
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    lines = ["Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/", "", "Files: *"]
    lines += ["Copyright: 2026 The Shortlist authors", "License: Expat"]
    lines += [f" {line}" if line else " ." for line in licence.partition("\n\n")[2].strip().splitlines()]
    lines += ["", "Files: opt/shortlist/_internal/resources/fonts/*", "Copyright: see fonts.toml beside the fonts"]
    lines += ["License: OFL-1.1", " The SIL Open Font License 1.1, in OFL.txt beside the fonts."]
    lines += ["", "Files: opt/shortlist/_internal/*", "Copyright: their authors", "License: other"]
    lines += [
        " Libraries of others are bundled. Their names, versions and licences are told by the program",
        " itself:",
    ]
    lines[-1] += " Help, About Shortlist."
    _write(place / "copyright", ("\n".join(lines) + "\n").encode())


def draw_icons(folder: Path) -> None:
    """Draw the program's sign in every size that desktops ask for."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    source = ROOT / "resources" / "icons" / "shortlist.svg"
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    sign = QSvgRenderer(str(source))
    for size in ICON_SIZES_PX:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        sign.render(painter)
        painter.end()
        file = folder / f"{size}x{size}/apps/shortlist.png"
        file.parent.mkdir(parents=True)
        if not picture.save(str(file)):
            raise SystemExit(f"{file} can't be written")
    application.shutdown()
    _write(folder / "scalable/apps/shortlist.svg", source.read_bytes())


def lay_control(tree: Path, version: str, architecture: str, depends: list[str]) -> None:
    """Write what the package manager reads."""
    files = sorted(file for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    fields = {
        "Package": "shortlist",
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        # In units of 1024 bytes, as Debian's policy has it.
        "Installed-Size": str(sum(-(-file.stat().st_size // 1024) for file in files)),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "video",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    control = "".join(f"{name}: {text}\n" for name, text in fields.items())
    sums = "".join(f"{_md5(file)}  {file.relative_to(tree)}\n" for file in files)
    _write(tree / "DEBIAN/control", control.encode())
    _write(tree / "DEBIAN/md5sums", sums.encode())


def _settle(tree: Path, when: int) -> None:
    """Let everybody read everything, run programs, and let times be those of the release."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        is_program = path.is_dir() or bool(path.stat().st_mode & 0o100)
        path.chmod(0o755 if is_program else 0o644)


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _filled(name: str, version: str, date: str) -> str:
    text = (HERE / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", date)


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _md5(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "md5").hexdigest()


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
