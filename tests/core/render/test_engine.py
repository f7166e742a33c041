"""Finished files: exact frames, joins, sync, length, sound, and nothing left behind after a failure."""

from __future__ import annotations

import shutil
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Cancelled, ContractError, DiskFullError, MediaError, RenderError
from core.media.audio import measure_loudness
from core.media.probe import probe
from core.render.attempt import Attempt
from core.render.engine import PICTURES_SHARE, SOUND_SHARE, _pictures_part, render
from core.render.presets import preset_named
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord
from core.schema.composition import MediaReference
from core.schema.time import Cut, TimeSpan

RATE_HZ = 48_000


def rendered(tools, tmp_path, composition):
    (delivery,) = render([composition], [tmp_path / "clip.mp4"])
    return delivery, tools["play"](delivery.file)


def onsets(samples):
    """Return the seconds at which a beep starts."""
    loud = np.abs(samples[:, 0]) > 0.12
    starts = np.flatnonzero(loud)
    return [starts[i] / RATE_HZ for i in range(len(starts)) if i == 0 or starts[i] - starts[i - 1] > RATE_HZ // 5]


def flashes(tools, played):
    """Return the seconds of frames that are the first of a flash."""
    lit = [tools["is_flash"](picture) for picture in played.pictures]
    return [
        second for index, second in enumerate(played.seconds) if lit[index] and (index == 0 or not lit[index - 1])
    ]


def test_first_and_last_frame_are_exact(tools, counted, tmp_path):
    delivery, played = rendered(tools, tmp_path, tools["compose"](counted, [(61 / 30, 101 / 30)]))
    assert played.numbers == list(range(61, 101))
    assert delivery.frame_count == 40
    assert played.seconds == pytest.approx([index / 30 for index in range(40)], abs=1e-4)


def test_from_the_very_start_no_frame_is_black_and_the_first_beep_is_there(tools, counted, tmp_path):
    _, played = rendered(tools, tmp_path, tools["compose"](counted, [(0.0, 1.5)]))
    assert played.numbers == list(range(45))
    assert onsets(played.samples)[0] < 0.002


def test_to_the_very_end(tools, counted, tmp_path):
    _, played = rendered(tools, tmp_path, tools["compose"](counted, [(5.5, 6.0)]))
    assert played.numbers == list(range(165, 180))


def test_joins_show_no_frame_that_was_cut_away(tools, counted, tmp_path):
    ranges = [(10 / 30, 25 / 30), (100 / 30, 110 / 30), (40 / 30, 52 / 30)]
    _, played = rendered(tools, tmp_path, tools["compose"](counted, ranges))
    assert played.numbers == [*range(10, 25), *range(100, 110), *range(40, 52)]


def test_ntsc_rate_keeps_every_frame(tools, counted_ntsc, tmp_path):
    ranges = [(20 * 1001 / 30000, 50 * 1001 / 30000), (80 * 1001 / 30000, 110 * 1001 / 30000)]
    rate = Fraction(30000, 1001)
    delivery, played = rendered(tools, tmp_path, tools["compose"](counted_ntsc, ranges, rate=rate))
    assert played.numbers == [*range(20, 50), *range(80, 110)]
    assert delivery.duration == pytest.approx(60 * 1001 / 30000)


def test_variable_rate_holds_the_frame_that_is_shown(tools, counted_vfr, tmp_path):
    start = counted_vfr.times[counted_vfr.frame_at(1.4)]
    _, played = rendered(tools, tmp_path, tools["compose"](counted_vfr, [(start, start + 2.0)]))
    assert played.numbers == [counted_vfr.frame_at(start + tick / 30) for tick in range(60)]


@pytest.mark.parametrize("start", [0.0, 0.5, 2.3])
def test_flash_and_beep_stay_together(tools, counted, tmp_path, start):
    _, played = rendered(tools, tmp_path, tools["compose"](counted, [(start, start + 2.5)]))
    seen, heard = flashes(tools, played), onsets(played.samples)
    assert len(seen) == len(heard) >= 2
    assert np.abs(np.subtract(seen, heard)).max() < 0.004


def test_sync_survives_joins_and_a_variable_rate(tools, counted_vfr, tmp_path):
    ranges = [(counted_vfr.times[counted_vfr.frame_at(0.8)], 1.6), (2.0, 3.5)]
    _, played = rendered(tools, tmp_path, tools["compose"](counted_vfr, ranges))
    seen, heard = flashes(tools, played), onsets(played.samples)
    assert len(seen) == len(heard) == 3
    assert np.abs(np.subtract(seen, heard)).max() < 0.5 / 30 + 0.002


def test_a_picture_that_starts_late_is_held_and_stays_in_sync(tools, media_folder, tmp_path):
    times = [0.5 + index / 30 for index in range(75)]
    late = tools["write_counted"](media_folder / "late.mp4", times, Fraction(30), 3.0)
    _, played = rendered(tools, tmp_path, tools["compose"](late, [(0.0, 2.5)]))
    assert played.numbers == [late.frame_at(tick / 30) for tick in range(75)]
    assert onsets(played.samples)[1:] == pytest.approx(flashes(tools, played)[1:], abs=0.5 / 30)


def test_sound_is_as_long_as_the_picture(tools, counted, tmp_path):
    delivery, played = rendered(tools, tmp_path, tools["compose"](counted, [(0.31, 2.77)]))
    assert played.sound_start == pytest.approx(0.0, abs=1e-6)
    assert played.duration == pytest.approx(delivery.duration, abs=0.001)
    # Beyond the clip's end a decoder may give the rest of the last AAC frame.
    assert 0 <= len(played.samples) / RATE_HZ - delivery.duration < 1024 / RATE_HZ


def test_all_aspects_come_from_one_call_with_equal_length(tools, counted, tmp_path):
    from core.schema.framing import LayoutSpan, Region

    shapes = {"9:16": (152, 270), "1:1": (270, 270), "16:9": (480, 270)}
    compositions = []
    for aspect, size in shapes.items():
        crop = tools["still_crop"]((480 - size[0]) / 2, 0, size[0], 270)
        span = LayoutSpan(start=0, end=1.0, layout="follow", regions=(Region(crop=crop),))
        compositions.append(tools["compose"](counted, [(1.0, 2.0)], size, [span], aspect=aspect))
    files = [tmp_path / f"{index}.mp4" for index in range(3)]
    deliveries = render(compositions, files)
    played = [tools["play"](file) for file in files]
    assert [len(one.pictures) for one in played] == [30, 30, 30]
    assert len({one.duration for one in played}) == 1
    assert [one.pictures[0].shape[:2][::-1] for one in played] == list(shapes.values())
    assert [delivery.aspect for delivery in deliveries] == list(shapes)
    assert len({one.samples.tobytes() for one in played}) == 1


def test_file_is_tagged_and_its_index_is_in_front(tools, counted, tmp_path):
    delivery, played = rendered(tools, tmp_path, tools["compose"](counted, [(0.0, 1.0)], title="A title"))
    assert played.tags == (1, 1, 1)
    content = delivery.file.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    assert b"A title" in content
    assert delivery.size_bytes == len(content)


def test_keyframes_come_twice_a_second(tools, counted, tmp_path):
    import av

    delivery, _ = rendered(tools, tmp_path, tools["compose"](counted, [(0.0, 2.0)]))
    with av.open(str(delivery.file)) as container:
        keys = [frame.time for frame in container.decode(video=0) if frame.key_frame]
    assert np.diff(keys).max() <= 0.5 + 1e-6


def test_loudness_reaches_the_target(tools, media_folder, tmp_path):
    noise = np.random.default_rng(5).normal(0, 0.02, RATE_HZ * 5).astype(np.float32)
    swell = noise * (1 + np.sin(np.arange(len(noise)) / RATE_HZ * 5)).astype(np.float32)
    times = [index / 30 for index in range(150)]
    pictures = (tools["counter_picture"](index, False, (480, 270)) for index in range(150))
    path = tools["write_media"](media_folder / "swell.mp4", pictures, times, swell)
    cut = Cut(ranges=(TimeSpan(start=0.5, end=4.5),))
    measured = measure_loudness(path, probe(path), cut)
    plan = AudioPlan(
        measured_lufs=measured.lufs, measured_peak_dbtp=measured.peak_dbtp, gain_db=-14 - measured.lufs
    )
    delivery, _ = rendered(tools, tmp_path, tools["compose"](path, [(0.5, 4.5)], audio=plan))
    after = measure_loudness(delivery.file, probe(delivery.file), Cut(ranges=(TimeSpan(start=0, end=4),)))
    assert after.lufs == pytest.approx(-14, abs=0.5)
    assert after.lufs == pytest.approx(delivery.loudness_lufs, abs=0.2)
    assert after.peak_dbtp < -0.7


def test_a_source_without_sound_gets_a_silent_track(tools, media_folder, tmp_path):
    times = [index / 30 for index in range(30)]
    pictures = (tools["counter_picture"](index, False, (480, 270)) for index in range(30))
    path = tools["write_media"](media_folder / "mute.mp4", pictures, times, None)
    composition = tools["compose"](path, [(0.0, 1.0)], media=MediaReference(path=path, has_audio=False))
    delivery, played = rendered(tools, tmp_path, composition)
    assert delivery.loudness_lufs is None
    assert len(played.samples) >= RATE_HZ and np.abs(played.samples).max() < 1e-4


def test_a_source_without_picture_shows_its_sound(tools, media_folder, tmp_path):
    path = tools["write_media"](media_folder / "voice.wav", None, [], np.tile(_bursts(), 3))
    media = MediaReference(path=path, has_video=False)
    composition = tools["compose"](path, [(0.5, 2.5)], (270, 480), [], media=media)
    delivery, played = rendered(tools, tmp_path, composition)
    assert len(played.pictures) == 60
    assert delivery.choices[0].degraded
    # The bar in the middle is what is heard now: a burst at the clip's start, silence half a second later.
    loud, quiet = ((played.pictures[tick][:, 135].max(axis=1) > 140).sum() for tick in (2, 15))
    assert loud > 4 * quiet > 0
    assert played.pictures[0].mean() > 5


def _bursts():
    """Return one second of silence but for a tone from 0.5 to 0.7 s."""
    at = np.arange(RATE_HZ) / RATE_HZ
    return np.where((at >= 0.5) & (at < 0.7), 0.5 * np.sin(2 * np.pi * 300 * at), 0.0).astype(np.float32)


def test_captions_are_in_the_picture_while_they_are_said(tools, counted, tmp_path):
    word = CueWord(text="HELLO", start=0.5, end=1.0)
    cue = CaptionCue(start=0.5, end=1.0, words=(word,))
    _, bare = rendered(tools, tmp_path, tools["compose"](counted, [(1.0, 2.5)]))
    _, captioned = rendered(tools, tmp_path, tools["compose"](counted, [(1.0, 2.5)], cues=(cue,)))
    changed = [
        np.abs(a.astype(int) - b)[100:].max() for a, b in zip(bare.pictures, captioned.pictures, strict=True)
    ]
    assert min(changed[15:30]) > 60
    assert max(changed[:14] + changed[31:]) < 40


@pytest.mark.parametrize("after", [0.01, 0.5, 0.95])
def test_cancelling_leaves_nothing(tools, counted, tmp_path, after):
    def stop(fraction, message):
        if fraction > after:
            raise Cancelled("stopped")

    composition = tools["compose"](counted, [(0.0, 4.0)])
    with pytest.raises(Cancelled):
        render([composition, composition], [tmp_path / "a.mp4", tmp_path / "b.mp4"], stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["best", "av1"])
def test_cancelling_while_an_encoder_empties_leaves_nothing(tools, counted, tmp_path, name):
    """x264 and SVT-AV1 hold some forty frames back, which are encoded after the last one was handed over."""

    def stop(fraction, message):
        if message.endswith("the last frames"):
            raise Cancelled("stopped")

    composition = tools["compose"](counted, [(0.0, 1.5)], preset=preset_named(name))
    with pytest.raises(Cancelled):
        render([composition], [tmp_path / "a.mp4"], stop)
    assert list(tmp_path.iterdir()) == []


def test_each_loudness_has_its_own_sound_and_equal_ones_share_it(tools, counted, tmp_path):
    loud, quiet = AudioPlan(fade_in=0, fade_out=0), AudioPlan(fade_in=0, fade_out=0, gain_db=-12)
    compositions = [tools["compose"](counted, [(0.0, 2.0)], audio=plan) for plan in (loud, quiet, loud)]
    files = [tmp_path / f"{index}.mp4" for index in range(3)]
    render(compositions, files)
    peaks = [np.abs(tools["play"](file).samples).max() for file in files]
    assert peaks[1] == pytest.approx(peaks[0] / 4, rel=0.1)
    assert files[0].read_bytes() == files[2].read_bytes()


def test_compositions_of_different_frame_rates_are_refused(tools, counted, tmp_path):
    two = [tools["compose"](counted, [(0.0, 1.0)], rate=Fraction(rate)) for rate in (30, 25)]
    with pytest.raises(ContractError):
        render(two, [tmp_path / "a.mp4", tmp_path / "b.mp4"])


def test_progress_names_each_frame(tools, counted, tmp_path):
    told = []
    render([tools["compose"](counted, [(0.0, 1.0)])], [tmp_path / "a.mp4"], lambda f, m: told.append(m))
    assert [line for line in told if "frame" in line and "last" not in line] == [
        f"rendering: frame {number} of 30" for number in range(1, 31)
    ]


def test_progress_comes_with_every_frame_and_ascends(tools, counted, tmp_path):
    seen = []
    render([tools["compose"](counted, [(0.0, 1.0)])], [tmp_path / "a.mp4"], lambda f, m: seen.append(f))
    assert len(seen) >= 30 and seen == sorted(seen) and seen[-1] == 1.0


@given(passes=st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_progress_of_several_passes_never_goes_back_by_a_rounding(passes):
    seen, made = [], 0
    for together in passes:
        painted = _pictures_part(lambda at, _message: seen.append(at), made, together, sum(passes))
        for tick in range(8):
            painted(tick / 7, "")
        made += together
    assert seen == sorted(seen) and seen[-1] == SOUND_SHARE + PICTURES_SHARE


def test_a_full_disk_is_told_with_what_to_do(tools, counted, tmp_path):
    composition = tools["compose"](counted, [(0.0, 3.0)])
    # While it is not whole the file has this name.
    Attempt.first(composition, tmp_path / "full.mp4").partial.symlink_to("/dev/full")
    with pytest.raises(DiskFullError) as caught:
        render([composition], [tmp_path / "full.mp4"])
    assert "full" in caught.value.reason and caught.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_real_full_disk_is_told_wherever_it_fills_and_nothing_is_left(tools, counted, small_disk):
    composition = tools["compose"](counted, [(0.0, 3.0)])
    (whole,) = render([composition], [small_disk / "whole.mp4"])
    whole.file.unlink()
    whole.thumbnail.unlink()
    total = shutil.disk_usage(small_disk).total
    # At the start, half-way, when the index is written, and where the last page does not fit.
    for room in (0, whole.size_bytes // 2, whole.size_bytes - 4096, whole.size_bytes - 1):
        (small_disk / "filling").write_bytes(bytes(total - room // 4096 * 4096))
        with pytest.raises(DiskFullError):
            render([composition], [small_disk / "clip.mp4"])
        assert [path.name for path in small_disk.iterdir()] == ["filling"]


def test_a_folder_that_is_not_there_is_told(tools, counted, tmp_path):
    with pytest.raises(RenderError) as caught:
        render([tools["compose"](counted, [(0.0, 1.0)])], [tmp_path / "no" / "a.mp4"])
    assert "folder" in caught.value.reason


def test_a_source_that_is_gone_is_told(tools, tmp_path):
    with pytest.raises(MediaError):
        render([tools["compose"](tmp_path / "gone.mp4", [(0.0, 1.0)])], [tmp_path / "a.mp4"])
    assert list(tmp_path.iterdir()) == []


def test_compositions_of_different_clips_are_refused(tools, counted, tmp_path):
    two = [tools["compose"](counted, [(0.0, 1.0)]), tools["compose"](counted, [(0.0, 2.0)])]
    with pytest.raises(ContractError):
        render(two, [tmp_path / "a.mp4", tmp_path / "b.mp4"])


def test_letters_that_no_font_has_are_told_with_the_file(tools, counted, tmp_path):
    def shown(text):
        cue = CaptionCue(start=0, end=0.5, words=(CueWord(text=text, start=0, end=0.5),))
        composition = tools["compose"](counted, [(0.0, 0.5)], cues=(cue,))
        return rendered(tools, tmp_path, composition)[0].choices

    assert not [choice for choice in shown("plain") if choice.subject == "captions"]
    (told,) = [choice for choice in shown("\U000f1234") if choice.subject == "captions"]
    assert told.degraded and told.chosen == "boxes for 1 letter: \U000f1234"
