"""A long transcript is read some segments at a time, and is the same as when it is read at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.schema import transcript as room
from core.schema.record import Record
from core.schema.transcript import Transcript, TranscriptSegment, Word

# What the layout of JSON is made of, and what is escaped in it.
texts = st.text(alphabet=st.sampled_from('ab é"\\\n{}[],: \u2028'), max_size=12)
words = st.builds(Word, text=texts, start=st.just(1.0), end=st.just(2.0))
segments = st.builds(
    TranscriptSegment,
    start=st.just(1.0),
    end=st.just(2.0),
    text=texts,
    words=st.lists(words, max_size=3).map(tuple),
)


@given(
    transcript=st.builds(
        Transcript, language=texts, model=texts, segments=st.lists(segments, min_size=1, max_size=4).map(tuple)
    ),
    part_bytes=st.sampled_from((0, 100, 300, 100_000)),
)
def test_it_is_the_same_in_parts(transcript: Transcript, part_bytes: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(room, "_LONG_BYTES", 0)
        patched.setattr(room, "_PART_BYTES", part_bytes)
        written = transcript.to_json()
        parts = room._in_parts(written.encode())
        count = len(transcript.segments)
        assert parts is not None and len(list(parts[1])) in {0: [count], 100_000: [1]}.get(part_bytes, range(6))
        assert Transcript.from_json(written) == transcript


@pytest.mark.parametrize("written", [Transcript().to_json(), Transcript(language="en").model_dump_json()])
def test_what_is_laid_out_otherwise_is_read_at_once(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_LONG_BYTES", 0)
    assert Transcript.from_json(written) == Record.from_json.__func__(Transcript, written)  # type: ignore[attr-defined]


def test_a_damaged_segment_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_LONG_BYTES", 0)
    segment = TranscriptSegment(start=1.0, end=2.0, text="a")
    written = Transcript(segments=(segment, segment)).to_json()
    with pytest.raises(ValidationError):
        Transcript.from_json(written.replace('"start": 1.0', '"start": "one"', 1))
