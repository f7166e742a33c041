"""Where an MP4 keeps its index, and figures in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.render.quality.contents import has_index_in_front
from core.render.quality.wording import count, file_size, seconds, signed, stretches
from core.schema.time import TimeSpan


def box(kind, size, is_large=False):
    """Return a box of ISO/IEC 14496-12 with so many bytes of nothing in it."""
    if is_large:
        return (1).to_bytes(4, "big") + kind + (16 + size).to_bytes(8, "big") + bytes(size)
    return (8 + size).to_bytes(4, "big") + kind + bytes(size)


@given(
    before=st.lists(st.tuples(st.sampled_from([b"ftyp", b"free", b"uuid"]), st.integers(0, 300), st.booleans())),
    is_in_front=st.booleans(),
)
def test_the_first_of_index_and_media_decides(tmp_path_factory, before, is_in_front):
    file = tmp_path_factory.getbasetemp() / "boxes.mp4"
    order = (b"moov", b"mdat") if is_in_front else (b"mdat", b"moov")
    file.write_bytes(b"".join([*(box(*one) for one in before), *(box(kind, 40) for kind in order)]))
    assert has_index_in_front(file) == is_in_front


@given(st.binary(max_size=200))
def test_any_bytes_have_an_answer(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "bytes.mp4"
    file.write_bytes(content)
    assert has_index_in_front(file) in (True, False)


@pytest.mark.parametrize(
    ("at", "text"), [(0.0, "0.0 s"), (3.24, "3.2 s"), (59.96, "1:00.0"), (63.25, "1:03.2"), (-0.04, "0.0 s")]
)
def test_instants(at, text):
    assert seconds(at) == text


def test_figures():
    assert signed(-14.06) == "−14.1" and signed(-0.02) == "0.0" and signed(2.0) == "2.0"
    assert count(1, "picture") == "1 picture" and count(2, "picture") == "2 pictures"
    assert [file_size(size) for size in (900, 210_400, 3_240_000, 4_000_000_000)] == [
        "1 kB",
        "210 kB",
        "3.2 MB",
        "4 GB",
    ]


def test_stretches_are_listed_and_many_are_counted():
    spans = [TimeSpan(start=float(at), end=at + 0.5) for at in range(5)]
    assert stretches(spans[:1]) == "from 0.0 s to 0.5 s"
    assert stretches(spans[:2]) == "from 0.0 s to 0.5 s and from 1.0 s to 1.5 s"
    assert stretches(spans).endswith("and 2 more times")
