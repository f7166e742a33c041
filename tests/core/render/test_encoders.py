"""The contract of encoders, proved for every one in software; and what happens where hardware fails."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest

import core.render.encoders as listed
from core.errors import RenderError
from core.media.planes import Picture
from core.media.probe import probe
from core.render.encode import EncoderFailed, OutputFile
from core.render.encoder import Target, mean_rate_bps
from core.render.encoders import ENCODERS, encoders_for
from core.render.engine import render
from core.render.presets import preset_named
from core.render.working import choose_encoder, problem_of, working_encoders
from core.schema.preset import EncodePreset
from tests.slices import sliced

# Of each codec the preset that is quick to make; the settings that tests are about are the encoder's own.
PRESETS = {
    "h264": EncodePreset(crf=16),
    "hevc": preset_named("hevc").model_copy(update={"effort": "ultrafast", "crf": 16}),
    "av1": preset_named("av1").model_copy(update={"effort": "12", "crf": 20}),
    "prores": preset_named("master"),
}
NAMES = {"h264": "h264", "hevc": "hevc", "av1": "av1", "prores": "prores"}
EVERY = pytest.mark.parametrize("codec", PRESETS)
# Two keyframes for the codecs that have one in two seconds.
RANGES = [(0.5, 2.9)]
FRAMES = 72


@pytest.fixture(scope="module")
def made(tools, counted, tmp_path_factory):
    """Return a function that gives the finished file of a codec; each is rendered once, sound with it."""
    folder = tmp_path_factory.mktemp("made")
    known = {}

    def file(codec):
        if codec not in known:
            preset = PRESETS[codec]
            composition = tools["compose"](counted, RANGES, preset=preset, title="Why")
            (known[codec],) = render([composition], [folder / f"{codec}{preset.suffix}"])
        return known[codec]

    return file


@EVERY
def test_pictures_sound_and_tags_are_right(tools, made, codec):
    delivery = made(codec)
    played = tools["play"](delivery.file)
    assert played.numbers == list(range(15, 15 + FRAMES))
    assert played.tags == (1, 1, 1)
    assert played.seconds == pytest.approx([index / 30 for index in range(FRAMES)], abs=1e-4)
    assert played.duration == pytest.approx(delivery.duration, abs=0.001)
    with av.open(str(delivery.file)) as container:
        assert container.streams.video[0].codec_context.name.startswith((NAMES[codec], "libdav1d"))
        assert container.metadata["title"] == "Why"
        assert container.metadata["comment"] == "Made with Shortlist, style clean@1"
        assert "creation_time" not in container.metadata
    content = delivery.file.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    # QuickTime's players take HEVC under this name alone.
    assert codec != "hevc" or b"hvc1" in content


@EVERY
def test_every_group_of_pictures_is_closed(made, codec):
    """What begins at a keyframe can be decoded without anything before it, completely."""
    packets = []
    with av.open(str(made(codec).file)) as container:
        stream = container.streams.video[0]
        packets = [packet for packet in container.demux(stream) if packet.size]
        starts = [index for index, packet in enumerate(packets) if packet.is_keyframe]
        assert len(starts) >= 2
        decoder = av.CodecContext.create(stream.codec_context.name, "r")
        decoder.extradata = stream.codec_context.extradata
        shown = []
        for packet in packets[starts[1] :]:
            shown += decoder.decode(packet)
        shown += decoder.decode(None)
    assert len(shown) == len(packets) - starts[1]
    assert shown[0].key_frame
    assert min(frame.pts for frame in shown) == packets[starts[1]].pts


@EVERY
def test_the_same_pictures_give_the_same_bytes(tools, counted, made, tmp_path, codec):
    preset = PRESETS[codec]
    composition = tools["compose"](counted, RANGES, preset=preset, title="Why")
    # Beside another file, so that threads meet in another order.
    files = [tmp_path / f"again{preset.suffix}", tmp_path / "other.mp4"]
    again, _ = render([composition, tools["compose"](counted, RANGES)], files)
    assert _digest(again.file) == _digest(made(codec).file)


def _digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_master_keeps_its_sound_whole(made):
    with av.open(str(made("prores").file)) as container:
        sound = container.streams.audio[0]
        assert sound.codec_context.name == "pcm_s24le"
        samples = np.concatenate([frame.to_ndarray().reshape(-1, 2) for frame in container.decode(sound)])
    assert len(samples) == round(FRAMES / 30 * 48_000)
    # The source's beep has a peak of half of full scale.
    assert np.abs(samples).max() / 2**31 == pytest.approx(0.5, abs=0.06)


def test_every_codec_and_its_captions_have_an_encoder_in_software_first():
    for preset in (*PRESETS.values(), preset_named("captions")):
        encoder = encoders_for(preset, is_hardware=False)[0]
        assert not encoder.is_hardware and encoder.shows == preset.shows
    assert [encoder.name for encoder in encoders_for(EncodePreset(), is_hardware=False)] == ["libx264"]


def test_the_mean_rate_is_youtubes_and_halves_with_quality():
    target = Target(EncodePreset(), 1920, 1080, Fraction(30), 20.2)
    assert mean_rate_bps(target) == pytest.approx(8e6, rel=0.01)
    assert mean_rate_bps(replace(target, crf=26.2)) == pytest.approx(4e6, rel=0.01)


def test_software_encoders_work_here_and_are_offered():
    working = working_encoders()
    assert {"libx264", "libx265", "libsvtav1", "prores_ks"} <= {encoder.name for encoder in working}
    assert not any(problem_of(encoder) for encoder in working)


@pytest.mark.parametrize("encoder", [one for one in ENCODERS if one.is_hardware], ids=lambda one: one.name)
def test_hardware_is_offered_or_its_problem_is_told(encoder):
    problem = problem_of(encoder)
    assert (
        encoder in working_encoders()
        if not problem
        else problem.startswith((f"The encoder {encoder.name} ", "it gave "))
    )


def test_an_encoder_that_gives_other_pictures_is_not_believed():
    # A real encoder that is given no colour stands for a driver that loses it.
    usual = encoders_for(EncodePreset(), is_hardware=False)[0]
    assert not problem_of(usual)
    assert "other pictures" in problem_of(replace(usual, pixel_format="gray"))


@pytest.mark.parametrize("name", ["http:clip.mp4", "clip%03d.mp4"])
def test_names_that_look_like_addresses_are_files(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    target = Target(EncodePreset(), 64, 64, Fraction(25), 30.0)
    output = OutputFile(Path(name), encoders_for(EncodePreset(), is_hardware=False)[0], target, 25, None)
    for _ in range(25):
        picture = Picture.blank(64, 64)
        for plane in picture.planes:
            plane[:] = 100
        output.write(picture)
    output.finish()
    assert probe(tmp_path / name).video is not None


def test_an_encoder_that_is_not_there_is_told(tmp_path):
    missing = replace(encoders_for(EncodePreset(), is_hardware=False)[0], name="h264_of_next_year")
    assert "h264_of_next_year" in problem_of(missing)
    with pytest.raises(EncoderFailed):
        OutputFile(tmp_path / "a.mp4", missing, Target(EncodePreset(), 64, 64, Fraction(30), 20), 1, None)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def breaking(tmp_path, monkeypatch):
    """List a hardware encoder that encodes a second and then really fails: x264, whose notes fill their disk.

    x264 gives up a frame when its statistics can't be written, which shows after a buffer of 4096 characters.
    """
    if sys.platform != "linux":
        pytest.skip("needs /dev/full")
    (tmp_path / "notes.temp").symlink_to("/dev/full")
    notes = f"pass=1:stats={tmp_path / 'notes'}:mbtree=0"

    def options(target):
        return {"preset": "superfast", "x264-params": notes}

    encoder = replace(encoders_for(EncodePreset(), is_hardware=False)[0], options=options, is_hardware=True)
    monkeypatch.setattr(listed, "ENCODERS", (encoder, *ENCODERS))
    return encoder


def test_hardware_that_fails_in_mid_render_is_replaced_from_the_first_frame(tools, counted, tmp_path, breaking):
    assert not problem_of(breaking)
    folder = tmp_path / "out"
    folder.mkdir()
    by_hardware = tools["compose"](counted, [(0.0, 4.0)], prefers_hardware=True)
    in_software = tools["compose"](counted, [(0.0, 4.0)])
    seen = []
    files = [folder / "a.mp4", folder / "b.mp4"]
    first, second = render([by_hardware, in_software], files, lambda done, message: seen.append(message))
    assert _digest(first.file) == _digest(second.file)
    assert tools["play"](first.file).numbers == list(range(120))
    (told,) = [choice for choice in first.choices if choice.degraded]
    assert told.subject == "encoder" and told.chosen == "libx264" and "software" in told.reason
    assert not second.choices
    assert any(message.startswith("rendering again in software: frame 1 of") for message in seen)
    # It had begun well: what failed was not the opening.
    assert seen.index("rendering again in software: frame 1 of 120") > 30
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg", "a.mp4", "b.jpg", "b.mp4"]


def test_software_that_fails_is_told_and_leaves_nothing(tools, counted, tmp_path, breaking, monkeypatch):
    monkeypatch.setattr(listed, "ENCODERS", (replace(breaking, is_hardware=False), *ENCODERS))
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(RenderError) as caught:
        render([tools["compose"](counted, [(0.0, 4.0)])], [folder / "a.mp4"])
    assert "libx264" in caught.value.reason
    assert list(folder.iterdir()) == []


def test_without_hardware_software_is_chosen_and_told(monkeypatch):
    software = tuple(encoder for encoder in ENCODERS if not encoder.is_hardware)
    monkeypatch.setattr(listed, "ENCODERS", software)
    encoder, choices = choose_encoder(EncodePreset(), True)
    assert encoder.name == "libx264"
    assert [choice.chosen for choice in choices] == ["libx264"] and not choices[0].degraded
    assert choose_encoder(EncodePreset(), False) == (encoder, ())


SIZED = pytest.mark.parametrize("codec", sliced(["h264", "hevc", "av1"], ("h264", "av1"), str))


@pytest.fixture(scope="module")
def noisy(tools, media_folder):
    """Return two seconds that no codec makes small by itself."""
    random = np.random.default_rng(7)
    scene = random.integers(0, 256, (300, 560, 3), np.uint8)
    pictures = (
        np.ascontiguousarray(scene[index % 30 : index % 30 + 270, index % 60 : index % 60 + 480])
        for index in range(60)
    )
    options = {"preset": "ultrafast", "crf": "20"}
    times = [index / 30 for index in range(60)]
    return tools["write_media"](media_folder / "noisy.mp4", pictures, times, None, options=options)


@SIZED
def test_no_file_is_larger_than_its_preset_allows(tools, noisy, tmp_path, codec):
    compose = partial(tools["compose"], noisy, [(0.0, 2.0)])
    preset = PRESETS[codec]
    (free,) = render([compose(preset=preset)], [tmp_path / "free.mp4"])
    limit = free.size_bytes * 2 // 5
    limited = compose(preset=preset.model_copy(update={"max_bytes": limit}))
    seen = []
    (fitted,) = render([limited], [tmp_path / "fitted.mp4"], lambda done, message: seen.append(message))
    # What is allowed is also used.
    assert limit * 0.65 < fitted.size_bytes <= limit
    assert len(tools["play"](fitted.file).pictures) == 60
    (told,) = fitted.choices
    assert told.subject == "file size" and told.degraded and "that it allows" in told.reason
    assert any(message.startswith("rendering again to fit") for message in seen)
    (again,) = render([limited], [tmp_path / "again.mp4"])
    assert _digest(again.file) == _digest(fitted.file)


def test_a_file_that_fits_anyway_is_the_same_as_without_a_limit(tools, counted, tmp_path):
    limited = EncodePreset(crf=12, max_bytes=50_000_000)
    presets = [EncodePreset(crf=12), limited]
    files = [tmp_path / "a.mp4", tmp_path / "b.mp4"]
    deliveries = render([tools["compose"](counted, [(0.0, 1.0)], preset=one) for one in presets], files)
    assert _digest(files[0]) == _digest(files[1])
    assert not any(delivery.choices for delivery in deliveries)


def test_a_limit_that_leaves_nothing_to_watch_is_an_error(tools, noisy, tmp_path):
    preset = EncodePreset(max_bytes=40_000)
    with pytest.raises(RenderError) as caught:
        render([tools["compose"](noisy, [(0.0, 2.0)], preset=preset)], [tmp_path / "a.mp4"])
    assert "40 kB" in caught.value.reason and caught.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_sound_alone_may_be_too_large(tools, counted, tmp_path):
    preset = EncodePreset(max_bytes=30_000)
    with pytest.raises(RenderError):
        render([tools["compose"](counted, [(0.0, 4.0)], preset=preset)], [tmp_path / "a.mp4"])
    assert list(tmp_path.iterdir()) == []


def test_codecs_of_fixed_quality_refuse_a_limit(tools, counted, tmp_path):
    preset = preset_named("master").model_copy(update={"max_bytes": 1_000_000})
    with pytest.raises(RenderError):
        render([tools["compose"](counted, [(0.0, 1.0)], preset=preset)], [tmp_path / "a.mov"])


@pytest.mark.parametrize("crf", sliced([20, 40], ("20",), str))
def test_av1_does_not_depend_on_how_far_its_threads_are(tmp_path, crf):
    encoder = encoders_for(PRESETS["av1"], is_hardware=False)[0]
    pictures = [Picture.blank(480, 270) for _ in range(90)]
    noise = np.random.default_rng(7).integers(0, 256, 480 * 270 + 90 * 97, np.uint8)
    for index, picture in enumerate(pictures):
        picture.y[:] = noise[index * 97 :][: 480 * 270].reshape(270, 480)
        picture.u[:] = picture.v[:] = 128
    files = []
    # One thread does one thing after the other; many meet in another order each time.
    for parameters in ("lp=1", "", ""):
        preset = PRESETS["av1"].model_copy(update={"parameters": parameters, "effort": "8"})
        target = Target(preset, 480, 270, Fraction(30), crf)
        output = OutputFile(tmp_path / f"{len(files)}.mp4", encoder, target, len(pictures), None)
        for picture in pictures:
            output.write(picture)
        output.finish()
        files.append(_digest(output.path))
    assert len(set(files)) == 1
