"""Times as text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from ui.widgets.timecode import clock, clock_tenths, file_size, length, parse_time, remaining, timecode


@given(st.integers(0, 3_600_000), st.sampled_from(["en", "de"]))
def test_a_written_time_reads_back_as_the_same_whichever_sign_is_typed(tenths: int, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        written = clock_tenths(tenths / 10)
    finally:
        QLocale.setDefault(before)
    assert written[-2] == {"en": ".", "de": ","}[language]
    for typed in (written, written.replace(",", "."), written.replace(".", ",")):
        assert parse_time(typed) == pytest.approx(tenths / 10, abs=1e-6)


@given(st.floats(0, 360_000))
def test_a_written_time_reads_back(seconds: float) -> None:
    assert parse_time(clock_tenths(seconds)) == pytest.approx(seconds, abs=0.0501)
    assert parse_time(clock(seconds)) == pytest.approx(seconds, abs=1.0)


@given(st.floats(0, 86_000), st.sampled_from([23.976, 25.0, 29.97, 30.0, 60.0]))
def test_a_timecode_reads_back_to_its_frame(seconds: float, fps: float) -> None:
    assert parse_time(timecode(seconds, fps), fps) == pytest.approx(seconds, abs=1 / fps + 1e-3)


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = parse_time(text)
    assert found is None or found >= 0


@pytest.mark.parametrize("text", ["", "abc", "1:", ":5", "-3", "1:2:3:4:5", "nan", "inf"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert parse_time(text) is None


def test_words_for_people() -> None:
    assert clock(761) == "12:41"
    assert clock(3661) == "1:01:01"
    assert timecode(761.32, 25) == "00:12:41:08"
    assert remaining(188) == "3 min left"
    assert remaining(12) == "15 s left"
    assert remaining(4800) == "1 h 20 min left"
    assert remaining(7200) == "2 h left"
    assert length(65) == "1 min 5 s"
    assert length(14_400) == "4 h" and length(14_460) == "4 h 1 min"
    assert file_size(41_200_000_000) == "41 GB"
    assert file_size(950) == "950 B"
