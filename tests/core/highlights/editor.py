"""What a language model answers about a passage: an editor that reads the question, and can be told to lie."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from core.highlights.moments import JUDGED


@dataclass
class Asked:
    """A question as the model reads it: numbered sentences, and clips by number with their sentences."""

    text: str
    lines: dict[int, str] = field(default_factory=dict)
    starts: dict[int, str] = field(default_factory=dict)
    clips: dict[int, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> Asked:
        """Read a question."""
        made = cls(text)
        for number, start, said in re.findall(r"^(\d+) \[([\d:]+)\] (.*)$", text, re.MULTILINE):
            made.lines[int(number)], made.starts[int(number)] = said, start
        for clip, first, last in re.findall(r"^clip (\d+): sentences (\d+) to (\d+)$", text, re.MULTILINE):
            made.clips[int(clip)] = (int(first), int(last))
        return made

    def quote(self, number: int) -> str:
        """Return the first words of a sentence, without who says it."""
        said = re.sub(r"^[A-Z][a-z]+: ", "", self.lines[number])
        return " ".join(said.split()[:5])

    def opinion(self, score: float, quoted: int, **more: Any) -> dict[str, Any]:
        """Return an opinion that quotes a sentence."""
        made = {"scores": dict.fromkeys(JUDGED, score), "title": "", "hook": "", "reason": "It lands."}
        return {**made, "quotes": [self.quote(quoted)], **more}

    def moment(self, first: int, last: int, score: float = 90, **more: Any) -> dict[str, Any]:
        """Return a moment of these sentences."""
        made = {"first": first, "last": last, "start": self.starts.get(first, "0:00")}
        quoted = first if first in self.lines else next(iter(self.lines))
        return {**made, **self.opinion(score, quoted), **more}

    def judged(self, score: float = 50) -> list[dict[str, Any]]:
        """Return an opinion on every clip."""
        return [{"id": clip, **self.opinion(score, first)} for clip, (first, _) in self.clips.items()]


def answer(moments: list[dict[str, Any]], clips: list[dict[str, Any]]) -> str:
    """Return the answer as text."""
    return json.dumps({"moments": moments, "clips": clips})
