"""Writing a small network as an ONNX model, in memory, for ONNX Runtime to run.

ONNX Runtime comes with faster-whisper, the `onnx` package does not; what is needed of its protocol buffers
(onnx.proto3 of IR version 8) is a dozen fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_IR_VERSION, _OPERATORS_VERSION = 8, 14
_FLOAT, _INT32, _INT64 = 1, 6, 7
_INTEGER_ATTRIBUTE = 2


def node(kind: str, inputs: Sequence[str], outputs: Sequence[str], **integers: int) -> bytes:
    """Return one operation; an input without a name is left out. `integers` are its attributes."""
    fields = b"".join(_text(1, name) for name in inputs) + b"".join(_text(2, name) for name in outputs)
    fields += _text(4, kind)
    for name, value in integers.items():
        fields += _field(5, _text(1, name) + _number(3, value) + _number(20, _INTEGER_ATTRIBUTE))
    return fields


def model(
    nodes: Sequence[bytes],
    constants: Mapping[str, NDArray[np.float32] | NDArray[np.int64]],
    inputs: Mapping[str, tuple[int | str, ...]],
    whole_inputs: Mapping[str, tuple[int | str, ...]],
    outputs: Mapping[str, tuple[int | str, ...]],
) -> bytes:
    """Return a model.

    Args:
        nodes: Its operations, in an order in which they can run.
        constants: Its weights, by name.
        inputs: Shapes of the float32 inputs, by name; a name in a shape is a size that may change.
        whole_inputs: The same of int32 inputs.
        outputs: The same of float32 outputs.
    """
    graph = b"".join(_field(1, each) for each in nodes) + _text(2, "voices")
    graph += b"".join(_field(5, _constant(name, values)) for name, values in constants.items())
    graph += b"".join(_field(11, _value(name, _FLOAT, shape)) for name, shape in inputs.items())
    graph += b"".join(_field(11, _value(name, _INT32, shape)) for name, shape in whole_inputs.items())
    graph += b"".join(_field(12, _value(name, _FLOAT, shape)) for name, shape in outputs.items())
    operators = _text(1, "") + _number(2, _OPERATORS_VERSION)
    return _number(1, _IR_VERSION) + _field(7, graph) + _field(8, operators)


def _constant(name: str, values: NDArray[np.float32] | NDArray[np.int64]) -> bytes:
    kind = _INT64 if values.dtype == np.int64 else _FLOAT
    little = values.astype(values.dtype.newbyteorder("<"))
    shape = b"".join(_number(1, size) for size in values.shape)
    return shape + _number(2, kind) + _text(8, name) + _field(9, little.tobytes())


def _value(name: str, kind: int, shape: Sequence[int | str]) -> bytes:
    sizes = b"".join(_field(1, _text(2, size) if isinstance(size, str) else _number(1, size)) for size in shape)
    return _text(1, name) + _field(2, _field(1, _number(1, kind) + _field(2, sizes)))


def _number(tag: int, value: int) -> bytes:
    return _varint(tag << 3) + _varint(value)


def _text(tag: int, value: str) -> bytes:
    return _field(tag, value.encode())


def _field(tag: int, content: bytes) -> bytes:
    return _varint(tag << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])
