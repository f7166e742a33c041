"""Small pictures for a moving hand: near, bounded, of the right moment, and only where they are needed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.media.frames import FrameStream
from core.media.planes import Picture
from core.media.probe import probe
from core.media.skim import NEAR_SECONDS, PER_SECOND, Skim, is_worth_skimming
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan

COUNT, FPS = 160, 30.0


def _write(path: Path, gop: int) -> tuple[Path, MediaFacts]:
    """Write frames whose number is told by two grey levels: n // 16 above, n % 16 below."""
    options = {"preset": "medium", "g": str(gop), "bf": "2", "sc_threshold": "0", "crf": "2"}
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(30), options=options)
        context = stream.codec_context
        context.width, context.height, context.pix_fmt = 64, 64, "yuv420p"
        context.colorspace = context.color_primaries = context.color_trc = context.color_range = 1
        for index in range(COUNT):
            frame = av.VideoFrame(64, 64, "yuv420p")
            for plane, value in zip(frame.planes, (0, 128, 128), strict=True):
                rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
                rows[:] = value
                if plane.height == 64:
                    rows[:32], rows[32:] = 24 + index // 16 * 12, 24 + index % 16 * 12
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path, probe(path)


def number(picture: Picture) -> int:
    """Return which frame a picture is of."""
    high, low = picture.y[:28].mean(), picture.y[36:].mean()
    return round((high - 24) / 12) * 16 + round((low - 24) / 12)


@pytest.fixture(scope="module")
def long_gop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MediaFacts]:
    return _write(tmp_path_factory.mktemp("skim") / "long.mp4", 80)


def test_before_anything_is_ready_it_is_the_keyframe_before(long_gop):
    with Skim(*long_gop) as skim:
        for at, wanted in ((0.5, 0), (2.5, 0), (2.8, 80), (5.0, 80)):
            picture = skim.near(at)
            assert picture is not None
            assert (picture.width, picture.height) == (64, 64)
            assert number(picture) == wanted


def test_what_was_got_ready_is_near_and_in_any_order(long_gop):
    with Skim(*long_gop) as skim:
        shares = list(skim.fill([TimeSpan(start=1.0, end=2.0), TimeSpan(start=3.0, end=4.5)]))
        assert shares == sorted(shares) and shares[-1] == 1.0
        assert len(skim.seconds()) <= 2.5 * PER_SECOND + 4
        for at in (4.2, 1.1, 3.5, 1.9, 1.0):
            picture = skim.near(at)
            assert picture is not None
            # Every third frame is left out, and a picture is kept each twelfth of a second.
            assert abs(number(picture) - at * FPS) <= 4
        far = skim.near(2.6)
        assert far is not None and abs(number(far) / FPS - 2.6) <= NEAR_SECONDS + 0.1


def test_what_was_passed_over_is_not_decoded_again(long_gop):
    with Skim(*long_gop) as skim:
        work = skim.fill([TimeSpan(start=0.0, end=3.0)])
        for _ in range(40):
            next(work)
        work.close()
        so_far = skim.seconds()
        rest = list(skim.fill([TimeSpan(start=0.0, end=3.0)]))
        assert len(rest) < 80
        assert set(so_far) < set(skim.seconds())
        assert list(skim.fill([TimeSpan(start=0.5, end=2.5)])) == [1.0]


def test_it_keeps_to_its_bound(long_gop):
    with Skim(*long_gop, limit_bytes=6000) as skim:
        list(skim.fill([TimeSpan(start=0.0, end=5.0)]))
        assert 0 < skim.held_bytes <= 6000
        assert skim.near(4.9) is not None
        skim.close()
        assert skim.held_bytes == 0


@pytest.mark.parametrize(("gop", "is_worth"), [(300, True), (90, True), (15, False)])
def test_it_is_needed_where_keyframes_are_far_apart_for_the_size(tmp_path, gop, is_worth):
    path, facts = _write(tmp_path / "a.mp4", gop)
    assert facts.video is not None
    large = facts.video.model_copy(update={"coded_width": 1920, "coded_height": 1088})
    span = [TimeSpan(start=0.5, end=5.0)]
    with FrameStream(path, facts.model_copy(update={"video": large})) as stream:
        assert is_worth_skimming(stream, span) == is_worth
    with FrameStream(path, facts) as stream:
        assert not is_worth_skimming(stream, span), "64 pixels are decoded in no time"
