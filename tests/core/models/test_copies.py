"""Models are recognised in folders, copied whole or not at all, and believed by their checksum alone."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from model_kit import put_model, whisper_bytes

from core import weights
from core.download import RemoteFile, Source
from core.errors import Cancelled, DiskFullError, WeightsError
from core.models import copying, intake
from core.models.copying import bring_in, export
from core.models.intake import look_into
from core.schema.model import FoundModel
from core.schema.record import ignore_progress


@pytest.fixture
def listed_as_small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a model in a folder, in a manifest that knows it by its sums as `small`."""
    folder = put_model(tmp_path / "stick" / "faster-whisper-small")
    files = tuple(
        RemoteFile(
            name=name,
            size_bytes=(folder / name).stat().st_size,
            sha256=hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            sources=(Source(url="http://localhost/none"),),
        )
        for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.json")
    )
    small = weights.Weights(name="small", title="Whisper small", kind="whisper", licence="MIT", files=files)
    monkeypatch.setattr(intake, "manifest", lambda: (small,))
    monkeypatch.setattr(copying, "listed", lambda name: small if name == "small" else None)
    return folder


def _only(folder: Path) -> FoundModel:
    (found,) = look_into(folder)
    return found


def test_models_anywhere_on_a_stick_are_found_and_half_ones_are_named(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    put_model(stick / "a" / "b" / "mine")
    put_model(stick / "cache" / "models--org--fast-whisper" / "snapshots" / "0123abcd")
    (put_model(stick / "no words") / "vocabulary.json").unlink()
    cut = put_model(stick / "cut") / "model.bin"
    cut.write_bytes(cut.read_bytes()[:-500])
    (put_model(stick / "other") / "model.bin").write_bytes(whisper_bytes("TransformerSpec"))
    (put_model(stick / "broken") / "config.json").write_text("{", encoding="utf-8")
    put_model(stick / "growing.part")
    found = {each.name: each for each in look_into(stick)}
    assert set(found) == {"mine", "fast-whisper", "no-words", "cut", "other", "broken"}
    assert not found["mine"].problem and not found["fast-whisper"].problem
    assert "README.md" not in found["mine"].files
    assert found["no-words"].problem == "vocabulary.json is missing or empty"
    assert "cut off" in found["cut"].problem
    assert "TransformerSpec" in found["other"].problem
    assert "config.json can't be read" in found["broken"].problem
    assert look_into(stick / "a" / "b" / "mine")[0].name == "mine"
    with pytest.raises(WeightsError, match="no folder"):
        look_into(tmp_path / "nowhere")


def test_a_real_model_is_recognised_and_imported(memorised_whisper: Path, tmp_path: Path) -> None:
    found = _only(memorised_whisper)
    assert (found.problem, found.looks_like, found.kind) == ("", "", "whisper")
    name, identity = bring_in(found, tmp_path, ignore_progress, "two cities")
    assert (name, "unknown model" in identity) == ("two-cities", True)
    copied = weights.find("two-cities", tmp_path)
    assert copied is not None
    assert (copied / "model.bin").read_bytes() == (memorised_whisper / "model.bin").read_bytes()
    assert not (copied / "SOURCE.md").exists()


def test_a_listed_model_is_known_by_its_checksum(listed_as_small: Path, tmp_path: Path) -> None:
    found = _only(listed_as_small)
    assert (found.name, found.looks_like) == ("small", "small")
    told: list[float] = []
    name, identity = bring_in(found, tmp_path / "weights", lambda fraction, _message: told.append(fraction))
    assert (name, identity) == ("small", "identical with Whisper small")
    assert told == sorted(told) and told[-1] == 1.0
    with pytest.raises(WeightsError, match="on this computer already"):
        bring_in(found, tmp_path / "weights", ignore_progress)


def test_a_damaged_copy_is_refused_and_leaves_nothing(listed_as_small: Path, tmp_path: Path) -> None:
    changed = bytearray((listed_as_small / "model.bin").read_bytes())
    changed[-100] ^= 1
    (listed_as_small / "model.bin").write_bytes(changed)
    with pytest.raises(WeightsError, match="not the same"):
        bring_in(_only(listed_as_small), tmp_path / "weights", ignore_progress)
    assert not list((tmp_path / "weights" / "whisper").iterdir())
    name, identity = bring_in(_only(listed_as_small), tmp_path / "weights", ignore_progress, "my own")
    assert name == "my-own" and "unknown" in identity


def test_an_unknown_model_can_not_take_a_listed_name(tmp_path: Path) -> None:
    found = _only(put_model(tmp_path / "stick" / "small"))
    with pytest.raises(WeightsError, match="name of a listed model"):
        bring_in(found, tmp_path / "weights", ignore_progress)
    assert weights.find("small", tmp_path / "weights") is None


def test_half_a_model_is_refused(tmp_path: Path) -> None:
    (put_model(tmp_path / "half") / "model.bin").unlink()
    with pytest.raises(WeightsError, match=r"model\.bin is missing"):
        bring_in(_only(tmp_path / "half"), tmp_path / "weights", ignore_progress)


def test_a_stopped_import_leaves_nothing(tmp_path: Path) -> None:
    found = _only(put_model(tmp_path / "mine", weight=bytes(3_000_000)))

    def stop(fraction: float, message: str) -> None:
        if fraction > 0.3:
            raise Cancelled("stopped by the user")

    with pytest.raises(Cancelled):
        bring_in(found, tmp_path / "weights", stop)
    assert not list((tmp_path / "weights" / "whisper").iterdir())


def test_what_a_killed_import_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / "whisper" / ".mine.copy.part"
    put_model(left)
    assert weights.whisper_names(tmp_path) == set()
    copying.sweep(tmp_path)
    assert not left.exists()


def test_a_disk_that_is_too_small_is_told_before_and_one_that_fills_up_leaves_nothing(
    small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _only(put_model(tmp_path / "mine", weight=bytes(20_000_000)))
    with pytest.raises(WeightsError, match="are free"):
        bring_in(found, small_disk, ignore_progress)
    monkeypatch.setattr(copying, "_check_space", lambda needed, folder: None)
    with pytest.raises(DiskFullError):
        bring_in(found, small_disk, ignore_progress)
    assert not list((small_disk / "whisper").iterdir())


def test_an_export_can_be_imported_elsewhere(tmp_path: Path) -> None:
    put_model(tmp_path / "here" / "whisper" / "mine")
    put_model(tmp_path / "here" / "whisper" / "yours")
    (tmp_path / "here" / "face.tflite").write_bytes(b"a face")
    told: list[float] = []
    paths = export(
        ["mine", "face.tflite"], tmp_path / "here", tmp_path / "stick", lambda part, _words: told.append(part)
    )
    assert paths == [tmp_path / "stick" / "whisper" / "mine", tmp_path / "stick" / "face.tflite"]
    assert told == sorted(told) and told[-1] == 1.0
    assert not (paths[0] / "README.md").exists()
    assert export(["mine"], tmp_path / "here", tmp_path / "stick", ignore_progress) == paths[:1]
    name, _ = bring_in(_only(tmp_path / "stick"), tmp_path / "there", ignore_progress)
    assert weights.whisper_names(tmp_path / "there") == {name} == {"mine"}
    shutil.rmtree(tmp_path / "here" / "whisper" / "mine")
    put_model(tmp_path / "here" / "whisper" / "mine", weight=bytes(10))
    with pytest.raises(WeightsError, match="another model of this name"):
        export(["mine"], tmp_path / "here", tmp_path / "stick", ignore_progress)
    with pytest.raises(WeightsError, match="not on this computer"):
        export(["gone"], tmp_path / "here", tmp_path / "stick", ignore_progress)
