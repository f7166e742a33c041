"""From words to cues: which words are on screen together, and exactly how long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.captions.cue_times import page_times
from core.captions.pages import PageRules, paginate
from core.captions.words import CaptionWord, ready_words
from core.schema.caption import CaptionCue, CueWord

if TYPE_CHECKING:
    from core.schema.style import CaptionStyle

# Seconds. A highlight lasts until the next word where the breath between them is shorter.
BREATH = 0.25


def build_cues(
    words: Sequence[CaptionWord], style: CaptionStyle, clip_duration: float, cuts: Sequence[float] = ()
) -> tuple[CaptionCue, ...]:
    """Group a clip's words into cues.

    Cues do not overlap, lie in [0, clip_duration], and hold at most `style.max_words` words; word times ascend.
    A cue stays `cue_times.HOLD` seconds longer than it is said, and at most `LONGEST_LINGER` where it needs that
    to be read, or where the next one begins by then and the style closes gaps. Text in a script without spaces is
    first cut into phrases a reader takes in at once, each counting as a word.

    Args:
        words: In speaking order, clip seconds; words outside the clip and empty ones are left out.
        style: How many words and lines a page may have, and whether gaps are closed.
        clip_duration: Length of the clip in seconds.
        cuts: Clip seconds at which the picture changes at once, ascending: where a word ends near, a page does.
    """
    ready = ready_words(words, clip_duration)
    rules = PageRules.of(style.max_words, style.max_lines, style.size)
    pages = paginate(ready, rules, clip_duration, cuts)
    times = page_times(pages, clip_duration, style.gaps, cuts)
    return tuple(
        CaptionCue(
            start=start,
            end=end,
            words=_cue_words(page),
            speaker=page[0].speaker,
            emoji=next((word.emoji for word in page if word.emoji), "") if style.shows_emoji else "",
        )
        for page, (start, end) in zip(pages, times, strict=True)
        if end > start
    )


def _cue_words(page: Sequence[CaptionWord]) -> tuple[CueWord, ...]:
    """Return a page's words, each highlighted until the next one where the breath between them is short."""
    words = []
    for index, word in enumerate(page):
        following = page[index + 1].start if index + 1 < len(page) else word.end
        end = following if following - word.end < BREATH else word.end
        words.append(
            CueWord(text=word.text, start=word.start, end=max(end, word.start), is_emphasised=word.is_emphasised)
        )
    return tuple(words)
