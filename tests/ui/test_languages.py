"""Every text of the window is gathered, translated with its placeholders, and shown in the language worn."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QStyleOptionViewItem

from core.highlights.delivery import WEIGHTS as DELIVERY
from core.translation.languages import NAMES
from scripts.translations import compile_texts, gather
from ui.delegates.turning import turn, write
from ui.dialogs.appearance import AppearancePage
from ui.language_names import LANGUAGE_NAMES, in_order
from ui.languages import LANGUAGES, SYSTEM, remembered_language, speak, spoken
from ui.looks import Looks
from ui.sentences import CONTEXT
from ui.theme import style_sheet
from ui.widgets.fields import AmountField, TimeField
from ui.widgets.slide_field import SlideField
from ui.widgets.timecode import clock_tenths, dollars, file_size, number, remaining, shortest, timecode
from ui.wording import told, tr

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"
# Fields of str.format, %n, and marks of HTML.
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|</?[a-z]+[^>]*>")


class Message(NamedTuple):
    """One text of a catalogue: its forms are several where a number decides."""

    source: str
    comment: str
    is_plural: bool
    forms: tuple[str, ...]
    is_finished: bool


def _messages(file: Path, has_engine: bool = True) -> list[Message]:
    """Return the texts of a catalogue, with or without the sentences of the engine."""
    found = []
    contexts = (each for each in ElementTree.parse(file).iter("context") if has_engine or not _is_engine(each))
    for entry in (message for context in contexts for message in context.iter("message")):
        translation = entry.find("translation")
        assert translation is not None
        plurals = [form.text or "" for form in translation.findall("numerusform")]
        found.append(
            Message(
                entry.findtext("source") or "",
                entry.findtext("comment") or "",
                entry.get("numerus") == "yes",
                tuple(plurals or [translation.text or ""]),
                translation.get("type") is None,
            )
        )
    return found


def _is_engine(context: ElementTree.Element) -> bool:
    return context.findtext("name") == CONTEXT


@pytest.fixture
def english_again(themed: QApplication) -> Iterator[QApplication]:
    yield themed
    speak(themed, "en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogue_holds_what_the_window_says(code: str, tmp_path: Path) -> None:
    kept = _FOLDER / f"shortlist_{code}.ts"
    fresh = tmp_path / "fresh.ts"
    gather(code, fresh)
    # Those of the engine are looked at in test_sentences.py.
    said = {message[:3] for message in _messages(fresh, has_engine=False)}
    held = {message[:3] for message in _messages(kept, has_engine=False)}
    assert said == held, "run `make translations`, and translate what is new"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated_with_its_placeholders(code: str) -> None:
    file = _FOLDER / f"shortlist_{code}.ts"
    for message in _messages(file, has_engine=False):
        assert message.is_finished, f"not translated: {message.source!r}"
    # How many of the engine's sentences may wait for their translation is told in test_sentences.py.
    for message in (each for each in _messages(file) if each.is_finished):
        for form in message.forms:
            assert form.strip(), f"empty: {message.source!r}"
            wanted, given = (set(_PLACEHOLDER.findall(text)) for text in (message.source, form))
            # "One clip" may do without its number.
            missing = wanted - given - ({"%n"} if message.is_plural else set())
            assert not missing and not given - wanted, f"{message.source!r}: {form!r}"
            assert form.endswith("…") == message.source.endswith("…"), f"{message.source!r}: {form!r}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_program_reads_is_compiled_from_the_catalogue(code: str, tmp_path: Path) -> None:
    compile_texts(_FOLDER / f"shortlist_{code}.ts", tmp_path / "fresh.qm")
    kept = (_FOLDER / f"shortlist_{code}.qm").read_bytes()
    assert (tmp_path / "fresh.qm").read_bytes() == kept, "run `make translations`"


def test_a_language_is_worn_with_qts_own_texts_and_taken_off_again(english_again: QApplication) -> None:
    speak(english_again, "de")
    assert tr("Theme") == "Design"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    speak(english_again, "en")
    assert tr("Theme") == "Theme"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize("name", DELIVERY)
def test_how_something_is_said_is_told_whole(english_again: QApplication, name: str) -> None:
    speak(english_again, "de")
    said = told(f"{name} than usual")
    assert said.endswith(" als üblich") and name not in said


def test_a_language_written_from_right_to_left_turns_the_window(english_again: QApplication) -> None:
    speak(english_again, "ar")
    assert english_again.layoutDirection() == Qt.LayoutDirection.RightToLeft
    speak(english_again, "de")
    assert english_again.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_numbers_are_written_as_the_language_writes_them(english_again: QApplication) -> None:
    speak(english_again, "de")
    assert number(1234.5, 1) == "1.234,5"
    assert number(-2.0) == "−2"
    assert dollars(0.12).replace("\xa0", " ") == "0,12 $"
    assert file_size(4.2e9) == "4,2 GB"
    assert remaining(188) == "noch 3 min"
    assert (clock_tenths(50.6), shortest(29.97), shortest(30.0)) == ("0:50,6", "29,97", "30")
    assert timecode(50.6, 25) == "00:00:50:15"
    late = "The sound ends at 1:02:03.4, 2.5 s before the file does."
    assert told(late) == "Der Ton endet bei 1:02:03,4, 2,5 s vor der Datei."
    speak(english_again, "en")
    assert number(1234.5, 1) == "1,234.5"
    assert dollars(0.12) == "$0.12"


@pytest.mark.parametrize("typed", ["2,5", "2.5"])
@pytest.mark.parametrize(("code", "shown"), [("de", "2,5 dB"), ("en", "2.5 dB")])
def test_a_number_is_typed_with_comma_or_point(
    english_again: QApplication, qtbot, code: str, shown: str, typed: str
) -> None:
    speak(english_again, code)
    field = AmountField("Gain", -30.0, 100.0, 0.1, 1, "dB")
    qtbot.addWidget(field)
    field.selectAll()
    qtbot.keyClicks(field, typed)
    field.interpretText()
    assert field.value() == 2.5
    assert field.text() == shown


def test_a_time_in_the_inspector_is_shown_and_typed_with_a_comma(english_again: QApplication, qtbot) -> None:
    speak(english_again, "de")
    field = TimeField("Start")
    qtbot.addWidget(field)
    field.show_time(50.6)
    assert field.text() == "0:50,6"
    for typed in ("0:51,5", "0:51.5"):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        with qtbot.waitSignal(field.time_committed) as told_time:
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert told_time.args == [51.5]


def test_what_is_filled_and_pressed_turns_with_the_window(english_again: QApplication, qtbot) -> None:
    speak(english_again, "ar")
    try:
        sheet = style_sheet()
        assert "QSlider::add-page:horizontal { background: #" in sheet
        assert "QComboBox { padding-left: 6px; }" in sheet
        field = SlideField("Size", 0, 100, 1, "%")
        qtbot.addWidget(field)
        field.resize(400, 40)
        field.show()
        slider = field.slider
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 4, slider.height() // 2))
        assert 65 < field.value() < 85
    finally:
        speak(english_again, "en")
    assert "QComboBox { padding-right: 6px; }" in style_sheet()


def _row(direction: Qt.LayoutDirection) -> QImage:
    """Return a row 200 pixels wide: a bar of 30 at its beginning, and a letter behind it."""
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    option.direction = direction
    painter = QPainter(picture)
    turn(painter, option)
    painter.fillRect(0, 0, 30, 40, Qt.GlobalColor.black)
    write(painter, QPointF(40, 30), "F")
    painter.end()
    return picture


def test_a_row_begins_at_the_right_and_its_letters_stay_as_they_are(themed: QApplication) -> None:
    usual, turned = _row(Qt.LayoutDirection.LeftToRight), _row(Qt.LayoutDirection.RightToLeft)
    black = QColor(Qt.GlobalColor.black)
    assert usual.pixelColor(10, 20) == black != turned.pixelColor(10, 20)
    assert turned.pixelColor(190, 20) == black != usual.pixelColor(190, 20)
    wide = QFontMetrics(themed.font()).horizontalAdvance("F")
    # Its own mirror image would not be the same.
    letter = usual.copy(40, 0, wide, 40)
    places = [turned.copy(200 - 40 - wide + shift, 0, wide, 40) for shift in (-1, 0, 1)]
    assert letter in places
    assert letter.flipped(Qt.Orientation.Horizontal) not in places


def test_languages_of_captions_are_called_in_the_language_worn(english_again: QApplication) -> None:
    assert LANGUAGE_NAMES == NAMES
    speak(english_again, "de")
    shown = in_order({"zh": "Chinese", "es": "Spanish", "el": "Greek", "xx": "Elvish", "hu": "Hungarian"})
    assert list(shown.values()) == ["Chinesisch", "Elvish", "Griechisch", "Spanisch", "Ungarisch"]


@pytest.mark.parametrize(
    ("chosen", "wanted", "comes_to"),
    [
        ("de", ["en-US"], "de"),
        (SYSTEM, ["de-AT", "en"], "de"),
        (SYSTEM, ["fr-FR", "de_DE"], "de"),
        (SYSTEM, ["fr-FR"], "en"),
        (SYSTEM, [], "en"),
        ("xx", ["de"], "de"),
    ],
)
def test_what_a_choice_comes_to(chosen: str, wanted: list[str], comes_to: str) -> None:
    assert spoken(chosen, wanted) == comes_to


def test_a_language_is_chosen_in_the_settings_and_remembered(qtbot, themed: QApplication, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    looks = Looks(memory, themed)
    page = AppearancePage(looks)
    qtbot.addWidget(page)
    choice = page.findChild(QComboBox, "languageChoice")
    assert choice.currentText() == "As the system"
    choice.setFocus()
    qtbot.keyClicks(choice, "Deu")
    assert remembered_language(memory) == "de"
    looks.deleteLater()


def test_the_window_of_a_fresh_start_speaks_german(tmp_path: Path) -> None:
    """A program of its own, since tables of texts are read before a language is chosen."""
    told = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
memory = QSettings(sys.argv[1], QSettings.Format.IniFormat)
from ui.languages import remember_language, speak_remembered
remember_language(memory, "de")
from ui.looks import THEME_NAMES
from ui.sentences import CONTEXT
from ui.wording import tr
speak_remembered(application, memory)
print([tr(name) for name in THEME_NAMES.values()])
"""
    command = [sys.executable, "-c", told, str(tmp_path / "window.ini")]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert ended.stdout.strip() == "['Wie das System', 'Dunkel', 'Hell']"
