"""What the engine tells in English is told in the language of the window; what the user wrote stays as it is."""

from __future__ import annotations

import ast
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from core import errors
from core.render.presets import built_in_presets
from core.schema.choice import Choice
from core.schema.destination import Destination
from core.schema.plan import AXES, AxisScore
from scripts.sentences import sentences, templates
from scripts.translations import ROOT, SENTENCES, listed
from ui.controllers.destinations import place_words
from ui.controllers.presets import preset_title
from ui.controllers.stages import plain
from ui.languages import speak
from ui.sentences import CONTEXT, template
from ui.wording import told

_TEMPLATES: list[str] = json.loads((ROOT / SENTENCES).read_text(encoding="utf-8"))
_GERMAN = ROOT / "resources" / "translations" / "shortlist_de.ts"
_FIELD = re.compile(r"\{\w+\}")
# One line, without what ends a sentence: what files and people are called.
_NAMES = st.text(st.characters(categories=["L", "Nd"], include_characters=" _-"), min_size=1, max_size=30)


@pytest.fixture
def in_german(themed: QApplication) -> Iterator[None]:
    speak(themed, "de")
    yield
    speak(themed, "en")


def _translations() -> dict[str, str]:
    contexts = ElementTree.parse(_GERMAN).iter("context")
    entries = [entry for each in contexts if each.findtext("name") == CONTEXT for entry in each.iter("message")]
    return {entry.findtext("source") or "": entry.findtext("translation") or "" for entry in entries}


# The list


def test_the_list_of_sentences_is_that_of_the_catalogue() -> None:
    assert listed(_GERMAN) == _TEMPLATES, "run `make translations`"


def test_what_the_engine_says_now_is_listed() -> None:
    """A few may wait for the next round of translation: they are shown in English meanwhile."""
    translated = {english for english, german in _translations().items() if german}
    missing = set(sentences(ROOT)) - translated
    assert len(missing) < len(_TEMPLATES) / 20, f"run `make translations`, and translate {sorted(missing)}"


def test_the_sentences_of_errors_are_among_them() -> None:
    assert str(errors.disk_full()).partition(". ")[0] + "." in _TEMPLATES


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("'All is well.'", ["All is well."]),
        ("f'{self.path.name} is gone.'", ["{name} is gone."]),
        ('f\'{len(clips)} clip{"" if one else "s"}\'', ["{clips} clip", "{clips} clips"]),
        ("f'{count(n, \"gap\")} here'", ["{count} gap here", "{count} gaps here"]),
        ("'It ' + ('works.' if good else 'fails.')", ["It works.", "It fails."]),
        ("f'{a.at} and {b.at}'", ["{at} and {at2}"]),
    ],
)
def test_templates_of_an_expression(code: str, made: list[str]) -> None:
    assert templates(ast.parse(code, mode="eval").body) == made


def _filled(english: str) -> str:
    """Return a template with a number for every value; one right behind another stands apart."""
    return _FIELD.sub("7", english.replace("}{", "} ({"))


def test_each_template_recognises_itself() -> None:
    assert [each for each in _TEMPLATES if not template(each).pattern.fullmatch(_filled(each))] == []


# In English


@given(text=st.text(max_size=80))
@example(text="The disk is full. Free some space; the work then goes on where it was.")
def test_english_stays_as_it_is(text: str) -> None:
    assert told(text) == text


# In German


@pytest.mark.usefixtures("in_german")
def test_every_sentence_without_values_is_told() -> None:
    known = _translations()
    plain = {each: known[each] for each in _TEMPLATES if known[each] and not _FIELD.search(each)}
    assert {each: told(each) for each in plain} == plain


@pytest.mark.usefixtures("in_german")
def test_every_sentence_with_values_keeps_them() -> None:
    known = _translations()
    # Where two values touch, nobody can tell where one ends.
    for english in (each for each in _TEMPLATES if known[each] and "}{" not in each):
        fields = _FIELD.findall(english)
        said = english
        for place, field in enumerate(fields, start=1):
            said = said.replace(field, str(70 + place))
        shown = told(said)
        assert shown != said or known[english] == english, said
        assert all(str(70 + place) in shown for place in range(1, len(fields) + 1)), (said, shown)


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Trim of “Trim of 3 clips”", "Zuschnitt von „Trim of 3 clips“"),
        ("Style of 3 clips", "Stil von 3 Clips"),
        ("Colourless green ideas sleep furiously.", "Colourless green ideas sleep furiously."),
        ("Friends, Romans and countrymen", "Friends, Romans and countrymen"),
        ("", ""),
        ("The disk is full", "Der Datenträger ist voll"),
        (
            "/videos/Mr. Smith.mp4: The file is empty. Choose another file.",
            "/videos/Mr. Smith.mp4: Die Datei ist leer. Eine andere Datei wählen.",
        ),
        ("The sound is at −14.2 LUFS, asked for −14.0.", "Der Ton liegt bei −14,2 LUFS, verlangt −14,0."),
        (
            "Since it was made last, its parameters changed; what “Transcribe” made changed.",
            "Seit der letzten Ausführung, die Parameter wurden geändert; geändert: was „Transcribe“ erstellt hat.",
        ),
        (
            "1 decision on a clip and 3 answers to questions, of 1 talk.",
            "1 Entscheidung über einen Clip und 3 Antworten auf Fragen, aus 1 Gespräch.",
        ),
        ("99 languages", "99 Sprachen"),
        ("about 1.2 GB of memory", "etwa 1,2 GB Arbeitsspeicher"),
        (
            "about 9 GB of memory, more than this computer has",
            "etwa 9 GB Arbeitsspeicher, mehr als dieser Computer hat",
        ),
        ("the run of Episode 12", "dem Durchlauf von Episode 12"),
        ("The picture is black from 1.0 s to 2.5 s, as in the source.", None),
        ("A moment that opens strongly, says this and that.", None),
    ],
)
def test_in_german(english: str, german: str | None) -> None:
    if german is None:
        shown = told(english)
        assert shown == english or not set(shown.split()) & {"the", "is", "as", "from"}
    else:
        assert told(english) == german


@pytest.mark.usefixtures("in_german")
def test_why_a_clip_scores_is_told_whole() -> None:
    from core.highlights.titles import reason_of

    axes = {axis: AxisScore(score=90.0 if axis in ("hook", "density") else 10.0) for axis in AXES}
    axes["hook"] = AxisScore(score=95.0, evidence=("broke", "again and again"))
    shown = told(reason_of(axes, is_statement=False))
    assert shown.startswith("Ein Moment, der stark beginnt")
    assert "„again and again“" in shown
    assert not set(re.sub("„[^“]*“", "", shown).split()) & {"it", "is", "and", "has", "may"}


@pytest.mark.usefixtures("in_german")
class TestOfTheUser:
    """Names come through whole, whatever they are."""

    @given(title=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40))
    @example(title="{0} {clips}")
    @example(title="New clip")
    @example(title="Mr. Smith goes. There")
    def test_titles(self, title: str) -> None:
        assert told(f"Rename “{title}”") == f"Umbenennen von „{title}“"

    @given(name=_NAMES)
    def test_files(self, name: str) -> None:
        shown = told(f"{name}.mp4: The file is empty.")
        assert shown == f"{name}.mp4: Die Datei ist leer."

    @given(name=_NAMES, seconds=st.integers(1, 9999))
    def test_values(self, name: str, seconds: int) -> None:
        shown = told(f"The endpoint https://{name}/v1 gave no answer within {seconds} s.")
        assert shown == f"Der Endpunkt https://{name}/v1 gab binnen {seconds} s keine Antwort."


@pytest.mark.usefixtures("in_german")
def test_stages_in_a_reason_are_called_as_on_the_screen() -> None:
    assert plain("what transcribe made changed") == "geändert: was „Transkribieren“ erstellt hat"


@pytest.mark.usefixtures("in_german")
def test_presets_of_the_program_have_german_titles_and_those_of_users_their_own() -> None:
    presets = {each.name: each for each in built_in_presets()}
    assert preset_title(presets["fast"]) == "Schnell"
    assert preset_title(presets["tiktok"]) == "TikTok"
    own = presets["fast"].model_copy(update={"title": "Quick"})
    assert preset_title(own) == "Quick"


@pytest.mark.usefixtures("in_german")
def test_a_storage_is_told_with_the_computer_that_has_it() -> None:
    at_home = Destination(name="a", kind="folder", folder="/mnt/clips at home")
    assert place_words(at_home) == "/mnt/clips at home"
    storage = Destination(name="b", kind="s3", bucket="clips", endpoint_url="https://minio.example.org")
    assert place_words(storage) == "s3://clips bei minio.example.org"


_CHOICES = {
    Choice(
        subject="transcriber", chosen="sidecar", reason="Talk.vtt lies beside the source"
    ): "Transkriptor: sidecar. Talk.vtt liegt neben der Quelle.",
    Choice(
        subject="speakers", chosen="2 speakers", reason="you said 3, but no more voices can be told apart"
    ): "Sprecher: 2 Sprecher. 3 angegeben, aber mehr Stimmen lassen sich nicht unterscheiden.",
    Choice(
        subject="picture", chosen="deinterlaced", reason="The source is interlaced."
    ): "Bild: Zeilensprung entfernt. Die Quelle ist im Zeilensprungverfahren.",
    Choice(
        subject="scorer",
        chosen="local + qwen3-8b, moments 3",
        reason="qwen3-8b read all of the talk. It judged 3 of 9 of the clips that were found here.",
    ): (
        "Bewertung: local + qwen3-8b, moments 3. qwen3-8b hat das ganze Gespräch gelesen."
        " Es hat 3 von 9 hier gefundenen Clips beurteilt."
    ),
}


@pytest.mark.usefixtures("in_german")
def test_what_was_chosen_is_told() -> None:
    """Its parts are recognised one by one: what it is about, what it is, and why."""
    assert [told(choice.told) for choice in _CHOICES] == list(_CHOICES.values())


@pytest.mark.usefixtures("in_german")
def test_of_values_side_by_side_the_first_ends_where_its_word_does() -> None:
    assert told("Translated 7 lines into German, for $0.02.") == "7 Zeilen übersetzt (Deutsch), für 0,02 $."
    assert told("The source has no sound and no captions") != "The source has no sound and no Untertitel"


@pytest.mark.usefixtures("in_german")
def test_large_numbers_are_grouped_as_the_language_does() -> None:
    assert told("1,200 to train with, 30 to validate with") == "1.200 zum Trainieren, 30 zum Prüfen"
