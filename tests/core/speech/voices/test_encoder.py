"""The voice model without PyTorch and librosa: the numbers of both, and nothing from a file that is not it."""

from __future__ import annotations

import pickle
import struct
from collections import OrderedDict
from pathlib import Path

import numpy as np
import pytest

from core.errors import WeightsError
from core.speech.voices.encoder import FRAMES, load_encoder
from core.speech.voices.mel import BANDS, mel_power
from core.speech.voices.torch_file import read_arrays

# From librosa 0.11.0 (melspectrogram with n_fft 400, hop 160, 40 mels) and PyTorch 1.13.1 with Resemblyzer 0.1.4's
# own layers, on the sound that `_tones` makes.
MEL_ROW_100 = {
    0: 0.000220392,
    1: 0.205978,
    2: 0.291418,
    4: 0.0848526,
    8: 0.00453128,
    20: 0.0141224,
    29: 0.00526254,
}
MEL_SUM, MEL_FIRST, MEL_LAST = 143.0967, 0.337486, 0.349027
POINT_160 = {209: 0.26108, 11: 0.20796, 166: 0.19367, 67: 0.18977, 133: 0.18889, 158: 0.1732}
POINT_90 = {209: 0.25919, 248: 0.21364, 122: 0.21229, 66: 0.20083, 109: 0.1977, 133: 0.18646}


def test_mel_power_is_librosas():
    mel = mel_power(_tones())
    assert mel.shape == (201, BANDS)
    for band, value in MEL_ROW_100.items():
        assert mel[100, band] == pytest.approx(value, rel=2e-5)
    sums = (mel.sum(), mel[0].sum(), mel[-1].sum())
    assert sums == pytest.approx((MEL_SUM, MEL_FIRST, MEL_LAST), rel=1e-5)


def test_points_are_pytorchs_whole_and_short(voice_model):
    mel = mel_power(_tones())
    windows = np.stack([mel[:FRAMES], mel[:FRAMES]])
    points = load_encoder(voice_model).embed(windows, np.array([FRAMES, 90]))
    for point, expected in zip(points, (POINT_160, POINT_90), strict=True):
        assert np.linalg.norm(point) == pytest.approx(1.0, abs=1e-5)
        assert list(point.argsort()[::-1][: len(expected)]) == list(expected)
        for place, value in expected.items():
            assert point[place] == pytest.approx(value, abs=2e-5)


def test_what_lies_behind_a_windows_length_is_not_heard(voice_model):
    mel = mel_power(_tones())
    spoilt = mel[:FRAMES].copy()
    spoilt[90:] = 7.0
    points = load_encoder(voice_model).embed(np.stack([mel[:FRAMES], spoilt]), np.array([90, 90]))
    assert np.allclose(points[0], points[1], atol=1e-6)


def test_any_number_of_windows_is_embedded_alike(voice_model):
    encoder, mel = load_encoder(voice_model), mel_power(_tones())
    assert encoder.embed(np.zeros((0, FRAMES, BANDS), np.float32), np.zeros(0, np.int64)).shape == (0, 256)
    many = encoder.embed(np.repeat(mel[None, :FRAMES], 130, axis=0), np.full(130, FRAMES))
    assert np.allclose(many, many[0], atol=1e-5)


class _Hostile:
    def __init__(self, function: object, *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self):
        return self._call


@pytest.mark.parametrize("place", range(4))
def test_a_file_that_calls_functions_calls_none(tmp_path, place):
    victim = tmp_path / "victim"
    attack = _Hostile(eval, f"__import__('pathlib').Path({str(victim)!r}).touch()")
    parts: list[object] = [0x1950A86A20F9469CFC6C, 1001, {}, {"model_state": {}}]
    parts[place] = attack if place < 3 else {"model_state": attack}
    file = _written(tmp_path, parts)
    with pytest.raises(WeightsError, match="not the model"):
        read_arrays(file, "model_state")
    assert not victim.exists()
    # The file does what it says where nobody watches.
    pickle.loads(pickle.dumps(attack))
    assert victim.exists()


@pytest.mark.parametrize(
    ("offset", "shape", "strides", "why"),
    [
        (0, (2, 3), (3, 1), ""),
        (4, (2, 3), (3, 1), "reaches out"),
        (-1, (2, 3), (3, 1), "reaches out"),
        (0, (2, 3), (-3, 1), "one piece"),
        (0, (2**40, 2**40), (2**40, 1), "reaches out"),
        (0, (0,), (1,), "one piece"),
        (0, (2.0, 3), (3, 1), "described wrongly"),
        (0, (True, 3), (3, 1), "described wrongly"),
    ],
)
def test_a_tensor_never_reaches_out_of_its_storage(tmp_path, offset, shape, strides, why):
    file = _state_file(tmp_path, offset, shape, strides)
    if not why:
        assert read_arrays(file, "model_state")["weight"].tolist() == [[0, 1, 2], [3, 4, 5]]
        return
    with pytest.raises(WeightsError, match=why):
        read_arrays(file, "model_state")


def test_a_file_cut_anywhere_is_refused(tmp_path):
    whole = _state_file(tmp_path, 0, (2, 3), (3, 1)).read_bytes()
    for length in range(len(whole)):
        (tmp_path / "cut.pt").write_bytes(whole[:length])
        with pytest.raises(WeightsError):
            read_arrays(tmp_path / "cut.pt", "model_state")


def test_another_model_is_told_by_what_is_missing(tmp_path):
    with pytest.raises(WeightsError, match=r"linear\.weight is missing"):
        load_encoder(_state_file(tmp_path, 0, (2, 3), (3, 1)))


def _tones() -> np.ndarray:
    at = np.arange(32_000) / 16_000
    wobble = 1 + 0.02 * np.sin(2 * np.pi * 3 * at)
    tones = [np.sin(2 * np.pi * f * at * wobble) / k for k, f in enumerate((140, 280, 420, 1260, 2520), 1)]
    return np.sum(tones, axis=0).astype(np.float32) * np.float32(0.05)


def _written(folder: Path, parts: list[object]) -> Path:
    path = folder / "model.pt"
    path.write_bytes(b"".join(pickle.dumps(part, protocol=2) for part in parts))
    return path


class _Kind:
    """Written as a name, as torch's own storages are."""


class _Pickler(pickle._Pickler):  # type: ignore[name-defined]
    def persistent_id(self, what):
        return ("storage", _Kind, "s0", "cpu", 6, None) if what == "STORAGE" else None

    def save_global(self, obj, name=None):
        names = {_Kind: b"ctorch\nFloatStorage\n", _rebuilt: b"ctorch._utils\n_rebuild_tensor_v2\n"}
        if obj in names:
            self.write(names[obj])
        else:
            super().save_global(obj, name)

    dispatch = dict(pickle._Pickler.dispatch)  # type: ignore[attr-defined]
    dispatch[type] = save_global
    dispatch[type(lambda: None)] = save_global


def _rebuilt() -> None:
    """Stands for torch._utils._rebuild_tensor_v2 while pickling."""


def _state_file(folder: Path, offset: object, shape: tuple, strides: tuple) -> Path:
    """Write one 2 × 3 tensor as torch.save of the older form does."""
    path = folder / "state.pt"
    tensor = _Hostile(_rebuilt, "STORAGE", offset, shape, strides, False, None)
    with path.open("wb") as file:
        for part in (0x1950A86A20F9469CFC6C, 1001, {}):
            pickle.dump(part, file, protocol=2)
        _Pickler(file, protocol=2).dump({"model_state": OrderedDict(weight=tensor)})
        pickle.dump(["s0"], file, protocol=2)
        file.write(struct.pack("<q", 6) + np.arange(6, dtype="<f4").tobytes())
    return path
