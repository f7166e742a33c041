"""Captions alone: transparent elsewhere, and over any picture the same as in an ordinary render."""

from __future__ import annotations

import av
import numpy as np
import pytest

from core.render.alpha import CaptionsPainter, straight
from core.render.engine import render
from core.render.presets import preset_named
from core.render.still import exact_frame
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import Style

SIZE = (270, 480)
TICK = 20


@pytest.fixture
def composition(tools, counted, tmp_path):
    """Two seconds of captions and a title, of a source that is not there any more."""
    words = (CueWord(text="Rainy", start=0.5, end=1.0), CueWord(text="day", start=1.0, end=1.5))
    return tools["compose"](
        tmp_path / "gone.mp4",
        [(0.0, 2.0)],
        SIZE,
        preset=preset_named("captions"),
        cues=(CaptionCue(start=0.5, end=1.5, words=words),),
        overlays=(Overlay(kind="hook", text="A title", start=0.0, end=1.2),),
        style=Style(name="clean", version=1),
    )


def planes(frame):
    """Return Y, U, V and alpha of a decoded frame, (4, height, width), as shares of the full 12 bits."""
    found = []
    for plane in frame.planes:
        rows = np.frombuffer(plane, np.uint16).reshape(frame.height, -1)[:, : frame.width]
        found.append(rows / 4095)
    return np.array(found)


def rgb_and_alpha(frame):
    """Return (height, width, 3) RGB and (height, width, 1) alpha, 0 to 1, of straight BT.709 in limited range."""
    y, u, v, alpha = planes(frame)
    luma, blue, red = (y * 4095 - 256) / 3504, (u * 4095 - 2048) / 3584, (v * 4095 - 2048) / 3584
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152
    return np.stack([r, g, b], axis=2), alpha[..., None]


def decoded(file):
    with av.open(str(file)) as container:
        assert not container.streams.audio
        stream = container.streams.video[0]
        context = stream.codec_context
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (
            1,
            1,
            1,
            1,
        )
        return list(container.decode(stream))


def test_no_source_is_needed_and_every_frame_is_there(composition, tmp_path):
    (delivery,) = render([composition], [tmp_path / "captions.mov"])
    frames = decoded(delivery.file)
    assert len(frames) == delivery.frame_count == 60
    assert {frame.format.name for frame in frames} == {"yuva444p12le"}
    assert delivery.loudness_lufs is None and delivery.thumbnail is None
    assert delivery.encoder == "prores_ks 4444"
    assert planes(frames[-1])[3].max() == 0
    assert planes(frames[TICK])[3].max() == 1


@pytest.mark.parametrize("ground", [(90, 90, 90), (235, 235, 235), (20, 60, 200)])
def test_over_a_ground_it_is_what_an_ordinary_render_shows(tools, composition, tmp_path, ground):
    times = [index / 30 for index in range(60)]
    plain = np.full((SIZE[1], SIZE[0], 3), ground, np.uint8)
    options = {"preset": "ultrafast", "crf": "0"}
    source = tools["write_media"](
        tmp_path / "plain.mp4", (plain for _ in times), times, None, SIZE, pixel_format="yuv444p", options=options
    )
    values = {"cues": composition.cues, "overlays": composition.overlays, "style": composition.style}
    usual = tools["compose"](source, [(0.0, 2.0)], SIZE, source_size=SIZE, **values)
    meant = exact_frame(usual, TICK / 30).astype(float)
    bare = exact_frame(tools["compose"](source, [(0.0, 2.0)], SIZE, source_size=SIZE), TICK / 30).astype(float)
    (delivery,) = render([composition], [tmp_path / "captions.mov"])
    colour, alpha = rgb_and_alpha(decoded(delivery.file)[TICK])
    laid_over = np.clip(colour, 0, 1) * 255 * alpha + bare * (1 - alpha)
    # The ordinary picture has a quarter of the chroma: luma tells of edges, colour of areas.
    luma = np.array([0.2126, 0.7152, 0.0722])
    apart = np.abs((laid_over - meant) @ luma)
    assert (np.abs((meant - bare) @ luma) > 20).sum() > 500
    assert apart.max() < 20 and apart[apart > 0].mean() < 2
    solid = (alpha[..., 0] > 0.99) & (apart < 2)
    assert np.abs(laid_over - meant)[solid].mean() < 4


def test_letters_keep_their_colour_to_the_edge():
    """At a faint edge the colour is not darkened towards black by its own alpha, and it goes on beyond."""
    orange = np.array([1.0, 0.5, 0.1])
    alpha = np.clip(np.linspace(-0.5, 1.5, 60), 0, 1)[None, :, None].repeat(40, axis=0)
    premultiplied = np.concatenate([orange * alpha, alpha], axis=2).astype(np.float32)
    rgba = straight(premultiplied)
    assert np.allclose(rgba[..., 3], alpha[..., 0])
    edge = int(np.argmax(alpha[0, :, 0] > 0))
    assert np.abs(rgba[:, edge - 6 :, :3] - orange).max() < 1e-3
    assert not rgba[:, : edge - 10].any()


def test_the_picture_is_empty_far_from_all_letters(composition):
    rgba, _ = CaptionsPainter(composition).rgba(TICK)
    assert rgba[..., 3].max() == 255
    assert not rgba[-1].any() and not rgba[:, 0].any()


def test_what_does_not_change_is_not_painted_again(composition):
    painter = CaptionsPainter(composition)
    assert painter.paint(58) is painter.paint(59)
    assert painter.paint(TICK) is not painter.paint(58)


def test_captions_and_the_clip_come_from_one_call(tools, counted, composition, tmp_path):
    clip = tools["compose"](counted, [(0.0, 2.0)], SIZE)
    alone = composition.model_copy(update={"media": clip.media})
    first, second = render([alone, clip], [tmp_path / "captions.mov", tmp_path / "clip.mp4"])
    assert len(decoded(first.file)) == 60
    assert len(tools["play"](second.file).pictures) == 60
    assert second.thumbnail and not first.thumbnail
