"""What a file is said to hold, and what the user is told about files that can't be used."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.errors import MediaError
from core.media.probe import probe
from tests.core.media.conftest import Recipe, black_png, even

Media = Callable[[str], Path]


def test_facts_of_an_ordinary_video(media: Media) -> None:
    facts = probe(media("talk.mp4"))
    assert facts.video is not None and facts.audio is not None
    assert (facts.video.width, facts.video.height, facts.video.codec) == (192, 108, "h264")
    assert facts.video.fps == pytest.approx(24)
    assert not facts.video.is_variable_frame_rate and not facts.video.is_hdr and not facts.video.is_still
    assert (facts.audio.sample_rate_hz, facts.audio.channels, facts.audio.codec) == (44100, 2, "aac")
    assert facts.duration == pytest.approx(6.0, abs=0.05)
    assert facts.findings == ()


def test_variable_frame_rate_is_seen(media: Media) -> None:
    video = probe(media("variable.mp4")).video
    assert video is not None and video.is_variable_frame_rate


def test_second_0_is_the_first_timestamp_and_streams_keep_their_offset(media: Media) -> None:
    facts = probe(media("offset.mkv"))
    assert facts.video is not None and facts.audio is not None
    assert facts.start_offset == pytest.approx(2.0, abs=0.002)
    assert facts.video.start == pytest.approx(0.0, abs=0.002)
    assert facts.audio.start == pytest.approx(0.5, abs=0.002)
    assert facts.duration == pytest.approx(3.5, abs=0.05)


def test_a_turned_picture_is_described_upright(media: Media) -> None:
    video = probe(media("turned.mp4")).video
    assert video is not None
    assert (video.width, video.height, video.coded_width, video.coded_height) == (108, 192, 192, 108)
    assert video.rotation_degrees == 90


def test_wide_pixels_are_described_square(media: Media) -> None:
    video = probe(media("wide_pixels.mp4")).video
    assert video is not None
    assert (video.width, video.height) == (256, 108)
    assert video.sample_aspect_ratio == pytest.approx(4 / 3)


def test_sound_alone_and_picture_alone(media: Media) -> None:
    speech, silent = probe(media("speech.wav")), probe(media("silent.mp4"))
    assert speech.video is None and speech.audio is not None
    assert silent.audio is None and silent.video is not None


def test_a_header_without_length_is_measured(media: Media) -> None:
    assert probe(media("live.mkv")).duration == pytest.approx(4.0, abs=0.05)


def test_a_cut_off_file_has_its_usable_length_and_a_warning(media: Media, tmp_path: Path) -> None:
    whole = media("talk.mp4")
    fast = tmp_path / "fast.mp4"
    with av.open(str(whole)) as source, av.open(str(fast), "w", options={"movflags": "faststart"}) as copy:
        streams = {stream.index: copy.add_stream_from_template(stream) for stream in source.streams}
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream_index]
                copy.mux(packet)
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(fast.read_bytes()[: fast.stat().st_size * 6 // 10])
    facts = probe(cut)
    assert 1.0 < facts.duration < 5.0
    assert [(finding.subject, finding.severity) for finding in facts.findings] == [("length", "problem")]
    assert "of the 6.0 s that the file says it has can be played" in facts.findings[0].found


def test_names_that_look_like_addresses_are_files(media: Media, tmp_path: Path) -> None:
    for name in ("http:talk.mp4", "a%03d.mp4", "ünï – 名前 'q'.mp4"):
        copy = tmp_path / name
        shutil.copy(media("turned.mp4"), copy)
        assert probe(copy).video is not None


@pytest.mark.parametrize("name", ["list.m3u8", "list.ffconcat", "list.mp4"])
@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n{path}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile {path.name}\n",
    ],
)
def test_a_playlist_opens_nothing_else(media: Media, tmp_path: Path, name: str, text: str) -> None:
    other = Path(shutil.copy(media("transport.ts"), tmp_path))
    playlist = tmp_path / name
    playlist.write_text(text.format(path=other))
    with pytest.raises(MediaError, match="text file"):
        probe(playlist)


def test_a_still_picture_is_declined(tmp_path: Path) -> None:
    import cv2

    picture = tmp_path / "photo.png"
    cv2.imwrite(str(picture), np.zeros((60, 80, 3), np.uint8))
    with pytest.raises(MediaError, match="picture, not a video"):
        probe(picture)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.mp4", b"", "is empty"),
        ("notes.mp4", b"Dear diary, today I renamed a text file.\n" * 40, "text file"),
        ("pointer.mp4", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "Git LFS"),
        ("noise.mp4", np.random.default_rng(0).bytes(9000), "not video or audio"),
        ("head.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(300), "damaged or was cut off"),
    ],
)
def test_what_is_no_media_is_named_and_explained(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(MediaError, match=reason) as told:
        probe(file)
    assert told.value.file == str(file)
    assert told.value.remedy


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="does not exist"):
        probe(tmp_path / "gone.mp4")
    with pytest.raises(MediaError, match="folder"):
        probe(tmp_path)


BROKEN = {
    "truncated_claims_35s.mp4": "Only 0.5 s of the 35.2 s that the file says it has can be played.*too short",
    "empty_0_bytes.webm": "empty",
    "git_lfs_pointer.mp4": "Git LFS",
    "no_moov_512_bytes.mp4": "damaged or was cut off",
    "chunk_out_of_range.mp4": "damaged or was cut off",
    "zero_timescale.mp4": "none of its pictures or sound",
    "claims_42s_no_frames.mp4": "none of its pictures or sound",
    "encrypted_cenc.mp4": "encrypted",
    "init_segment_only.mp4": "neither pictures nor sound",
    "ebml_version_too_new.mkv": "too new",
    "bad_crc.ogg": "damaged",
    "bad_header.wav": "damaged",
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_broken_files_of_the_world(shared_media: Path, name: str) -> None:
    with pytest.raises(MediaError, match=BROKEN[name]) as told:
        probe(shared_media / "broken" / name)
    assert told.value.file.endswith(name) and told.value.remedy


@pytest.mark.parametrize(
    ("name", "size", "rotation"),
    [
        ("video/rotated_surround_2s_1080p.mp4", (1080, 1920), -90),
        ("broken/anamorphic_sar_2_1.mp4", (1280, 360), 0),
        ("video/two_video_two_audio_two_subs_13s.mp4", (480, 270), 0),
    ],
)
def test_odd_pictures_of_the_world(shared_media: Path, name: str, size: tuple[int, int], rotation: int) -> None:
    video = probe(shared_media / name).video
    assert video is not None
    assert (video.width, video.height) == size
    assert video.rotation_degrees == rotation


def test_claims_of_the_world_are_checked(shared_media: Path) -> None:
    assert probe(shared_media / "broken/claims_10s_cut_at_1s.mp3").duration == pytest.approx(1.02, abs=0.1)
    assert probe(shared_media / "broken/no_duration.webm").duration == pytest.approx(4.94, abs=0.1)
    assert probe(shared_media / "broken/huge_cover_art_1s.mp3").video is None
    hdr = probe(shared_media / "video/av1_hdr_pq_20s.webm").video
    phone = probe(shared_media / "video/phone_screen_recording_vfr_30s.mp4").video
    assert hdr is not None and hdr.is_hdr
    assert phone is not None and phone.is_variable_frame_rate


@pytest.mark.parametrize(("side", "is_taken"), [(1_000, True), (9_000, False)])
def test_pictures_of_gigabytes_in_a_few_kilobytes_are_declined(tmp_path: Path, side: int, is_taken: bool) -> None:
    path = tmp_path / "large.mov"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("png", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "rgb24"
        container.start_encoding()
        for number in range(12):
            packet = av.Packet(black_png(side))
            packet.pts = packet.dts = number
            packet.time_base, packet.stream = Fraction(1, 10), stream
            container.mux(packet)
    if is_taken:
        assert probe(path).video is not None
        return
    with pytest.raises(MediaError, match="9,000 × 9,000 pixels, which is too large"):
        probe(path)


def test_a_file_that_would_last_for_days_is_declined(make_media: Callable[[str, Recipe], Path]) -> None:
    """A flipped bit in a timestamp would otherwise have days of silence written for the analysis."""
    path = make_media("days.mkv", Recipe(seconds=[*even(24), 140_000.0]))
    with pytest.raises(MediaError) as caught:
        probe(path)
    assert "39 hours" in caught.value.reason and caught.value.remedy
