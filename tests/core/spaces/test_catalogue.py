"""The list of workspaces: remembered in order, found by name, and no harm done by what can't be read."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.schema.workspace import WorkspaceFigures
from core.spaces.catalogue import Catalogue
from core.spaces.making import create, rename


def test_the_one_used_last_comes_first_and_is_found_whatever_its_letters(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "home" / "workspaces.json")
    for name in ("Zoë & Söhne", "Acme", "Third"):
        create(tmp_path / name, name)
        catalogue.note_used(tmp_path / name)
    assert [each.name for each in catalogue.all()] == ["Third", "Acme", "Zoë & Söhne"]
    catalogue.note_used(tmp_path / "Acme")
    assert [each.name for each in catalogue.all()] == ["Acme", "Third", "Zoë & Söhne"]
    found = catalogue.find("ZOË & SÖHNE")
    assert found is not None and found.folder == tmp_path / "Zoë & Söhne" and found.used_at > 0
    assert catalogue.find("nobody") is None
    rename(tmp_path / "Acme", "Third")
    with pytest.raises(WorkspaceError, match=r"2 workspaces are called .third.*Name the folder"):
        catalogue.find("third")


def test_an_archived_one_is_back_once_it_is_used(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "workspaces.json")
    create(tmp_path / "a", "A")
    catalogue.change(tmp_path / "a", is_archived=True)
    catalogue.note_figures(tmp_path / "a", WorkspaceFigures(runs=3))
    (known,) = catalogue.all()
    assert known.is_archived and known.figures.runs == 3
    catalogue.note_used(tmp_path / "a")
    (known,) = catalogue.all()
    assert not known.is_archived and known.figures.runs == 3
    catalogue.forget(tmp_path / "a")
    assert catalogue.all() == [] and (tmp_path / "a" / "workspace.sqlite").is_file()


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '{"a": 1}', '[{"folder": "/x"}]'])
def test_a_list_that_makes_no_sense_costs_no_workspace(tmp_path: Path, text: str) -> None:
    file = tmp_path / "workspaces.json"
    file.write_text(text)
    catalogue = Catalogue(file)
    assert catalogue.all() == []
    create(tmp_path / "a", "A")
    catalogue.note_used(tmp_path / "a")
    assert [each.name for each in catalogue.all()] == ["A"]
    # An entry of another version costs that entry alone.
    file.write_text(json.dumps([*json.loads(file.read_text()), {"unheard": "of"}]))
    assert [each.name for each in catalogue.all()] == ["A"]


def test_several_programs_that_write_at_once_lose_no_line(tmp_path: Path) -> None:
    names = [f"space {number}" for number in range(12)]
    for name in names:
        create(tmp_path / name, name)
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda name: Catalogue(tmp_path / "list.json").note_used(tmp_path / name), names))
    assert sorted(each.name for each in Catalogue(tmp_path / "list.json").all()) == sorted(names)
