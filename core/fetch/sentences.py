"""What goes wrong when something is fetched, told in sentences, with whether the same may work later."""

from __future__ import annotations

import re

from core.errors import FetchError

_RETRY = "Try again: it goes on where it was."
_COOKIES = "Export the cookies of your browser for this site into a file, and give it with --cookies FILE."
# What is found in the words of yt-dlp and of libraries, in order: reason, remedy, whether it may pass.
_KNOWN: tuple[tuple[str, str, str, bool], ...] = (
    (r"is a private address|a socket of this computer", "private", "", False),
    (r"429|too many requests|rate.?limit", "The site has had too many requests from here.",
     "Wait a while, then try again: it goes on where it was.", True),
    (r"sign in to confirm|not a bot", "The site wants to see that a person asks.", _COOKIES, False),
    (r"login required|log in|sign in|account|members.only|subscribers?.only|premium|private video|HTTP Error 401",
     "The site shows this only to people who are signed in.", _COOKIES, False),
    (r"geo.?restrict|not available (in|from) your (country|location)|blocked it in your country",
     "The site does not show this in your country.", "", False),
    (r"\bDRM\b", "It is protected against copying (DRM).", "Ask whoever made it for the file.", False),
    (r"live event|is live|will begin|premieres? in", "It is a live broadcast that has not ended.",
     "Fetch it when it is over.", False),
    (r"HTTP Error 404|HTTP Error 410|not found|video unavailable|has been removed|does not exist",
     "There is nothing (any more) at this address.", "Check the address.", False),
    (r"HTTP Error 403|forbidden", "The site refuses to hand it out.", _COOKIES, False),
    (r"HTTP Error 416", "The file at this address has changed since its download began.", _RETRY, True),
    (r"HTTP Error (408|425|5\d\d)|server error|bad gateway|unavailable",
     "The site is out of order for now.", _RETRY, True),
    (r"unsupported url|no video formats|no media found|no video could be found",
     "No video or sound was found at this address.", "Open the page of one video and copy its address.", False),
    (r"name or service not known|getaddrinfo|nodename nor servname|temporary failure in name resolution"
     r"|failed to resolve", "The site's name can't be found.", "Check the address and the network.", True),
    (r"timed? ?out", "The site does not answer.", _RETRY, True),
    (r"connection (refused|reset|aborted)|remote end closed|incompleteread|network is unreachable|no route to host"
     r"|bytes read|more expected|broken pipe|EOF occurred|did not get any data|conne", "The line broke.", _RETRY,
     True),
    (r"certificate", "The site's certificate is not valid.", "Check the address and the clock.", False),
    (r"no space left|disk quota", "disk", "", False),
    (r"netscape|cookie", "The cookies file can't be read.",
     "It has to be in Netscape's format, as browser extensions export it (cookies.txt).", False),
)  # fmt: skip
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_HEAD = re.compile(r"^(ERROR:\s*)?(\[[^\]]+\]\s*)?([\w-]{1,20}:\s+)?")
_TAIL = re.compile(r"[;.]\s*please report this issue.*$", re.DOTALL | re.IGNORECASE)


def reason_of(text: str) -> tuple[str, str, bool]:
    """Return reason, remedy and whether it may pass, for what a library said; “private” and “disk” stand alone."""
    said = " ".join(_TAIL.sub("", _HEAD.sub("", _COLOURS.sub("", text).strip())).split())
    for pattern, reason, remedy, is_passing in _KNOWN:
        if re.search(pattern, said, re.IGNORECASE):
            return reason, remedy, is_passing
    return f"It could not be fetched: {said[:300].rstrip('.')}.", "Check the address, then try again.", False


def explained(text: str, url: str) -> FetchError:
    """Return the error for what a library said of an address."""
    reason, remedy, is_passing = reason_of(text)
    return FetchError(reason, url, remedy=remedy, is_passing=is_passing)
