"""Which model is taken by itself, how long it is said to take, and in which words."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.machine import Machine
from core.models.listing import model_states
from core.models.meter import Meter
from core.models.pick import KEEPS_UP, pick_whisper
from core.models.speed import hour_words, measured, model_bytes, seconds_a_second
from core.weights import entry, manifest

GIGABYTE = 1 << 30
LAPTOP = Machine(2, 8 * GIGABYTE, has_gpu=False)
STUDIO = Machine(16, 64 * GIGABYTE, has_gpu=False)
CARD = Machine(4, 16 * GIGABYTE, has_gpu=True)


def put(folder: Path, *names: str) -> None:
    """Write models as large as the listed ones, without a byte in them."""
    for name in names:
        model = folder / "whisper" / name
        model.mkdir(parents=True)
        for file in ("config.json", "tokenizer.json"):
            (model / file).write_bytes(b"{}")
        size = model_bytes(entry(name)) if any(each.name == name for each in manifest()) else 500_000_000
        with (model / "model.bin").open("wb") as stream:
            stream.truncate(size)


def test_the_best_that_keeps_up_is_taken(tmp_path: Path) -> None:
    assert pick_whisper(tmp_path, LAPTOP) is None
    put(tmp_path, "tiny", "small", "large-v3")
    modest, strong = pick_whisper(tmp_path, LAPTOP), pick_whisper(tmp_path, STUDIO)
    assert modest is not None and modest.folder.name == "small" and "2 processor cores" in modest.reason
    assert strong is not None and strong.folder.name == "large-v3"
    card = pick_whisper(tmp_path, CARD)
    assert card is not None and card.folder.name == "large-v3" and "graphics card" in card.reason
    by_processor = pick_whisper(tmp_path, CARD, device="cpu")
    assert by_processor is not None and by_processor.folder.name == "small"


def test_where_none_keeps_up_the_fastest_is_taken_and_said_to_be_slow(tmp_path: Path) -> None:
    put(tmp_path, "medium", "large-v3")
    picked = pick_whisper(tmp_path, Machine(1, 4 * GIGABYTE, has_gpu=False))
    assert (
        picked is not None and picked.folder.name == "medium" and "no Whisper model here keeps up" in picked.reason
    )


def test_english_alone_is_for_english(tmp_path: Path) -> None:
    put(tmp_path, "small.en")
    unknown = pick_whisper(tmp_path, STUDIO)
    assert unknown is not None and "knows English alone" in unknown.reason
    assert pick_whisper(tmp_path, STUDIO, "de") is None
    put(tmp_path, "base")
    for language, name in (("", "base"), ("de", "base"), ("en", "small.en")):
        picked = pick_whisper(tmp_path, STUDIO, language)
        assert picked is not None and picked.folder.name == name


def test_listed_models_come_before_those_put_there_by_hand(tmp_path: Path) -> None:
    put(tmp_path, "zz-own")
    own = pick_whisper(tmp_path, STUDIO)
    assert own is not None and own.folder.name == "zz-own"
    put(tmp_path, "tiny")
    listed = pick_whisper(tmp_path, STUDIO)
    assert listed is not None and listed.folder.name == "tiny"


@given(st.integers(1, 64), st.integers(30_000_000, 4_000_000_000), st.booleans())
def test_more_cores_are_never_slower_and_larger_models_never_faster(cores: int, size: int, has_gpu: bool) -> None:
    machine, more = Machine(cores, GIGABYTE, has_gpu), Machine(cores + 1, GIGABYTE, has_gpu)
    assert 0 < seconds_a_second(size, more) <= seconds_a_second(size, machine)
    assert seconds_a_second(size, machine) < seconds_a_second(2 * size, machine)


def test_the_estimate_gives_back_what_was_measured() -> None:
    known = measured()["cpu"]
    machine = Machine(known.cores, GIGABYTE, has_gpu=False)
    share = seconds_a_second(model_bytes(entry(known.model)), machine)
    assert abs(share * known.audio_seconds - known.seconds) < 1e-6
    assert all(each.source_url and each.checked_on for each in measured().values())


def test_lengths_are_told_as_roughly_as_they_are_known() -> None:
    assert hour_words(0.01) == "about a minute for an hour of talk"
    assert hour_words(4 / 60) == "about 4 min for an hour of talk"
    assert hour_words(0.26) == "about 15 min for an hour of talk"
    assert hour_words(1.0) == "about 1 h for an hour of talk"
    assert hour_words(3.3) == "about 3.5 h for an hour of talk"
    assert KEEPS_UP < 1


def test_every_model_is_listed_with_what_is_to_be_known(tmp_path: Path) -> None:
    put(tmp_path, "small", "my-own")
    states = {state.name: state for state in model_states(tmp_path, LAPTOP, users={"small": ("talk.mp4",)})}
    small, large, own = states["small"], states["large-v3"], states["my-own"]
    assert small.is_chosen and small.why and small.used_by == ("talk.mp4",)
    assert (small.languages, small.speed) == ("99 languages", "about 15 min for an hour of talk")
    assert "more than this computer has" in large.memory and large.path is None
    assert states["small.en"].languages == "English only"
    assert not own.is_listed and own.path is not None and own.languages == ""
    assert sum(state.is_chosen for state in states.values()) == 1


def test_the_meter_tells_rate_and_rest() -> None:
    now = [0.0]
    meter = Meter(100_000_000, lambda: now[0])
    assert meter.words(0.0) == "0 of 100 MB"
    now[0] = 5.0
    assert meter.words(0.1) == "10 of 100 MB · 2.0 MB/s · 45 s left"
    now[0] = 20.0
    assert meter.words(0.11).endswith("· 22 min left")
