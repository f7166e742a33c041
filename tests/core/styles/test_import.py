"""Packages from elsewhere: taken in whole, or refused with a reason and with nothing left behind."""

from __future__ import annotations

import io
import stat
import struct
import wave
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import StyleError
from core.schema.style import Style
from core.style_work import painting
from core.styles.authoring import archive, intake, publishing, store
from core.styles.authoring import content as limits
from core.styles.authoring.archive import export
from core.styles.authoring.intake import import_package
from core.styles.authoring.names import problem_of
from core.styles.authoring.publishing import publish
from core.styles.authoring.removal import remove_version
from core.styles.library import load_style, published_styles
from tests.core.styles.packages import brand, write_font, write_logo
from tests.kill_points import killed_at

TOML = 'name = "brand"\ntitle = "Brand"\n'
Put = Callable[[zipfile.ZipFile], None]


def write_sound(file: Path, seconds: float = 1.0) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(b"\x80" * int(8000 * seconds))
    return file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with brand@1, which has files of every kind."""
    folder = tmp_path_factory.mktemp("made")
    write_logo(folder / "draft" / "images" / "logo.png")
    write_font(folder / "draft" / "fonts" / "brand.otf", "Import Sans")
    (folder / "draft" / "fonts" / "OFL.txt").write_text("SIL Open Font License")
    write_sound(folder / "draft" / "sounds" / "ding.wav")
    told = {
        "captions": {"font_families": ["Import Sans"]},
        "logo": {"file": "images/logo.png"},
        "intro": {"seconds": 1, "sound": "sounds/ding.wav"},
    }
    publish(brand(folder / "draft", **told), folder / "styles", note="First", author="Ada")
    return folder / "styles"


def packed(file: Path, *puts: Put, toml: str = TOML) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("style.toml", toml)
        for put in puts:
            put(archive)
    return file


def holding(name: str, content: bytes = b"x", **told: object) -> Put:
    def put(archive: zipfile.ZipFile) -> None:
        entry = zipfile.ZipInfo("name")
        entry.filename = name
        for field, value in told.items():
            setattr(entry, field, value)
        archive.writestr(entry, content)

    return put


def refused(source: Path, folder: Path, reason: str) -> None:
    with pytest.raises(StyleError, match=reason) as caught:
        import_package(source, folder / "styles", painting())
    assert caught.value.file == str(source)
    assert str(folder / "styles") not in str(caught.value)
    assert [path for path in (folder / "styles").rglob("*") if path.is_file()] == []


def test_an_exported_version_is_the_same_wherever_it_is_imported(made: Path, tmp_path: Path) -> None:
    file = export("brand@1", made, tmp_path / "out" / "brand")
    assert file.name == "brand.shortliststyle"
    taken = import_package(file, tmp_path / "styles", painting())
    assert taken.is_new
    first = load_style("brand@1", made)
    assert (taken.style.digest, taken.style.identity()) == (first.digest, first.identity())
    assert (taken.style.author, taken.style.note) == ("Ada", "First")
    assert export("brand@1", tmp_path / "styles", tmp_path / "again").read_bytes() == file.read_bytes()
    again = import_package(file, tmp_path / "styles", painting())
    assert (again.is_new, again.style) == (False, taken.style)
    # From the folder of the version too.
    folder = import_package(made / "brand" / "1", tmp_path / "others", painting())
    assert folder.style.digest == first.digest


def test_a_version_that_is_here_with_other_content_is_refused(made: Path, tmp_path: Path) -> None:
    file = export("brand@1", made, tmp_path / "brand")
    other = publish(Style(name="brand", version=1, title="Mine"), tmp_path / "styles")
    with pytest.raises(StyleError, match="another brand@1 here already, and a version never changes"):
        import_package(file, tmp_path / "styles")
    assert published_styles(tmp_path / "styles") == (other,)
    # Not even once it was removed: clips may have been made with it.
    remove_version("brand@1", tmp_path / "styles")
    with pytest.raises(StyleError, match="another brand@1 here already"):
        import_package(file, tmp_path / "styles")
    # What was removed may come back as it was.
    kept = import_package(file, tmp_path / "back").style
    remove_version("brand@1", tmp_path / "back")
    assert import_package(file, tmp_path / "back").style.digest == kept.digest


def test_a_package_made_by_hand_becomes_the_next_version(tmp_path: Path) -> None:
    logo = io.BytesIO(write_logo(tmp_path / "logo.png").read_bytes()).read()
    litter = (holding("__MACOSX/brand/._style.toml"), holding("brand/.DS_Store"))

    def pack(name: str, title: str) -> Path:
        file = tmp_path / name
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.mkdir("brand")
            archive.writestr(
                "brand/style.toml", f'name = "brand"\ntitle = "{title}"\n[logo]\nfile = "images/a.png"\n'
            )
            archive.writestr("brand/images/a.png", logo)
            for put in litter:
                put(archive)
        return file

    folder = tmp_path / "styles"
    assert import_package(pack("a.zip", "One"), folder).style.pin == "brand@1"
    assert import_package(pack("b.zip", "Two"), folder).style.pin == "brand@2"
    again = import_package(pack("b.zip", "Two"), folder)
    assert (again.style.pin, again.is_new) == ("brand@2", False)
    assert [style.title for style in published_styles(folder)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../evil.png", "outside the package"),
        ("images/../../evil.png", "outside the package"),
        ("/etc/evil.png", "outside the package"),
        ("C:/evil.png", "outside the package"),
        ("images\\evil.png", "backslash"),
        ("images/a\0.png", "letters that no file name may have"),
        ("images/a\n.png", "letters that no file name may have"),
        ("images/a\u202e.png", "letters that no file name may have"),
        ("images/a:b.png", "letters that no file name may have"),
        ("images/CON.png", "no system can keep"),
        ("images/a.png ", "no system can keep"),
        ("images/./a.png", "outside the package"),
        ("images//a.png", "outside the package"),
        ("images/" + "a" * 200 + ".png", "longer than 120 letters"),
        ("images/deep/a.png", "no use for it"),
        ("images/a.svg", "no use for it"),
        ("images/inner.zip", "no use for it"),
        ("fonts/a.ttc", "no use for it"),
        ("a.png", "no use for it"),
        ("run.py", "no use for it"),
        ("images/.hidden.png", "no use for it"),
    ],
)
def test_a_name_that_is_not_plain_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    refused(packed(tmp_path / "a.shortliststyle", holding(name)), tmp_path, reason)
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize(
    ("put", "reason"),
    [
        (
            holding("images/a.png", b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16),
            "a link or a device",
        ),
        (holding("images/a.png", external_attr=(stat.S_IFIFO | 0o600) << 16), "a link or a device"),
        (holding("images/a.png", compress_type=zipfile.ZIP_LZMA), "packed in a way that is not understood"),
        (holding("images/a.png", bytes(9_000_000), compress_type=zipfile.ZIP_DEFLATED), "packed to fill a disk"),
        (lambda archive: archive.mkdir("../out"), "outside the package"),
        (lambda archive: [holding(n)(archive) for n in ("images/a.png", "images/A.png")], "in it twice"),
        (lambda archive: [holding(n)(archive) for n in ("images/ä.png", "images/a\u0308.png")], "in it twice"),
    ],
)
def test_an_entry_that_is_no_plain_file_is_refused(tmp_path: Path, put: Put, reason: str) -> None:
    refused(packed(tmp_path / "a.shortliststyle", put), tmp_path, reason)


def test_too_many_too_large_and_lying_archives_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [holding(f"images/{number}.png") for number in range(limits.MOST_FILES)]
    refused(packed(tmp_path / "many.zip", *many), tmp_path, "more than 64 files")
    # 33 MB in one file, and 4 times 30 MB in all: said so by their lists, and never unpacked.
    sizes = {"one": [33_000_000], "all": [30_000_000] * 4}
    for name, told in sizes.items():
        content = bytearray(
            packed(tmp_path / "plain.zip", *[holding(f"images/{n}.png") for n in range(len(told))]).read_bytes()
        )
        at = 0
        for size in [0, *told]:
            at = content.index(b"PK\1\2", at + 1)
            if size:
                content[at + 24 : at + 28] = struct.pack("<I", size)
        file = tmp_path / f"{name}.zip"
        file.write_bytes(content)
        refused(file, tmp_path, "would take more than (32|96) MB")
    # One that says less than it holds.
    packed(tmp_path / "lying.zip", holding("images/a.png", b"y" * 5000, compress_type=zipfile.ZIP_DEFLATED))
    content = bytearray((tmp_path / "lying.zip").read_bytes())
    at = content.rindex(b"PK\1\2")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    (tmp_path / "lying.zip").write_bytes(content)
    refused(tmp_path / "lying.zip", tmp_path, "damaged|larger than it says")


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    content = bytearray(packed(tmp_path / "a.zip", holding("images/a.png")).read_bytes())
    at = content.rindex(b"PK\1\2")
    content[at + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    refused(tmp_path / "a.zip", tmp_path, "it is encrypted")


def test_an_archive_that_is_cut_off_anywhere_or_none_is_refused(made: Path, tmp_path: Path) -> None:
    whole = export("brand@1", made, tmp_path / "whole").read_bytes()
    for part in range(20):
        file = tmp_path / "part.shortliststyle"
        file.write_bytes(whole[: len(whole) * part // 20])
        refused(file, tmp_path, "damaged, cut off, or no archive")
    refused(tmp_path / "missing.shortliststyle", tmp_path, "No such file")


@pytest.mark.parametrize("step", [43, pytest.param(3, marks=pytest.mark.soak)])
def test_killed_at_any_line_of_an_import_the_version_is_whole_or_not_there(
    made: Path, tmp_path: Path, step: int
) -> None:
    file = export("brand@1", made, tmp_path / "brand")
    wanted = load_style("brand@1", made).digest
    kills = 0
    while True:
        folder = tmp_path / str(kills)
        work = partial(import_package, file, folder)
        if not killed_at(kills * step, work, [archive, intake, limits, publishing, store]):
            break
        kills += 1
        assert [style.digest for style in published_styles(folder)] in ([], [wanted])
        assert import_package(file, folder).style.digest == wanted
    assert kills > 200 / step


@given(st.data())
def test_a_damaged_archive_is_refused_or_the_same(made: Path, tmp_path_factory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    content = bytearray(export("brand@1", made, folder / "a").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (folder / "b").write_bytes(content)
    try:
        taken = import_package(folder / "b", folder / "styles")
    except StyleError:
        assert [path for path in (folder / "styles").rglob("*") if path.is_file()] == []
    else:
        assert taken.style.digest == load_style("brand@1", made).digest


@given(st.text(min_size=1, max_size=40))
def test_a_name_that_is_allowed_lies_in_the_package(name: str) -> None:
    for wanted in (name, f"images/{name}", f"images/{name}.png"):
        if not problem_of(wanted):
            placed = Path("/package") / wanted
            assert placed.parent in (
                Path("/package"),
                Path("/package/images"),
                Path("/package/fonts"),
                Path("/package/sounds"),
            )
            assert ".." not in placed.parts


def huge_png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60_000, 60_000) + b"\x08\x06\0\0\0"


def huge_jpeg() -> bytes:
    return b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08" + struct.pack(">HH", 65_000, 65_000)


def huge_webp() -> bytes:
    return b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (16_000_000).to_bytes(3, "little") * 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("images/a.png", huge_png(), "images/a.png: This picture is too large: 60000×60000 pixels"),
        ("images/a.jpg", huge_jpeg(), "too large: 65000×65000"),
        ("images/a.webp", huge_webp(), "too large: 16000001×16000001"),
        ("images/a.png", huge_png()[:20], "broken"),
        ("images/a.jpg", b"\xff\xd8\xff\xe0\xff\xff", "broken"),
        ("images/a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "broken"),
        ("images/a.png", b"GIF89a", "named as a PNG, and is none"),
        ("images/a.png", huge_jpeg(), "named as a PNG and is a JPEG"),
        ("images/a.png", b"<svg/>", "named as a PNG, and is none"),
        ("fonts/a.otf", b"not a font", "no TrueType or OpenType font"),
        ("fonts/a.ttf", b"ttcf\0\1\0\0", "no TrueType or OpenType font"),
        ("fonts/a.ttf", b"\0\1\0\0" + b"\xff" * 300, "This font is broken"),
        ("fonts/a.otf", b"OTTO\0\x01\0\0\0\0\0\0name" + b"\xff" * 12, "This font is broken"),
        ("fonts/OFL.txt", b"\xff\xfe", "not text in UTF-8"),
        ("fonts/OFL.txt", b"x" * 300_000, "too long"),
        ("sounds/a.wav", b"RIFF\0\0\0\0WAVE", "can't be used"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    refused(packed(tmp_path / "a.shortliststyle", holding(name, content)), tmp_path, reason)


def test_a_picture_that_only_begins_well_is_refused(tmp_path: Path) -> None:
    whole = write_logo(tmp_path / "logo.png").read_bytes()
    refused(packed(tmp_path / "a.zip", holding("images/a.png", whole[:40])), tmp_path, "can't be decoded")


def test_a_font_that_may_not_be_handed_on_is_refused(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    font = write_font(tmp_path / "a.otf", "Secret Sans")
    with TTFont(font) as opened:
        opened["OS/2"].fsType = 0x0002
        opened.save(font)
    archive = packed(tmp_path / "a.zip", holding("fonts/a.otf", font.read_bytes()))
    refused(archive, tmp_path, r"licence of Secret Sans forbids.*Install it on each computer")
    with TTFont(font) as opened:
        del opened["CFF "]
        opened["OS/2"].fsType = 0
        opened.save(font)
    refused(packed(tmp_path / "b.zip", holding("fonts/a.otf", font.read_bytes())), tmp_path, "font is broken")


def test_a_sound_that_is_too_long_is_refused(tmp_path: Path) -> None:
    long = write_sound(tmp_path / "long.wav", 61)
    refused(packed(tmp_path / "a.zip", holding("sounds/a.wav", long.read_bytes())), tmp_path, "61 seconds long")


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ('name = "brand"\n[captions]\nsize = -1\ncolour = "red"', r"captions\.size: .*captions\.colour"),
        ("a = " + "[" * 5000, "no valid TOML|nested too deeply"),
        ('name = "brand"\n[captions]\nanimation = "bonkers"', "no animation “bonkers”.*bounce"),
        ("name = 1", "name: input should be a valid string"),
        ("x" * 300_000, "too large to be a style"),
    ],
)
def test_a_style_that_is_wrong_is_refused_with_its_fields(tmp_path: Path, toml: str, reason: str) -> None:
    refused(packed(tmp_path / "a.shortliststyle", toml=toml), tmp_path, f"({reason})")


def test_a_manifest_that_does_not_fit_is_refused(made: Path, tmp_path: Path) -> None:
    whole = made / "brand" / "1"
    manifest = (whole / "package.json").read_text()

    def rewritten(file: str, change: Callable[[str, bytes], bytes]) -> Path:
        with zipfile.ZipFile(tmp_path / file, "w") as archive:
            for path in sorted(whole.rglob("*")):
                if path.is_file():
                    name = path.relative_to(whole).as_posix()
                    archive.writestr(name, change(name, path.read_bytes()))
        return tmp_path / file

    def other_note(name: str, content: bytes) -> bytes:
        return content.replace(b"First", b"Other") if name == "style.toml" else content

    def other_digest(name: str, content: bytes) -> bytes:
        return manifest.replace('"digest": "', '"digest": "0').encode() if name == "package.json" else content

    refused(rewritten("a.zip", other_note), tmp_path, r"style\.toml was changed since this version was published")
    refused(rewritten("b.zip", other_digest), tmp_path, "manifest of this style was changed")

    def newer(name: str, content: bytes) -> bytes:
        return b'{"format": 2, "signature": "x"}' if name == "package.json" else content

    refused(rewritten("d.zip", newer), tmp_path, "published by a newer version of the program. Update the program")
    damaged = rewritten("c.zip", lambda name, content: b"[" * 9999 if name == "package.json" else content)
    refused(damaged, tmp_path, "manifest of this style is damaged")


def test_a_folder_with_links_or_other_things_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    refused(source, tmp_path, r"style\.toml is missing")
    (source / "style.toml").write_text(TOML)
    (source / "images").mkdir()
    (source / "images" / "a.png").symlink_to("/etc/passwd")
    refused(source, tmp_path, "images/a.png.*it is a link")
    (source / "images" / "a.png").unlink()
    (source / "images").rmdir()
    (source / "images").symlink_to("/etc")
    refused(source, tmp_path, "images.*it is a link")
    (source / "images").unlink()
    (source / "notes.doc").write_text("x")
    refused(source, tmp_path, "notes.doc.*no use for it")
    (source / "notes.doc").unlink()
    (source / ".git").write_text("hidden files are nobody's business")
    assert import_package(source, tmp_path / "styles").style.pin == "brand@1"


def test_what_comes_with_the_program_is_neither_exported_nor_replaced(made: Path, tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="clean@1 comes with the program"):
        export("clean", tmp_path, tmp_path / "clean")
    clean = packed(tmp_path / "clean.zip", toml='name = "clean"\ntitle = "Ours"\n')
    assert import_package(clean, tmp_path / "styles").style.pin == "clean@2"
    with pytest.raises(StyleError, match="can't be written"):
        export("brand@1", made, tmp_path / "clean.zip" / "brand")
