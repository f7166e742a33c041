"""Names of languages as files and services write them, brought to ISO 639-1."""

from __future__ import annotations

# ISO 639-1, then ISO 639-2 and -3 codes and the English name, as in OpenAI's answers and in names of files.
_KNOWN = """
ar ara arabic
bg bul bulgarian
bn ben bengali
ca cat catalan
cs ces cze czech
da dan danish
de deu ger german
el ell gre greek
en eng english
es spa spanish castilian
et est estonian
fa fas per persian farsi
fi fin finnish
fr fra fre french
he heb iw hebrew
hi hin hindi
hr hrv croatian
hu hun hungarian
id ind in indonesian
is isl ice icelandic
it ita italian
ja jpn jp japanese
ko kor korean
lt lit lithuanian
lv lav latvian
ms msa may malay
nb nob
nl nld dut dutch flemish
nn nno
no nor norwegian
pl pol polish
pt por portuguese
ro ron rum romanian
ru rus russian
sk slk slo slovak
sl slv slovenian
sr srp serbian
sv swe swedish
ta tam tamil
th tha thai
tl tgl fil tagalog
tr tur turkish
uk ukr ukrainian
ur urd urdu
vi vie vietnamese
zh zho chi chinese mandarin cmn yue cantonese
"""
_CODES = {name: line.split()[0] for line in _KNOWN.strip().splitlines() for name in line.split()}


def language_code(written: str) -> str:
    """Return the ISO 639-1 code of a language written as "en", "en-US", "eng" or "English"; "" if unknown.

    Two letters that are not listed are taken for a code.
    """
    first = written.strip().lower().replace("_", "-").split("-")[0]
    if first in _CODES:
        return _CODES[first]
    return first if len(first) == 2 and first.isascii() and first.isalpha() else ""
