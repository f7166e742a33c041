"""Takes secrets out of text before it is kept: the keys this process was given, and whatever looks like one.

Errors of libraries and servers quote what they were sent. Both places that keep text (the records and the log
file) pass it through `redact`. What only resembles a secret is hidden too: a log that hides a word is better than
one that tells a key.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

HIDDEN = "[hidden]"
# Shorter ones are placeholders that local servers ask for ("none", "ollama"), and ordinary words.
_SHORTEST_KEY = 8
_COMPOUND = (
    r"(?:api[-_ ]?key|access[-_]?key|secret[-_]?key|private[-_]?key|(?:access|refresh|auth|id|session)[-_]?token"
    r"|client[-_]?secret|password|passwd)"
)
_NAME = rf"(?<![a-z0-9])(?:{_COMPOUND}|secret|token|signature|sig)"
_VALUE = r"[^\s\"'&,;)]+"
# Every pattern takes time in proportion to the text: a traceback can be long.
_NAMED = tuple(
    (re.compile(pattern, re.IGNORECASE), rf"\g<1>{HIDDEN}")
    for pattern in (
        # https://user:password@host; the host stays.
        r"(\b[a-z][a-z0-9+.-]{1,20}://)[^\s/?#\"'<>]+(?=@)",
        # Atomic, so that the word before the key is not taken for the key.
        r"((?>\bauthorization[\"']?\s*[:=]\s*[\"']?(?:(?:basic|bearer|digest|token)\s+)?))[^\s\"',;]{4,}",
        r"(\bbearer\s+)[a-z0-9._~+/=-]{8,}",
        # A name and a value in quotes, as in JSON and in what Python prints of a mapping.
        rf"({_NAME}[\"']\s*[:=]\s*[\"'])[^\"']+",
        # api_key=…, OPENAI_API_KEY=…, SOME_KEY=…, ?key=…, X-Api-Key: …
        rf"({_NAME}\s*=\s*[\"']?){_VALUE}",
        rf"((?-i:[A-Z]_KEY)\s*=\s*[\"']?){_VALUE}",
        rf"([?&]key=){_VALUE}",
        rf"((?<![a-z0-9]){_COMPOUND}\s*:\s*[\"']?){_VALUE}",
    )
)
_SHAPES = (
    *_NAMED,
    # What issuers begin their keys with: OpenAI and alike, GitHub, Hugging Face, Groq, Google, Slack, Amazon.
    (
        re.compile(
            r"(?<![A-Za-z0-9])(?:[spr]k-[A-Za-z0-9_-]{8,}|gh[opsur]_\w{16,}|github_pat_\w{16,}|hf_\w{16,}|gsk_\w{16,}"
            r"|AIza[\w-]{30,}|xox[abposr]-[\w-]{10,}|AKIA[A-Z0-9]{16})"
        ),
        HIDDEN,
    ),
)
_keys: re.Pattern[str] | None = None
_known: frozenset[str] = frozenset()


def keep_secret(key: str) -> None:
    """Hide a key from now on, for as long as this process lives; one shorter than 8 characters is no secret."""
    global _keys, _known
    if len(key) < _SHORTEST_KEY:
        return
    # As it is, as part of an address, and as JSON and Python write it in quotes.
    _known = _known | {key, quote(key, safe=""), json.dumps(key)[1:-1], repr(key)[1:-1]}
    # Longest first, so that of a key that begins with another nothing is left over.
    _keys = re.compile("|".join(re.escape(each) for each in sorted(_known, key=len, reverse=True)))


def redact(text: str) -> str:
    """Return text without secrets; text that has none comes back unchanged."""
    if _keys is not None:
        text = _keys.sub(HIDDEN, text)
    for shape, replacement in _SHAPES:
        text = shape.sub(replacement, text)
    return text
