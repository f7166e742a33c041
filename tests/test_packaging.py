"""What packs the program: one version, true dependencies, a package that holds what desktops look for, an SBOM."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from core import __version__
from core.schema.part import Part

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
needs_debian = pytest.mark.skipif(
    not (shutil.which("dpkg-deb") and shutil.which("objdump")), reason="no tools of Debian here"
)


def loaded(file: Path) -> ModuleType:
    """Load a script, which is no module of ours: `packaging` is the name of a library."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a folder like that of a frozen program: one real executable, one file."""
    folder = tmp_path / "shortlist"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(sys.executable, folder / "shortlist")
    (folder / "_internal" / "data.txt").write_text("data", encoding="utf-8")
    return folder


def test_the_version_is_said_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project and project["dynamic"] == ["version"]
    for file in ("linux/org.shortlist.Shortlist.metainfo.xml", "linux/shortlist.1", "windows/shortlist.iss"):
        assert __version__ not in (ROOT / "packaging" / file).read_text(encoding="utf-8"), file


@needs_debian
def test_a_library_that_is_neither_bundled_nor_known_stops_the_packing(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs = loaded(LINUX / "needs.py")
    assert "libc.so.6" in needs.needed(program)
    monkeypatch.setattr(needs, "PACKAGES", {"libc.so.6": "libc6"})
    with pytest.raises(SystemExit, match=r"Neither bundled nor in packaging/linux/needs\.py"):
        needs.depends(program)


@needs_debian
def test_what_lies_in_the_folder_is_not_asked_of_the_system(program: Path) -> None:
    needs = loaded(LINUX / "needs.py")
    wanted = needs.needed(program)
    bundled = next(name for name in wanted if name != "libc.so.6")
    # Found by its file's name, as the loader finds it.
    (program / "_internal" / bundled).write_bytes((program / "shortlist").read_bytes())
    assert bundled not in needs.needed(program)


@needs_debian
def test_a_package_holds_what_a_desktop_looks_for(program: Path, tmp_path: Path) -> None:
    """Made by the script as it is called; its program is Python's own, so any library is known."""
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import needs;"
        "needs.depends = lambda folder: ['libc6 (>= 2.31)', 'libegl1'];"
        "import build_deb; sys.exit(build_deb.main())"
    )
    command = [sys.executable, "-c", code, str(LINUX), str(program), "--out", str(tmp_path / "out")]
    subprocess.run(command, cwd=ROOT, check=True, timeout=300, stdout=subprocess.DEVNULL)
    (package,) = (tmp_path / "out").glob("*.deb")
    assert package.name.startswith(f"shortlist_{__version__}_")
    told = subprocess.run(["dpkg-deb", "--field", package], capture_output=True, text=True, check=True).stdout
    assert f"Version: {__version__}\n" in told and "Depends: libc6 (>= 2.31), libegl1\n" in told
    assert "Recommends: fonts-noto-core" in told
    tree = tmp_path / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    assert (tree / "usr/bin/shortlist").readlink() == Path("/opt/shortlist/shortlist")
    assert (tree / "opt/shortlist/_internal/data.txt").read_text() == "data"
    for size in (16, 32, 48, 64, 128, 256, 512):
        assert (tree / f"usr/share/icons/hicolor/{size}x{size}/apps/shortlist.png").stat().st_size > 200
    entry = (tree / "usr/share/applications/shortlist.desktop").read_text(encoding="utf-8")
    assert "Exec=shortlist %F\n" in entry and "application/x-shortlist-style;video/mp4;" in entry
    about = (tree / "usr/share/metainfo/org.shortlist.Shortlist.metainfo.xml").read_text(encoding="utf-8")
    assert f'<release version="{__version__}" date="20' in about and "@" not in about
    assert "*.shortliststyle" in (tree / "usr/share/mime/packages/shortlist.xml").read_text(encoding="utf-8")
    sums = (tree / "DEBIAN/md5sums").read_text(encoding="utf-8")
    subprocess.run(["md5sum", "--check", "--quiet"], input=sums, text=True, cwd=tree, check=True)
    assert [path for path in tree.rglob("*") if not path.is_symlink() and path.stat().st_mode & 0o022] == []


def test_the_list_of_parts_is_a_document_of_cyclonedx(tmp_path: Path) -> None:
    sbom = loaded(ROOT / "packaging" / "sbom.py")
    sums = sbom.wheels(ROOT / "requirements" / "run.txt")
    parts = (
        Part(kind="library", name="qasync", version="0.28.0", licence="BSD-2-Clause", home="https://x.org"),
        Part(kind="library", name="cryptography", version="1", licence="Apache-2.0 OR BSD-3-Clause"),
        Part(kind="inside", name="x264", licence="GPL-2.0-or-later"),
        Part(kind="model", name="never bundled", licence="MIT"),
    )
    document = sbom.made(parts, sums)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    assert document["metadata"]["component"]["version"] == __version__
    first, second, third = document["components"]
    assert first["purl"] == "pkg:pypi/qasync@0.28.0" and len(first["properties"]) >= 1
    assert all(len(each["value"]) == 64 for each in first["properties"])
    assert second["licenses"] == [{"expression": "Apache-2.0 OR BSD-3-Clause"}]
    assert third["licenses"] == [{"license": {"name": "GPL-2.0-or-later"}}] and "version" not in third
    refs = [each["bom-ref"] for each in document["components"]]
    assert len(set(refs)) == len(refs) and document["dependencies"][0]["dependsOn"] == refs
    assert sbom.made(parts, sums)["serialNumber"] == document["serialNumber"]
    json.dumps(document)
