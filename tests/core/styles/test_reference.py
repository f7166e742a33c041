"""docs/styles.md says what there is: every field, its range and default, and examples that can be read."""

from __future__ import annotations

import re

from core.captions.animations import ANIMATIONS
from core.styles.authoring.content import MOST_BYTES, MOST_FILE_BYTES, MOST_FILES
from core.styles.authoring.pictures import MOST_PIXELS, MOST_SIDE_PX
from core.styles.help import HELP
from core.styles.package import parse_style
from core.styles.reference import reference
from core.styles.toml_text import PARTS
from scripts.write_style_reference import DOCUMENT, with_reference

TEXT = DOCUMENT.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_records() -> None:
    assert with_reference(TEXT) == TEXT, "renew it: .venv/bin/python -m scripts.write_style_reference"


def test_every_field_is_explained_and_nothing_else_is() -> None:
    assert {part: set(told) for part, told in HELP.items()} == {
        part: set(model.model_fields) for part, model in PARTS.items()
    }


def test_ranges_defaults_and_kinds_are_told() -> None:
    told = reference()
    for row in (
        "| `font_weight` | whole number, 1 to 1000 | `800` |",
        '| `gradient_colour` | "#rrggbb" or "#rrggbbaa", or "none" | `"none"` |',
        '| `highlight` | list of "colour", "box", "scale", "underline" | `["colour"]` |',
        "| `is_shown` | true, false | `true` |",
        "| `size` | number, over 0 to 300 | `40` |",
    ):
        assert row in told


def test_the_example_can_be_read() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.S)
    style = parse_style(example, "")
    assert (style.name, style.logo.file, style.in_aspect("16:9").captions.size) == ("acme", "images/logo.png", 34)


def test_limits_and_animations_are_those_of_the_program() -> None:
    for told in (
        f"more than {MOST_FILES} files, {MOST_FILE_BYTES // 10**6} MB in a file, {MOST_BYTES // 10**6} MB in all",
        f"{MOST_PIXELS // 10**6} million pixels or {MOST_SIDE_PX} along a",
    ):
        assert told in TEXT
    (line,) = re.findall(r"^Animations are (.*)\.$", TEXT, re.M)
    assert re.findall(r"`(\w+)`", line) == [animation.NAME for animation in ANIMATIONS]
