"""The axes of a score in words: what each is called, what it means, and what earned it."""

from __future__ import annotations

from core.schema.clip import Clip
from core.schema.learning import Learned, Standing
from core.schema.plan import Axis, AxisScore
from ui.wording import QT_TR_NOOP, quoted, told, tr

AXIS_NAMES: dict[Axis, str] = {
    "hook": QT_TR_NOOP("Hook"),
    "completeness": QT_TR_NOOP("Complete"),
    "density": QT_TR_NOOP("Density"),
    "emotion": QT_TR_NOOP("Emotion"),
    "quotability": QT_TR_NOOP("Quotable"),
    "engagement": QT_TR_NOOP("Exchange"),
    "delivery": QT_TR_NOOP("Delivery"),
    "visual": QT_TR_NOOP("Visual"),
}
AXIS_HINTS: dict[Axis, str] = {
    "hook": QT_TR_NOOP("How strongly the first seconds hold a viewer"),
    "completeness": QT_TR_NOOP("Whether it lands without what was said before"),
    "density": QT_TR_NOOP("How much is said in the time"),
    "emotion": QT_TR_NOOP("How much feeling the words carry"),
    "quotability": QT_TR_NOOP("Whether a line can stand alone"),
    "engagement": QT_TR_NOOP("Questions and changes of speaker"),
    "delivery": QT_TR_NOOP("Energy, pace and laughter that are heard"),
    "visual": QT_TR_NOOP("What is seen"),
}
_UNJUDGED: dict[Axis, str] = {
    "delivery": QT_TR_NOOP("not judged: there was no sound to listen to"),
    "visual": QT_TR_NOOP("not judged: the picture was not looked at"),
}
_QUOTES: tuple[Axis, ...] = ("hook", "completeness", "emotion", "quotability")


def unjudged_words(axis: Axis, judged: AxisScore | None) -> str:
    """Return why an axis has no score."""
    if judged is not None and judged.evidence:
        return tr("not judged: {reasons}").format(reasons=", ".join(map(told, judged.evidence)))
    return tr(_UNJUDGED[axis]) if axis in _UNJUDGED else tr("not judged")


def evidence_words(axis: Axis, evidence: tuple[str, ...]) -> str:
    """Return what earned an axis its score, as a person would say it; empty where nothing is on record."""
    if not evidence:
        return ""
    if axis == "completeness" and len(evidence) == 2:
        return tr("from “{first}” to “{last}”").format(first=evidence[0], last=evidence[1])
    if axis == "density":
        return tr("about {subjects}").format(subjects=", ".join(evidence))
    if axis == "engagement":
        return " · ".join(told(each) if _is_count(each) else quoted(each) for each in evidence)
    if axis in _QUOTES:
        return " · ".join(quoted(each) for each in evidence)
    return " · ".join(map(told, evidence))


def _is_count(text: str) -> bool:
    return text[:1].isdigit()


def strengths(clip: Clip, standing: Standing) -> str:
    """Return the axes that raised a clip most with their scores, in a few words."""
    scores = ((axis, clip.axes[axis].score) for axis in standing.strongest)
    return " · ".join(f"{tr(AXIS_NAMES[axis])} {score:.0f}" for axis, score in scores if score is not None)


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
    is_up = standing.score > standing.usual
    way = tr("Up from {score}.") if is_up else tr("Down from {score}.")
    causes = []
    if standing.is_weighed:
        causes.append(tr("Your sliders count."))
    if standing.because:
        causes.append(standing.because)
    return " ".join((way.format(score=f"{standing.usual:.0f}"), *causes))


def ranking_words(learned: Learned, has_weights: bool) -> str:
    """Return in a few words how clips are ranked."""
    count = learned.decisions
    if learned.is_applied and has_weights:
        return tr("Your sliders · learned from %n decisions", "", count)
    if learned.is_applied:
        return tr("Learned from %n decisions", "", count)
    if has_weights:
        return tr("Ranked by your sliders")
    if not count:
        return tr("Usual ranking")
    if learned.is_fitting:
        return tr("Usual ranking · learning from %n decisions", "", count)
    return tr("Usual ranking · %n decisions so far", "", count)
