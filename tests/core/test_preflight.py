"""What a run is expected to need: never nothing, more for more, and None where nothing is known."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import editing
from core.errors import MediaError
from core.pipeline.graph import Graph, Node
from core.pipeline.records.store import Store
from core.preflight import (
    clip_bytes,
    expected_clips,
    expected_seconds,
    expected_usd,
    ingest_bytes,
    needed_bytes,
    picture_bytes,
)
from core.project import Configuration, Project
from core.schema.choice import ASPECTS
from core.schema.endpoint import Endpoint
from core.schema.run import RunOptions
from core.schema.source import AudioStream, MediaFacts, VideoStream
from core.stages import ROOTS, STAGES

HOUR = 3600.0


def facts(duration: float = HOUR, rate: float = 250_000, codec: str = "h264", fps: float = 25.0) -> MediaFacts:
    video = VideoStream(
        index=0, codec=codec, width=1920, height=1080, coded_width=1920, coded_height=1080, fps=fps
    )
    sound = AudioStream(index=1, codec="aac", sample_rate_hz=48000, channels=2)
    size = round(duration * rate)
    return MediaFacts(container="mp4", duration=duration, size_bytes=size, video=video, audio=sound)


wishes = st.builds(
    lambda top, low, more, aspects: RunOptions(
        top=top, min_seconds=low, max_seconds=low + more, aspects=ASPECTS[:aspects]
    ),
    st.integers(1, 200),
    st.floats(1, 120),
    st.floats(0, 120),
    st.integers(1, 3),
)


@given(st.floats(0.5, 6 * HOUR), wishes)
def test_clips_fit_their_source_and_their_limits(duration, options):
    count, seconds = expected_clips(duration, options)
    assert 1 <= count <= options.top
    assert 0 < seconds <= duration
    assert seconds <= count * options.max_seconds + 1e-6


@given(st.floats(1, 6 * HOUR), wishes, st.floats(1_000, 10_000_000))
def test_more_asked_for_is_never_less_needed(duration, options, rate):
    source = facts(duration, rate)
    more = options.model_copy(update={"top": min(200, options.top + 1)})
    for copied in (False, True):
        assert needed_bytes(source, more, copied) >= needed_bytes(source, options, copied) > 0
    assert ingest_bytes(source, True) >= ingest_bytes(source, False) + source.size_bytes
    fewer = options.model_copy(update={"aspects": options.aspects[:1]})
    assert clip_bytes(source, options) >= clip_bytes(source, fewer)
    several = options.model_copy(update={"presets": {options.aspects[0]: ("fast", "tiktok")}})
    assert clip_bytes(source, several) > clip_bytes(source, options)


def test_an_hour_of_talk_with_ten_clips_is_what_it_was_measured_to_be():
    needed = needed_bytes(facts(), RunOptions(), is_copied=False)
    # 116 MB of sound to analyse, and 10 clips of up to 60 s in three aspects, twice.
    assert 700_000_000 < needed < 2_200_000_000


def test_pictures_that_take_more_in_the_source_take_more_in_the_file_up_to_a_limit():
    rates = [picture_bytes(facts(rate=rate)) for rate in (10_000, 100_000, 250_000, 10_000_000, 20_000_000)]
    assert rates == sorted(rates)
    assert rates[-1] == rates[-2] < 500_000
    assert picture_bytes(facts(rate=100_000, codec="hevc")) > picture_bytes(facts(rate=100_000))
    assert picture_bytes(facts(fps=60)) > picture_bytes(facts(fps=30))
    assert picture_bytes(facts().model_copy(update={"video": None})) < rates[-1]


def test_a_model_costs_its_price_and_an_unknown_one_nobody_knows():
    def model(name: str) -> Endpoint:
        return Endpoint(base_url="http://here", model=name)

    assert expected_usd(HOUR, RunOptions(), None) == 0.0
    assert expected_usd(HOUR, RunOptions(), model("of-my-own")) is None
    small, large = (expected_usd(HOUR, RunOptions(), model(name)) for name in ("gpt-5-mini", "gpt-5.5"))
    assert 0.001 < small < large < 0.5


def test_time_is_known_once_every_stage_was_done(tmp_path):
    store, graph = Store(tmp_path / "db.sqlite"), Graph(STAGES, ROOTS)
    source = store.add_source(Path("/talk.mp4"), "print", 1, duration=100.0)
    run = store.add_run(source.id, RunOptions(), "clean@1")

    def seconds() -> float | None:
        return asyncio.run(expected_seconds(store, graph, 1000.0, RunOptions()))

    assert seconds() is None
    for stage in STAGES:
        if stage.per == "source":
            job = store.ensure_job(run.id, Node(stage.name), stage.name)
            store.start_job(job)
            store.complete_job(job, 5.0)
    assert seconds() is None, "rendering was never done"
    clip = editing.new_clip(run.id, 0.0, 10.0, "", "clean@1")
    store.put_clips(run.id, [clip])
    for stage in STAGES:
        if stage.per != "source":
            aspect = "9:16" if stage.per == "delivery" else ""
            job = store.ensure_job(run.id, Node(stage.name, clip.id, aspect), stage.name)
            store.start_job(job)
            store.complete_job(job, 2.0)
    _, of_clips = expected_clips(1000.0, RunOptions())
    by_source = sum(0.05 * 1000 for stage in STAGES if stage.per == "source")
    by_clip = sum(0.2 * of_clips for stage in STAGES if stage.per == "clip")
    by_delivery = sum(0.2 * of_clips * 3 for stage in STAGES if stage.per == "delivery")
    assert seconds() == pytest.approx(by_source + by_clip + by_delivery)
    store.close()


def test_a_project_tells_it_of_a_file_before_it_is_imported(tmp_path, sample_video):
    async def ask() -> None:
        configuration = Configuration(weights_folder=tmp_path / "weights", keeps_free_bytes=1000)
        project = await Project.open(tmp_path / "ws", configuration)
        try:
            found = await project.preflight(sample_video, RunOptions(top=3, min_seconds=5, max_seconds=10))
            assert 10_000_000 < found.needed_bytes < 100_000_000
            assert found.keeps_free_bytes == 1000
            assert (found.seconds, found.usd) == (None, 0.0)
            assert found.fits == (found.free_bytes >= found.needed_bytes + 1000)
            assert project.sources() == []
            with pytest.raises(MediaError):
                await project.preflight(tmp_path / "gone.mp4", RunOptions())
        finally:
            await project.close()

    asyncio.run(ask())
