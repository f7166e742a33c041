"""The check of finished files: sound ones pass, and each way of spoiling one fails its own check and no other."""

from __future__ import annotations

import re
import shutil
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.errors import Cancelled
from core.media.audio import measure_loudness
from core.media.probe import probe
from core.render.check import check_file, check_files
from core.render.engine import render
from core.render.quality.captions import check_captions, painted_ink
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.check import CheckName
from core.schema.composition import MediaReference
from core.schema.framing import FacePoint, FaceTrack, LayoutSpan, Region
from core.schema.preset import EncodePreset
from core.schema.style import LowerThirdStyle, SafeZone, Style
from core.schema.time import Cut, TimeSpan

RATE_HZ = 48_000
SIZE = (480, 270)
FPS = 30
NAMES = CheckName.__args__
# The finished clips of these tests show these seconds of the source.
START, END = 1.0, 7.0


def failed(checks):
    """Return the names of the checks that failed."""
    return {check.name for check in checks if not check.is_passed}


def found(checks, name):
    """Return what a check says."""
    return next(check.found for check in checks if check.name == name)


def moving_picture(index, size=SIZE):
    """Return (height, width, 3) RGB: a lit disc that wanders over a shaded ground."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    at = index / FPS
    centre = width * (0.5 + 0.35 * np.sin(2.1 * at)), height * (0.45 + 0.25 * np.cos(1.7 * at))
    disc = np.hypot(x - centre[0], y - centre[1]) < height / 5
    ground = 60 + 60 * x / width + 30 * np.sin(y / 9)
    return np.repeat(np.where(disc, 210, ground).astype(np.uint8)[..., None], 3, axis=2)


def speech(seconds):
    """Return (n,) 48 kHz: bursts of noise with pauses, loud and soft, as speech has."""
    rng = np.random.default_rng(11)
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    syllables = np.clip(np.sin(2 * np.pi * 3.1 * at) + np.sin(2 * np.pi * 0.7 * at), 0.0, None)
    return (0.12 * syllables * rng.normal(0, 1, len(at)).clip(-2.5, 2.5)).astype(np.float32)


@pytest.fixture(scope="module")
def talk(tools, media_folder):
    """Eight seconds of moving picture and something like speech."""
    path = media_folder / "talk.mp4"
    times = [index / FPS for index in range(8 * FPS)]
    pictures = (moving_picture(index) for index in range(len(times)))
    return tools["write_media"](path, pictures, times, speech(8.0), options={"g": "60", "preset": "veryfast"})


@pytest.fixture(scope="module")
def plan(talk):
    """A plan that brings the clip to −14 LUFS."""
    measured = measure_loudness(talk, probe(talk), Cut(ranges=(TimeSpan(start=START, end=END),)))
    return AudioPlan(
        measured_lufs=measured.lufs, measured_peak_dbtp=measured.peak_dbtp, gain_db=-14 - measured.lufs
    )


@pytest.fixture(scope="module")
def composition(tools, talk, plan):
    """Six seconds of the talk, with captions."""
    texts = ("so", "we", "asked", "every", "customer", "why")
    words = [CueWord(text=text, start=0.5 + index, end=1.3 + index) for index, text in enumerate(texts[:5])]
    cues = tuple(CaptionCue(start=word.start, end=word.end + 0.1, words=(word,)) for word in words)
    return tools["compose"](talk, [(START, END)], audio=plan, cues=cues)


@pytest.fixture(scope="module")
def finished(composition, tmp_path_factory):
    """The finished file of the composition; not to be written to."""
    file = tmp_path_factory.mktemp("finished") / "clip.mp4"
    render([composition], [file])
    return file


def rewrite(source, target, pictures=None, sound=None, faststart=True, options=None, tagged=True):
    """Encode a finished file anew: its pictures (RGB) and sound (n, 2) pass through functions on the way."""
    with av.open(str(source)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        frames = [frame.to_ndarray(format="yuv420p") for frame in container.decode(video)]
        container.seek(0)
        samples = np.concatenate([frame.to_ndarray() for frame in container.decode(audio)], axis=1).T
    frames = pictures(frames) if pictures else frames
    samples = sound(samples[: len(frames) * RATE_HZ // FPS]) if sound else samples[: len(frames) * RATE_HZ // FPS]
    with av.open(str(target), "w", options={"movflags": "+faststart"} if faststart else {}) as container:
        video = container.add_stream(
            "libx264", rate=FPS, options={"crf": "12", "preset": "superfast", "g": "15", **(options or {})}
        )
        context = video.codec_context
        context.width, context.height, context.pix_fmt = *SIZE, "yuv420p"
        if tagged:
            context.color_range = context.color_primaries = context.color_trc = context.colorspace = 1
        audio = container.add_stream("aac", rate=RATE_HZ)
        audio.codec_context.layout, audio.codec_context.bit_rate = "stereo", 160_000
        for index, picture in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="yuv420p")
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        whole = np.ascontiguousarray(samples.T, dtype=np.float32)
        for start in range(0, whole.shape[1], 1024):
            piece = np.ascontiguousarray(whole[:, start : start + 1024])
            frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
            container.mux(audio.encode(frame))
        container.mux(audio.encode(None))
    return target


def remux(source, target, keep=lambda index: True, shift_sound=0.0, shift_picture=0.0):
    """Copy packets into a new file: some pictures left out, one track moved by seconds."""
    with av.open(str(source)) as read, av.open(str(target), "w", options={"movflags": "+faststart"}) as written:
        streams = {stream.index: written.add_stream_from_template(stream) for stream in read.streams}
        index = -1
        for packet in read.demux():
            if packet.dts is None:
                continue
            kind = packet.stream.type
            index += kind == "video"
            if kind == "video" and not keep(index):
                continue
            shift = round((shift_picture if kind == "video" else shift_sound) / packet.time_base)
            packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
            packet.stream = streams[packet.stream.index]
            written.mux(packet)
    return target


def test_a_good_file_passes_all(finished, composition):
    checks = check_file(finished, composition)
    assert tuple(check.name for check in checks) == NAMES
    assert failed(checks) == set()
    assert "−14" in found(checks, "loudness")
    assert "180" in found(checks, "frames")
    assert "within" in found(checks, "sync") and "right one at" in found(checks, "sync")


def test_a_copy_that_is_encoded_again_passes_as_well(finished, composition, tmp_path):
    assert failed(check_file(rewrite(finished, tmp_path / "again.mp4"), composition)) == set()


def test_all_aspects_of_a_clip_pass_from_one_reading_of_the_source(tools, talk, plan, tmp_path):
    compositions = []
    for aspect, size in {"9:16": (270, 480), "1:1": (270, 270), "16:9": SIZE}.items():
        width = 270 * size[0] / size[1]
        crop = tools["still_crop"]((480 - width) / 2, 0, width, 270)
        span = LayoutSpan(start=0, end=END - START, layout="follow", regions=(Region(crop=crop),))
        compositions.append(tools["compose"](talk, [(START, END)], size, [span], aspect=aspect, audio=plan))
    files = [tmp_path / f"{index}.mp4" for index in range(3)]
    render(compositions, files)
    for checks in check_files(files, compositions):
        assert failed(checks) == set()


def test_joins_a_film_rate_and_a_title_pass(tools, talk, tmp_path):
    ranges = [(0.5, 2.0), (4.0, 5.25), (2.5, 3.5)]
    composition = tools["compose"](
        talk,
        ranges,
        rate=Fraction(24000, 1001),
        overlays=(Overlay(kind="hook", start=0.0, end=2.0, text="A title"),),
    )
    (delivery,) = render([composition], [tmp_path / "clip.mp4"])
    checks = check_file(delivery.file, composition)
    assert failed(checks) == set()
    assert "title" in found(checks, "captions")


def test_what_is_painted_together_is_told_apart(tools):
    style = Style(name="t", version=1, lower_third=LowerThirdStyle(is_shown=True))
    overlays = (
        Overlay(kind="hook", start=0.0, end=3.0, text="A title"),
        Overlay(kind="lower_third", start=0.0, end=4.0, text="Maria Novak"),
    )
    cue = CaptionCue(start=0.0, end=4.0, words=(CueWord(text="Hello", start=0.0, end=4.0),))
    composition = tools["compose"](Path("x.mp4"), [(0, 4)], style=style, cues=(cue,), overlays=overlays)
    painted = painted_ink(composition)
    told = check_captions(composition, painted)
    assert (
        told.is_passed and told.found == "Inside the safe zone: 1 caption, the title and the name of who speaks."
    )
    title, name, *spoken = painted
    assert (title.what, name.what) == ("the title", "the name of who speaks")
    assert title.box.bottom < name.box.top
    assert spoken and all(ink.cue == cue and ink.box.top > name.box.bottom for ink in spoken)


def test_a_file_cut_off_does_not_decode(finished, composition, tmp_path):
    spoilt = tmp_path / "cut.mp4"
    content = finished.read_bytes()
    spoilt.write_bytes(content[: len(content) * 6 // 10])
    wrong = failed(check_file(spoilt, composition))
    assert {"decodes", "duration", "frames"} <= wrong
    assert not wrong & {"format", "size", "peak", "black", "frozen", "captions", "faces"}


def test_flipped_bytes_do_not_decode(finished, composition, tmp_path):
    content = bytearray(finished.read_bytes())
    first = content.index(b"mdat") + 4000
    for position in range(first, len(content) - 2000, len(content) // 12):
        content[position : position + 24] = bytes(byte ^ 0x5A for byte in content[position : position + 24])
    spoilt = tmp_path / "flipped.mp4"
    spoilt.write_bytes(content)
    assert "decodes" in failed(check_file(spoilt, composition))


@pytest.mark.parametrize("content", [b"", b"not a film", b"\0\0\0\x18ftypmp42" + bytes(2000)])
def test_what_can_not_be_opened_is_a_failed_check_and_no_error(composition, tmp_path, content):
    spoilt = tmp_path / "clip.mp4"
    spoilt.write_bytes(content)
    checks = check_file(spoilt, composition)
    assert tuple(check.name for check in checks) == NAMES
    assert failed(checks) == {*NAMES} - {"captions", "faces"}
    assert "Not known" in found(checks, "sync")


def test_a_file_that_is_gone_is_a_failed_check(composition, tmp_path):
    assert "decodes" in failed(check_file(tmp_path / "gone.mp4", composition))


@pytest.mark.parametrize("late", [-0.08, 0.08])
def test_sound_that_is_moved_is_out_of_sync(finished, composition, tmp_path, late):
    def move(samples):
        return np.roll(samples, round(late * RATE_HZ), axis=0)

    checks = check_file(rewrite(finished, tmp_path / "moved.mp4", sound=move), composition)
    assert failed(checks) == {"sync"}
    assert f"80 ms too {'late' if late > 0 else 'early'}" in found(checks, "sync")


def test_sound_that_is_moved_by_its_timestamps_is_out_of_sync(finished, composition, tmp_path):
    checks = check_file(remux(finished, tmp_path / "late.mp4", shift_sound=0.08), composition)
    assert failed(checks) == {"sync"}
    # Edit lists count in milliseconds.
    assert re.search(r"sound starts .* (79|80|81) ms too late", found(checks, "sync"))


def test_a_picture_that_is_moved_by_its_timestamps_is_out_of_sync(finished, composition, tmp_path):
    checks = check_file(remux(finished, tmp_path / "late.mp4", shift_picture=2 / FPS), composition)
    assert failed(checks) == {"sync"}


@pytest.mark.parametrize(("shift", "words"), [(2, "2 frames too late"), (-2, "2 frames too early")])
def test_a_picture_that_lags_is_out_of_sync(finished, composition, tmp_path, shift, words):
    def move(frames):
        indices = np.clip(np.arange(len(frames)) - shift, 0, len(frames) - 1)
        return [frames[index] for index in indices]

    checks = check_file(rewrite(finished, tmp_path / "moved.mp4", pictures=move), composition)
    assert failed(checks) == {"sync"}
    assert words in found(checks, "sync")


def test_the_sound_of_another_clip_is_told(finished, composition, tmp_path):
    other = np.random.default_rng(1).normal(0, 0.1, (6 * RATE_HZ, 2)).astype(np.float32)
    checks = check_file(rewrite(finished, tmp_path / "other.mp4", sound=lambda samples: other), composition)
    assert "not that of the source" in found(checks, "sync")


def test_a_scene_of_another_clip_is_told(finished, composition, tmp_path):
    def swap(frames):
        return [
            frame[::-1] if frame.shape[0] == 270 else np.concatenate([frame[269::-1], frame[270:]])
            for frame in frames
        ]

    checks = check_file(rewrite(finished, tmp_path / "other.mp4", pictures=swap), composition)
    assert failed(checks) == {"sync"}
    assert "not the one that was composed" in found(checks, "sync")


def test_dropped_frames_are_missed(finished, composition, tmp_path):
    # Of x264's pictures those between two that others refer to can be left out without harm.
    spoilt = remux(finished, tmp_path / "dropped.mp4", keep=_without_disposable(finished, {30, 31, 60, 61}))
    checks = check_file(spoilt, composition)
    assert failed(checks) == {"frames"}
    assert "instead of 180" in found(checks, "frames")


def is_left_out_by_others(packet):
    """Whether no other picture refers to this one: `nal_ref_idc` of its slice is 0 (H.264, 7.4.1)."""
    return bytes(packet)[4] >> 5 & 3 == 0


def _without_disposable(file, about):
    """Return which packets to keep: near each of some numbers the next that no other needs is left out."""
    with av.open(str(file)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.dts is not None]
        free = [index for index, packet in enumerate(packets) if is_left_out_by_others(packet)]
    dropped = {next(index for index in free if index >= wanted) for wanted in about}
    assert dropped
    return lambda index: index not in dropped


def test_uneven_frames_are_told(finished, composition, tmp_path):
    target = tmp_path / "uneven.mp4"
    with av.open(str(finished)) as read, av.open(str(target), "w", options={"movflags": "+faststart"}) as written:
        streams = {stream.index: written.add_stream_from_template(stream) for stream in read.streams}
        for packet in read.demux():
            if packet.dts is None:
                continue
            if packet.stream.type == "video" and packet.pts * packet.time_base == Fraction(2):
                packet.pts += round(Fraction(1, 100) / packet.time_base)
            packet.stream = streams[packet.stream.index]
            written.mux(packet)
    checks = check_file(target, composition)
    assert failed(checks) == {"frames"}
    assert "2 uneven steps" in found(checks, "frames")


def test_a_missing_end_is_too_short(finished, composition, tmp_path):
    checks = check_file(
        rewrite(finished, tmp_path / "short.mp4", pictures=lambda frames: frames[:150]), composition
    )
    # What is left of the sound may have another level.
    assert failed(checks) - {"loudness"} == {"duration", "frames"}
    assert "6.00 s" in found(checks, "duration") and "5.00 s" in found(checks, "duration")


def test_a_clip_longer_than_the_platform_allows_is_told(finished, composition):
    preset = composition.preset.model_copy(update={"max_seconds": 5.0, "title": "Short things"})
    checks = check_file(finished, composition.model_copy(update={"preset": preset}))
    assert failed(checks) == {"duration"}
    assert "Short things" in found(checks, "duration")


@pytest.mark.parametrize("gain", [0.7, 1.12])
def test_another_level_is_told(finished, composition, tmp_path, gain):
    checks = check_file(
        rewrite(finished, tmp_path / "level.mp4", sound=lambda samples: samples * gain), composition
    )
    assert "loudness" in failed(checks) and failed(checks) <= {"loudness", "peak"}
    assert "asked for −14.0" in found(checks, "loudness")


def test_a_peak_over_the_limit_is_told(finished, composition, tmp_path):
    def click(samples):
        spoilt = samples.copy()
        spoilt[100_000:100_003] = [[0.99], [-0.99], [0.99]]
        return spoilt

    # The encoder softens a click of some samples: a tone of a hundredth of a second it keeps.
    def tone(samples):
        spoilt = samples.copy()
        spoilt[100_000:100_480] = np.sin(np.arange(480) / 48 * 2 * np.pi)[:, None]
        return spoilt

    for spoil in (click, tone):
        checks = check_file(rewrite(finished, tmp_path / "peak.mp4", sound=spoil), composition)
        assert failed(checks) <= {"peak"}
    assert failed(checks) == {"peak"}


def test_lost_sound_is_told(finished, composition, tmp_path):
    checks = check_file(rewrite(finished, tmp_path / "mute.mp4", sound=np.zeros_like), composition)
    assert "loudness" in failed(checks)
    assert "No sound is heard" in found(checks, "loudness")


def test_black_pictures_are_told(finished, composition, tmp_path):
    def blacken(frames):
        black = np.full_like(frames[0], 16)
        black[270:] = 128
        return [black if 70 <= index < 95 else frame for index, frame in enumerate(frames)]

    checks = check_file(rewrite(finished, tmp_path / "black.mp4", pictures=blacken), composition)
    assert failed(checks) == {"black"}
    assert "from 2.4 s to 3.2 s" in found(checks, "black")


def test_a_frozen_picture_is_told_though_captions_go_on(finished, composition, tmp_path):
    boxes = [ink.box for ink in painted_ink(composition)]
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)

    def freeze(frames):
        spoilt = list(frames)
        for index in range(18, 84):
            spoilt[index] = frames[18].copy()
            spoilt[index][top:bottom, left:right] = frames[index][top:bottom, left:right]
        return spoilt

    checks = check_file(rewrite(finished, tmp_path / "frozen.mp4", pictures=freeze), composition)
    assert failed(checks) == {"frozen"}
    assert "from 0.6 s to 2.8 s" in found(checks, "frozen")


def test_a_still_and_a_black_source_are_no_faults(tools, media_folder, tmp_path):
    times = [index / FPS for index in range(5 * FPS)]
    slide, black = moving_picture(10), np.zeros((270, 480, 3), np.uint8)
    pictures = (black if index < 45 else slide for index in range(len(times)))
    path = tools["write_media"](media_folder / "slides.mp4", pictures, times, speech(5.0))
    word = CueWord(text="look", start=1.0, end=4.0)
    composition = tools["compose"](path, [(0.0, 5.0)], cues=(CaptionCue(start=1.0, end=4.0, words=(word,)),))
    render([composition], [tmp_path / "clip.mp4"])
    checks = check_file(tmp_path / "clip.mp4", composition)
    assert failed(checks) == set()
    assert "as in the source" in found(checks, "black") and "as in the source" in found(checks, "frozen")


def test_a_source_that_is_gone_leaves_the_file_judged_by_itself(finished, composition, tmp_path):
    gone = composition.model_copy(update={"media": MediaReference(path=tmp_path / "gone.mp4")})
    checks = check_file(finished, gone)
    assert failed(checks) == set()
    assert "can't be compared" in found(checks, "sync")


def test_a_source_without_picture_or_sound(tools, talk, media_folder, tmp_path):
    voice = tools["write_media"](media_folder / "talk.wav", None, [], speech(4.0))
    heard = tools["compose"](
        voice, [(0.5, 3.5)], (270, 480), [], media=MediaReference(path=voice, has_video=False)
    )
    seen = tools["compose"](talk, [(1.0, 4.0)], media=MediaReference(path=talk, has_audio=False))
    for name, composition in (("heard", heard), ("seen", seen)):
        (delivery,) = render([composition], [tmp_path / f"{name}.mp4"])
        assert failed(check_file(delivery.file, composition)) == set()


def test_an_index_at_the_end_is_told(finished, composition, tmp_path):
    checks = check_file(rewrite(finished, tmp_path / "late.mp4", faststart=False), composition)
    assert failed(checks) == {"format"}
    assert "index" in found(checks, "format")


@pytest.mark.parametrize(
    ("changes", "word"),
    [({"options": {"x264-params": "open-gop=1:bframes=3:keyint=15"}}, "open"), ({"tagged": False}, "colours")],
)
def test_open_groups_and_untagged_colours_are_told(finished, composition, tmp_path, changes, word):
    checks = check_file(rewrite(finished, tmp_path / "other.mp4", **changes), composition)
    assert failed(checks) == {"format"}
    assert word in found(checks, "format")


def test_another_codec_and_picture_size_are_told(finished, composition):
    preset = composition.preset.model_copy(update={"video_codec": "hevc"})
    checks = check_file(finished, composition.model_copy(update={"preset": preset, "width": 360}))
    assert "format" in failed(checks)
    assert "H.264, not HEVC" in found(checks, "format") and "360 × 270" in found(checks, "format")


def test_a_file_that_is_too_large_is_told(finished, composition):
    preset = composition.preset.model_copy(update={"max_bytes": 20_000})
    checks = check_file(finished, composition.model_copy(update={"preset": preset}))
    assert failed(checks) == {"size"}
    assert "20 kB" in found(checks, "size")


def test_a_caption_outside_the_zone_is_told(finished, composition):
    tight = Style(name="clean", version=1, safe_zone=SafeZone(top=210, bottom=1000, left=60, right=150))
    named = composition.model_copy(
        update={
            "preset": EncodePreset(crf=12, safe_zone="Shorts"),
            "style": composition.style.model_copy(
                update={"safe_zone": SafeZone(top=0, bottom=0, left=0, right=0)}
            ),
        }
    )
    low = named.style.captions.model_copy(update={"position": 1.0})
    low_style = named.style.model_copy(update={"captions": low})
    checks = check_file(finished, named.model_copy(update={"style": low_style}))
    assert "captions" in failed(checks)
    assert "out of the safe zone of Shorts" in found(checks, "captions")
    assert tight.safe_zone.bottom == 1000


def test_words_that_are_heard_while_their_caption_is_away_are_told(finished, composition):
    first, second, *rest = composition.cues
    late = first.model_copy(update={"start": 0.9})
    checks = check_file(finished, composition.model_copy(update={"cues": (late, second, *rest)}))
    assert failed(checks) == {"captions"}
    assert "“so”" in found(checks, "captions")
    early = second.model_copy(update={"start": 1.2})
    checks = check_file(finished, composition.model_copy(update={"cues": (first, early, *rest)}))
    assert "before the one before" in found(checks, "captions")


def track(x, y, size, seconds=6.0, speaking=0.9, person=1):
    """Return a face that stays where it is."""
    points = tuple(
        FacePoint(at=float(at), x=x, y=y, width=size, height=size, speaking=speaking)
        for at in np.arange(0, seconds, 0.2)
    )
    return FaceTrack(id=person, person=person, points=points)


def test_a_crop_that_misses_the_face_is_told(tools, talk, plan, tmp_path):
    crop = tools["still_crop"](0, 0, 152, 270)
    span = LayoutSpan(start=0, end=END - START, layout="follow", regions=(Region(crop=crop),))
    composition = tools["compose"](talk, [(START, END)], (270, 480), [span], aspect="9:16", audio=plan)
    render([composition], [tmp_path / "clip.mp4"])

    def checks_with(*faces):
        return check_file(tmp_path / "clip.mp4", composition.model_copy(update={"faces": faces}))

    assert failed(checks_with(track(40, 60, 70))) == set()
    missed = checks_with(track(300, 60, 70))
    assert failed(missed) == {"faces"}
    assert "nobody" in found(missed, "faces").lower()


def test_cancelling_stops_at_once(finished, composition):
    seen = []

    def stop(fraction, message):
        seen.append(fraction)
        if fraction > 0.3:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        check_file(finished, composition, stop)
    assert seen == sorted(seen) and seen[-1] < 0.4


def test_progress_ascends_to_the_end(finished, composition):
    seen = []
    check_files([finished, finished], [composition, composition], lambda fraction, message: seen.append(fraction))
    assert seen == sorted(seen) and seen[-1] == 1.0 and len(seen) > 100


def test_the_file_is_left_as_it_was(finished, composition, tmp_path):
    copy = Path(shutil.copy(finished, tmp_path / "clip.mp4"))
    before = copy.read_bytes()
    check_file(copy, composition)
    assert copy.read_bytes() == before and [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]
