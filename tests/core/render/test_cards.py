"""Cards before and after a clip: the file knows of them, and clip time stays as it is."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.assets import file_digest
from core.captions.coverage import check_fonts
from core.captions.place import safe_area
from core.errors import StyleError
from core.export.format import timed_cues
from core.media.audio import measure_loudness
from core.media.probe import probe
from core.render.captions_only import write_caption_pictures
from core.render.cards import card_rgb
from core.render.check import check_files
from core.render.engine import render
from core.render.presets import preset_named
from core.render.preview import CompositionPlayer
from core.render.still import exact_frame
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord
from core.schema.preset import EncodePreset
from core.schema.style import Asset, CardStyle, Style
from core.schema.time import Cut, TimeSpan

RATE_HZ = 48_000
BLUE, CLIP = (0x10, 0x30, 0xA0), [(1.0, 2.0), (3.0, 4.0)]
CUE = CaptionCue(start=0.5, end=1.0, words=(CueWord(text="Hello", start=0.5, end=1.0),))


@pytest.fixture
def style(tools, tmp_path):
    """Half a second of blue with text, four tenths of an image with a sound."""
    halves = np.zeros((90, 160, 3), np.uint8)
    halves[:, :80], halves[:, 80:] = (0, 0, 200), (0, 180, 0)
    cv2.imwrite(str(tmp_path / "end.png"), halves)
    at = np.arange(2 * RATE_HZ) / RATE_HZ
    tone = (0.02 * np.sin(2 * np.pi * 440 * at)).astype(np.float32)
    tools["write_media"](tmp_path / "end.wav", None, [], tone)
    assets = tuple(
        Asset(name=name, path=tmp_path / file, digest=file_digest(tmp_path / file))
        for name, file in (("images/end.png", "end.png"), ("sounds/end.wav", "end.wav"))
    )
    return Style(
        name="t",
        version=1,
        intro=CardStyle(seconds=0.5, colour="#1030a0", text="The Show", size=80),
        outro=CardStyle(seconds=0.8, file="images/end.png", sound="sounds/end.wav"),
        assets=assets,
    )


def composed(tools, counted, style, **fields):
    return tools["compose"](counted, CLIP, style=style, cues=(CUE,), **fields)


def loudness(file):
    facts = probe(file)
    return measure_loudness(file, facts, Cut(ranges=(TimeSpan(start=0.0, end=facts.duration),))).lufs


def test_only_the_file_knows_of_them(tools, counted, style):
    made = composed(tools, counted, style)
    assert (made.duration, made.clip_frames, made.frame_count) == (2.0, 60, 60 + 15 + 24)
    assert made.lead == 0.5
    assert made.end == pytest.approx(2.8)
    assert [made.clip_tick(tick) for tick in (0, 14, 15, 74, 75)] == [None, None, 0, 59, None]
    assert [made.card_at(tick) for tick in (14, 15, 75)] == [style.intro, None, style.outro]
    plain = composed(tools, counted, Style(name="t", version=1))
    assert (plain.lead, plain.end, plain.frame_count) == (0.0, 2.0, 60)


def test_a_file_with_cards_plays_them_around_the_clip(tools, counted, style, tmp_path):
    made = composed(tools, counted, style)
    (delivery,) = render([made], [tmp_path / "clip.mp4"])
    assert (delivery.frame_count, delivery.duration) == (99, pytest.approx(3.3))
    played = tools["play"](delivery.file)
    assert len(played.pictures) == 99
    for tick in (0, 14):
        assert np.abs(played.pictures[tick][5, 5].astype(int) - BLUE).max() <= 6
        assert played.pictures[tick].max() > 220, "its text"
    for tick in (75, 98):
        assert np.abs(played.pictures[tick][100, 50].astype(int) - (200, 0, 0)).max() <= 8
        assert np.abs(played.pictures[tick][100, 430].astype(int) - (0, 180, 0)).max() <= 8
    numbers = [tools["read_number"](picture) for picture in played.pictures[15:75]]
    assert numbers == [*range(30, 60), *range(90, 120)]
    heard = played.samples[:, 0]
    assert np.abs(heard[: int(0.45 * RATE_HZ)]).max() < 1e-3, "silent"
    # The first beep of the clip comes with its first picture, a flash; the second one a second later.
    for second in (0.5, 1.5):
        first = round(second * RATE_HZ)
        assert np.abs(heard[first - 4800 : first - 480]).max() < 0.02
        assert np.abs(heard[first : first + 1400]).max() > 0.2
    outro = heard[int(2.55 * RATE_HZ) : int(3.25 * RATE_HZ)]
    assert np.abs(outro[: RATE_HZ // 10]).max() > 0.05
    assert np.abs(outro[-RATE_HZ // 40 :]).max() < np.abs(outro[: RATE_HZ // 10]).max() / 3, "faded at its end"
    assert delivery.loudness_lufs == pytest.approx(loudness(delivery.file), abs=0.5)
    still = cv2.imread(str(delivery.thumbnail))
    assert tools["read_number"](still) in numbers, "of the clip, not of a card"


def test_a_card_sounds_as_loud_as_the_clip(tools, counted, style, tmp_path):
    alone = Style(name="t", version=1)
    (plain,) = render([composed(tools, counted, alone)], [tmp_path / "plain.mp4"])
    (carded,) = render([composed(tools, counted, style)], [tmp_path / "carded.mp4"])
    assert carded.loudness_lufs == pytest.approx(plain.loudness_lufs, abs=1.0)


def test_a_file_with_cards_passes_the_checks_that_one_without_does(tools, counted, style, tmp_path):
    black = style.model_copy(update={"intro": CardStyle(seconds=2.4, colour="#000000")})
    compositions = [composed(tools, counted, each) for each in (Style(name="t", version=1), black)]
    files = [tmp_path / f"{index}.mp4" for index in range(2)]
    for composition, file in zip(compositions, files, strict=True):
        render([composition], [file])
    plain, after_black = check_files(files, compositions)
    failed = [{check.name for check in checks if not check.is_passed} for checks in (plain, after_black)]
    assert failed[0] == failed[1]
    told = {check.name: check.found for check in after_black}
    assert "with its cards" in told["duration"]
    assert told["black"] == "No black pictures."
    assert "the picture is the right one" in told["sync"]
    # A clip that is not where the file says it is gets noticed.
    late = compositions[1].model_copy(update={"style": black.model_copy(update={"intro": CardStyle(seconds=2.5)})})
    wrong = {check.name for check in check_files([files[1]], [late])[0] if not check.is_passed}
    assert {"duration", "frames", "sync"} <= wrong


def test_aspects_with_other_cards_are_rendered_together(tools, counted, style, tmp_path):
    without = style.model_copy(update={"intro": CardStyle()})
    square = tools["compose"](counted, CLIP, (270, 270), style=without)
    made = render([composed(tools, counted, style), square], [tmp_path / "a.mp4", tmp_path / "b.mp4"])
    assert [delivery.frame_count for delivery in made] == [99, 84]
    numbers = [tools["read_number"](picture) for picture in tools["play"](made[0].file).pictures[15:75]]
    assert numbers == [*range(30, 60), *range(90, 120)]


def test_the_preview_plays_what_the_file_does(tools, counted, style, tmp_path):
    made = composed(tools, counted, style)
    player = CompositionPlayer(made, 270)
    try:
        for at in (-0.5, -0.01, 0.0, 1.99, 2.01, 2.7):
            np.testing.assert_array_equal(player.frame(at), exact_frame(made, at))
        assert np.abs(player.frame(-0.3)[5, 5].astype(int) - BLUE).max() <= 3
        assert tools["read_number"](player.frame(0.0)) == 30
        whole = player.audio(-0.5, 3.3)
        assert np.abs(whole[: int(0.49 * RATE_HZ)]).max() == 0.0
        assert np.abs(whole[int(0.5 * RATE_HZ) : int(0.53 * RATE_HZ)]).max() > 0.2
        assert np.abs(whole[int(2.55 * RATE_HZ) : int(2.8 * RATE_HZ)]).max() > 0.05
        np.testing.assert_array_equal(player.audio(0.0, 0.5), whole[RATE_HZ // 2 : RATE_HZ])
        assert player.source_frame(-0.4, 270) is not None
    finally:
        player.close()


def test_a_smaller_preview_shows_cards_made_smaller(tools, counted, style):
    made = composed(tools, counted, style)
    player = CompositionPlayer(made, 134)
    try:
        small = cv2.resize(
            card_rgb(made, style.intro), (player.width, player.height), interpolation=cv2.INTER_AREA
        )
        assert np.abs(player.frame(-0.2).astype(int) - small).mean() < 3
    finally:
        player.close()


def test_captions_alone_stay_in_step_with_the_file(tools, counted, style, tmp_path):
    made = composed(tools, counted, style, preset=EncodePreset(shows="captions"))
    folder = tmp_path / "pictures"
    folder.mkdir()
    files = write_caption_pictures(made, folder)
    shown = [cv2.imread(str(file), cv2.IMREAD_UNCHANGED)[..., 3].any() for file in files]
    assert len(files) == 99
    assert [index for index, is_shown in enumerate(shown) if is_shown] == list(range(30, 45))


def test_a_file_of_captions_alone_is_as_long_as_that_of_the_clip(tools, counted, style, tmp_path):
    preset = preset_named("captions").model_copy(update={"short_side_px": 270})
    made = composed(tools, counted, style, preset=preset)
    (delivery,) = render([made], [tmp_path / "clip.mov"])
    assert delivery.frame_count == 99
    (checks,) = check_files([delivery.file], [made])
    assert {check.name for check in checks if not check.is_passed} == set()


def test_caption_files_beside_it_are_shifted(tools, counted, style):
    made = composed(tools, counted, style)
    (cue,) = timed_cues(made.cues, made.lead)
    assert (cue.start_ms, cue.end_ms) == (1000, 1500)


@pytest.mark.parametrize("size", [(270, 480), (480, 270)])
@pytest.mark.parametrize(
    "text", ["Follow", "Die Geschwindigkeitsbegrenzung und mehr davon jeden Dienstag", "شكرا لكم"]
)
def test_text_of_a_card_fits_and_is_centred(tools, counted, text, size):
    card = CardStyle(seconds=1.0, colour="#000000", text=text, size=120)
    made = composed(tools, counted, Style(name="t", version=1, intro=card))
    made = made.model_copy(update={"width": size[0], "height": size[1]})
    rows, columns = np.nonzero(card_rgb(made, card).max(axis=2) > 60)
    area = safe_area(made.style.safe_zone, *size)
    assert area.left - 1 <= columns.min() and columns.max() <= area.right + 1
    assert area.top - 1 <= rows.min() and rows.max() <= area.bottom + 1
    assert abs(columns.min() + columns.max() - size[0]) < 0.06 * size[0]


def test_what_a_card_lacks_is_named(tools, counted, style, tmp_path):
    made = composed(tools, counted, style.model_copy(update={"assets": style.assets[:1]}))
    with pytest.raises(StyleError, match=r"sounds/end\.wav.*lacks"):
        render([made], [tmp_path / "clip.mp4"])
    (tmp_path / "no.wav").write_text("no sound")
    asset = Asset(name="sounds/end.wav", path=tmp_path / "no.wav", digest=file_digest(tmp_path / "no.wav"))
    broken = style.model_copy(update={"assets": (style.assets[0], asset)})
    with pytest.raises(StyleError, match=r"end\.wav.*can't be played"):
        render([composed(tools, counted, broken)], [tmp_path / "clip.mp4"])
    made = composed(tools, counted, style.model_copy(update={"assets": style.assets[1:]}))
    with pytest.raises(StyleError, match=r"images/end\.png"):
        exact_frame(made, 2.5)


def test_letters_of_a_card_that_no_font_has_are_told():
    odd = Style(name="t", version=1, intro=CardStyle(seconds=1.0, text="\U0001342f"))
    assert check_fonts(odd, (), ()) is not None
    assert check_fonts(odd.model_copy(update={"intro": CardStyle(text="\U0001342f")}), (), ()) is None


def test_sound_without_a_picture_has_cards_too(tools, counted, style):
    made = composed(tools, counted, style)
    media = made.media.model_copy(update={"has_video": False, "path": style.assets[1].path})
    cut = Cut(ranges=(TimeSpan(start=0.0, end=1.0),))
    heard = made.model_copy(update={"media": media, "cut": cut, "spans": ()})
    assert np.abs(exact_frame(heard, -0.2)[5, 5].astype(int) - BLUE).max() <= 3
    assert np.abs(exact_frame(heard, 1.2)[100, 50].astype(int) - (200, 0, 0)).max() <= 3
    np.testing.assert_array_equal(
        exact_frame(heard, 0.5),
        exact_frame(heard.model_copy(update={"style": style.model_copy(update={"intro": CardStyle()})}), 0.5),
    )


def test_a_clip_without_sound_gets_the_cards_sound_at_the_aim(tools, counted, style, tmp_path):
    quiet = composed(tools, counted, style, audio=AudioPlan(fade_in=0.0, fade_out=0.0))
    silent = quiet.model_copy(update={"media": quiet.media.model_copy(update={"has_audio": False})})
    (delivery,) = render([silent], [tmp_path / "clip.mp4"])
    assert delivery.loudness_lufs == pytest.approx(quiet.audio.target_lufs, abs=1.0)
