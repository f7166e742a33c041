"""Delivery into the user's folder: whole, together, and over nothing."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from core.errors import DiskFullError, ExportError
from core.export.format import FinishedShort
from core.export.formats import srt
from core.export.naming import DEFAULT_TEMPLATE
from core.export.publish import check_wishes, is_as_asked, name_fields, publish, with_names
from core.schema.caption import CaptionCue, CueWord
from core.schema.clip import Clip, Wording
from core.schema.delivery import Delivery
from core.schema.time import Cut, TimeSpan

CUES = (CaptionCue(start=0.0, end=1.0, words=(CueWord(text="Hi", start=0.0, end=1.0),)),)
CLIP = Clip(
    id="c1", run_id="r1", cut=Cut(ranges=(TimeSpan(start=0, end=60),)), wording=Wording(title="Why we stayed")
)


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    file = tmp_path / "artifact" / "clip.mp4"
    file.parent.mkdir()
    file.write_bytes(bytes(range(256)) * 20_000)
    return Delivery(
        file=file, aspect="9:16", width=2, height=2, duration=60, frame_count=1, size_bytes=file.stat().st_size
    )


def test_the_video_and_its_sidecars_arrive_under_one_name(delivery: Delivery, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    files = publish(delivery, CLIP, CUES, "Episode 12", folder, sidecars=("srt", "vtt", "txt"), index=7)
    assert [file.name for file in files] == [f"07 Why we stayed 9x16{s}" for s in (".mp4", ".srt", ".vtt", ".txt")]
    assert files[0].read_bytes() == delivery.file.read_bytes()
    assert sorted(folder.iterdir()) == sorted(files)


def test_the_video_keeps_the_suffix_it_was_rendered_with(delivery: Delivery, tmp_path: Path) -> None:
    master = delivery.file.with_suffix(".mov")
    delivery.file.rename(master)
    thumbnail = master.with_suffix(".jpg")
    thumbnail.write_bytes(b"picture")
    changed = delivery.model_copy(update={"file": master, "thumbnail": thumbnail})
    files = publish(changed, CLIP, CUES, "run", tmp_path / "out", "{title}", ("srt", "jpg"))
    assert [file.name for file in files] == ["Why we stayed.mov", "Why we stayed.srt", "Why we stayed.jpg"]
    assert files[2].read_bytes() == b"picture"
    again = publish(changed, CLIP, CUES, "run", tmp_path / "out", "{title}", ("srt", "jpg"))
    assert again == files


def test_a_thumbnail_that_is_not_there_is_told_and_nothing_delivered(delivery: Delivery, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        publish(delivery, CLIP, CUES, "run", tmp_path / "out", sidecars=("jpg",))
    assert "thumbnail" in caught.value.reason
    assert list((tmp_path / "out").iterdir()) == []


def test_nothing_is_ever_overwritten(delivery: Delivery, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    first = publish(delivery, CLIP, CUES, "run", folder, "{title}")
    first[0].write_bytes(b"edited by hand")
    second = publish(delivery, CLIP, CUES, "run", folder, "{title}")
    assert first[0].read_bytes() == b"edited by hand"
    assert [file.name for file in second] == [
        "Why we stayed (2).mp4", "Why we stayed (2).srt", "Why we stayed (2).txt"
    ]  # fmt: skip
    second[0].write_bytes(b"edited by hand")
    (folder / "Why we stayed (3).TXT").write_text("someone's note")
    assert publish(delivery, CLIP, CUES, "run", folder, "{title}")[0].name == "Why we stayed (4).mp4"


def test_the_very_same_files_are_not_delivered_a_second_time(delivery: Delivery, tmp_path: Path) -> None:
    first = publish(delivery, CLIP, CUES, "run", tmp_path / "out")
    before = {file: file.stat().st_ino for file in first}
    assert publish(delivery, CLIP, CUES, "run", tmp_path / "out") == first
    assert {file: file.stat().st_ino for file in (tmp_path / "out").iterdir()} == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.soak)])
def test_killed_at_any_line_a_delivery_is_completed_by_the_next(
    delivery: Delivery, tmp_path: Path, has_links: bool, step: int
) -> None:
    told = (str(tmp_path), str(int(has_links)), str(step))
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "killed_delivery.py"), *told],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout) > 60 // step, "the delivery was hardly killed at all"


def test_a_name_taken_while_we_wrote_is_left_alone(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    taken = folder / "Why we stayed.mp4"
    link, calls = os.link, []

    def link_after_another(part: Path, target: Path) -> None:
        if not calls:
            taken.write_bytes(b"theirs")
        calls.append(target)
        link(part, target)

    monkeypatch.setattr(os, "link", link_after_another)
    files = publish(delivery, CLIP, CUES, "run", folder, "{title}")
    assert taken.read_bytes() == b"theirs"
    assert files[0].name == "Why we stayed (2).mp4"
    assert sorted(folder.iterdir()) == sorted([taken, *files])


def test_a_file_system_without_links_is_served_too(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(part: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    first = publish(delivery, CLIP, CUES, "run", tmp_path / "out", "{title}")
    first[0].write_bytes(b"edited by hand")
    second = publish(delivery, CLIP, CUES, "run", tmp_path / "out", "{title}")
    assert [files[0].name for files in (first, second)] == ["Why we stayed.mp4", "Why we stayed (2).mp4"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failure_leaves_nothing_behind(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail_half_way(stream: BinaryIO, short: FinishedShort) -> None:
        stream.write(b"half")
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(srt, "write", fail_half_way)
    with pytest.raises(DiskFullError if code == errno.ENOSPC else ExportError) as caught:
        publish(delivery, CLIP, CUES, "run", tmp_path / "out")
    assert caught.value.remedy
    assert list((tmp_path / "out").iterdir()) == []


def test_a_failure_while_naming_takes_back_what_was_placed(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def fail_at_the_video(part: Path, target: Path) -> None:
        if target.suffix == ".mp4":
            raise KeyboardInterrupt
        link(part, target)

    monkeypatch.setattr(os, "link", fail_at_the_video)
    with pytest.raises(KeyboardInterrupt):
        publish(delivery, CLIP, CUES, "run", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_full_disk_is_told_before_anything_is_copied(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=1000))
    with pytest.raises(DiskFullError, match=r"full.*Free at least 5 MB"):
        publish(delivery, CLIP, CUES, "run", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_real_full_disk_keeps_nothing_of_a_delivery(delivery: Delivery, small_disk: Path, monkeypatch) -> None:
    usage = shutil.disk_usage(small_disk)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    size = delivery.file.stat().st_size
    (small_disk / "filling").write_bytes(bytes(usage.free - size // 2))
    with pytest.raises(DiskFullError):
        publish(delivery, CLIP, CUES, "run", small_disk / "out")
    assert list((small_disk / "out").iterdir()) == []


def test_a_folder_that_is_a_file_is_refused_in_words(delivery: Delivery, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("I am a file")
    with pytest.raises(ExportError, match="can't be written") as caught:
        publish(delivery, CLIP, CUES, "run", tmp_path / "out")
    assert caught.value.file == str(tmp_path / "out")


def test_a_folder_without_permission_is_refused_in_words(delivery: Delivery, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(ExportError, match="can't be written"):
        publish(delivery, CLIP, CUES, "run", folder)


def test_a_rendered_file_that_is_gone_is_named(delivery: Delivery, tmp_path: Path) -> None:
    delivery.file.unlink()
    with pytest.raises(ExportError, match=r"gone.*Render"):
        publish(delivery, CLIP, CUES, "run", tmp_path / "out")


def test_an_unknown_sidecar_is_named_before_work_begins(delivery: Delivery, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"“docx”.*srt, vtt, txt"):
        publish(delivery, CLIP, CUES, "run", tmp_path / "out", sidecars=("docx",))
    assert not (tmp_path / "out").exists()


def test_a_clip_without_title_is_named_after_its_run(delivery: Delivery, tmp_path: Path) -> None:
    untitled = CLIP.model_copy(update={"wording": Wording()})
    files = publish(delivery, untitled, CUES, "Episode 12.mkv", tmp_path / "out", sidecars=())
    assert [file.name for file in files] == ["01 Episode 12.mkv 9x16.mp4"]


def test_files_call_speakers_by_the_names_that_the_user_gave() -> None:
    said = [cue.model_copy(update={"speaker": label}) for label in ("Speaker 1", "Speaker 2", "") for cue in CUES]
    assert [cue.speaker for cue in with_names(said, {"Speaker 1": "Ana", "Speaker 3": "Cy"})] == [
        "Ana",
        "Speaker 2",
        "",
    ]


def test_what_was_delivered_is_delivered_again_only_where_something_else_is_asked(tmp_path: Path) -> None:
    files = [tmp_path / f"03 Why we stayed 9x16 (2){suffix}" for suffix in (".mp4", ".srt", ".txt")]
    fields = name_fields(CLIP, "9:16", "fast", "talk", 1)
    # Ranked third then and first now.
    assert is_as_asked(files, ["txt", "srt"], DEFAULT_TEMPLATE, fields, 5)
    assert not is_as_asked(files, ["srt"], DEFAULT_TEMPLATE, fields, 5)
    assert not is_as_asked(files, ["srt", "txt", "ass"], DEFAULT_TEMPLATE, fields, 5)
    assert not is_as_asked(files, ["srt", "txt"], "{title}", fields, 5)


def test_wishes_are_checked_before_anything_is_made() -> None:
    check_wishes(["srt", "vtt", "ass", "txt", "json", "jpg"], "{index} {run}")
    check_wishes([], "")
    with pytest.raises(ExportError, match="docx"):
        check_wishes(["docx"], "")
    with pytest.raises(ExportError, match="titel"):
        check_wishes([], "{titel}")


def test_all_sidecars_arrive_together(delivery: Delivery, tmp_path: Path) -> None:
    thumbnail = tmp_path / "picture.jpg"
    thumbnail.write_bytes(b"picture")
    given = delivery.model_copy(update={"thumbnail": thumbnail})
    names = ["srt", "vtt", "ass", "txt", "json", "jpg"]
    files = publish(given, CLIP, CUES, "run", tmp_path / "out", "{title}", names)
    assert [file.suffix for file in files] == [".mp4", *(f".{name}" for name in names)]
    assert is_as_asked(files, names, "{title}", name_fields(CLIP, "9:16", "fast", "run", 1), 1)
