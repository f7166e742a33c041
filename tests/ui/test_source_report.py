"""What was found in a source: the badge in the list, the line of the run, the report, and its gaps."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QWidget
from window_kit import click, find, opened, press, until

from core.schema.health import HealthFinding, SourceHealth
from core.schema.run import JobRecord
from core.schema.time import TimeSpan
from ui.main_window import MainWindow
from ui.models.runs import SeverityRole
from ui.widgets.notice import Notice

_ILL = SourceHealth(
    findings=(
        HealthFinding(subject="frame rate", severity="note", found="It changes.", done="Kept as it is."),
        HealthFinding(subject="end", severity="problem", found="12 s are cut off.", done="What is there is used."),
    ),
    sound_offset=0.12,
    picture_gaps=(TimeSpan(start=20.0, end=21.5),),
    frames=1750,
)


def _words(widget: QWidget) -> list[str]:
    return [part.text() for part in widget.findChildren(QLabel) if part.isVisible()]


def _report(window: MainWindow) -> QDialog:
    return next(each for each in window.findChildren(QDialog, "sourceReport") if each.isVisible())


async def test_a_report_groups_what_was_found_and_its_gaps_lead_there(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Hurt.mp4", 60.0, 3)
    project.ail(run_id, _ILL)
    async with opened(project, memory) as window:
        window.open_run(run_id)
        player = window._bench.player
        await until(lambda: player.composition is not None)
        press(window, Qt.Key.Key_H)
        report = _report(window)
        await until(lambda: "Problems" in _words(report))
        words = _words(report)
        assert words.index("Problems") < words.index("Notes")
        assert {"End", "12 s are cut off.", "What is there is used.", "1,750"} <= set(words)
        assert "sound starts 120 ms after the picture" in words
        assert "Picture: 1280 × 720, 25 fps, H.264" in words
        gap = find(report, QPushButton, "gap")
        assert gap.text() == "No picture from 0:20.0 to 0:21.5 (1.5 s)"
        click(gap)
        await until(lambda: player.source_position == 19.5)
        report.close()


async def test_a_healthy_source_says_so(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Fine.mp4", 60.0, 3)
    async with opened(project, memory) as window:
        window.open_run(run_id)
        window.actions_by_name["source_report"].trigger()
        report = _report(window)
        await until(lambda: "Nothing unusual was found." in _words(report))
        press(report, Qt.Key.Key_Escape)
        assert not [each for each in window.findChildren(QDialog, "sourceReport") if each.isVisible()]
        assert "could not be read" not in find(window, Notice, "notice").text()


async def test_the_list_marks_runs_whose_source_is_hurt(project: FakeProject, memory: QSettings) -> None:
    hurt, fine = (project.add_run(name, 60.0, 3) for name in ("Hurt.mp4", "Fine.mp4"))
    project.ail(hurt, _ILL)
    async with opened(project, memory) as window:
        window.open_run(hurt)
        press(window, Qt.Key.Key_R)
        model = find(window, QListView, "runList").model()
        severities = {}

        def marked() -> bool:
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                severities[str(index.data())] = index.data(SeverityRole)
            return None not in severities.values()

        await until(marked)
        assert severities == {"Hurt.mp4": "problem", "Fine.mp4": "note"}
        spoken = {str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)}
        assert any(words.startswith("Hurt.mp4") and words.endswith("problem in its source") for words in spoken)
        line = find(window, QPushButton, "sourceHealth")
        await until(lambda: line.text() == "Source: 1 problem, 1 note")
        click(line)
        await until(lambda: "Problems" in _words(_report(window)))
        notice = find(window, Notice, "notice")
        assert notice.text().startswith("A part of “Hurt.mp4” could not be read.")
        window.open_run(fine)
        await until(lambda: line.text() == "Source: nothing unusual was found")
        _report(window).close()


async def test_the_report_fills_once_the_source_was_looked_at(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("New.mp4", 60.0, 0)
    later = project.analyses.pop(run_id)
    async with opened(project, memory) as window:
        window.open_run(run_id)
        press(window, Qt.Key.Key_H)
        report = _report(window)
        await until(lambda: any("has not been looked at yet" in words for words in _words(report)))
        project.analyses[run_id] = later
        project.ail(run_id, _ILL)
        project.tell_job(JobRecord(id="j", run_id=run_id, stage="transcode", state="completed"))
        await until(lambda: "Problems" in _words(report))
        # Without clips there is nothing to play, so gaps only tell.
        assert not report.findChildren(QPushButton, "gap")
        assert "No picture from 0:20.0 to 0:21.5 (1.5 s)" in _words(report)
        report.close()
