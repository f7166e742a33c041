"""Advanced SubStation captions, dressed after the clip's style: type, colours, outline, box and place.

What ASS can't say stays behind: animations, blurred shadows, rounded boxes and a moving highlight. Emphasised
words and speakers keep their colours. Times are hundredths of a second, as the format has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from core.captions.capitals import capitals, is_turkic
from core.captions.place import SafeArea, safe_area
from core.captions.script import join_words
from core.export.format import FinishedShort, cue_text, timed_cues
from core.schema.caption import CaptionCue
from core.schema.style import CaptionStyle

NAME = "ass"
SUFFIX = ".ass"

# libass and VSFilter measure type by the height of a line, we by the size of its letters: Inter's lines are so
# much higher, and those of most fonts nearly so.
_LINE_HEIGHT = 1.21
_BOLD = 600
_FORMAT = (
    "Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
    "MarginR, MarginV, Encoding"
)
_HEAD = """[Script Info]
Title: {title}
ScriptType: v4.00+
WrapStyle: 0
ScaledBorderAndShadow: yes
PlayResX: {width}
PlayResY: {height}

[V4+ Styles]
Format: {form}
Style: {style}

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def write(stream: BinaryIO, short: FinishedShort) -> None:
    """Write the style and an event a cue."""
    delivery, style = short.delivery, short.style
    area = safe_area(style.safe_zone, delivery.width, delivery.height)
    head = _HEAD.format(
        title=" ".join(short.title.split()),
        width=delivery.width,
        height=delivery.height,
        form=_FORMAT,
        style=",".join(_style_row(style.captions, area)),
    )
    turkic = is_turkic(word.text for cue in short.cues for word in cue.words)
    lines = [line for cue in short.cues if (line := _event(cue, short, area, turkic))]
    # Some players refuse UTF-8 without its mark.
    stream.write(b"\xef\xbb\xbf" + (head + "".join(lines)).encode())


def _style_row(captions: CaptionStyle, area: SafeArea) -> tuple[str, ...]:
    has_box = captions.box_colour is not None
    edge = captions.box_colour or captions.outline_colour
    outline = (captions.box_padding if has_box else captions.outline) * area.scale
    size = captions.size * area.scale * _LINE_HEIGHT
    return (
        "Default",
        captions.font_families[0].replace(",", " ") if captions.font_families else "Arial",
        f"{size:.1f}",
        _colour(captions.colour),
        _colour(captions.highlight_colour),
        _colour(edge),
        _colour(captions.shadow_colour),
        "-1" if captions.font_weight >= _BOLD else "0",
        "0", "0", "0", "100", "100",
        f"{captions.letter_spacing * captions.size * area.scale:.1f}",
        "0",
        "3" if has_box else "1",
        f"{outline:.1f}",
        "0" if has_box else f"{captions.shadow_offset * area.scale:.1f}",
        "5",
        f"{area.left:.0f}",
        f"{area.width - area.right:.0f}",
        "0",
        "1",
    )  # fmt: skip


def _colour(colour: str) -> str:
    """Return #rrggbb or #rrggbbaa as ASS has it: blue first, and how clear it is, not how opaque."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    clear = 255 - int(colour[7:9] or "ff", 16)
    return f"&H{clear:02X}{blue}{green}{red}".upper()


def _event(cue: CaptionCue, short: FinishedShort, area: SafeArea, turkic: bool) -> str:
    """Return a line of the list; nothing for a cue that says nothing."""
    timed = timed_cues([cue], short.lead)
    if not timed:
        return ""
    captions = short.style.captions
    start, end = (round(at / 10) for at in (timed[0].start_ms, timed[0].end_ms))
    row = area.centre_y(cue.position if cue.position is not None else captions.position)
    place = f"{{\\pos({area.width / 2:.0f},{row:.0f})}}"
    colours = captions.speaker_colours
    own = colours[cue.speaker_number % len(colours)] if colours and cue.speaker_number is not None else ""
    tint = _tint(own) if own else ""
    text = _text(cue, captions, own, turkic)
    name = " ".join(cue.speaker.replace(",", " ").split())
    return f"Dialogue: 0,{_clock(start)},{_clock(max(end, start + 1))},Default,{name},0,0,0,,{place}{tint}{text}\n"


def _text(cue: CaptionCue, captions: CaptionStyle, own: str, turkic: bool) -> str:
    plain = cue_text(cue)
    if captions.uppercase:
        plain = capitals(plain, turkic)
    if not any(word.is_emphasised for word in cue.words):
        return _escaped(plain)
    words = [(" ".join(word.text.split()), word.is_emphasised) for word in cue.words]
    said = [(capitals(text, turkic) if captions.uppercase else text, strong) for text, strong in words if text]
    back = _tint(own or captions.colour)
    # Words are joined as their script joins them, each in its own colour.
    return _joined([(_escaped(text), strong) for text, strong in said], _tint(captions.emphasis_colour), back)


def _joined(words: Sequence[tuple[str, bool]], strong: str, back: str) -> str:
    made = ""
    for place, (text, is_strong) in enumerate(words):
        between = join_words([words[place - 1][0], text])[len(words[place - 1][0]) : -len(text)] if place else ""
        made += between + (f"{strong}{text}{back}" if is_strong else text)
    return made


def _tint(colour: str) -> str:
    return f"{{\\c&H{colour[5:7]}{colour[3:5]}{colour[1:3]}&}}".upper().replace("\\C", "\\c")


def _escaped(text: str) -> str:
    """Return text in which nothing is taken for a command: the format has no way to write a brace."""
    return text.replace("{", "(").replace("}", ")").replace("\\", "\\\u2060")


def _clock(hundredths: int) -> str:
    seconds, rest = divmod(hundredths, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:02d}"
