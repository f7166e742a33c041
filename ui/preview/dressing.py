"""How the preview shows a draft of a style: what is shown is dressed in it, in the player's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.schema.composition import Composition
from ui.preview.player import Dress

if TYPE_CHECKING:
    from core.schema.style import Style


def dress_of(style: Style, is_rough: bool = False) -> Dress:
    """Return what dresses a composition in a style; roughly, where another one follows at once."""

    def dress(composition: Composition) -> Composition:
        from core.render.dressing import dressed

        return dressed(composition, style, is_rough) if composition.cues else composition

    return dress
