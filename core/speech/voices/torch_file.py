"""Reading arrays out of a PyTorch file of the older form (before 1.6) without PyTorch and without trust.

Such a file is five pickles, then each storage as a count and its raw values. A pickle can name any function to be
called, so only what a plain state dictionary needs is understood, by stand-ins of our own; everything else is
refused before it does anything. The layout is that of `torch.serialization._legacy_save`.
"""

from __future__ import annotations

import math
import pickle
import struct
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from core.errors import WeightsError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LARGEST_BYTES = 64 * 1024 * 1024
_MAGIC = 0x1950A86A20F9469CFC6C
_PROTOCOL = 1001
_TYPES = {"FloatStorage": "<f4", "DoubleStorage": "<f8", "LongStorage": "<i8", "IntStorage": "<i4"}
_REMEDY = "Fetch it again with: main.py doctor --fetch"
# What the stand-ins below and the unpickler itself raise on nonsense.
_NONSENSE = (
    pickle.UnpicklingError,
    EOFError,
    struct.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    MemoryError,
    RecursionError,
)


def read_arrays(path: Path, key: str) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of the state dictionary that the file keeps under `key`.

    Raises:
        WeightsError: The file can't be read, is too large, or is anything but a plain state dictionary.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise WeightsError("it is too large to be the model.", str(path), remedy=_REMEDY)
        with path.open("rb") as file:
            return _read(file, key)
    except OSError as error:
        raise WeightsError(f"it can't be read ({error.strerror}).", str(path), remedy=_REMEDY) from error
    except _NONSENSE as error:
        raise WeightsError(f"it is not the model ({error}).", str(path), remedy=_REMEDY) from error


def _read(file: BinaryIO, key: str) -> dict[str, NDArray[np.generic]]:
    if _Unpickler(file).load() != _MAGIC or _Unpickler(file).load() != _PROTOCOL:
        raise ValueError("it has another form")
    _Unpickler(file).load()
    reader = _Unpickler(file)
    content = reader.load()[key]
    tensors = {name: tensor for name, tensor in content.items() if type(tensor) is _Tensor}
    wanted = {tensor.storage.key for tensor in tensors.values()}
    storages: dict[str, NDArray[np.generic]] = {}
    for name in _Unpickler(file).load():
        described = reader.storages[name]
        if struct.unpack("<q", file.read(8)) != (described.count,):
            raise ValueError("a storage has another length than it should")
        size = described.count * np.dtype(described.type).itemsize
        if name in wanted:
            storages[name] = np.frombuffer(file.read(size), described.type)
        else:
            # What the training kept beside the weights.
            file.seek(size, 1)
    return {str(name): _array(tensor, storages[tensor.storage.key]) for name, tensor in tensors.items()}


def _array(tensor: _Tensor, storage: NDArray[np.generic]) -> NDArray[np.generic]:
    """Return a tensor's values. Only tensors that lie in one piece, row after row, are understood."""
    count = math.prod(tensor.shape)
    steps = tuple(math.prod(tensor.shape[axis + 1 :]) for axis in range(len(tensor.shape)))
    if min(tensor.shape, default=1) < 1 or tensor.strides != steps:
        raise ValueError("a tensor is not in one piece")
    if not 0 <= tensor.offset <= len(storage) - count:
        raise ValueError("a tensor reaches out of its storage")
    return storage[tensor.offset : tensor.offset + count].reshape(tensor.shape).copy()


class _Storage:
    """Where a tensor's values lie; a stand-in for torch's own."""

    __slots__ = ("count", "key", "type")

    def __init__(self, kind: object, key: object, count: object) -> None:
        if type(kind) is not str or type(key) is not str or type(count) is not int or count < 0:
            raise ValueError("a storage is described wrongly")
        self.type, self.key, self.count = kind, key, count

    def __setstate__(self, state: object) -> None:
        raise ValueError("a storage has no state")


class _Tensor:
    """How a tensor lies in its storage; a stand-in for torch's own."""

    __slots__ = ("offset", "shape", "storage", "strides")

    def __init__(self, storage: _Storage, offset: int, shape: tuple[int, ...], strides: tuple[int, ...]) -> None:
        numbers = (offset, *shape, *strides)
        if type(storage) is not _Storage or any(type(number) is not int for number in numbers):
            raise ValueError("a tensor is described wrongly")
        self.storage, self.offset, self.shape, self.strides = storage, offset, tuple(shape), tuple(strides)

    def __setstate__(self, state: object) -> None:
        raise ValueError("a tensor has no state")


class _Mapping(dict[Any, Any]):
    """Stands in for OrderedDict; what torch hangs on it (`_metadata`) is left out."""

    __slots__ = ()

    def __setstate__(self, state: object) -> None:
        return


def _rebuild(
    storage: _Storage, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_others: object
) -> _Tensor:
    return _Tensor(storage, offset, shape, strides)


class _Unpickler(pickle.Unpickler):
    """Knows three names and nothing else. `storages` are those that were described, by their keys."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self.storages: dict[str, _Storage] = {}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return _Mapping
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuild
        if module == "torch" and name in _TYPES:
            return _TYPES[name]
        raise pickle.UnpicklingError(f"{module}.{name} has no place in it")

    def persistent_load(self, pid: Any) -> _Storage:
        if type(pid) is not tuple or len(pid) != 6 or pid[0] != "storage" or pid[5] is not None:
            raise ValueError("a storage is described wrongly")
        storage = _Storage(pid[1], pid[2], pid[4])
        return self.storages.setdefault(storage.key, storage)
