"""How captions read: pages of real talk in two styles, counted by what a reader stumbles over.

Words of `../shared/media/speech` have exact times; those of `../shared/eval/clips` share the time of their segment
by their letters, as its README says. Run alone (`python -m tests.bench.bench_captions`) it prints the whole table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from core.captions.cues import build_cues
from core.captions.phrasing import ends_sentence, leans_on_next
from core.captions.script import columns, is_unspaced, join_words
from core.captions.words import CaptionWord
from core.schema.caption import CaptionCue
from core.schema.style import CaptionStyle
from tests.bench.figures import Figure, Skipped

SHARED = Path(__file__).resolve().parents[3] / "shared"
TALKS = SHARED / "eval" / "clips" / "dev" / "transcripts"
SPEECH = SHARED / "media" / "speech"
_MINUTES = 10.0
_PAUSE = 0.6
# What a page is held against: seconds, and columns (Latin letters; a CJK letter counts twice) a second.
_LEAST_SECONDS, _MOST_COLUMNS = 0.5, 20.0
STYLES = {
    "words": CaptionStyle(),
    "lines": CaptionStyle(max_words=12, size=26.0, gaps="kept"),
}
_GROUPS = ("pod_", "edit_", "conv_en_", "conv_zh_", "parl_es_", "raw_")
_TALKS_A_GROUP = 3


@dataclass(frozen=True)
class Reading:
    """What was counted: pages, of these with one short word beside which another stands, short ones, fast ones."""

    minutes: float
    pages: int
    lonely: int
    short: int
    fast: int
    lingering: int
    leaning: int

    def row(self) -> str:
        """Return the figures as a line of a table."""
        shares = (100 * part / max(1, self.pages) for part in (self.lonely, self.short, self.fast, self.leaning))
        return f"{self.pages / self.minutes:9.1f}" + "".join(f"{share:9.2f}%" for share in shares) + (
            f"{self.lingering:9d}"
        )  # fmt: skip


def figures() -> Iterator[Figure | Skipped]:
    """Measure all talks together."""
    groups = dict(read_groups())
    if not groups:
        yield Skipped("captions", "needs ../shared/media/speech and ../shared/eval/clips")
        return
    for name, style in STYLES.items():
        found = [measured(words, style) for talks in groups.values() for words in talks]
        pages = sum(each.pages for each in found)
        for what, count, target in (
            ("one short word alone", sum(each.lonely for each in found), 1.0),
            (f"shorter than {_LEAST_SECONDS} s", sum(each.short for each in found), 2.0),
        ):
            yield Figure(f"pages of {name}: {what}", 100 * count / pages, "%", target, f"of {pages}")


def read_groups() -> Iterator[tuple[str, list[list[CaptionWord]]]]:
    """Yield the words of each group of talks, a list a talk."""
    if SPEECH.is_dir():
        yield "speech", [_exact(path) for path in sorted(SPEECH.glob("*.words.json"))]
    for group in _GROUPS:
        found = sorted(TALKS.glob(f"{group}*"))[:_TALKS_A_GROUP] if TALKS.is_dir() else []
        if found:
            yield group.strip("_"), [_spread(path) for path in found]


def _exact(path: Path) -> list[CaptionWord]:
    return [CaptionWord(each["word"], each["start"], each["end"]) for each in json.loads(path.read_text())]


def _spread(path: Path) -> list[CaptionWord]:
    words: list[CaptionWord] = []
    for segment in json.loads(path.read_text())["segments"]:
        if segment["end"] > 60 * _MINUTES:
            break
        texts = segment["text"].split()
        weights = [max(1, sum(map(str.isalnum, text))) ** 0.7 for text in texts]
        at, rate = segment["start"], (segment["end"] - segment["start"]) / max(1.0, sum(weights))
        for text, weight in zip(texts, weights, strict=True):
            words.append(CaptionWord(text, at, at + rate * weight, segment["speaker"] or ""))
            at += rate * weight
    return words


def measured(words: Sequence[CaptionWord], style: CaptionStyle) -> Reading:
    """Count what a reader stumbles over in the pages of one talk."""
    duration = words[-1].end + 1.0
    cues = build_cues(words, style, duration)
    return Reading(
        minutes=duration / 60,
        pages=len(cues),
        lonely=sum(_is_lonely(cues, index) for index in range(len(cues))),
        short=sum(cue.end - cue.start < _LEAST_SECONDS - 1e-6 for cue in cues),
        fast=sum(columns(_text(cue)) > _MOST_COLUMNS * (cue.end - cue.start) + 1e-6 for cue in cues),
        lingering=sum(cue.end - cue.words[-1].end > 0.5 + 1e-6 for cue in cues),
        leaning=sum(leans_on_next(cue.words[-1].text) for cue in cues),
    )


def _text(cue: CaptionCue) -> str:
    return join_words([word.text for word in cue.words])


def _is_lonely(cues: Sequence[CaptionCue], index: int) -> bool:
    """Whether a page holds one short word that a neighbour could have taken: same speaker, sentence and breath."""
    cue = cues[index]
    if len(cue.words) > 1 or columns(_text(cue)) > 18 or is_unspaced(_text(cue)[-1]):
        return False
    pairs = [(cues[index - 1], cue)] if index else []
    pairs += [(cue, cues[index + 1])] if index + 1 < len(cues) else []
    return any(
        left.speaker == right.speaker
        and right.words[0].start - left.words[-1].end <= _PAUSE
        and not ends_sentence(left.words[-1].text, right.words[0].text)
        for left, right in pairs
    )


def main() -> None:
    """Print the whole table."""
    print(f"{'':18}{'pages/min':>9}{'lonely':>10}{'short':>10}{'fast':>10}{'leaning':>10}{'lingering':>10}")
    for name, style in STYLES.items():
        for group, talks in read_groups():
            found = [measured(words, style) for words in talks]
            total = Reading(*(sum(getattr(each, field.name) for each in found) for field in fields(Reading)))
            print(f"{name + ' ' + group:18}{total.row()}")


if __name__ == "__main__":
    main()
