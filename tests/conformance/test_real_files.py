"""Real files by others: each is rendered, early and late, or declined with what is wrong with it.

They lie in ../shared/media. What the words are is tested in tests/e2e/test_bad_input.py.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from core.media.probe import probe
from tests.conformance.player import Played, play
from tests.conftest import SHARED
from tests.soak.trying_stages import Ready, get_ready, render_clip

MEDIA = SHARED / "media"
VIDEOS = {
    "av1_hdr_pq_20s.webm": 20.0,
    "av1_sdr_same_scene_20s.webm": 20.0,
    "interview_split_screen_18s_720p.mp4": 17.5,
    "one_speaker_noisy_room_9s_720p.mp4": 9.0,
    "phone_screen_recording_vfr_30s.mp4": 30.3,
    "rotated_surround_2s_1080p.mp4": 2.0,
    "stage_and_audience_cuts_10s.mp4": 10.0,
    "two_spoken_audio_tracks_5s.mp4": 4.6,
    "two_video_two_audio_two_subs_13s.mp4": 13.1,
    "vertical_two_roles_captioned_21s.mp4": 20.6,
}
LONG_VIDEOS = {
    "interview_two_seats_73s.mp4": 73.0,
    "slides_voiceover_241s_1080p.ts": 241.0,
    "two_people_no_audio_41s_720p.webm": 41.4,
}
# Seconds that can be used at least, whether there is a picture, whether there is sound.
USABLE = {
    "anamorphic_sar_2_1.mp4": (4.9, True, False),
    "channels_change_midway.ogg": (1.0, False, True),
    "claims_10s_cut_at_1s.mp3": (0.9, False, True),
    "hevc_10bit_tiny.mp4": (0.9, True, False),
    "huge_cover_art_1s.mp3": (0.9, False, True),
    "malformed_join.mp3": (1.0, False, True),
    "mkv_audio_video_offset.mkv": (5.0, True, True),
    "mp3_audio_in_mp4.mp4": (11.0, True, True),
    "no_duration.webm": (4.5, True, True),
    "no_timescale.mp4": (0.2, True, False),
    "non_utf8_tags.ogg": (0.9, False, True),
    "opus_two_descriptions.mp4": (1.0, False, True),
    "starts_without_keyframe.ts": (1.0, True, True),
}
DECLINED = (
    *("bad_crc.ogg", "bad_header.wav", "chunk_out_of_range.mp4", "claims_42s_no_frames.mp4", "empty_0_bytes.webm"),
    *("ebml_version_too_new.mkv", "encrypted_cenc.mp4", "git_lfs_pointer.mp4", "init_segment_only.mp4"),
    *("no_moov_512_bytes.mp4", "truncated_claims_35s.mp4", "zero_timescale.mp4"),
)
CLIP_SECONDS = 0.6


def of_file(name: str, folder: str) -> Path:
    path = MEDIA / folder / name
    if not path.exists():
        pytest.skip(f"real test media is not here (../shared/media/{folder})")
    return path


def rendered(ready: Ready, start: float, folder: Path) -> Played:
    """Render a clip; return how it plays."""
    media, (delivery,) = render_clip(ready, start, CLIP_SECONDS, folder)
    played = play(delivery.file)
    assert len(played.seconds) == delivery.frame_count == round(media.cut.duration * media.fps)
    assert np.ptp(np.diff(played.timestamps)) == 0
    assert played.pieces
    return played


def level(played: Played) -> float:
    return float(np.abs(np.concatenate(played.pieces)).max())


@pytest.mark.parametrize("name", VIDEOS)
def test_every_video_renders_early_and_late(name: str, tmp_path: Path) -> None:
    renders_early_and_late(of_file(name, "video"), VIDEOS[name], tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("name", LONG_VIDEOS)
def test_every_long_video_renders_early_and_late(name: str, tmp_path: Path) -> None:
    renders_early_and_late(of_file(name, "video"), LONG_VIDEOS[name], tmp_path)


def renders_early_and_late(path: Path, duration: float, folder: Path) -> None:
    ready = get_ready(path, folder / "prepared")
    assert ready.facts.duration == pytest.approx(duration, abs=0.1)
    for start in (0.0, duration - CLIP_SECONDS):
        played = rendered(ready, start, folder)
        assert ready.facts.audio is not None or level(played) < 1e-4


@pytest.mark.parametrize("name", USABLE)
def test_broken_files_with_something_in_them_give_a_clip(name: str, tmp_path: Path) -> None:
    seconds, has_picture, has_sound = USABLE[name]
    ready = get_ready(of_file(name, "broken"), tmp_path / "prepared")
    assert ready.facts.duration >= seconds
    assert (ready.facts.video is not None and not ready.facts.video.is_still, ready.facts.audio is not None) == (
        has_picture,
        has_sound,
    )
    rendered(ready, min(0.2, ready.facts.duration / 4), tmp_path)


@pytest.mark.parametrize("name", DECLINED)
def test_broken_files_with_nothing_in_them_are_declined(name: str) -> None:
    path = of_file(name, "broken")
    with pytest.raises(MediaError) as caught:
        probe(path)
    assert caught.value.reason and caught.value.remedy and caught.value.file == str(path)


def test_no_file_is_left_out() -> None:
    of_file("empty_0_bytes.webm", "broken")
    videos = {path.name for path in (MEDIA / "video").iterdir() if path.suffix != ".srt"}
    assert videos == {*VIDEOS, *LONG_VIDEOS}
    assert {path.name for path in (MEDIA / "broken").iterdir()} == {*USABLE, *DECLINED}
