"""The page “Your first clip” is true: a reader who does what it says has a file in the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT
from tests.e2e.days.reader import steps
from tests.e2e.test_days import PIXELS, Desk, desk, play
from ui.dialogs.guide import WRITTEN_IN

__all__ = ["desk"]


# Languages of the guide, and machines set to them.
LOCALES = {"en": "en_US.UTF-8", "de": "de_DE.UTF-8"}


@pytest.mark.parametrize("language", WRITTEN_IN)
def test_it_has_fewer_than_ten_steps_and_installs_as_the_package_is_installed(language: str) -> None:
    told = steps(language)
    assert 0 < len(told) < 10
    install, start = re.findall(r"`([^`]+)`", told[0])[0], re.findall(r"`([^`]+)`", told[1])[0]
    readme = (ROOT / "README.md").read_text()
    assert f"\n{install}\n" in readme and f"\n{start} " in readme
    # What the check of the package does in a bare system.
    tried = (ROOT / "packaging" / "linux" / "check.sh").read_text()
    assert "apt-get install" in tried and re.search(rf"\b{start}\b", tried)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("language", WRITTEN_IN)
def test_a_reader_walks_from_the_start_to_the_first_clip(language: str, desk: Desk, tmp_path: Path) -> None:
    desk.speaks(LOCALES[language])
    desk.tell(language=language)
    opened = tmp_path / "opened"
    beside = tmp_path / "bin"
    beside.mkdir()
    # The desktop's way to open a folder.
    (beside / "xdg-open").write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    (beside / "xdg-open").chmod(0o755)
    desk.has_in_path(beside)

    assert desk.sit("reader", "walk", 3000)["walked"] == len(steps(language))

    # Nothing was chosen: the folder is the usual one of whoever sits there.
    files = list((tmp_path / "Shortlist").rglob("*.mp4"))
    assert sorted(play(file).size for file in files) == sorted(PIXELS.values())
    assert all(play(file).seconds > 5 for file in files)
    assert {file.parent.name for file in files} <= set(opened.read_text().strip().split("/"))
