"""The painter: right pixels in the right place, from any instant alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QRawFont, QTextLayout

from core.captions.animations import ANIMATIONS
from core.captions.overlay import OverlayPainter, Patch
from core.captions.place import safe_area
from core.captions.typeset import break_lines, caption_font, set_block
from core.errors import StyleError
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import CaptionStyle, HookStyle, ProgressBarStyle, Style
from tests.slices import examples

# A widget application once for the whole session: the window's tests could not use one without widgets.
pytestmark = pytest.mark.usefixtures("qapp")

SIZES = [(540, 960), (540, 540), (540, 676), (960, 540)]
TEXTS = {
    "english": "So the week",
    "german": "Geschwindigkeitsbegrenzung gilt",
    "arabic": "مرحبا بكم في",
    "hebrew": "בשנת 2024 הרווחנו",
    "japanese": "今日は とても いい",
    "hindi": "नमस्ते दुनिया श्रृंखला",
    "emoji": "fire🔥 👨‍👩‍👧 🇩🇪",
    "long": "Supercalifragilisticexpialidociousnessss",
    "caps": "THIS CHANGED EVERYTHING",
}
YELLOW = (255, 214, 10)


def cue_of(text: str, start: float = 0.0, seconds: float = 0.5) -> CaptionCue:
    words = [
        CueWord(text=word, start=start + i * seconds, end=start + (i + 1) * seconds)
        for i, word in enumerate(text.split())
    ]
    return CaptionCue(start=start, end=start + seconds * len(words), words=tuple(words))


def style_of(animation: str = "none", **captions: object) -> Style:
    return Style(
        name="test", version=1, captions=CaptionStyle.model_validate({"animation": animation, **captions})
    )


def painter_of(
    text: str, style: Style, size: tuple[int, int] = (540, 960), overlays: Sequence[Overlay] = ()
) -> OverlayPainter:
    cue = cue_of(text)
    return OverlayPainter(style, *size, [cue], overlays, cue.end)


def only(patches: list[Patch]) -> Patch:
    (patch,) = patches
    return patch


def flattened(patches: list[Patch], width: int = 540, height: int = 960) -> Patch:
    """Return patches laid over each other on nothing, as one patch of the whole picture."""
    whole = np.zeros((height, width, 4), np.float64)
    for patch in patches:
        rows = slice(patch.y, patch.y + patch.rgba.shape[0])
        columns = slice(patch.x, patch.x + patch.rgba.shape[1])
        whole[rows, columns] *= 1.0 - patch.rgba[..., 3:] / 255.0
        whole[rows, columns] += patch.rgba
    return Patch(0, 0, np.rint(whole).clip(0, 255).astype(np.uint8), "flattened")


def columns_of(patch: Patch, ink: tuple[int, int, int]) -> NDArray[np.intp]:
    """Return the picture columns where opaque pixels have a colour."""
    is_ink = (patch.rgba[..., 3] == 255) & (np.abs(patch.rgba[..., :3].astype(int) - ink).max(axis=2) < 12)
    return np.flatnonzero(is_ink.any(axis=0)) + patch.x


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_of_any_script_is_drawn_inside_the_safe_area(text: str, size: tuple[int, int]) -> None:
    patch = only(painter_of(text, style_of(shadow_colour="#00000000"), size).patches(0.1))
    area = safe_area(Style(name="t", version=1).safe_zone, *size)
    rows, columns = np.nonzero(patch.rgba[..., 3] > 8)
    assert rows.size > 500 * area.scale
    assert area.left - 1 <= patch.x + columns.min()
    assert patch.x + columns.max() <= area.right + 1
    assert area.top - 1 <= patch.y + rows.min()
    assert patch.y + rows.max() <= area.bottom + 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_box_stands_for_a_missing_glyph(text: str) -> None:
    font = caption_font(("Inter",), 800, text)
    if not all(any_font_has(font.families(), letter) for letter in text if letter.isalnum()):
        pytest.skip("no font for this script is installed here")
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    # Glyph 0 of every font is the box (OpenType, "Recommendations for OpenType Fonts").
    assert all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
    pieces = set_block(text.split(), font, 2, 1000.0).pieces
    assert all(piece.colour_runs or not piece.path.isEmpty() for piece in pieces)


def any_font_has(families: Sequence[str], letter: str) -> bool:
    fonts = (caption_font((family,), 400, "") for family in families)
    return any(QRawFont.fromFont(font).supportsCharacter(ord(letter)) for font in fonts)


def test_emoji_are_drawn_in_colour_before_and_after_others() -> None:
    patch = only(painter_of("wow 🔥", style_of()).patches(0.1))
    if not any_font_has(["Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"], "🔥"):
        pytest.skip("no colour emoji font is installed here")
    orange = (patch.rgba[..., 0] > 200) & (patch.rgba[..., 2] < 90) & (patch.rgba[..., 1] < 190)
    assert orange.sum() > 100
    again = only(painter_of("oh 🔥 wow", style_of()).patches(0.1))
    assert ((again.rgba[..., 0] > 200) & (again.rgba[..., 2] < 90) & (again.rgba[..., 1] < 190)).sum() > 100


@pytest.mark.parametrize(
    ("text", "is_from_right"),
    [("one two three", False), ("אחת שתיים שלוש", True), ("واحد اثنان ثلاثة", True), ("iOS שתיים שלוש", True)],
)
def test_the_highlight_runs_the_way_the_text_is_read(text: str, is_from_right: bool) -> None:
    painter = painter_of(text, style_of(size=31))
    places = [columns_of(only(painter.patches(at)), YELLOW).mean() for at in (0.2, 0.7, 1.2)]
    assert places == sorted(places, reverse=is_from_right)


@pytest.mark.parametrize(("text", "is_from_right"), [("wonderful", False), ("مستشفياتنا", True)])
def test_karaoke_fills_a_word_from_where_it_begins(text: str, is_from_right: bool) -> None:
    painter = painter_of(text, style_of("karaoke"))
    early, late = (columns_of(flattened(painter.patches(at)), YELLOW) for at in (0.15, 0.4))
    assert late.size > early.size
    if is_from_right:
        assert abs(early.max() - late.max()) <= 2
    else:
        assert abs(early.min() - late.min()) <= 2


def test_a_word_keeps_its_place_whichever_is_highlighted() -> None:
    painter = painter_of("one two", style_of())
    first, second = only(painter.patches(0.2)), only(painter.patches(0.7))
    assert (first.x, first.y, first.rgba.shape) == (second.x, second.y, second.rgba.shape)
    np.testing.assert_array_equal(first.rgba[..., 3], second.rgba[..., 3])
    assert (first.rgba != second.rgba).any()


@pytest.mark.parametrize("animation", [member.NAME for member in ANIMATIONS])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0.0, 2.0))
def test_a_frame_is_the_same_whatever_was_painted_before(animation: str, at: float) -> None:
    overlays = [Overlay(kind="hook", start=0.0, end=1.0, text="The promise")]
    warm = painter_of("one two three", style_of(animation), overlays=overlays)
    for earlier in (1.4, 0.3, 0.05, 0.9):
        warm.patches(earlier)
    cold = painter_of("one two three", style_of(animation), overlays=overlays)
    for a, b in zip(warm.patches(at), cold.patches(at), strict=True):
        assert (a.x, a.y, a.key) == (b.x, b.y, b.key)
        np.testing.assert_array_equal(a.rgba, b.rgba)


def test_equal_keys_mean_equal_pixels_and_other_styles_other_keys() -> None:
    painter = painter_of("one two", style_of())
    assert only(painter.patches(0.1)).rgba is only(painter.patches(0.4)).rgba
    other = painter_of("one two", style_of(colour="#ff0000"))
    assert only(painter.patches(0.1)).key != only(other.patches(0.1)).key
    wide = painter_of("one two", style_of(), (960, 540))
    assert only(painter.patches(0.1)).key != only(wide.patches(0.1)).key


@pytest.mark.parametrize("animation", [member.NAME for member in ANIMATIONS])
def test_patches_are_premultiplied_cropped_and_even(animation: str) -> None:
    painter = painter_of("one two three", style_of(animation))
    for frame in range(45):
        for patch in painter.patches(frame / 30):
            height, width = patch.rgba.shape[:2]
            assert patch.rgba.dtype == np.uint8
            assert all(edge % 2 == 0 for edge in (patch.x, patch.y, width, height))
            assert patch.x + width <= 540
            assert patch.y + height <= 960
            assert width * height < 540 * 960 / 3
            assert (patch.rgba[..., :3] <= patch.rgba[..., 3:]).all()


def test_a_moving_word_does_not_change_the_picture_around_it() -> None:
    painter = painter_of("one two three", style_of("karaoke"))
    (around, said, unsaid), (still, later, rest) = painter.patches(0.6), painter.patches(0.9)
    assert around is still
    assert said.key != later.key and said.whole is later.whole and unsaid.whole is rest.whole
    assert said.x + said.rgba.shape[1] == unsaid.x
    assert said.rgba.size < later.rgba.size < around.rgba.size / 2
    bumping = painter_of("one two three", style_of("pop"))
    (around, early), (still, late) = bumping.patches(0.54), bumping.patches(0.60)
    assert around is still
    assert early.key != late.key


def test_parts_laid_over_each_other_are_the_whole() -> None:
    painter = painter_of("one two three", style_of("karaoke"))
    whole = only(painter_of("one two three", style_of("none", colour="#ffd60a")).patches(0.1))
    filled = flattened(painter.patches(1.499))
    window = filled.rgba[whole.y : whole.y + whole.rgba.shape[0], whole.x : whole.x + whole.rgba.shape[1]]
    assert np.abs(window.astype(int) - whole.rgba).max() <= 2


def test_nothing_is_painted_between_cues_or_for_empty_ones() -> None:
    empty = CaptionCue(start=2.0, end=3.0, words=())
    blank = CaptionCue(start=3.0, end=4.0, words=(CueWord(text=" ", start=3.0, end=4.0),))
    painter = OverlayPainter(style_of(), 540, 960, [cue_of("one"), empty, blank], [], 5.0)
    assert [len(painter.patches(at)) for at in (-1.0, 0.1, 0.5, 1.0, 2.5, 3.5, 9.0)] == [0, 1, 0, 0, 0, 0, 0]


def test_memory_stays_bounded() -> None:
    cues = [cue_of(f"word{i} and more of it", start=3.0 * i) for i in range(40)]
    painter = OverlayPainter(style_of("karaoke"), 1080, 1920, cues, [], 120.0)
    for frame in range(240):
        painter.patches(frame / 2)
    assert painter._patches.total <= 24_000_000
    assert painter._arts.total <= 6


def test_long_words_get_smaller_or_cut_but_never_out_of_the_picture() -> None:
    tall = only(painter_of("Supercalifragilisticexpialidociousnessss", style_of()).patches(0.1))
    one_line = style_of(max_lines=1)
    flat = only(painter_of("Supercalifragilisticexpialidociousnessss", one_line).patches(0.1))
    assert tall.rgba.shape[0] > 1.5 * flat.rgba.shape[0]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_title_stays_in_the_safe_area_and_captions_clear_of_it(size: tuple[int, int]) -> None:
    hook = Overlay(kind="hook", start=0.0, end=2.0, text="The one rule that saved us from going broke")
    style = style_of(position=0.16, shadow_colour="#00000000")
    title, caption = painter_of("one two three", style, size, [hook]).patches(0.7)
    area = safe_area(style.safe_zone, *size)
    solid = np.nonzero(title.rgba[..., 3] > 250)
    assert title.y + solid[0].min() >= area.top - 1
    assert title.x + solid[1].min() >= area.left - 1
    assert title.x + solid[1].max() <= area.right + 1
    inked = np.nonzero(caption.rgba[..., 3] > 8)
    assert caption.y + inked[0].min() > title.y + solid[0].max()


def title_strengths(start: float, instants: Sequence[float]) -> list[int]:
    hook = Overlay(kind="hook", start=start, end=start + 2.0, text="The promise")
    painter = OverlayPainter(style_of(), 540, 960, [], [hook], 5.0)
    return [max((int(p.rgba[..., 3].max()) for p in painter.patches(at)), default=0) for at in instants]


def test_a_later_title_fades_in_and_out() -> None:
    before, coming, there, going, gone = title_strengths(1.0, (0.9, 1.03, 2.0, 2.95, 3.0))
    assert before == gone == 0
    assert 0 < coming < 255
    assert there == 255
    assert 0 < going < 255


def test_the_first_frame_shows_the_title_in_full_for_the_thumbnail() -> None:
    hook = Overlay(kind="hook", start=0.0, end=2.0, text="The promise")
    painter = OverlayPainter(style_of(), 540, 960, [], [hook], 5.0)
    assert only(painter.patches(0.0)).key == only(painter.patches(1.0)).key
    first, going, gone = title_strengths(0.0, (0.0, 1.95, 2.0))
    assert first == 255
    assert 0 < going < 255
    assert gone == 0


def test_the_progress_bar_fills_from_left_to_right() -> None:
    style = Style(name="t", version=1, progress_bar=ProgressBarStyle(is_shown=True, colour="#ff0000"))
    bar = Overlay(kind="progress_bar", start=0.0, end=10.0)
    painter = OverlayPainter(style, 540, 960, [], [bar], 10.0)
    track = only(painter.patches(0.0))
    for at in (2.5, 5.0, 9.9):
        under, played = painter.patches(at)
        assert under is track
        filled = (flattened([under, played]).rgba[-1, :, 3] == 255).sum()
        assert filled == pytest.approx(540 * at / 10, abs=1)
        assert played.y == track.y and played.y + played.rgba.shape[0] == 960


def test_the_progress_bar_lies_along_the_edge_that_the_style_names_with_its_own_opacity() -> None:
    bar = ProgressBarStyle(is_shown=True, colour="#ff000080", edge="top", height=20)
    style = Style(name="t", version=1, progress_bar=bar)
    painter = OverlayPainter(style, 540, 960, [], [Overlay(kind="progress_bar", start=0.0, end=10.0)], 10.0)
    whole = flattened(painter.patches(5.0)).rgba[..., 3]
    assert whole[:19].any() and not whole[20:].any()
    assert abs(int(whole[5, 100]) - 128) <= 1
    assert abs(int(whole[5, 400]) - 128 * 0.28) <= 1


def test_a_style_without_title_or_bar_shows_none() -> None:
    style = Style(name="t", version=1, hook=HookStyle(is_shown=False))
    overlays = [Overlay(kind="hook", start=0, end=2, text="x"), Overlay(kind="progress_bar", start=0, end=2)]
    assert OverlayPainter(style, 540, 960, [], overlays, 2.0).patches(1.0) == []


def test_a_style_without_captions_paints_no_cue() -> None:
    assert only(painter_of("one two", style_of()).patches(0.1)).rgba.any()
    assert painter_of("one two", style_of(is_shown=False)).patches(0.1) == []


def test_an_unknown_animation_is_named() -> None:
    with pytest.raises(StyleError, match="wobble"):
        painter_of("x", style_of("wobble"))


@examples(15, 600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12),
                   min_size=1, max_size=6),
    size=st.sampled_from(SIZES),
    size_units=st.floats(5, 160),
)  # fmt: skip
def test_any_text_stays_in_the_safe_area(words: list[str], size: tuple[int, int], size_units: float) -> None:
    style = style_of(shadow_colour="#00000000", size=size_units, outline=3)
    area = safe_area(style.safe_zone, *size)
    for patch in painter_of(" ".join(words), style, size).patches(0.1):
        rows, columns = np.nonzero(patch.rgba[..., 3] > 8)
        if rows.size:
            assert area.left - 1.5 <= patch.x + columns.min()
            assert patch.x + columns.max() <= area.right + 1.5
            assert area.top - 1.5 <= patch.y + rows.min()
            assert patch.y + rows.max() <= area.bottom + 1.5


@given(
    st.lists(st.floats(1, 200), min_size=1, max_size=12).flatmap(
        lambda widths: st.tuples(
            st.just(widths), st.lists(st.floats(0, 20), min_size=len(widths) - 1, max_size=len(widths) - 1)
        )
    ),
    st.integers(1, 3),
    st.floats(10, 800),
)
def test_lines_are_few_and_balanced(case: tuple[list[float], list[float]], max_lines: int, room: float) -> None:
    widths, gaps = case
    breaks = break_lines(widths, gaps, max_lines, room)
    assert list(breaks) == sorted(set(breaks))
    assert len(breaks) < max_lines or not breaks
    assert all(0 < place < len(widths) for place in breaks)
    if sum(widths) + sum(gaps) <= room:
        assert breaks == ()


def test_a_font_with_unusual_names_is_drawn(qapp: object) -> None:
    # Thaana letters come from Noto Sans Thaana where it is installed, whose name records Qt stumbles over.
    painter = painter_of("ހަކުރު ދިވެހި", style_of())
    assert painter.patches(0.1)
