"""Letters that no font has are told, and only those."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.captions.coverage import check_fonts, missing_letters
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import CaptionStyle, HookStyle, Style

pytestmark = pytest.mark.usefixtures("qapp")

# Letters of a private use area that no font uses.
NOWHERE = "\U000f1234\U000f1235"
STYLE = Style(name="clean", version=1)


def cue(*texts: str) -> CaptionCue:
    words = tuple(CueWord(text=text, start=at, end=at + 1) for at, text in enumerate(texts))
    return CaptionCue(start=0, end=len(texts), words=words)


@pytest.mark.parametrize(
    "text", ["Plain words, “quoted” – and 90 %…", "", "   ", "e\u0301 a\u0308", "don’t\u200d"]
)
def test_what_the_bundled_font_has_is_not_missing(text: str) -> None:
    assert missing_letters(text, ("Inter",), 800) == []
    assert check_fonts(STYLE, [cue(text)], []) is None


def test_letters_without_a_font_are_counted_once_and_named() -> None:
    found = check_fonts(STYLE, [cue("so", NOWHERE, NOWHERE)], [])
    assert found is not None and found.degraded and found.subject == "captions"
    assert found.chosen == f"boxes for 2 letters: {NOWHERE}"
    many = check_fonts(STYLE, [cue("".join(chr(0xF2000 + place) for place in range(50)))], [])
    assert many is not None and many.chosen.startswith("boxes for 50 letters") and many.chosen.endswith("…")


@pytest.mark.skipif(sys.platform != "linux", reason="only fontconfig can be told to know no fonts")
def test_a_machine_without_fonts_says_which_to_install(tmp_path: Path) -> None:
    """Only the bundled font is there: what it lacks is told for each script."""
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    code = (
        "from core.captions.coverage import missing_letters as m\n"
        "for text in ('Plain “words” é Привет', '今日は', 'שלום', 'مرحبا', 'ไทย', 'हम', '한국', '🔥'):\n"
        "    print(len(m(text, ('Inter',), 800)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert [int(line) for line in done.stdout.split()] == [0, 3, 4, 5, 3, 2, 2, 1]


def test_what_is_not_painted_is_not_told() -> None:
    hidden = Style(name="none", version=1, captions=CaptionStyle(is_shown=False), hook=HookStyle(is_shown=False))
    hook = Overlay(kind="hook", start=0, end=2, text=NOWHERE)
    assert check_fonts(hidden, [cue(NOWHERE)], [hook]) is None


def test_letters_are_looked_for_as_they_are_painted() -> None:
    """Georgian keeps its small letters in captions of capitals: few fonts have its capitals."""
    shouted = STYLE.model_copy(update={"captions": CaptionStyle(uppercase=True)})
    if missing_letters("თბილისი", ("Inter",), 800):
        pytest.skip("no Georgian font is installed here")
    assert check_fonts(shouted, [cue("თბილისი", "straße")], []) is None
