"""What shots show beside faces: on drawn screens with exact truth, and never in ordinary footage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.media.decode import SampledFrame, sample_frames
from core.media.probe import probe
from core.schema.framing import PictureContent, PixelBox
from core.schema.shot import Shot
from core.schema.time import TimeSpan
from core.vision.content import ContentWatcher
from core.vision.shot_content import edge_colours
from tests.screens import KINDS, PLACES, SIZE, Kind, Place, ScreenScene, filmed, screen

ONE_SHOT = (Shot(start=0, end=60),)


def _watched(samples: list[SampledFrame], shots: tuple[Shot, ...] = ONE_SHOT) -> tuple[PictureContent, ...]:
    watcher = ContentWatcher(shots)
    assert list(watcher.watching(samples)) == samples
    return watcher.finish((), SIZE[0])


def _content(scene: ScreenScene, seconds: float = 2.7) -> PictureContent:
    watcher = ContentWatcher(ONE_SHOT)
    for sample in scene.samples(seconds, 1.0):
        watcher.see(sample)
    (content,) = watcher.finish([scene.track(seconds)] if scene.inset else [], SIZE[0])
    return content


def _holds(outer: PixelBox, inner: PixelBox, play: float = 4.0) -> bool:
    across = outer.x <= inner.x + play and outer.right >= inner.right - play
    return across and outer.y <= inner.y + play and outer.bottom >= inner.bottom - play


SCREENS = [*((kind, "") for kind in KINDS), *((KINDS[i % 4], place) for i, place in enumerate(PLACES))]


@pytest.mark.parametrize(("kind", "place"), SCREENS)
def test_screens_their_writing_and_their_presenter_are_found(kind: Kind, place: Place) -> None:
    scene = screen(kind, place)
    content = _content(scene)
    assert content.is_screen
    for text in scene.texts:
        assert any(_holds(block, text) for block in content.texts), f"a line at {text} was missed"
        assert content.drawn and _holds(content.drawn, text)
    if scene.inset is None:
        assert content.inset is None
    else:
        assert content.inset is not None
        found, truth = content.inset, scene.inset
        for a, b in ((found.x, truth.x), (found.y, truth.y), (found.right, truth.right)):
            assert abs(a - b) <= 4
        assert not any(_holds(truth, block) for block in content.texts), "what is in the inset is no writing"


def test_a_plain_border_is_known_by_its_colour() -> None:
    content = _content(screen("dark slide"))
    assert content.sides == content.ends == (24, 26, 38)
    assert _content(screen("code")).sides == (30, 30, 30), "a bar on the left has another colour"
    noisy = np.random.default_rng(1).integers(0, 255, (90, 160, 3)).astype(np.uint8)
    assert edge_colours(noisy) == (None, None)


def test_a_filmed_person_is_no_screen() -> None:
    samples = [SampledFrame(at, filmed(960, 540, at)) for at in np.arange(0, 4, 0.5).tolist()]
    (content,) = _watched(samples)
    assert not content.is_screen
    assert content.inset is None and content.sides is None and content.drawn is None
    assert content.picture == PixelBox(x=0, y=0, width=1920, height=1080)


def test_writing_that_is_burnt_into_footage_is_found() -> None:
    from PIL import Image, ImageDraw, ImageFont

    def captioned(at: float) -> np.ndarray:
        image = Image.fromarray(filmed(960, 540, at))
        font = ImageFont.load_default(30)
        draw = ImageDraw.Draw(image)
        draw.rectangle((250, 430, 710, 480), fill=(0, 0, 0))
        draw.text((480, 455), "So the week we ran out of money", fill=(255, 255, 255), font=font, anchor="mm")
        return np.asarray(image)

    (content,) = _watched([SampledFrame(at, captioned(at)) for at in (0.0, 1.0, 2.0)])
    assert not content.is_screen
    (caption,) = content.captions
    assert _holds(PixelBox(x=480, y=840, width=960, height=140), caption)
    assert _holds(caption, PixelBox(x=520, y=890, width=880, height=44))


@pytest.mark.parametrize(
    ("bars", "picture"),
    [
        ((0, 120), PixelBox(x=0, y=240, width=1920, height=600)),
        ((300, 0), PixelBox(x=600, y=0, width=720, height=1080)),
    ],
)
def test_black_bars_are_not_of_the_picture(bars: tuple[int, int], picture: PixelBox) -> None:
    across, down = bars

    def barred(at: float) -> np.ndarray:
        frame = np.zeros((540, 960, 3), dtype=np.uint8)
        inside = filmed(960 - 2 * across, 540 - 2 * down, at)
        frame[down : 540 - down, across : 960 - across] = inside
        return frame

    (content,) = _watched([SampledFrame(at, barred(at)) for at in (0.0, 1.0, 2.0)])
    for name in ("x", "y", "right", "bottom"):
        assert getattr(content.picture, name) == pytest.approx(getattr(picture, name), abs=8)


def test_a_tall_video_on_its_own_blur_is_found() -> None:
    import cv2

    texture = np.random.default_rng(3).integers(0, 255, (540, 304, 3)).astype(np.uint8)

    def filled(at: float) -> np.ndarray:
        inside = cv2.addWeighted(filmed(304, 540, at), 0.8, texture, 0.2, 0)
        blurred = cv2.GaussianBlur(cv2.resize(inside[170:341], (960, 540)), (0, 0), 25)
        frame = np.asarray(blurred * 0.5, dtype=np.uint8)
        frame[:, 328:632] = inside
        return frame

    (content,) = _watched([SampledFrame(at, filled(at)) for at in (0.0, 1.0, 2.0)])
    assert content.picture.x == pytest.approx(656, abs=10)
    assert content.picture.right == pytest.approx(1264, abs=10)


def test_interest_lies_where_something_moves() -> None:
    def moving(at: float) -> np.ndarray:
        frame = np.full((540, 960, 3), 120, dtype=np.uint8)
        x = 640 + round(60 * np.sin(4 * at))
        frame[200:330, x : x + 90] = np.random.default_rng(2).integers(0, 255, (130, 90, 3))
        return frame

    (content,) = _watched([SampledFrame(at, moving(at)) for at in np.arange(0, 6, 1 / 7).tolist()])
    assert not content.moves_camera
    across = np.array(content.interest_across)
    assert across.sum() == pytest.approx(1, abs=0.01)
    centre = float((across * (np.arange(len(across)) + 0.5)).sum() / len(across))
    assert 0.62 < centre < 0.8, "the middle of what moves is at seven tenths"


def test_a_camera_that_pans_is_told_from_things_that_move() -> None:
    import cv2

    wide = np.random.default_rng(4).integers(0, 255, (68, 300, 3)).astype(np.uint8)
    wide = np.asarray(cv2.resize(wide, (2400, 540), interpolation=cv2.INTER_CUBIC))
    samples = [
        SampledFrame(at, np.ascontiguousarray(wide[:, round(80 * at) : round(80 * at) + 960]))
        for at in np.arange(0, 6, 1 / 7).tolist()
    ]
    (content,) = _watched(samples)
    assert content.moves_camera


def test_shots_and_pauses_part_what_was_seen() -> None:
    black = np.zeros((54, 96, 3), dtype=np.uint8)
    samples = [SampledFrame(at, black) for at in (0.0, 0.5, 1.0, 1.5, 9.0, 9.5)]
    contents = _watched(samples, (Shot(start=0, end=1.0), Shot(start=1.0, end=20.0)))
    assert [(content.start, content.end) for content in contents] == [(0.0, 0.5), (1.0, 1.5), (9.0, 9.5)]
    assert _watched([]) == ()


FOOTAGE = (
    "interview_split_screen_18s_720p.mp4",
    "interview_two_seats_73s.mp4",
    "one_speaker_noisy_room_9s_720p.mp4",
    "stage_and_audience_cuts_10s.mp4",
    "two_people_no_audio_41s_720p.webm",
    "vertical_two_roles_captioned_21s.mp4",
    "av1_sdr_same_scene_20s.webm",
    "two_video_two_audio_two_subs_13s.mp4",
)


@pytest.mark.parametrize("name", FOOTAGE)
def test_real_footage_is_never_taken_for_a_screen(shared_media: Path, name: str) -> None:
    contents = _real(shared_media / "video" / name, 3.0)
    assert contents and not any(content.is_screen for content in contents)


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["", *PLACES])
def test_every_screen_with_every_presenter_is_found(kind: Kind, place: Place) -> None:
    test_screens_their_writing_and_their_presenter_are_found(kind, place)


@pytest.mark.soak
@pytest.mark.parametrize("name", FOOTAGE)
def test_whole_files_of_real_footage_are_never_taken_for_screens(shared_media: Path, name: str) -> None:
    assert not any(content.is_screen for content in _real(shared_media / "video" / name, 90.0))


@pytest.mark.parametrize(
    ("name", "span"),
    [("slides_voiceover_241s_1080p.ts", (40.0, 42.0)), ("phone_screen_recording_vfr_30s.mp4", (8.0, 11.0))],
)
def test_real_screens_are_known(shared_media: Path, name: str, span: tuple[float, float]) -> None:
    contents = _real(shared_media / "video" / name, span[1], span[0])
    assert contents and all(content.is_screen and content.texts for content in contents)


def _real(path: Path, end: float, start: float = 0.0) -> tuple[PictureContent, ...]:
    facts = probe(path)
    assert facts.video is not None
    watcher = ContentWatcher(())
    span = TimeSpan(start=start, end=min(end, facts.duration))
    for sample in sample_frames(path, facts, [span], 1.5, 960):
        watcher.see(sample)
    return watcher.finish((), facts.video.width)
