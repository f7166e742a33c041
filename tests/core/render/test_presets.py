"""The presets that come with the program."""

from __future__ import annotations

import json
from datetime import date

import pytest

from core.errors import UserWorldError
from core.render.presets import built_in_presets, preset_named
from core.resources import resource
from core.schema.preset import EncodePreset

EVERY = pytest.mark.parametrize("preset", built_in_presets(), ids=lambda preset: preset.name)


def test_the_usual_preset_is_first_and_the_default():
    first = built_in_presets()[0]
    assert first.identity() == EncodePreset().identity()
    assert preset_named("fast") == first


def test_names_are_different_and_what_was_promised_is_there():
    names = [preset.name for preset in built_in_presets()]
    assert len(set(names)) == len(names)
    assert {"small", "best", "tiktok", "reels", "shorts", "linkedin", "x", "hevc", "av1", "master"} < set(names)
    assert [preset.name for preset in built_in_presets() if preset.shows == "captions"] == ["captions"]


@EVERY
def test_each_preset_says_what_it_is_for(preset):
    assert preset.title and preset.about.endswith(".")
    # A day on which a page was read means nothing without the page.
    assert not preset.checked_on or (date.fromisoformat(preset.checked_on) and preset.source_url)
    assert not preset.source_url or preset.source_url.startswith("https://")
    assert preset.video_codec != "prores" or preset.max_bytes is None


@EVERY
def test_safe_zones_are_known(preset):
    zones = json.loads(resource("safe_zones.json").read_text(encoding="utf-8"))["zones"]
    assert preset.safe_zone in ("", *zones)


def test_an_unknown_name_is_told_with_the_known_ones():
    with pytest.raises(UserWorldError) as caught:
        preset_named("tiktock")
    assert "tiktock" in caught.value.reason and "tiktok" in caught.value.remedy
