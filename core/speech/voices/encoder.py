"""From a second or two of speech to a point that tells voices apart.

The model is Resemblyzer's voice encoder (Apache-2.0): three LSTM layers trained with the GE2E loss (Wan et al.,
"Generalized end-to-end loss for speaker verification", 2018). It is run by ONNX Runtime on one thread: NumPy's own
threads wait for each other busily, which cost ten times the work itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from core.errors import WeightsError
from core.speech.voices.mel import BANDS
from core.speech.voices.onnx_graph import model, node
from core.speech.voices.torch_file import read_arrays

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

LAYERS = 3
HIDDEN = 256
FRAMES = 160  # what it was trained on: 1.6 s
_TOGETHER = 64  # windows at once: enough to keep the processor busy, 20 MB


def load_encoder(path: Path) -> VoiceEncoder:
    """Return the encoder whose weights lie in a file.

    Raises:
        WeightsError: The file is not the model's.
    """
    arrays = read_arrays(path, "model_state")
    problem = _problem(arrays)
    if problem:
        raise WeightsError(problem, str(path), remedy="Fetch it again with: main.py doctor --fetch")
    return VoiceEncoder({name: np.asarray(array, np.float32) for name, array in arrays.items()})


class VoiceEncoder:
    """The model, ready to embed."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float32]]) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            _graph(arrays), options, providers=["CPUExecutionProvider"]
        )

    def embed(self, mels: NDArray[np.float32], lengths: NDArray[np.integer]) -> NDArray[np.float32]:
        """Return points of length 1, (n, HIDDEN): the closer two are, the likelier they are one voice.

        Args:
            mels: (n, FRAMES, BANDS) mel power; what lies behind a window's length is not heard.
            lengths: (n,) how many frames of each count, at least 1.
        """
        points = np.zeros((len(mels), HIDDEN), np.float32)
        for first in range(0, len(mels), _TOGETHER):
            own = slice(first, first + _TOGETHER)
            given = {"mels": mels[own].transpose(1, 0, 2), "lengths": lengths[own].astype(np.int32)}
            points[own] = self._session.run(["points"], given)[0]
        norms = np.linalg.norm(points, axis=1, keepdims=True)
        return np.asarray(points / np.maximum(norms, 1e-6), np.float32)


def _graph(arrays: Mapping[str, NDArray[np.float32]]) -> bytes:
    """Return the network; a layer's last output is the one at each window's own length."""
    constants: dict[str, NDArray[np.float32] | NDArray[np.int64]] = {
        "directions": np.array([1], np.int64),
        "layers": np.array([0], np.int64),
        "last": arrays["linear.weight"].T,
        "last_bias": arrays["linear.bias"],
    }
    nodes, heard = [], "mels"
    for index in range(LAYERS):
        inner, again, bias = f"inner{index}", f"again{index}", f"bias{index}"
        constants[inner] = _gates(arrays[f"lstm.weight_ih_l{index}"])[None]
        constants[again] = _gates(arrays[f"lstm.weight_hh_l{index}"])[None]
        both = [_gates(arrays[f"lstm.bias_{side}_l{index}"]) for side in ("ih", "hh")]
        constants[bias] = np.concatenate(both)[None]
        outputs = [f"all{index}", f"end{index}"]
        nodes.append(node("LSTM", [heard, inner, again, bias, "lengths"], outputs, hidden_size=HIDDEN))
        nodes.append(node("Squeeze", [outputs[0], "directions"], [f"heard{index}"]))
        heard = f"heard{index}"
    nodes.append(node("Squeeze", [f"end{LAYERS - 1}", "layers"], ["end"]))
    nodes.append(node("Gemm", ["end", "last", "last_bias"], ["raw"]))
    nodes.append(node("Relu", ["raw"], ["points"]))
    return model(nodes, constants, {"mels": (FRAMES, "n", BANDS)}, {"lengths": ("n",)}, {"points": ("n", HIDDEN)})


def _gates(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the gates in ONNX's order (input, output, forget, cell) from PyTorch's."""
    let_in, forget, cell, let_out = np.split(rows, 4)
    return np.concatenate([let_in, let_out, forget, cell])


def _problem(arrays: Mapping[str, NDArray[np.generic]]) -> str:
    """Return what is wrong with the arrays, or nothing."""
    shapes: dict[str, tuple[int, ...]] = {"linear.weight": (HIDDEN, HIDDEN), "linear.bias": (HIDDEN,)}
    for index in range(LAYERS):
        shapes[f"lstm.weight_ih_l{index}"] = (4 * HIDDEN, HIDDEN if index else BANDS)
        shapes[f"lstm.weight_hh_l{index}"] = (4 * HIDDEN, HIDDEN)
        shapes[f"lstm.bias_ih_l{index}"] = shapes[f"lstm.bias_hh_l{index}"] = (4 * HIDDEN,)
    wrong = [name for name, shape in shapes.items() if name not in arrays or arrays[name].shape != shape]
    if wrong:
        return f"it is not the voice model: {wrong[0]} is missing or of another shape."
    if not all(np.isfinite(np.asarray(arrays[name], np.float64)).all() for name in shapes):
        return "it holds numbers that are none."
    return ""
