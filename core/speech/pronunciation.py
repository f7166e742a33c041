"""How English words sound, for forced alignment: the words spoken for a written one, and phones by spelling.

Phones are the 39 of the CMU dictionary. Spelling to sound is a small greedy table: it need not be right, only
near enough for the aligner to place a name between the words around it.
"""

from __future__ import annotations

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SIGNS = {
    "%": " percent ",
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "@": " at ",
    "#": " number ",
    "°": " degrees ",
}
_MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}
_SHORT = {
    "mr": "mister", "mrs": "misses", "dr": "doctor", "st": "saint", "vs": "versus", "etc": "et cetera",
    "jr": "junior", "sr": "senior", "prof": "professor", "approx": "approximately", "dept": "department",
}  # fmt: skip
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
             "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:,\d{3})+|\d+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_LETTERS = {
    "a": "EY", "b": "B IY", "c": "S IY", "d": "D IY", "e": "IY", "f": "EH F", "g": "JH IY", "h": "EY CH",
    "i": "AY",    "j": "JH EY", "k": "K EY", "l": "EH L", "m": "EH M", "n": "EH N", "o": "OW",
    "p": "P IY", "q": "K Y UW",
    "r": "AA R", "s": "EH S", "t": "T IY", "u": "Y UW", "v": "V IY", "w": "D AH B AH L Y UW", "x": "EH K S",
    "y": "W AY", "z": "Z IY",
}  # fmt: skip
# Longest first at each place; an empty sound is silent.
_SPELLINGS = {
    "tion": "SH AH N", "sion": "ZH AH N", "ough": "AO", "augh": "AO", "eigh": "EY", "igh": "AY", "tch": "CH",
    "sch": "SH", "dge": "JH", "que": "K", "ing": "IH NG", "ous": "AH S", "ture": "CH ER", "eau": "OW",
    "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "wh": "W", "ck": "K", "gh": "G", "kn": "N", "wr": "R",
    "ng": "NG",    "qu": "K W", "ee": "IY", "ea": "IY", "oo": "UW", "ou": "AW", "ow": "OW",
    "oi": "OY", "oy": "OY", "ai": "EY",
    "ay": "EY", "au": "AO", "aw": "AO", "ei": "EY", "ey": "IY", "ie": "IY", "oa": "OW", "ue": "UW", "ew": "UW",
    "er": "ER", "ir": "ER", "ur": "ER", "ar": "AA R", "or": "AO R", "ce": "S", "ci": "S IH", "cy": "S IY",
    "ge": "JH", "sc": "S K", "ps": "P S", "x": "K S", "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F",
    "g": "G", "h": "HH", "i": "IH", "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "AA", "p": "P",
    "q": "K", "r": "R", "s": "S", "t": "T", "u": "AH", "v": "V", "w": "W", "y": "IY", "z": "Z",
}  # fmt: skip
_LONG_VOWEL = {"a": "EY", "i": "AY", "o": "OW", "u": "UW", "e": "IY", "y": "AY"}


def spoken_words(written: str) -> list[str]:
    """Return the lower-case words that are said for a written word: `$25` gives twenty, five, dollars."""
    text = written.translate(_MARKS)
    for sign, name in _MONEY.items():
        if sign in text:
            text = f"{text.replace(sign, ' ')} {name}"
    for sign, name in _SIGNS.items():
        text = text.replace(sign, name)
    text = re.sub(r"(\d)\.(\d)", r"\1 point \2", text)
    text = re.sub(r"(\d+)(?:st|nd|rd|th)\b", lambda m: f" {_ordinal(int(m[1]))} ", text, flags=re.IGNORECASE)
    text = _NUMBER.sub(lambda m: f" {number_words(m[0].replace(',', ''))} ", text)
    words = re.findall(r"[a-zà-öø-ÿ']+", text.casefold())
    return [
        _SHORT.get(word, word)
        for word in (word.strip("'") if word.endswith("'") else word for word in words)
        if word
    ]


def number_words(digits: str) -> str:
    """Return how a whole number is read aloud; four digits as a year (`1984`), long ones digit by digit."""
    number = int(digits) if len(digits) <= 12 else 0
    if len(digits) > 12 or (digits.startswith("0") and len(digits) > 1):
        return " ".join(_ONES[int(digit)] for digit in digits)
    if 1100 <= number <= 2099 and number % 1000 >= 10 and len(digits) == 4:
        low = number % 100
        tail = "hundred" if low == 0 else f"oh {_ONES[low]}" if low < 10 else _below_thousand(low)
        return f"{_below_thousand(number // 100)} {tail}"
    parts = []
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            parts.append(f"{_below_thousand(number // size)} {name}")
            number %= size
    if number or not parts:
        parts.append(_below_thousand(number))
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    parts = []
    if number >= 100:
        parts.append(f"{_ONES[number // 100]} hundred")
        number %= 100
        if not number:
            return parts[0]
    if number < 20:
        parts.append(_ONES[number])
    else:
        parts.append(_TENS[number // 10] + (f" {_ONES[number % 10]}" if number % 10 else ""))
    return " ".join(parts)


def _ordinal(number: int) -> str:
    *rest, last = number_words(str(number)).split()
    last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return " ".join([*rest, last])


def guess_phones(word: str) -> str:
    """Return the phones of a word no dictionary has, by its spelling; spelled out where it has no vowel."""
    letters = re.sub(r"[^a-z]", "", _plain(word))
    if not letters:
        return ""
    if not re.search(r"[aeiouy]", letters):
        return " ".join(_LETTERS[letter] for letter in letters)
    phones: list[str] = []
    index = 0
    while index < len(letters):
        if letters[index] == "e" and index == len(letters) - 1 and len(letters) > 2 and phones:
            break
        if index and letters[index] == letters[index - 1] and letters[index] not in "aeiou":
            index += 1
            continue
        index += _next_sound(letters, index, phones)
    return " ".join(phones)


def _next_sound(letters: str, index: int, phones: list[str]) -> int:
    """Append the sound at a place and return how many letters made it."""
    if letters[index] in _LONG_VOWEL and re.match(r"[bcdfghjklmnpqrstvz]e$", letters[index + 1 :]):
        phones.append(_LONG_VOWEL[letters[index]])
        return 1
    for length in (4, 3, 2, 1):
        sound = _SPELLINGS.get(letters[index : index + length])
        if sound is not None and len(letters[index : index + length]) == length:
            phones += sound.split()
            return length
    return 1


def _plain(word: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
