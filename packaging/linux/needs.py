"""Which system libraries the frozen program needs, read from its own files: the Depends of the Debian package.

Every shared library that a file of the folder names must lie in the folder or be in the table below; one that is
in neither stops the making of the package, so that nobody installs a program that then lacks a library.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Library → Debian package that has it, for what is not bundled: the C library, what must go with the machine's
# graphics driver and desktop, and what the distribution keeps safe. Debian 12 and Ubuntu 24.04 know these names.
PACKAGES = {
    "ld-linux-x86-64.so.2": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLESv2.so.2": "libgles2",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1": "libbz2-1.0",
    "libbz2.so.1.0": "libbz2-1.0",
    "libc.so.6": "libc6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdl.so.2": "libc6",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libm.so.6": "libc6",
    "libmvec.so.1": "libc6",
    "libpthread.so.0": "libc6",
    "libpulse.so.0": "libpulse0",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Plug-ins that are left aside where their libraries are not there: the file dialogs of GNOME.
OPTIONAL = ("platformthemes/libqgtk3.so",)
# Opened by name at run time, so that no file tells of them.
OPENED = ("libegl1", "libgl1", "libgles2")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_NAMED = re.compile(r"^\s+SONAME\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


def needed(folder: Path) -> dict[str, list[Path]]:
    """Return the libraries that files of a folder need and that are not in it, each with who needs it."""
    wanted: dict[str, list[Path]] = {}
    here: set[str] = set()
    for file in elf_files(folder):
        told = _told(file)
        here |= {file.name, *_NAMED.findall(told)}
        if str(file).endswith(OPTIONAL):
            continue
        for name in _NEEDED.findall(told):
            wanted.setdefault(name, []).append(file)
    return {name: wanted[name] for name in sorted(wanted) if name not in here}


def depends(folder: Path) -> list[str]:
    """Return the Depends of a package that holds the folder.

    Raises:
        SystemExit: A library is needed that no package of the table has.
    """
    libraries = needed(folder)
    unknown = {name: files for name, files in libraries.items() if name not in PACKAGES}
    if unknown:
        lines = [f"  {name}, needed by {files[0].relative_to(folder)}" for name, files in unknown.items()]
        raise SystemExit("\n".join(["Neither bundled nor in packaging/linux/needs.py:", *lines]))
    packages = {*OPENED, *(PACKAGES[name] for name in libraries)} - {"libc6"}
    major, minor = newest_glibc(folder)
    return [f"libc6 (>= {major}.{minor})", *sorted(packages)]


def newest_glibc(folder: Path) -> tuple[int, int]:
    """Return the oldest C library that has all that the files of a folder ask of it."""
    return max(
        ((int(major), int(minor)) for file in elf_files(folder) for major, minor in _GLIBC.findall(_told(file))),
        default=(2, 0),
    )


def elf_files(folder: Path) -> Iterable[Path]:
    """Return programs and shared libraries below a folder."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield file


def _told(file: Path) -> str:
    done = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=False)
    return done.stdout


if __name__ == "__main__":
    place = Path(sys.argv[1])
    for name, files in needed(place).items():
        package = PACKAGES.get(name, "unknown")
        print(f"{name:<34} {package:<26} {len(files)} files, {files[0].relative_to(place)}")
