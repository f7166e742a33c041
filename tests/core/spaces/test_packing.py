"""A workspace as one file: what comes out is what went in, and nothing of an unsound pack gets in place."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import Cancelled, DiskFullError, WorkspaceError
from core.recipes import Recipes
from core.schema.recipe import Recipe
from core.schema.workspace import PackChoices
from core.spaces.anatomy import HALF
from core.spaces.card import card_of
from core.spaces.packing import MANIFEST, pack
from core.spaces.standing import standing_of
from core.spaces.unpacking import read_manifest, unpack
from tests.core.spaces.kit import told_of, work
from tests.instant_project import use_instant_stages


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with work in it, which nobody changes."""
    with pytest.MonkeyPatch.context() as patch:
        use_instant_stages(patch)
        folder = tmp_path_factory.mktemp("a place") / "Zoë & Söhne"
        work(folder, "Zoë & Söhne")
        work(folder, "Zoë & Söhne", 2)
        Recipes(folder).save(Recipe(name="Kürzer"))
        (folder / "exports").mkdir()
        (folder / "exports" / "clip.mp4").write_bytes(b"film" * 5000)
        told_of(folder)
    return folder


@pytest.fixture(autouse=True)
def _instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    choices=st.builds(PackChoices),
    name=st.text("äßπ界 ab'&-", min_size=1, max_size=12).filter(lambda text: bool(text.strip())),
)
def test_what_is_exported_and_imported_opens_equal(
    made: Path, tmp_path_factory: pytest.TempPathFactory, choices: PackChoices, name: str
) -> None:
    place = tmp_path_factory.mktemp("Ort mit Ümläuten")
    before = contents(made)
    pack(made, place / f"{name}.shortlistspace", choices)
    assert contents(made) == before, "exporting changes nothing"
    card = unpack(place / f"{name}.shortlistspace", place / f"{name.strip()} neu")
    folder = place / f"{name.strip()} neu"
    assert card.name == "Zoë & Söhne" and card.id != card_of(made).id and standing_of(folder).kind == "ready"
    assert [path.name for path in place.iterdir() if path.name.endswith((".importing", "part"))] == []
    was, now = told_of(made), told_of(folder)
    assert now == was and len(was["runs"]) == 2 and was["recipes"] == ["Kürzer"]  # type: ignore[arg-type]
    assert (folder / "exports" / "clip.mp4").exists() == choices.with_exports
    assert bool(list(folder.glob("artifacts/plan/*"))) == choices.with_artifacts
    assert len(list(folder.glob("sources/*/*.wav"))) == (2 if choices.with_sources else 0)


def test_sources_that_go_along_are_the_ones_that_are_used(made: Path, tmp_path: Path) -> None:
    import asyncio

    from tests.instant_project import ThreadExecutor, open_instant

    pack(made, tmp_path / "a.zip", PackChoices(with_sources=True))
    unpack(tmp_path / "a.zip", tmp_path / "new")

    async def places() -> list[Path]:
        project = await open_instant(tmp_path / "new", ThreadExecutor())
        try:
            return [run.source_path for run in project.runs()]
        finally:
            await project.close()

    found = asyncio.run(places())
    assert len(found) == 2 and all(path.is_file() and path.is_relative_to(tmp_path / "new") for path in found)


def test_progress_never_goes_back_by_a_rounding(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Viele"
    shutil.copytree(made, folder)
    for number in range(80):
        (folder / "exports" / f"note {number}.txt").write_bytes(b"x" * (37 * number + 1))
    packed: list[float] = []
    unpacked: list[float] = []
    pack(folder, tmp_path / "a.zip", progress=lambda at, _message: packed.append(at))
    unpack(tmp_path / "a.zip", tmp_path / "new", progress=lambda at, _message: unpacked.append(at))
    assert len(packed) > 80 and packed == sorted(packed)
    assert len(unpacked) > 80 and unpacked == sorted(unpacked)


def test_stopping_leaves_no_file_and_an_import_goes_on_where_it_was(made: Path, tmp_path: Path) -> None:
    def stop_at(fraction: float) -> Callable[[float, str], None]:
        def progress(at: float, _message: str) -> None:
            if at >= fraction:
                raise Cancelled("Stopped.")

        return progress

    with pytest.raises(Cancelled):
        pack(made, tmp_path / "a.zip", progress=stop_at(0.5))
    assert list(tmp_path.iterdir()) == []
    pack(made, tmp_path / "a.zip")
    with pytest.raises(Cancelled):
        unpack(tmp_path / "a.zip", tmp_path / "new", progress=stop_at(0.97))
    staging = tmp_path / "new.importing"
    assert standing_of(staging).kind == "half" and not (tmp_path / "new").exists()
    kept = {path: path.stat().st_mtime_ns for path in staging.rglob("*") if path.is_file() and path.name != HALF}
    assert len(kept) > 3
    seen: list[float] = []
    unpack(tmp_path / "a.zip", tmp_path / "new", progress=lambda at, _message: seen.append(at))
    assert seen == sorted(seen) and not staging.exists()
    again = [tmp_path / "new" / path.relative_to(staging) for path in kept if path.suffix != ".part"]
    same = [
        path for path in again if path.stat().st_mtime_ns == kept[staging / path.relative_to(tmp_path / "new")]
    ]
    # The card is another one, and the database was opened.
    assert len(same) >= len(again) - 2
    assert told_of(tmp_path / "new") == told_of(made)


def rewritten(file: Path, to: Path, change: Callable[[dict[str, bytes], dict[str, object]], None]) -> Path:
    """Write a pack again with other files, its manifest as it is changed."""
    with zipfile.ZipFile(file) as given:
        files = {name: given.read(name) for name in given.namelist()}
    manifest = json.loads(files.pop(MANIFEST))
    change(files, manifest)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as taken:
        for name, content in files.items():
            taken.writestr(name, content)
        taken.writestr(MANIFEST, json.dumps(manifest))
    return to


def add(files: dict[str, bytes], manifest: dict[str, object], name: str, content: bytes = b"x") -> None:
    files[name] = content
    told = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest["files"][name] = told  # type: ignore[index]


NAMES = [
    *("workspace/../../evil", "../evil", "/etc/evil", "workspace/artifacts/../../../evil", "C:/evil", "evil"),
    *("workspace\\..\\evil", "workspace/artifacts/a:b", "workspace/desktop.ini", "sources/evil", "workspace/"),
    *("workspace/workspace.half", "workspace/artifacts/con. ", "workspace/artifacts/\x1b[2J", "sources/../a/evil"),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_that_lead_elsewhere_are_refused(made: Path, tmp_path: Path, name: str) -> None:
    pack(made, tmp_path / "good.zip", PackChoices(with_artifacts=False))
    bad = rewritten(tmp_path / "good.zip", tmp_path / "bad.zip", lambda files, told: add(files, told, name))
    with pytest.raises(WorkspaceError, match="no workspace that Shortlist exported"):
        unpack(bad, tmp_path / "in" / "new")
    assert not (tmp_path / "in").exists() and not list(tmp_path.rglob("*evil*"))


def lie(files: dict[str, bytes], _manifest: dict[str, object]) -> None:
    files["workspace/workspace.json"] = files["workspace/workspace.json"][:-3] + b"  }"


def too_many(files: dict[str, bytes], _manifest: dict[str, object]) -> None:
    files["workspace/recipes/more.json"] = b"{}"


def too_few(files: dict[str, bytes], _manifest: dict[str, object]) -> None:
    del files["workspace/workspace.json"]


def no_database(files: dict[str, bytes], manifest: dict[str, object]) -> None:
    del files["workspace/workspace.sqlite"]
    del manifest["files"]["workspace/workspace.sqlite"]  # type: ignore[attr-defined]


def no_sense(files: dict[str, bytes], manifest: dict[str, object]) -> None:
    add(files, manifest, "workspace/workspace.sqlite", b"no database" * 999)


def other_case(files: dict[str, bytes], manifest: dict[str, object]) -> None:
    add(files, manifest, "workspace/WORKSPACE.json".replace("WORKSPACE.", "workspace."), b"{}")
    add(files, manifest, "workspace/recipes/A.json")
    add(files, manifest, "workspace/recipes/a.json")


def of_tomorrow(_files: dict[str, bytes], manifest: dict[str, object]) -> None:
    manifest["format"] = 99


def strange(_files: dict[str, bytes], manifest: dict[str, object]) -> None:
    manifest.pop("files")


CHANGES = [lie, too_many, too_few, no_database, no_sense, other_case, of_tomorrow, strange]


@pytest.mark.parametrize("change", CHANGES, ids=[each.__name__ for each in CHANGES])
def test_packs_that_lie_are_refused_and_nothing_is_in_place(
    made: Path, tmp_path: Path, change: Callable[[dict[str, bytes], dict[str, object]], None]
) -> None:
    pack(made, tmp_path / "good.zip", PackChoices(with_artifacts=False))
    bad = rewritten(tmp_path / "good.zip", tmp_path / "bad.zip", change)
    with pytest.raises(WorkspaceError):
        unpack(bad, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_pack_that_was_cut_off_or_damaged_is_refused(made: Path, tmp_path: Path, share: float) -> None:
    pack(made, tmp_path / "a.zip")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(WorkspaceError, match="no workspace that Shortlist exported"):
        unpack(tmp_path / "cut.zip", tmp_path / "new")
    place = int(len(content) * 0.4 * share)
    (tmp_path / "hurt.zip").write_bytes(
        content[:place] + bytes(255 - each for each in content[place : place + 512]) + content[place + 512 :]
    )
    with pytest.raises(WorkspaceError):
        unpack(tmp_path / "hurt.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_bomb_takes_no_more_than_it_said(made: Path, tmp_path: Path) -> None:
    pack(made, tmp_path / "good.zip", PackChoices(with_artifacts=False))

    def swell(files: dict[str, bytes], manifest: dict[str, object]) -> None:
        add(files, manifest, "workspace/recipes/bomb.json", bytes(30_000_000))

    bad = rewritten(tmp_path / "good.zip", tmp_path / "bad.zip", swell)
    content = bytearray(bad.read_bytes())
    # Both the directory of the file and the manifest say ten bytes.
    size = (30_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (10).to_bytes(4, "little")
    (tmp_path / "bomb.zip").write_bytes(bytes(content))
    with pytest.raises(WorkspaceError):
        unpack(tmp_path / "bomb.zip", tmp_path / "new")
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) < 5_000_000


def test_links_are_refused(made: Path, tmp_path: Path) -> None:
    pack(made, tmp_path / "good.zip", PackChoices(with_artifacts=False))
    bad = rewritten(
        tmp_path / "good.zip",
        tmp_path / "bad.zip",
        lambda files, told: add(files, told, "workspace/music/link.mp3", b"/etc/passwd"),
    )
    with zipfile.ZipFile(bad) as given, zipfile.ZipFile(tmp_path / "link.zip", "w") as taken:
        for entry in given.infolist():
            if entry.filename.endswith("link.mp3"):
                entry.external_attr = 0o120777 << 16
            taken.writestr(entry, given.read(entry.filename))
    with pytest.raises(WorkspaceError, match="names a place"):
        unpack(tmp_path / "link.zip", tmp_path / "new")


def test_a_full_disk_is_told_and_nothing_is_left(made: Path, tmp_path: Path, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(16_740_000))
    with pytest.raises(DiskFullError):
        pack(made, small_disk / "a.zip", PackChoices(with_sources=True))
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
    pack(made, tmp_path / "a.zip")
    with pytest.raises(DiskFullError):
        unpack(tmp_path / "a.zip", small_disk / "new")
    assert not (small_disk / "new").exists()
    (small_disk / "filler").unlink()
    unpack(tmp_path / "a.zip", small_disk / "new")
    assert told_of(small_disk / "new") == told_of(made)


def test_places_that_are_taken_are_refused_and_what_a_pack_says_can_be_asked(made: Path, tmp_path: Path) -> None:
    pack(made, tmp_path / "a.zip")
    assert read_manifest(tmp_path / "a.zip").name == "Zoë & Söhne"
    shutil.copytree(made, tmp_path / "there")
    with pytest.raises(WorkspaceError, match="something in this folder"):
        unpack(tmp_path / "a.zip", tmp_path / "there")
    (tmp_path / "no.zip").write_text("no")
    with pytest.raises(WorkspaceError, match="no workspace"):
        read_manifest(tmp_path / "no.zip")
    with pytest.raises(WorkspaceError, match="can't be read"):
        read_manifest(tmp_path / "nowhere.zip")
