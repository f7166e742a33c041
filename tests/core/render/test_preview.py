"""The preview shows and plays what the export will."""

from __future__ import annotations

from threading import Thread

import numpy as np
import pytest

from core.render.engine import render
from core.render.preview import CompositionPlayer, preview_size
from core.render.still import exact_frame
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.framing import CropPath, LayoutSpan, Region


@pytest.fixture
def dressed(tools, counted):
    """A composition with a moving crop, captions and a hook."""
    crop = CropPath(at=(0.0, 2.0), x=(20.0, 200.0), y=(0.0, 0.0), width=(152.0, 152.0), height=(270.0, 270.0))
    span = LayoutSpan(start=0, end=2, layout="follow", regions=(Region(crop=crop),))
    words = tuple(
        CueWord(text=text, start=i * 0.5, end=i * 0.5 + 0.5) for i, text in enumerate(["one", "two", "three"])
    )
    cue = CaptionCue(start=0.0, end=1.5, words=words)
    hook = Overlay(kind="hook", start=0.0, end=1.0, text="The hook")
    return tools["compose"](
        counted, [(0.5, 1.5), (3.0, 4.0)], (540, 960), [span], cues=(cue,), overlays=(hook,), aspect="9:16"
    )


def psnr(a, b):
    return 10 * np.log10(255**2 / max(np.mean((a.astype(float) - b) ** 2), 1e-9))


@pytest.fixture
def player(dressed):
    made = CompositionPlayer(dressed, 320)
    yield made
    made.close()


@pytest.mark.parametrize("at", [0.0, 0.4, 1.0, 1.7])
def test_a_preview_is_the_export_made_smaller(player, dressed, at):
    import cv2

    small = cv2.resize(exact_frame(dressed, at), (player.width, player.height), interpolation=cv2.INTER_AREA)
    shown = player.frame(at)
    assert shown.shape == (320, 180, 3) and shown.flags["C_CONTIGUOUS"]
    assert psnr(small, shown) > 30


def test_an_exact_frame_is_what_the_file_has(tools, dressed, tmp_path):
    (delivery,) = render([dressed], [tmp_path / "clip.mp4"])
    pictures = tools["play"](delivery.file).pictures
    for tick in (0, 14, 29, 30, 59):
        exact = exact_frame(dressed, tick / 30)
        assert psnr(exact, pictures[tick]) > 33
        others = [psnr(exact, pictures[other]) for other in (tick - 1, tick + 1) if 0 <= other < 60]
        assert psnr(exact, pictures[tick]) > max(others)


def test_any_order_gives_the_same_pictures(tools, counted):
    composition = tools["compose"](counted, [(0.2, 5.2)])
    forwards, jumping = CompositionPlayer(composition, 270), CompositionPlayer(composition, 270)
    ticks = list(range(0, 150, 7))
    expected = {tick: forwards.frame(tick / 30) for tick in ticks}
    for tick in [*np.random.default_rng(4).permutation(ticks), *reversed(ticks)]:
        assert np.array_equal(jumping.frame(tick / 30), expected[tick])
    assert [tools["read_number"](expected[tick]) for tick in ticks] == [6 + tick for tick in ticks]
    forwards.close()
    jumping.close()


def test_sound_is_that_of_the_export(tools, counted, tmp_path):
    composition = tools["compose"](counted, [(0.5, 2.5)], audio=AudioPlan(gain_db=-6.0))
    (delivery,) = render([composition], [tmp_path / "clip.mp4"])
    exported = tools["play"](delivery.file).samples
    player = CompositionPlayer(composition, 100)
    heard = player.audio(0.25, 1.5)
    assert heard.shape == (72_000, 2)
    assert np.abs(heard - exported[12_000:84_000]).max() < 0.06
    assert np.array_equal(player.audio(-1.0, 0.5), np.zeros((24_000, 2)))
    assert player.audio(0.0, 1.0, 44_100).shape == (44_100, 2)
    player.close()


def test_a_change_of_captions_goes_on_with_the_same_decoder(player, dressed):
    before = player.frame(0.2)
    bare = player.with_overlays(dressed.model_copy(update={"cues": (), "overlays": ()}))
    player.close()
    after = bare.frame(0.2)
    assert bare._clip is player._clip
    assert not np.array_equal(before, after)
    assert np.array_equal(before[130:180], after[130:180])
    bare.close()
    assert bare._clip.users == 0


def test_another_thread_may_ask_too(player):
    alone = [player.frame(tick / 30).copy() for tick in range(0, 60, 2)]
    seen = {}

    def read(start):
        seen[start] = [player.frame(tick / 30) for tick in range(start, 60, 2)]

    threads = [Thread(target=read, args=(start,)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(a, b) for a, b in zip(alone, seen[0], strict=True))


def test_memory_stays_bounded(player):
    for tick in range(60):
        player.frame(tick / 30)
    assert len(player._pictures) <= 24


@pytest.mark.parametrize(("size", "height"), [((1080, 1920), 540), ((1920, 1080), 333), ((270, 480), 2000)])
def test_preview_sizes_are_even_and_not_enlarged(size, height):
    width, high = preview_size(*size, height)
    assert width % 2 == high % 2 == 0 and high <= min(height, size[1])
    assert width / high == pytest.approx(size[0] / size[1], rel=0.02)
