"""A style against its brand's rules. Pure: what has to be measured in painted pictures is handed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from core.schema.brand import Finding, Reading, SaidText
from core.schema.choice import ASPECTS, Aspect
from core.schema.style import Style

# Told one by one; of more, how many.
_MOST_TOLD = 12


def relative_luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of an sRGB colour, channels 0 to 1 (WCAG 2.2, "relative luminance")."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: float, second: float) -> float:
    """Return the contrast of two relative luminances, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = max(first, second), min(first, second)
    return (lighter + 0.05) / (darker + 0.05)


def rule_findings(style: Style) -> list[Finding]:
    """Return what the style itself keeps and breaks: fonts, colours, logo; in every shape."""
    return [*_fonts(style), *_colours(style), *_logo(style)]


def word_findings(style: Style, texts: Sequence[SaidText]) -> list[Finding]:
    """Return where banned words stand, over or in clips; in any case, phrases too."""
    banned = style.brand.banned_words
    if not banned:
        return []
    found = [finding for text in texts for finding in _banned_in(text, banned)]
    if not found:
        clips = len({text.clip_id for text in texts})
        return [Finding(rule="words", is_kept=True, what=f"No banned word in {_counted(clips, 'clip')}")]
    return _few(found)


def reading_findings(style: Style, readings: Sequence[Reading]) -> list[Finding]:
    """Return where letters stand out too little, or text leaves the safe zone."""
    if not readings:
        return []
    least = style.brand.least_contrast
    weak = sorted((each for each in readings if each.contrast < least), key=lambda each: each.contrast)
    outside = [each for each in readings if not each.is_inside]
    found = [_weak(each, least) for each in weak]
    lowest = min(each.contrast for each in readings)
    looked = f"in {_counted(len(readings), 'picture')} looked at"
    kept = [] if weak else [f"Letters stand out, {lowest:.1f} : 1 or more, {looked}"]
    result = [Finding(rule="contrast", is_kept=True, what=what) for what in kept] + _few(found)
    if not outside:
        return [*result, Finding(rule="zone", is_kept=True, what=f"All text is inside the safe zone {looked}")]
    return result + _few([_outside(each) for each in outside])


# The style itself


def _fonts(style: Style) -> Iterator[Finding]:
    allowed = {family.lower() for family in style.brand.font_families}
    if not allowed:
        return
    used = _in_shapes(style, lambda shape: shape.captions.font_families[:1])
    wrong = {family: shapes for family, shapes in used.items() if family.lower() not in allowed}
    for family, shapes in wrong.items():
        yield Finding(
            rule="fonts",
            is_kept=False,
            what=f"{family} is not a font of the brand",
            where=_where("Captions", shapes),
            remedy=f"Choose {' or '.join(style.brand.font_families)}.",
        )
    if not wrong:
        yield Finding(rule="fonts", is_kept=True, what=f"{', '.join(used)}: a font of the brand")


def _colours(style: Style) -> Iterator[Finding]:
    allowed = {colour[:7].lower() for colour in style.brand.colours}
    if not allowed:
        return
    used = _in_shapes(style, painted_colours)
    wrong = {colour: shapes for colour, shapes in used.items() if colour.partition(" ")[0] not in allowed}
    for told, shapes in wrong.items():
        colour, _, place = told.partition(" ")
        yield Finding(
            rule="colours",
            is_kept=False,
            what=f"{colour} is not a colour of the brand",
            where=_where(place, shapes),
            remedy="Choose one of the brand’s, or add it to the rules.",
        )
    if not wrong:
        yield Finding(rule="colours", is_kept=True, what="All colours are of the brand")


def painted_colours(style: Style) -> tuple[str, ...]:
    """Return "#rrggbb place" of every colour that a style paints with, in one shape."""
    captions, found = style.captions, []

    def take(colour: str | None, place: str, is_used: bool = True) -> None:
        if colour and is_used and colour[7:9] != "00":
            found.append(f"{colour[:7].lower()} {place}")

    if captions.is_shown:
        take(captions.colour, "Captions", not captions.speaker_colours)
        for colour in captions.speaker_colours:
            take(colour, "Captions, speakers")
        take(captions.gradient_colour, "Captions, gradient")
        take(
            captions.highlight_colour, "Captions, highlight", bool({"colour", "underline"} & {*captions.highlight})
        )
        take(captions.highlight_box_colour, "Captions, highlight box", "box" in captions.highlight)
        take(captions.emphasis_colour, "Captions, stressed words")
        take(captions.outline_colour, "Captions, outline", captions.outline > 0)
        take(captions.box_colour, "Captions, box")
    take(style.hook.colour, "Title", style.hook.is_shown)
    take(style.hook.box_colour, "Title, box", style.hook.is_shown)
    lower = style.lower_third
    for field in ("colour", "box_colour", "accent_colour"):
        take(getattr(lower, field), "Lower third", lower.is_shown)
    take(style.progress_bar.colour, "Progress bar", style.progress_bar.is_shown)
    take(style.background.colour, "Background", style.background.kind == "colour")
    for name, card in (("Card before", style.intro), ("Card after", style.outro)):
        take(card.colour, name, card.seconds > 0 and not card.file)
        take(card.text_colour, f"{name}, text", card.seconds > 0 and bool(card.text))
    return tuple(dict.fromkeys(found))


def _logo(style: Style) -> Iterator[Finding]:
    if not style.brand.needs_logo:
        return
    without = [aspect for aspect in ASPECTS if not _has_logo(style.in_aspect(aspect))]
    if without:
        shapes = "" if len(without) == len(ASPECTS) else ", ".join(without)
        yield Finding(
            rule="logo",
            is_kept=False,
            what="The logo is missing",
            where=shapes,
            remedy="Choose its picture in the section Logo.",
        )
    else:
        yield Finding(rule="logo", is_kept=True, what="The logo is there")


def _has_logo(style: Style) -> bool:
    return bool(style.logo.file and style.logo.opacity > 0 and style.asset(style.logo.file))


def _in_shapes(style: Style, told: Callable[[Style], Sequence[str]]) -> dict[str, list[Aspect]]:
    """Return what a function tells of the style in each shape, with the shapes of which it does."""
    found: dict[str, list[Aspect]] = {}
    for aspect in ASPECTS:
        for each in told(style.in_aspect(aspect)):
            found.setdefault(each, []).append(aspect)
    return found


def _where(place: str, shapes: Sequence[Aspect]) -> str:
    return place if len(shapes) == len(ASPECTS) else f"{place} in {', '.join(shapes)}"


# Words


def _banned_in(text: SaidText, banned: Sequence[str]) -> Iterator[Finding]:
    line = " ".join(word for word, _at in text.words)
    starts = [0, *accumulate(len(word) + 1 for word, _at in text.words)]
    for phrase in filter(str.strip, banned):
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", line, re.IGNORECASE):
            number = max(place for place, start in enumerate(starts[:-1]) if start <= match.start())
            yield Finding(
                rule="words",
                is_kept=False,
                what=f"“{match.group()}” is a banned word",
                where=f"{text.place} of “{text.title}”",
                remedy="Correct the words, cut them, or choose another clip.",
                clip_id=text.clip_id,
                at=text.words[number][1],
            )


# Pictures


def _weak(reading: Reading, least: float) -> Finding:
    return Finding(
        rule="contrast",
        is_kept=False,
        what=f"Letters of {reading.what} stand out {reading.contrast:.1f} : 1, less than {least:g} : 1",
        where=f"“{reading.title}” in {reading.aspect}",
        remedy="Give them an outline or a box, or another colour.",
        clip_id=reading.clip_id,
        at=reading.at,
    )


def _outside(reading: Reading) -> Finding:
    return Finding(
        rule="zone",
        is_kept=False,
        what=f"{reading.what[:1].upper()}{reading.what[1:]} leave the safe zone",
        where=f"“{reading.title}” in {reading.aspect}",
        remedy="Make the letters smaller, or move them.",
        clip_id=reading.clip_id,
        at=reading.at,
    )


def _few(found: list[Finding]) -> list[Finding]:
    """Return the first of many, and how many more there are."""
    if len(found) <= _MOST_TOLD:
        return found
    rest = len(found) - _MOST_TOLD
    more = Finding(rule=found[0].rule, is_kept=False, what=f"{rest} more like these")
    return [*found[:_MOST_TOLD], more]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
