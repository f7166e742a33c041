"""Batches of sources: noted as they go on, and taken up where they were left."""

from __future__ import annotations

import asyncio
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from core import workspace
from core.morning.html import as_html
from core.morning.markdown import as_markdown
from core.schema.check import Check
from core.schema.morning import MadeClip, MadeFile, MorningReport, SourceReport, Trouble
from desktop.cli import main
from desktop.morning import moment_of
from tests import instant_stages
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an empty workspace in which commands work with instant stages."""
    use_instant_stages(monkeypatch)
    monkeypatch.setattr(workspace, "make_executor", lambda configuration: ThreadExecutor())
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text('{"may_download": false}')
    return tmp_path / "ws"


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(list(map(str, arguments)))
    out, err = capsys.readouterr()
    return code, out, err


def report_of(capsys: pytest.CaptureFixture[str], folder: Path, *more: object) -> MorningReport:
    code, out, err = told(capsys, "report", "--json", "--workspace", folder, *more)
    assert code == 0, err
    return MorningReport.model_validate_json(out)


def test_a_batch_goes_through_its_broken_source_which_is_mended_and_resumed_alone(
    folder: Path, tmp_path: Path, capsys
) -> None:
    where = ("--workspace", folder)
    talks = tmp_path / "talks"
    talks.mkdir()
    for number in (1, 10, 2):
        write_sound(talks / f"talk {number}.wav", number)
    (talks / "notes.txt").write_text("no media")
    (talks / "talk 10.wav").write_bytes(b"no sound at all")
    told(capsys, "recipes", "save", "Night", "--aspects", "1:1", "--at-most", 1, *where)
    code, _, err = told(capsys, "run", talks, "--recipe", "Night", "--report", tmp_path / "night.html", *where)
    assert code == 1 and "talk 10.wav" in err
    report = report_of(capsys, folder)
    assert [(each.name, each.ending) for each in report.sources] == [
        ("talk 1", "made"),
        ("talk 2", "made"),
        ("talk 10", "failed"),
    ]
    assert (report.recipe, report.clips, report.files) == ("Night", 2, 2)
    (trouble,) = report.sources[2].troubles
    assert "talk 10.wav" in trouble.why and trouble.command.startswith("main.py resume ")
    assert trouble.command in (tmp_path / "night.html").read_text().replace("&#x27;", "'")
    # As it is told, word for word; nothing of the others is touched.
    before = instant_stages.calls(folder)
    write_sound(talks / "talk 10.wav", 10)
    again = trouble.command.split()[1:3]
    assert told(capsys, *again, *where)[0] == 0
    assert len(instant_stages.calls(folder)) > len(before)
    report = report_of(capsys, folder)
    assert [each.ending for each in report.sources] == ["made"] * 3
    assert [each.recipe for each in report.sources] == ["Night"] * 3
    assert not any(each.troubles for each in report.sources)


def test_a_run_that_failed_is_resumed_by_itself_also_where_its_file_was_mended(
    folder: Path, tmp_path: Path, capsys
) -> None:
    source = write_sound(tmp_path / "1.wav", 1)
    folder.mkdir()
    (folder / "fault-transcode").write_text("fail")
    assert told(capsys, "run", source, "--workspace", folder)[0] == 1
    (failed,) = report_of(capsys, folder).sources
    assert failed.ending == "failed" and "It is broken." in failed.troubles[0].why
    (folder / "fault-transcode").unlink()
    write_sound(source, 2)
    assert told(capsys, "resume", failed.run_id[:8], "--workspace", folder)[0] == 0
    (made,) = report_of(capsys, folder).sources
    assert made.ending == "made" and made.run_id != failed.run_id


def test_files_that_failed_are_told_one_by_one_and_made_by_the_command(
    folder: Path, tmp_path: Path, capsys
) -> None:
    folder.mkdir()
    (folder / "fault-render").write_text("fail")
    source = write_sound(tmp_path / "1.wav", 1)
    assert told(capsys, "run", source, "--aspects", "9:16", "--workspace", folder)[0] == 1
    (failed,) = report_of(capsys, folder).sources
    assert [each.what for each in failed.troubles] == ["Clip 0, 9:16", "Clip 1, 9:16"]
    (folder / "fault-render").unlink()
    assert told(capsys, *failed.troubles[0].command.split()[1:3], "--workspace", folder)[0] == 0
    assert report_of(capsys, folder).files == 2


def test_a_source_that_was_cut_off_before_its_run_is_taken_up(folder: Path, tmp_path: Path, capsys) -> None:
    source = write_sound(tmp_path / "1.wav", 1)

    async def cut_off() -> None:
        from desktop.run_options import USUAL

        project = await open_instant(folder, ThreadExecutor())
        project.batches.begin([str(source)], USUAL)
        await project.close()

    asyncio.run(cut_off())
    assert report_of(capsys, folder).sources[0].ending == "open"
    assert told(capsys, "resume", "--workspace", folder)[0] == 0
    assert report_of(capsys, folder).sources[0].ending == "made"
    code, out, _ = told(capsys, "resume", "--workspace", folder)
    assert code == 0 and "Nothing was cut off." in out


def test_nothing_good_enough_is_told_with_the_best_score(folder: Path, tmp_path: Path, capsys) -> None:
    told(capsys, "run", write_sound(tmp_path / "1.wav", 1), "--approve-from", 95, "--workspace", folder)
    (source,) = report_of(capsys, folder).sources
    assert source.ending == "nothing_good"
    assert "No clip has a score of 95 or more; the best has 90." in source.troubles[0].why


def test_an_empty_folder_and_a_report_of_no_form_are_refused_before_the_night(
    folder: Path, tmp_path: Path, capsys
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    code, _, err = told(capsys, "run", empty, "--workspace", folder)
    assert code == 1 and "holds no video or sound" in err
    code, _, err = told(capsys, "run", empty, "--report", tmp_path / "x.pdf", "--workspace", folder)
    assert code == 1 and ".html, .md or .json" in err


HOSTILE = "<script>alert(1)</script> & “x” ' \" | `a` [b](javascript:c) *d* \x07"


def hostile(tmp_path: Path) -> MorningReport:
    clip = MadeClip(
        id="c",
        title=HOSTILE,
        score=88.4,
        start=3700.0,
        seconds=31.0,
        files=(
            MadeFile(aspect="9:16", file=tmp_path / "a <b>'\".mp4", size_bytes=5_000_000, places=(HOSTILE,)),
            MadeFile(aspect="1:1", file=tmp_path / "gone.mp4", size_bytes=None, places=("javascript:alert(1)",)),
        ),
    )
    source = SourceReport(
        name=HOSTILE,
        path=f"/x/{HOSTILE}",
        ending="partly",
        recipe=HOSTILE,
        clips=(clip,),
        troubles=(Trouble(what=HOSTILE, why=HOSTILE, command=f"main.py resume {HOSTILE}"),),
        doubts=(HOSTILE,),
        less=(HOSTILE,),
        stages={"transcribe": 4.0},
    )
    return MorningReport(made_at=1.7e9, since=1.7e9, recipe=HOSTILE, sources=(source,), stages={"transcribe": 4.0})


class Page(HTMLParser):
    """Takes in tags, addresses and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attributes if name in ("href", "src", "action")]
        assert not any(name.startswith("on") for name, _ in attributes)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_titles_are_text_in_the_page_and_nothing_in_it_is_loaded_or_run(tmp_path: Path) -> None:
    page = Page()
    page.feed(as_html(hostile(tmp_path)))
    page.close()
    assert not {"script", "img", "iframe", "link", "b>"} & set(page.tags)
    assert page.text.count("<script>alert(1)</script>") >= 8
    assert [each.split(":")[0] for each in page.addresses] == ["file"]
    assert "%3Cb%3E" in page.addresses[0] and "no longer there" in page.text


def test_hostile_titles_are_text_in_markdown(tmp_path: Path) -> None:
    text = as_markdown(hostile(tmp_path))
    outside_code = "".join(part for place, part in enumerate(text.replace("``", "`").split("`")) if place % 2 == 0)
    assert "<script>" not in outside_code and "](javascript" not in outside_code
    rows = [line for line in text.splitlines() if line.startswith("| 88 ")]
    assert len(rows) == 1 and rows[0].replace("\\|", "").count("|") == 6


def test_checks_that_failed_are_to_be_looked_at(folder: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    make = instant_stages.MAKERS["render"]
    loud = Check(name="loudness", is_passed=False, found="−9.1 LUFS where −14 was asked for.")
    monkeypatch.setitem(
        instant_stages.MAKERS,
        "render",
        lambda context, given: make(context, given).model_copy(update={"checks": (loud,)}),
    )
    source = write_sound(tmp_path / "1.wav", 1)
    assert told(capsys, "run", source, "--top", 1, "--aspects", "1:1", "--workspace", folder)[0] == 0
    (told_of,) = report_of(capsys, folder).sources
    assert [each.endswith("−9.1 LUFS where −14 was asked for.") for each in told_of.doubts] == [True]
    assert any("No face model" in each for each in told_of.less)
    file = ("--out", tmp_path / "r.json")
    assert told(capsys, "report", told_of.run_id[:6], *file, "--workspace", folder)[0] == 0
    assert json.loads((tmp_path / "r.json").read_text())["files"] == 1
    assert len(report_of(capsys, folder, "--since", "1h").sources) == 1


@pytest.mark.parametrize(("text", "ago"), [("12h", 43200.0), ("2d", 172800.0), ("90m", 5400.0), ("1.5h", 5400.0)])
def test_a_time_ago_is_read(text: str, ago: float) -> None:
    assert moment_of(text, 1e9) == 1e9 - ago


def test_a_time_of_day_is_the_last_one_and_a_date_its_beginning() -> None:
    now = moment_of("2026-11-29 09:00")
    assert moment_of("22:30", now) == moment_of("2026-11-28 22:30")
    assert moment_of("08:59", now) == now - 60
    assert moment_of("2026-11-29", now) == now - 9 * 3600
    with pytest.raises(Exception, match="is no time"):
        moment_of("yesterday")
