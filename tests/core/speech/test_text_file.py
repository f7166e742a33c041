"""Text of every encoding that captions are found in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import TranscriptError
from core.speech.text_file import decode, read_text

SAYINGS = {
    "cp1252": ["Café “über” naïve – ok", "Él está aquí, ¿qué más? mañana", "L'été à la forêt où ça brûle déjà"],
    "cp1250": ["Zażółć gęślą jaźń, to jest bardzo długi napis", "Příliš žluťoučký kůň úpěl ďábelské ódy"],
    "cp1254": ["Bugün çok güzel bir gün, değil mi? Işık söndü şimdi"],
    "cp1251": ["Привет, как дела? Сегодня мы говорим о важном.", "ПРИВЕТ ВСЕМ. Это тест"],
    "koi8_r": ["Привет, как дела? Сегодня мы говорим о важном."],
    "cp1253": ["Καλημέρα, τι κάνετε σήμερα όλοι"],
    "cp1255": ["שלום לכולם, מה שלומכם היום"],
    "cp1256": ["مرحبا بكم، كيف حالكم اليوم"],
    "cp874": ["สวัสดีครับ วันนี้อากาศดีมาก"],
    "cp932": ["こんにちは、今日は天気がいいですね。東京タワー"],
    "euc_jp": ["こんにちは、今日は天気がいいですね。東京タワー"],
    "gb18030": ["大家好，今天我们来聊一聊这个问题，我觉得很重要"],
    "big5": ["大家好，今天我們來聊一聊這個問題，我覺得很重要"],
    "cp949": ["안녕하세요 여러분 오늘은 좋은 날입니다"],
}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize(("encoding", "saying"), [(name, each) for name, said in SAYINGS.items() for each in said])
def test_old_encodings_are_told_by_their_letters(encoding: str, saying: str) -> None:
    text = f"1\n00:00:01,000 --> 00:00:02,000\n{saying}\n"
    found, (choice,) = decode(text.encode(encoding))
    assert found == text
    assert choice.subject == "text encoding" and choice.chosen


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("saying", [each for said in SAYINGS.values() for each in said])
def test_unicode_is_known_without_a_guess(encoding: str, saying: str) -> None:
    text = f"1\n00:00:01,000 --> 00:00:02,000\n{saying}\n"
    assert decode(text.encode(encoding)) == (text, [])


def test_the_language_in_the_name_decides_what_letters_cannot() -> None:
    hungarian = "Árvíztűrő tükörfúrógép őrült"
    assert decode(hungarian.encode("cp1250"), "hu")[0] == hungarian


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_broken_letter_does_not_spoil_the_others(encoding: str) -> None:
    text = "Müller sagte: „schön, größer, über“ – ja, für Jürgen, ähnlich, Öl, Übel, Ärger"
    raw = text.encode(encoding)
    found, (choice,) = decode(raw + (b"\xc3" if encoding == "utf-8" else b"\x41"))
    assert found == text + "\ufffd"
    assert choice.degraded and "1 letters" in choice.reason


@pytest.mark.parametrize("saying", ["Café – c’est déjà “ça”", "Über größere Äpfel", "naïve"])
def test_text_that_was_encoded_twice_is_read_as_it_was_meant(saying: str) -> None:
    # What Windows makes of bytes that Windows-1252 leaves free: themselves.
    taken_for = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in saying.encode())
    found, (choice,) = decode(taken_for.encode())
    assert found == saying and "twice" in choice.chosen
    assert decode(f"{saying} Ã stays".encode()) == (f"{saying} Ã stays", [])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_become_plain(tmp_path: Path, ending: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"one{ending}two{ending}".encode())
    assert read_text(tmp_path / "a.txt")[0] == "one\ntwo\n"


def test_a_nul_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\nwords and a \0\n")
    with pytest.raises(TranscriptError, match="NUL in line 3"):
        read_text(tmp_path / "a.srt")


# A mark or many zeros at the start say another encoding of Unicode.
@given(st.binary(max_size=60).filter(lambda raw: not raw.count(0) and raw[:1] not in (b"\xff", b"\xfe", b"\xef")))
def test_any_bytes_become_text_and_guesses_are_told(raw: bytes) -> None:
    text, choices = decode(raw)
    try:
        assert (text, choices) == (raw.decode("utf-8"), [])
    except UnicodeDecodeError:
        assert len(choices) == 1 and bool(text) == bool(raw)
