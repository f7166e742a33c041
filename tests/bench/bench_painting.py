"""What painting captions costs, per animation and per built-in style: run `python -m tests.bench.bench_painting`.

A 1080×1920 clip of fast speech, three words a second without a pause: painting and blending every frame, against
making the same clip without captions. Both are CPU seconds of one worker, measured in turns, so that a busy
neighbour slows both.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench import job
from tests.bench.figures import Figure

if TYPE_CHECKING:
    from core.schema.composition import Composition
    from core.schema.style import Style

ROUNDS = 3
MOST_SHARE = 0.03
WORD_SECONDS = 1 / 3
SAID = "so the week we stopped guessing what people want every single customer stayed with us for good"


def figures() -> Iterator[Figure]:
    """Yield the share of each animation and each style in a render's CPU, medians over rounds."""
    from core.captions.animations import ANIMATIONS
    from core.schema.style import CaptionStyle, Style
    from core.styles.library import built_in_styles

    moves = [
        Style(name=member.NAME, version=1, captions=CaptionStyle(animation=member.NAME)) for member in ANIMATIONS
    ]
    looks = [style.in_aspect("9:16") for style in built_in_styles() if style.captions.is_shown]
    named = [(f"captions, animation {style.name}", style) for style in moves]
    named += [(f"captions, style {style.name}", style) for style in looks]
    shares: dict[str, list[float]] = {what: [] for what, _ in named}
    painted: dict[str, float] = {}
    with TemporaryDirectory(prefix="bench-captions-") as name:
        source = job.make_source(Path(name))
        bare = job.composition(source, "9:16", job.OURS).model_copy(update={"cues": (), "overlays": ()})
        for _ in range(ROUNDS):
            whole = job.in_a_worker(job.render_in_worker, [bare], [Path(name) / "bare.mp4"]).cpu
            costs = job.in_a_worker(paint_all, bare, [style for _, style in named])
            for (what, _), cost in zip(named, costs, strict=True):
                shares[what].append(cost / whole)
                painted[what] = cost
    for what, _ in named:
        share = statistics.median(shares[what])
        note = f"{1000 * painted[what] / job.SECONDS:.0f} ms a second of clip"
        yield Figure(what, share, "of a render's CPU", MOST_SHARE, note)


def paint_all(bare: Composition, styles: list[Style]) -> list[float]:
    """Return the CPU seconds of painting and blending a clip's captions in each style; fonts are loaded before."""
    return [job.paint_captions(_captioned(bare, style)) for style in styles]


def _captioned(bare: Composition, style: Style) -> Composition:
    from core.captions.dress import dress
    from core.schema.caption import ClipText, TextWord

    count = int(job.SECONDS / WORD_SECONDS)
    said_words = SAID.split()
    said = tuple(
        TextWord(text=said_words[i % len(said_words)], start=WORD_SECONDS * i, end=WORD_SECONDS * (i + 1))
        for i in range(count)
    )
    dressed = dress(ClipText(words=said), style, job.SECONDS)
    return bare.model_copy(update={"cues": dressed.cues, "style": style})


if __name__ == "__main__":
    for line in figures():
        print(f"{line.what:<34}{100 * line.value:>7.2f} %   {line.note}")
