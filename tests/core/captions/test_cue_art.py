"""What a style asks of its letters is in the picture: highlights, gradients, spacing, shadows, speakers, emoji."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QRawFont

from core.captions.animations import ANIMATIONS
from core.captions.overlay import OverlayPainter
from core.captions.place import safe_area
from core.captions.typeset import caption_font, set_block
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import CaptionStyle, Style

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (540, 960)
CLEAR = {"shadow_colour": "#00000000"}
HOOK = Overlay(kind="hook", start=0.0, end=9.0, text="The promise")


def cue_of(text: str, **fields: object) -> CaptionCue:
    words = tuple(
        CueWord(text=word, start=0.1 + 0.4 * i, end=0.5 + 0.4 * i) for i, word in enumerate(text.split())
    )
    told = {"start": 0.0, "end": words[-1].end + 0.2, "words": words, **fields}
    return CaptionCue.model_validate(told)


def painter_of(
    cue: CaptionCue, picture_size: tuple[int, int] = SIZE, overlays: tuple[Overlay, ...] = (), **captions: object
) -> OverlayPainter:
    look = CaptionStyle.model_validate({"animation": "none", "highlight": (), **CLEAR, **captions})
    return OverlayPainter(Style(name="t", version=1, captions=look), *picture_size, [cue], overlays, cue.end)


def picture(painter: OverlayPainter, at: float, size: tuple[int, int] = SIZE) -> NDArray[np.float64]:
    """Return all that is painted, premultiplied RGBA, 0 to 255."""
    whole = np.zeros((size[1], size[0], 4))
    for patch in painter.patches(at):
        rows = slice(patch.y, patch.y + patch.rgba.shape[0])
        columns = slice(patch.x, patch.x + patch.rgba.shape[1])
        whole[rows, columns] *= 1.0 - patch.rgba[..., 3:] / 255.0
        whole[rows, columns] += patch.rgba
    return whole


def places(whole: NDArray[np.float64], ink: tuple[int, int, int], near: float = 14) -> NDArray[np.intp]:
    """Return (row, column) of each opaque pixel of a colour."""
    is_ink = (whole[..., 3] > 250) & (np.abs(whole[..., :3] - ink).max(axis=2) < near)
    return np.argwhere(is_ink)


@pytest.mark.parametrize("animation", [member.NAME for member in ANIMATIONS])
@pytest.mark.parametrize("position", [0.0, 1.0])
def test_nothing_leaves_the_safe_zone_at_any_instant(animation: str, position: float) -> None:
    cue = cue_of("Every Donaudampfschifffahrtsgesellschaft stayed gyp", emoji="🔥")
    for size in ((270, 480), (480, 270)):
        painter = painter_of(
            cue,
            size,
            animation=animation,
            position=position,
            highlight=("colour", "box", "scale", "underline"),
            size=90,
            shows_emoji=True,
        )
        area = safe_area(Style(name="t", version=1).safe_zone, *size)
        for frame in range(round(cue.end * 30)):
            rows, columns = np.nonzero(picture(painter, frame / 30, size)[..., 3] > 8)
            assert rows.size
            assert area.top - 1.5 <= rows.min()
            assert rows.max() <= area.bottom + 1.5
            assert area.left - 1.5 <= columns.min()
            assert columns.max() <= area.right + 1.5


@pytest.mark.parametrize("animation", [member.NAME for member in ANIMATIONS])
def test_marks_go_with_any_animation(animation: str) -> None:
    painter = painter_of(
        cue_of("one two three"), animation=animation, highlight=("box", "underline"),
        highlight_box_colour="#ff0000", highlight_colour="#00ff00", outline=0,
    )  # fmt: skip
    boxes = [places(picture(painter, at), (255, 0, 0)) for at in (0.45, 0.85)]
    lines = [places(picture(painter, at), (0, 255, 0)) for at in (0.45, 0.85)]
    assert all(len(each) > 100 for each in (*boxes, *lines))
    assert boxes[0][:, 1].mean() < boxes[1][:, 1].mean()
    assert abs(lines[0][:, 1].min() - boxes[0][:, 1].min()) < 12
    assert lines[0][:, 0].max() > np.percentile(boxes[0][:, 0], 70)


def test_letters_turn_into_the_gradient_from_cap_height_to_baseline() -> None:
    cue = cue_of("HHH HHH")
    painter = painter_of(cue, gradient_colour="#ff0000", outline=0, highlight=("colour",), max_words=2)
    whole = picture(painter, 0.3)
    rows = np.flatnonzero((whole[..., 3] > 250).any(axis=1))
    plain = [places(whole[[row]], colour, 30) for row, colour in
             ((rows[1], (255, 255, 255)), (rows[-2], (255, 0, 0)))]  # fmt: skip
    assert all(len(each) for each in plain)
    lit = whole[rows[-2]][(whole[rows[-2], :, 3] > 250) & (whole[rows[-2], :, 1] > 45)]
    assert lit.size, "the highlighted word is shaded too"
    assert lit[:, :2].max() < 120
    assert lit[:, 2].max() < 20


def test_each_line_has_the_whole_gradient() -> None:
    whole = picture(painter_of(cue_of("HHHHHHHHHHHHH HHHHHHHHHHHHH"), gradient_colour="#ff0000", outline=0), 0.3)
    red = np.flatnonzero((whole[..., 1] < 40) & (whole[..., 3] > 250)).size
    white = np.flatnonzero((whole[..., 1] > 215) & (whole[..., 3] > 250)).size
    rows = (whole[..., 3] > 250).any(axis=1).astype(int)
    assert (np.diff(rows) == 1).sum() == 2
    assert 0.5 < red / white < 2.0


def test_letter_spacing_widens_words_and_leaves_joined_letters_alone() -> None:
    def width(text: str, spacing: float) -> float:
        return set_block([text], caption_font(("Inter",), 800, text, spacing), 1, 1e6).width

    assert width("spaced", 0.1) == pytest.approx(width("spaced", 0.0) + 5 * 10, abs=1.5)
    assert width("مستشفى", 0.1) == width("مستشفى", 0.0)
    assert width("क्षत्रिय", 0.1) == width("क्षत्रिय", 0.0)


def test_spaced_lines_stay_in_the_middle() -> None:
    whole = picture(painter_of(cue_of("HOH"), letter_spacing=0.5), 0.05)
    columns = np.flatnonzero((whole[..., 3] > 128).any(axis=0))
    assert (columns.min() + columns.max()) / 2 == pytest.approx(SIZE[0] / 2, abs=2.5)


def test_a_shadow_is_as_soft_as_the_style_says() -> None:
    def soft_pixels(blur: float) -> int:
        painter = painter_of(
            cue_of("one"), shadow_colour="#000000", shadow_offset=8, shadow_blur=blur, outline=0, colour="#ff0000"
        )
        whole = picture(painter, 0.3)
        assert ((whole[..., 3] > 100) & (whole[..., 0] < 20)).sum() > 50
        return int(((whole[..., 3] > 8) & (whole[..., 3] < 200)).sum())

    assert soft_pixels(0.0) * 3 < soft_pixels(4.0)


def test_a_sharp_shadow_that_shows_through_is_one_shade() -> None:
    painter = painter_of(
        cue_of("III"), shadow_colour="#00000080", shadow_offset=30, shadow_blur=0, outline=4, colour="#ff0000"
    )
    whole = picture(painter, 0.3)
    below = whole[np.argwhere((whole[..., 0] > 200).any(axis=1)).max() + 12 :]
    # Half of black, but for the smooth edges: where outline and letters overlap it is no darker.
    assert below[..., 3].max() == pytest.approx(128, abs=3)
    assert (np.abs(below[..., 3] - 128) <= 3).sum() > 0.7 * (below[..., 3] > 0).sum()


def test_speakers_have_their_colours_over_and_over() -> None:
    colours = {"speaker_colours": ("#ff0000", "#0000ff"), "outline": 0}
    for number, ink in ((None, (255, 255, 255)), (0, (255, 0, 0)), (1, (0, 0, 255)), (2, (255, 0, 0))):
        whole = picture(painter_of(cue_of("one two", speaker_number=number), **colours), 0.3)
        assert len(places(whole, ink)) > 200


def test_the_emoji_of_a_cue_stands_over_the_words_and_comes_softly() -> None:
    if not QRawFont.fromFont(caption_font(("Noto Color Emoji",), 400, "")).supportsCharacter(0x1F525):
        pytest.skip("no colour emoji font is installed here")
    cue = cue_of("one two", emoji="🔥")
    assert len(painter_of(cue).patches(1.0)) == 1, "only styles that show emoji"
    painter = painter_of(cue, shows_emoji=True)
    words, emoji = painter.patches(0.8)
    assert emoji.y + emoji.rgba.shape[0] <= words.y + words.rgba.shape[0] / 2
    orange = (emoji.rgba[..., 0] > 200) & (emoji.rgba[..., 2] < 90)
    assert orange.sum() > 100
    assert painter.patches(0.0)[1].rgba[..., 3].max() < 128
    assert emoji.x + emoji.rgba.shape[1] / 2 == pytest.approx(SIZE[0] / 2, abs=4)


def test_an_emoji_without_room_above_stands_below_and_never_on_the_title() -> None:
    cue = cue_of("one two", emoji="🔥")
    painter = painter_of(cue, overlays=(HOOK,), shows_emoji=True, position=0.16)
    title, words, emoji = painter.patches(0.8)
    assert title.y < words.y < emoji.y


@pytest.mark.parametrize(
    ("word", "letters"),
    [("office", 6), ("क्षत्रिय", 3), ("مستشفى", 6), ("👨‍👩‍👧🇩🇪", 2), ("ไม่รู้", 3), ("e\u0301te\u0301", 3)],
)
def test_letters_are_revealed_whole(word: str, letters: int) -> None:
    (piece,) = set_block([word], caption_font(("Inter",), 800, word), 1, 1e6, by_letter=True).pieces
    assert len(piece.clusters) == letters
    runs = sum(len(cluster.colour_runs) for cluster in piece.clusters)
    glyphs = sum(len(run.glyphIndexes()) for run, _ in piece.colour_runs)
    assert runs == glyphs
    boxes = [cluster.path.boundingRect() for cluster in piece.clusters if not cluster.path.isEmpty()]
    if boxes:
        assert min(box.left() for box in boxes) == pytest.approx(piece.path.boundingRect().left())
        assert max(box.right() for box in boxes) == pytest.approx(piece.path.boundingRect().right())


def test_the_typewriter_shows_more_and_more_of_an_unmoved_text() -> None:
    cue = cue_of("مستشفى straße 🔥🔥")
    painter = painter_of(cue, animation="typewriter", outline=3)
    whole = picture(painter, cue.end - 0.01)[..., 3] > 128
    before = 0
    for frame in range(12):
        seen = picture(painter, 0.11 * frame)[..., 3] > 160
        assert not (seen & ~whole).any() or (seen & ~whole).sum() < 12
        assert seen.sum() >= before - 12
        before = int(seen.sum())


def test_words_that_came_stay_where_they_are() -> None:
    cue = cue_of("one two three")
    early, late = (picture(painter_of(cue, animation="word_by_word"), at) for at in (0.45, cue.end - 0.01))
    is_word = early[..., 3] > 250
    assert is_word.sum() > 500
    np.testing.assert_allclose(early[is_word], late[is_word], atol=3)


def test_a_hopping_word_takes_its_shadow_along_and_is_never_in_two_places() -> None:
    cue = cue_of("mm mm")
    fields = {
        "animation": "bounce",
        "shadow_colour": "#000000",
        "shadow_offset": 4,
        "shadow_blur": 0,
        "outline": 0,
    }
    painter = painter_of(cue, **fields)
    rest, high = picture(painter, 0.45), picture(painter, 0.6)
    right = slice(SIZE[0] // 2 + 6, None)
    lowest = [np.flatnonzero((whole[:, right, 3] > 128).any(axis=1)).max() for whole in (rest, high)]
    assert lowest[1] < lowest[0] - 3


def test_capitals_are_painted_where_the_style_wants_them() -> None:
    small, capital = (picture(painter_of(cue_of(text), uppercase=True), 0.05) for text in ("straße", "STRASSE"))
    np.testing.assert_array_equal(small, capital)


def test_a_word_is_never_put_together_from_two_families() -> None:
    for text in ("Việt Nam", "Phở được"):
        families = caption_font(("Poppins", "Montserrat", "Inter"), 700, text).families()
        assert families.index("Montserrat") < families.index("Inter") < families.index("Poppins")
    for text in ("Žluťoučký kůň", "plain", "Москва", "İstanbul"):
        assert caption_font(("Poppins", "Inter"), 700, text).families()[0] == "Poppins"
    layout = set_block(["Việt"], caption_font(("Poppins", "Inter"), 700, "Việt"), 1, 1e6)
    inter = set_block(["Việt"], caption_font(("Inter",), 700, "Việt"), 1, 1e6)
    assert layout.width == inter.width


def test_long_words_are_cut_only_where_the_type_gets_larger() -> None:
    def lines(*words: str) -> list[list[int]]:
        block = set_block(words, caption_font(("Inter",), 800, " ".join(words)), 2, 900)
        rows: dict[float, list[int]] = {}
        for piece in block.pieces:
            rows.setdefault(piece.rect.top(), []).append(piece.word)
        return list(rows.values())

    assert lines("Geschwindigkeitsbegrenzung", "Rindfleischetikettierung") == [[0], [1]]
    assert lines("Donaudampfschifffahrtsgesellschaft") == [[0], [0]]
    assert lines("Short", "words") == [[0, 1]]


def test_a_mark_between_what_rests_looks_as_painted_at_once() -> None:
    cue = cue_of("one two three")
    fields = {"box_colour": "#102030c0", "shadow_colour": "#000000a0"}
    apart = painter_of(cue, highlight=("colour", "box", "underline"), **fields)
    # Words that are filled as they are said are painted at once; with equal inks that is all the difference.
    whole = painter_of(
        cue, animation="karaoke", highlight=("box", "underline"), highlight_colour="#ffffff", **fields
    )
    plain = painter_of(cue, highlight=("colour", "box", "underline"), highlight_colour="#ffffff", **fields)
    assert len(apart.patches(0.55)) == 3
    assert len(whole.patches(0.55)) == 1
    for at in (0.3, 0.55, 0.9):
        assert np.abs(picture(plain, at) - picture(whole, at)).max() <= 3
