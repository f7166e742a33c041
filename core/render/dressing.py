"""A finished composition in another style, with nothing made anew: for looking at a draft as it is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.dress import dress
from core.framing.named import names_with_faces
from core.render.caption_places import placed
from core.schema.caption import ClipText, TextWord

if TYPE_CHECKING:
    from core.schema.composition import Composition
    from core.schema.style import Style


def dressed(composition: Composition, style: Style, is_rough: bool = False) -> Composition:
    """Return a composition in another style, as it would be composed in it.

    Names go with their faces and captions keep clear of them; captions that are burnt into the source are not
    known here. Roughly dressed, as while a slider moves, captions stand where the style says. The style's safe
    zone gives way to that of the composition, which is its preset's.

    Raises:
        ValidationError: What the style says of the composition's aspect is not valid.
    """
    resolved = style.in_aspect(composition.aspect)
    resolved = resolved.model_copy(update={"safe_zone": composition.style.safe_zone})
    made = dress(text_of(composition), resolved, composition.duration)
    overlays = names_with_faces(made.overlays, composition.spans, composition.faces, composition.voices, made.cues)
    worn = composition.model_copy(update={"style": resolved, "cues": made.cues, "overlays": overlays})
    # Placing measures every caption of the clip: eight tenths of the work.
    return worn if is_rough else placed(worn)[0]


def text_of(composition: Composition) -> ClipText:
    """Return what a composition's captions and title are made from; of one made before that was kept, as shown."""
    if composition.text.words:
        return composition.text
    words = tuple(
        TextWord(
            text=word.text,
            start=word.start,
            end=word.end,
            speaker=cue.speaker,
            is_emphasised=word.is_emphasised,
        )
        for cue in composition.cues
        for word in cue.words
    )
    hook = next((each.text for each in composition.overlays if each.kind == "hook"), "")
    return ClipText(words=words, hook=hook)
