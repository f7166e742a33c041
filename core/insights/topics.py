"""What the talk is about: its most telling phrases, with each time they are said."""

from __future__ import annotations

from collections.abc import Sequence

from core.insights.phrases import Phrase
from core.insights.talk import Talk
from core.schema.insights import TopicFound

MOST = 15
_FEWEST_TIMES = 3
_MUCH_OFTENER = 2.5


def topics(talk: Talk, phrases: Sequence[Phrase], most: int = MOST) -> tuple[TopicFound, ...]:
    """Return up to `most` topics, the most telling first; none is a part of another."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if len(kept) == most:
            break
        if phrase.count < _FEWEST_TIMES or phrase.worth <= 0:
            continue
        rivals = [place for place, other in enumerate(kept) if _is_part(phrase, other)]
        if not rivals:
            kept.append(phrase)
        elif all(phrase.count > _MUCH_OFTENER * kept[place].count for place in rivals):
            # "Starter in winter" is told along with "starter", which is said far more often.
            kept[rivals[0]] = phrase
            for place in reversed(rivals[1:]):
                del kept[place]
    return tuple(
        TopicFound(
            phrase=phrase.written[:1].upper() + phrase.written[1:],
            times=tuple(round(talk.sentences[index].start, 3) for index in phrase.at),
        )
        for phrase in kept
    )


def _is_part(one: Phrase, other: Phrase) -> bool:
    """Whether one phrase stands in the other, either way round."""
    short, long = sorted((one.key, other.key), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
