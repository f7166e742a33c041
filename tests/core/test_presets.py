"""Presets of a workspace's own: kept, changed, removed, handed on; what can't be encoded is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExportError
from core.presets import Presets, read_preset
from core.render.presets import built_in_presets
from core.schema.own_preset import PresetFile, name_for
from core.schema.preset import EncodePreset
from core.schema.run import RunOptions

CLIENT = EncodePreset(name="client-a", title="Client A", loudness_lufs=-16, max_seconds=60, safe_zone="TikTok")


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    return Presets(tmp_path)


def test_own_presets_come_after_those_of_the_program(presets: Presets) -> None:
    presets.save(CLIENT)
    presets.save(EncodePreset(name="b-roll", title="B-roll"))
    count = len(built_in_presets())
    assert presets.all()[:count] == built_in_presets()
    assert [preset.title for preset in presets.all()[count:]] == ["B-roll", "Client A"]
    assert presets.named("client-a") == CLIENT
    assert presets.named("tiktok").platforms == ("TikTok",)


def test_a_name_that_is_taken_is_replaced_only_where_that_is_said(presets: Presets) -> None:
    presets.save(CLIENT)
    louder = CLIENT.model_copy(update={"loudness_lufs": -12})
    with pytest.raises(ExportError, match="already"):
        presets.save(louder)
    presets.save(louder, replaces=True)
    assert presets.named("client-a") == louder
    with pytest.raises(ExportError, match="comes with the program"):
        presets.save(CLIENT.model_copy(update={"name": "fast"}), replaces=True)


def test_one_that_is_removed_is_listed_no_more_but_found_by_runs_that_have_it(presets: Presets) -> None:
    presets.save(CLIENT)
    presets.remove("client-a")
    assert presets.own().presets == ()
    assert presets.named("client-a") == CLIENT
    assert presets.removed("client-a") == CLIENT and presets.removed("fast") is presets.removed("never") is None
    presets.save(CLIENT)
    assert presets.own().presets == (CLIENT,) and presets.removed("client-a") is None


def test_who_names_one_that_was_removed_is_told(presets: Presets) -> None:
    presets.save(CLIENT)
    once, beside = RunOptions(preset="client-a"), RunOptions(presets={"1:1": ("fast", "client-a")})
    assert presets.doubts(once) == presets.doubts(beside) == ()
    presets.remove("client-a")
    said = ("The preset “Client A” was removed: files are made with it as it was.",)
    assert presets.doubts(once) == presets.doubts(beside) == said
    assert presets.doubts(RunOptions()) == presets.doubts(RunOptions(preset="never there")) == ()


@pytest.mark.parametrize(("name", "why"), [("fast", "comes with the program"), ("nothing", "no preset of this")])
def test_only_own_ones_are_removed(presets: Presets, name: str, why: str) -> None:
    with pytest.raises(ExportError, match=why):
        presets.remove(name)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"name": "Client A"}, "small letters"),
        ({"name": "../../up"}, "small letters"),
        ({"title": " "}, "title"),
        ({"effort": "8"}, "effort is one of ultrafast"),
        ({"video_codec": "av1", "effort": "13"}, "effort is one of 12"),
        ({"video_codec": "prores", "effort": "4444"}, "effort is one of proxy"),
        ({"shows": "captions"}, "ProRes"),
        ({"crf": 52.0}, "at most 51"),
        ({"crf": -1.0}, "crf"),
        ({"short_side_px": 1081}, "short_side_px"),
        ({"short_side_px": 4320}, "2160"),
        ({"max_fps": 1000.0}, "120"),
        ({"safe_zone": "Nowhere"}, "safe zone"),
        ({"parameters": "stats=/etc/passwd"}, "not taken"),
        ({"parameters": "mbtree=1:qpfile=1"}, "not taken"),
        ({"parameters": "dump-yuv=2"}, "not taken"),
    ],
)
def test_what_cannot_be_encoded_or_would_touch_files_is_refused(presets: Presets, change: dict, why: str) -> None:
    with pytest.raises(ExportError, match=why):
        presets.save(CLIENT.model_copy(update=change))
    assert presets.own().presets == ()


@pytest.mark.parametrize("preset", built_in_presets(), ids=lambda preset: preset.name)
def test_every_preset_of_the_program_can_be_handed_on_and_taken_under_another_name(
    presets: Presets, tmp_path: Path, preset: EncodePreset
) -> None:
    file = presets.export(preset.name, tmp_path / "handed.json")
    with pytest.raises(ExportError, match="comes with the program"):
        presets.take(file)
    assert presets.take(file, name="mine") == preset.model_copy(update={"name": "mine"})
    assert presets.named("mine").identity() == preset.model_copy(update={"name": "mine"}).identity()


def test_a_broken_file_is_told_and_costs_no_other(presets: Presets, tmp_path: Path) -> None:
    presets.save(CLIENT)
    (tmp_path / "presets" / "half.json").write_text('{"format": "shortlist-preset", "pre')
    (tmp_path / "presets" / "other.json").write_text(PresetFile(preset=CLIENT).to_json())
    found = presets.own()
    assert found.presets == (CLIENT,)
    assert [(each.file.name, each.reason.partition(":")[0]) for each in found.broken] == [
        ("half.json", "This is no preset"),
        ("other.json", "The preset in it is called “client-a”."),
    ]
    presets.remove("half")
    assert [each.file.name for each in presets.own().broken] == ["other.json"]


def test_a_file_of_a_stranger_is_read_with_care(tmp_path: Path) -> None:
    file = tmp_path / "preset.json"
    file.write_bytes(b" " * 200_000)
    with pytest.raises(ExportError, match="too long"):
        read_preset(file)
    file.write_text(json.dumps({"format": "shortlist-recipe", "version": 1, "preset": {}}))
    with pytest.raises(ExportError, match="no preset: format"):
        read_preset(file)
    with pytest.raises(ExportError, match="can't be read"):
        read_preset(tmp_path / "absent.json")


@given(st.text(max_size=60))
def test_any_title_has_a_name_that_can_be_used(title: str) -> None:
    name = name_for(title)
    assert PresetFile(preset=CLIENT.model_copy(update={"name": name})).preset.name == name


def test_a_free_name_is_free_and_short_enough(presets: Presets) -> None:
    long = "n" * 40
    presets.save(CLIENT.model_copy(update={"name": long}))
    free = presets.free_name(long)
    presets.save(CLIENT.model_copy(update={"name": free}))
    assert free != long
    assert presets.free_name("fast") == "fast-2"
