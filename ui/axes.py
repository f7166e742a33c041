"""The axes of a score in words: what each is called, what it means, and what earned it."""

from __future__ import annotations

from core.schema.clip import Clip
from core.schema.learning import Learned, Standing
from core.schema.plan import Axis, AxisScore

AXIS_NAMES: dict[Axis, str] = {
    "hook": "Hook",
    "completeness": "Complete",
    "density": "Density",
    "emotion": "Emotion",
    "quotability": "Quotable",
    "engagement": "Exchange",
    "delivery": "Delivery",
    "visual": "Visual",
}
AXIS_HINTS: dict[Axis, str] = {
    "hook": "How strongly the first seconds hold a viewer",
    "completeness": "Whether it lands without what was said before",
    "density": "How much is said in the time",
    "emotion": "How much feeling the words carry",
    "quotability": "Whether a line can stand alone",
    "engagement": "Questions and changes of speaker",
    "delivery": "Energy, pace and laughter that are heard",
    "visual": "What is seen",
}
_UNJUDGED: dict[Axis, str] = {
    "delivery": "not judged: there was no sound to listen to",
    "visual": "not judged: the picture was not looked at",
}
_QUOTES: tuple[Axis, ...] = ("hook", "completeness", "emotion", "quotability")


def unjudged_words(axis: Axis, judged: AxisScore | None) -> str:
    """Return why an axis has no score."""
    if judged is not None and judged.evidence:
        return "not judged: " + ", ".join(judged.evidence)
    return _UNJUDGED.get(axis, "not judged")


def evidence_words(axis: Axis, evidence: tuple[str, ...]) -> str:
    """Return what earned an axis its score, as a person would say it; empty where nothing is on record."""
    if not evidence:
        return ""
    if axis == "completeness" and len(evidence) == 2:
        return f"from “{evidence[0]}” to “{evidence[1]}”"
    if axis == "density":
        return "about " + ", ".join(evidence)
    if axis == "engagement":
        return " · ".join(each if _is_count(each) else f"“{each}”" for each in evidence)
    if axis in _QUOTES:
        return " · ".join(f"“{each}”" for each in evidence)
    return " · ".join(evidence)


def _is_count(text: str) -> bool:
    return text[:1].isdigit()


def strengths(clip: Clip, standing: Standing) -> str:
    """Return the axes that raised a clip most with their scores, in a few words."""
    scores = ((axis, clip.axes[axis].score) for axis in standing.strongest)
    return " · ".join(f"{AXIS_NAMES[axis]} {score:.0f}" for axis, score in scores if score is not None)


def first_evidence(clip: Clip, standing: Standing) -> str:
    """Return the words that earned the strongest axis its score, or the next where it has none on record."""
    for axis in standing.strongest:
        # What the title quotes already says nothing new.
        evidence = [each for each in clip.axes[axis].evidence if not _says_the_same(each, clip.wording.title)]
        if words := evidence_words(axis, tuple(evidence[:2])):
            return words
    return ""


def _says_the_same(evidence: str, title: str) -> bool:
    one, other = (text.strip("?!.… ").casefold() for text in (evidence, title))
    return one in other or (bool(other) and other in one)


def moved_words(standing: Standing) -> str:
    """Return how a score came to differ from the usual one, in a sentence; empty where it does not."""
    if not (standing.is_learned or standing.is_weighed) or round(standing.score) == round(standing.usual):
        return ""
    way = "Up" if standing.score > standing.usual else "Down"
    causes = []
    if standing.is_weighed:
        causes.append("Your sliders count.")
    if standing.because:
        causes.append(standing.because)
    return f"{way} from {standing.usual:.0f}. {' '.join(causes)}".strip()


def ranking_words(learned: Learned, has_weights: bool) -> str:
    """Return in a few words how clips are ranked."""
    count = f"{learned.decisions} decision{'' if learned.decisions == 1 else 's'}"
    if learned.is_applied:
        return f"Your sliders · learned from {count}" if has_weights else f"Learned from {count}"
    if has_weights:
        return "Ranked by your sliders"
    if learned.is_fitting and learned.decisions:
        return f"Usual ranking · learning from {count}"
    return f"Usual ranking · {count} so far" if learned.decisions else "Usual ranking"
