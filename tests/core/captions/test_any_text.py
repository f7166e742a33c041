"""Whatever is said, in whatever scripts together, in each built-in style and aspect, is drawn in its place.

A dozen texts in `make test`, other thousands with each `make soak`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontDatabase, QRawFont, QTextLayout

from core.captions.capitals import capitals
from core.captions.overlay import OverlayPainter, Patch
from core.captions.place import SafeArea, safe_area
from core.captions.typeset import caption_font
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.choice import Aspect
from core.schema.style import Style
from core.styles.library import built_in_styles
from tests.slices import examples

pytestmark = pytest.mark.usefixtures("qapp")

SIZES: dict[Aspect, tuple[int, int]] = {
    "9:16": (270, 480),
    "1:1": (270, 270),
    "4:5": (270, 338),
    "16:9": (480, 270),
}
ALPHABETS = {
    "latin": "abcdefghijklmnopqrstuvwxyzABCDEÄÖÜßéñçøłžşğı",
    "vietnamese": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđư",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآ",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשתםןףץך",
    "devanagari": "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौं्",
    "bengali": "কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহািীুূেৈোৌ্",
    "tamil": "கஙசஞடணதநபமயரலவழளறனாிீுூெேைொோௌ்",
    "thai": "กขคงจชซญดตถทธนบปผฝพฟมยรลวศสหอฮะาิีึืุูเแโใไ่้๊็",
    "japanese": "あいうえおかきくけこさしすせそたちつてとなにのはまみもやらりるをんアイウカキハマ日本語天気",
    "chinese": "我你他的是在有不人们大来上个国和说要这时",
    "korean": "가나다라마바사아자차카타파하한국말어이것은",
    "digits": "0123456789.,%€$",
}
EMOJI = ("🔥", "👨‍👩‍👧", "🇩🇪", "👍🏽", "3️⃣", "❤️", "🏳️‍🌈", "👩🏿‍🚀")
HOOKS = (
    "The rule",
    "The one rule that saved us from going broke in a year",
    "סוד ההצלחה",
    "今日はとてもいい天気です",
    "",
)

words = st.one_of(
    *(st.text(letters, min_size=1, max_size=10) for letters in ALPHABETS.values()),
    st.sampled_from(EMOJI),
    st.tuples(st.sampled_from(["wow", "שלום", "मज़ा"]), st.sampled_from(EMOJI)).map("".join),
    st.text(ALPHABETS["latin"], min_size=34, max_size=40),
    st.text(ALPHABETS["latin"], min_size=3, max_size=12).map(str.upper),
)


@dataclass(frozen=True)
class Case:
    """What is said and shown, how it looks, and when of the cue's time it is looked at."""

    said: list[str]
    style: Style
    aspect: Aspect
    share: float
    hook: str
    name: str
    emoji: str
    position: float | None


any_text = given(
    st.builds(
        Case,
        said=st.lists(words, min_size=0, max_size=7),
        style=st.sampled_from([style for style in built_in_styles() if style.captions.is_shown]),
        aspect=st.sampled_from(list(SIZES)),
        share=st.floats(0.0, 1.0, exclude_max=True),
        hook=st.sampled_from(HOOKS),
        name=st.sampled_from(["", "Anna Lindqvist", "د. محمد العربي", "Dr. Maximiliane-Theodora von Hohenlohe"]),
        emoji=st.sampled_from(["", "🔥", "👨‍👩‍👧"]),
        position=st.sampled_from([None, None, 0.1, 0.2, 0.5]),
    )
)


def _check(case: Case) -> None:
    spoken = tuple(
        CueWord(text=text, start=0.3 * i, end=0.3 * (i + 1), is_emphasised=i == 1)
        for i, text in enumerate(case.said)
    )
    cue = CaptionCue(start=0.0, end=0.3 * len(spoken) + 0.3, words=spoken, emoji=case.emoji)
    overlays = [
        Overlay(kind="hook", start=0.0, end=4.0, text=case.hook),
        Overlay(kind="lower_third", start=0.0, end=4.0, text=case.name),
        Overlay(kind="progress_bar", start=0.0, end=4.0),
    ]
    look = _changed(case.style.in_aspect(case.aspect), case.position)
    size = SIZES[case.aspect]
    area = safe_area(look.safe_zone, *size)
    inked = _inked(OverlayPainter(look, *size, [cue], overlays, 4.0).patches(case.share * cue.end))
    for kind, box in inked:
        assert kind == "bar" or _is_inside(box, area), (kind, box, area)
    for (one, a), (other, b) in combinations(inked, 2):
        assert one == other or not _meet(a, b), (one, a, other, b)
    _assert_no_box(case.said, look)


def _changed(style: Style, position: float | None) -> Style:
    """Return a style without shadows, whose captions lie where the title or a name would, if so wished."""
    changes: dict[str, object] = {"shadow_colour": "#00000000"}
    if position is not None:
        changes["position"] = position
    return style.model_copy(update={"captions": style.captions.model_copy(update=changes)})


Box = tuple[int, int, int, int]


def _inked(patches: list[Patch]) -> list[tuple[str, Box]]:
    """Return what is painted, without its faint shadows: (kind, left, top, right, bottom)."""
    found = []
    for patch in patches:
        rows, columns = np.nonzero(patch.rgba[..., 3] > 110)
        if rows.size:
            box = (patch.x + columns.min(), patch.y + rows.min(), patch.x + columns.max(), patch.y + rows.max())
            found.append((_kind(patch), tuple(int(edge) for edge in box)))
    return found  # type: ignore[return-value]


def _kind(patch: Patch) -> str:
    """Return what a patch belongs to, as its key says."""
    key = (patch.whole or patch).key
    assert isinstance(key, tuple)
    first = key[1][0]
    if first in ("track", "played"):
        return "bar"
    return first if isinstance(first, str) else "emoji"


def _is_inside(box: Box, area: SafeArea) -> bool:
    left, top, right, bottom = box
    return (
        area.left - 1.5 <= left
        and right <= area.right + 1.5
        and area.top - 1.5 <= top
        and bottom <= area.bottom + 1.5
    )


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _assert_no_box(said: list[str], style: Style) -> None:
    """Fail where a box stands for a letter that a font of this machine has."""
    text = " ".join(capitals(word) if style.captions.uppercase else word for word in said)
    layout = QTextLayout(text, caption_font(style.captions.font_families, style.captions.font_weight, text))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
        known = [letter for letter in dict.fromkeys(text) if letter.isalnum() and _somebody_has(letter)]
        unknown = [letter for letter in dict.fromkeys(text) if letter.isalnum() and letter not in known]
        assert unknown, f"all letters of “{text}” are installed, and yet there is a box"


def _somebody_has(letter: str) -> bool:
    # All fonts that are asked for by name, and those of the system's choice.
    families = caption_font(("Inter",), 400, letter).families()
    fonts = (caption_font((family,), 400, "") for family in families if QFontDatabase.hasFamily(family))
    return any(QRawFont.fromFont(font).supportsCharacter(ord(letter)) for font in fonts)


@any_text
@examples(12, 400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_drawn_in_its_place(case: Case) -> None:
    _check(case)


@pytest.mark.soak
@any_text
@settings(
    max_examples=1000,
    deadline=None,
    derandomize=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_thousand_texts_are_drawn_in_their_place(case: Case) -> None:
    _check(case)
