"""The text of a file whose encoding nobody wrote down.

A byte-order mark decides, then whether it is UTF-8 (a few broken letters aside). What is left was written by an
old program: each encoding of the time is tried, and the one whose letters look most like writing is taken.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import TranscriptError
from core.schema.choice import Choice

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_BYTES = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_BROKEN = 0.1  # the share of letters beyond ASCII that may be broken in what is still called UTF-8
_SAMPLE = 4000  # letters beyond ASCII that are looked at
_CLEAR_LEAD = 0.15
_HINT = 0.3  # what the language in the file's name adds to the encodings that were used for it

# Quotes, dashes and signs that stand in text of any language.
_MARKS_OF_TEXT = set("“”„‘’‚«»‹›–—…·¿¡°•€£\u00a0、。「」『』（）！？，：；・ー～")


@dataclass(frozen=True, slots=True)
class _Legacy:
    """An encoding, the languages it was used for, the letters common in them, and what else they write with."""

    name: str
    languages: str
    common: str
    others: str
    is_latin: bool = False


_CYRILLIC = "а-яёіїєґ"
_HAN = "\u4e00-\u9fff"
_KANA = "\u3041-\u30fb"
_KANJI = "日本人大一国会年出私行見事分気何言の"
_WESTERN = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüß"
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžőűöüăâîşţđ"

# What fits equally well is taken in this order.
_LEGACY = (
    _Legacy("cp1252", "en de fr es it pt nl sv da no fi is ca id", _WESTERN, "ý", is_latin=True),
    _Legacy("cp1250", "pl cs sk hu ro hr sl", _CENTRAL, "ä", is_latin=True),
    _Legacy("cp1254", "tr", "çğıöşüâi̇", "î", is_latin=True),
    _Legacy("cp1251", "ru uk bg sr", "оеаинтсрвл", _CYRILLIC),
    _Legacy("koi8_r", "ru", "оеаинтсрвл", _CYRILLIC),
    _Legacy("cp1253", "el", "αοιετσνηυρ", "α-ωάέήίόύώϊϋ"),
    _Legacy("cp1255", "he", "יוהלאמרבתש", "א-ת"),
    _Legacy("cp1256", "ar fa ur", "اليمونرتبة", "ء-ي،؟پچژگ"),
    _Legacy("cp874", "th", "านรอกงมเยลวดสต\u0e48\u0e49\u0e35\u0e31\u0e34", "\u0e01-\u0e4e"),
    _Legacy("cp932", "ja", _KANJI, _KANA + _HAN),
    _Legacy("euc_jp", "ja", _KANJI, _KANA + _HAN),
    _Legacy(
        "gb18030", "zh",
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
        "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实",
        _HAN,
    ),
    _Legacy(
        "big5", "zh",
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過"
        "發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實",
        _HAN,
    ),
    _Legacy("cp949", "ko", "이다는을를가에의도고하지한그나라로은서기사자리아어있니대해시정일수", "가-힣"),
)  # fmt: skip


def read_text(path: Path, language: str = "") -> tuple[str, list[Choice]]:
    """Return a file's text with plain line ends, and what had to be guessed to read it.

    Args:
        path: Of a text file in whatever encoding.
        language: ISO 639-1 code where the name of the file tells one.

    Raises:
        TranscriptError: It can't be read, is larger than `LARGEST_BYTES`, or is no text.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            raise TranscriptError(f"{size / 1e6:.0f} MB is too large for a transcript.", file=str(path))
        raw = path.read_bytes()
    except OSError as error:
        raise TranscriptError(f"it can't be read: {error.strerror}.", file=str(path)) from error
    text, choices = decode(raw, language)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (at := text.find("\0")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise TranscriptError(
            f"this is not a text file: there is a NUL in line {line}.",
            file=str(path),
            remedy="Use SRT, VTT, ASS, JSON or TXT.",
        )
    return text, choices


def decode(raw: bytes, language: str = "") -> tuple[str, list[Choice]]:
    """Return the text that bytes hold, and what was guessed about them; `language` is a hint."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _replacing(raw, name)
    head = raw[:400]
    if head.count(0) > len(head) // 4:
        return _replacing(raw, "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be")
    try:
        return _written_once(raw.decode("utf-8"))
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken <= _MOST_BROKEN * sum(character > "\x7f" for character in text):
        return text, [_broken("UTF-8", broken)]
    return _legacy(raw, language)


# What letters beyond ASCII become where UTF-8 was taken for Windows-1252 and written as UTF-8 again ("Ã©", "â€™").
_TWICE = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]|â[\u20ac\u201a][^\\s\\w]")

# Letters of Windows-1252 by their bytes; the bytes it leaves free stand for themselves.
_BYTES = {
    ord(letter): byte for byte in range(0x80, 0xA0) if (letter := bytes([byte]).decode("cp1252", errors="ignore"))
}


def _written_once(text: str) -> tuple[str, list[Choice]]:
    """Return text as it was meant where a program had encoded it twice."""
    if not _TWICE.search(text):
        return text, []
    try:
        once = text.translate(_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text, []
    reason = "letters such as “Ã©” show that a program had written it as UTF-8 twice"
    return once, [Choice(subject="text encoding", chosen="UTF-8, written twice", reason=reason)]


def _replacing(raw: bytes, name: str) -> tuple[str, list[Choice]]:
    try:
        return raw.decode(name), []
    except UnicodeDecodeError:
        text = raw.decode(name, errors="replace")
        return text, [_broken(name.upper(), text.count("\ufffd"))]


def _broken(name: str, count: int) -> Choice:
    reason = f"{count} letters of the file are damaged and read “\ufffd”"
    return Choice(subject="text encoding", chosen=name, reason=reason, degraded=True)


def _legacy(raw: bytes, language: str) -> tuple[str, list[Choice]]:
    found: list[tuple[float, str, str]] = []
    for encoding in _LEGACY:
        try:
            text = raw.decode(encoding.name)
        except UnicodeDecodeError:
            continue
        hint = _HINT if language and language in encoding.languages.split() else 0.0
        found.append((_likeness(text, encoding) + hint, encoding.name, text))
    if not found:
        text = raw.decode("cp1252", errors="replace")
        return text, [_broken("Windows-1252", text.count("\ufffd"))]
    best = max(found, key=lambda each: each[0])
    rivals = [score for score, _, text in found if text != best[2]]
    is_clear = best[0] > 0.5 and best[0] - max(rivals, default=-1.0) >= _CLEAR_LEAD
    reason = "the file does not say how its letters are written; this encoding fits them best"
    name = best[1].replace("cp125", "Windows-125").replace("_", "-")
    return best[2], [Choice(subject="text encoding", chosen=name, reason=reason, degraded=not is_clear)]


_FOREIGN = re.compile(r"[^\x00-\x7f]")
_LATIN = re.compile(r"[A-Za-z]")


def _likeness(text: str, encoding: _Legacy) -> float:
    """Return how much the letters beyond ASCII look like writing: 1 at best; those out of place count against."""
    common, others = set(encoding.common), re.compile(f"[{encoding.others}]")
    score, count = 0.0, 0
    for match in _FOREIGN.finditer(text):
        count += 1
        if count > _SAMPLE:
            break
        letter, before, after = (
            match[0],
            text[match.start() - 1 : match.start()],
            text[match.end() : match.end() + 1],
        )
        small = letter.lower()
        beside_latin = bool(_LATIN.match(before) or _LATIN.match(after))
        if letter in _MARKS_OF_TEXT:
            score += 1.0 if encoding.is_latin else 0.5
        elif beside_latin and not encoding.is_latin:
            score -= 1.0  # other scripts don't stand inside Latin words
        elif letter != small and before.islower():
            score -= 1.0  # nor capitals behind small letters
        elif small in common or _KANA_LETTER.match(letter):
            # Accents stand beside plain letters, and capitals are the fewest.
            score += (
                1.0 if beside_latin == encoding.is_latin and (letter == small or not before.isalpha()) else 0.4
            )
        elif others.match(small):
            score += 0.4
        else:
            score -= 1.0
    return score / max(1, min(count, _SAMPLE))


_KANA_LETTER = re.compile(f"[{_KANA}]")
