"""What differs between two styles is told in the words of the editor, in the language of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from core.schema.style import Style
from core.styles.diff import changes
from core.styles.toml_text import PARTS
from ui.languages import speak
from ui.style.difference import FIELDS, PART_TITLES, difference_lines


def _style(title: str, **told: object) -> Style:
    return Style.model_validate({"name": "brand", "version": 1, "title": title, **told})


_BEFORE = _style(
    "Old", captions={"letter_spacing": -0.012}, background={"kind": "blur"}, brand={"needs_logo": True}
)
_AFTER = _style(
    "New",
    captions={"size": 46, "uppercase": True, "box_colour": "#00000080", "highlight": ["colour", "scale"]},
    hook={"is_shown": False},
    background={"kind": "colour"},
    aspects={"16:9": {"captions": {"animation": "slide"}}},
)


def test_every_field_of_a_style_has_its_words() -> None:
    assert set(FIELDS) == {(part, field) for part, record in PARTS.items() for field in record.model_fields}
    assert set(PART_TITLES) == set(PARTS)


def test_values_are_told_as_the_controls_show_them(themed: QApplication) -> None:
    assert difference_lines(changes(_BEFORE, _AFTER)) == [
        "Name: Old → New",
        "Captions: Size 76.8 px → 88.3 px; Spacing −1.2 % → 0 %; All capitals off → on;"
        " Stands out by Colour → Colour, Size; Box none → black at 50 %",
        "Title: not shown any more",
        "Background: Behind the picture The picture, blurred → A colour",
        "Brand rules: A logo must be there on → off",
        "Captions in 16:9: Animation Pop → Slide",
    ]


def test_a_german_window_tells_them_in_german(themed: QApplication) -> None:
    speak(themed, "de")
    try:
        assert difference_lines(changes(_BEFORE, _AFTER)) == [
            "Name: Old → New",
            "Untertitel: Größe 76,8 px → 88,3 px; Abstand −1,2 % → 0 %; Nur Großbuchstaben aus → ein;"
            " Hebt sich ab durch Farbe → Farbe, Größe; Kasten keine → Schwarz, 50 %",
            "Titel: nicht mehr gezeigt",
            "Hintergrund: Hinter dem Bild Das Bild, unscharf → Eine Farbe",
            "Markenregeln: Ein Logo muss da sein ein → aus",
            "Untertitel in 16:9: Animation Aufspringen → Gleiten",
        ]
    finally:
        speak(themed, "en")
