"""What the engine tells in English is told in the language of the window; what the user wrote stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from scripts.translations import ROOT, SENTENCES, listed
from ui.languages import speak
from ui.sentences import CONTEXT, template
from ui.wording import told

_TEMPLATES: list[str] = json.loads((ROOT / SENTENCES).read_text(encoding="utf-8"))
_GERMAN = ROOT / "resources" / "translations" / "shortlist_de.ts"


@pytest.fixture(scope="module")
def german(themed: QApplication) -> Iterator[None]:
    speak(themed, "de")
    yield
    speak(themed, "en")


def test_the_list_of_sentences_is_that_of_the_catalogue() -> None:
    assert listed(_GERMAN) == _TEMPLATES, "run `make translations`"


def test_english_stays_as_it_is() -> None:
    assert told("Trim of “I was broke”") == "Trim of “I was broke”"


@pytest.mark.parametrize("english", _TEMPLATES)
def test_each_template_recognises_itself(english: str) -> None:
    assert template(english).pattern.fullmatch(english)


@pytest.mark.usefixtures("german")
class TestInGerman:
    """With the catalogue of German worn."""

    @pytest.mark.parametrize("english", _TEMPLATES)
    def test_every_sentence_is_found_again(self, english: str) -> None:
        assert QCoreApplication.translate(CONTEXT, english)
        if "{" not in english:
            assert told(english) == QCoreApplication.translate(CONTEXT, english)

    def test_a_step_is_told_with_the_title_as_it_is(self) -> None:
        assert told("Trim of “Trim of 3 clips”") == "Zuschnitt von “Trim of 3 clips”"

    def test_a_count_in_a_step_is_told(self) -> None:
        assert told("Style of 3 clips") == "Stil von 3 Clips"

    def test_what_nobody_knows_stays(self) -> None:
        assert told("Colourless green ideas sleep furiously.") == "Colourless green ideas sleep furiously."
        assert told("") == ""

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(title=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40))
    @example(title="{0} {clips}")
    @example(title="New clip")
    @example(title="Mr. Smith goes. There")
    def test_any_title_comes_through_whole(self, title: str) -> None:
        assert told(f"Rename “{title}”") == f"Umbenennen von „{title}“"
