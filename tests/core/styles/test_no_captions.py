"""The style that paints nothing: the words stay in the composition, for the subtitle file beside the clip."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.captions.overlay import OverlayPainter
from core.pipeline.stage import StageContext
from core.schema.caption import CreativePlan, Overlay
from core.schema.clip import Wording
from core.schema.correction import Corrections, SpeakerNames
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.translation import CaptionTrack
from core.stages.build_enhancement import build_enhancement
from core.styles.library import load_style


@pytest.mark.usefixtures("qapp")
def test_cues_are_built_and_nothing_is_painted(tmp_path: Path) -> None:
    words = tuple(
        Word(text=text, start=1.0 + i, end=1.6 + i) for i, text in enumerate(("Nobody", "reads", "this."))
    )
    segment = TranscriptSegment(start=1.0, end=3.6, text="Nobody reads this.", words=words)
    media = ClipMedia(cut=Cut(ranges=(TimeSpan(start=0.5, end=4.5),)))
    context = StageContext(folder=tmp_path, weights_folder=tmp_path, workspace=tmp_path)
    style = load_style("none", None)
    made = build_enhancement(
        context,
        CreativePlan(hook="The promise"),
        Wording(),
        Transcript(segments=(segment,)),
        Corrections(),
        CaptionTrack(),
        Segments(),
        media,
        style,
        SpeakerNames(),
    )
    assert [word.text for cue in made.cues for word in cue.words] == ["Nobody", "reads", "this."]
    assert made.overlays == ()
    # A hook left from another style is not painted either.
    hook = Overlay(kind="hook", start=0.0, end=3.0, text="The promise")
    painter = OverlayPainter(style, 540, 960, made.cues, [hook], 4.0)
    assert [painter.patches(frame / 10) for frame in range(40)] == [[]] * 40
