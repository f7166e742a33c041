"""The ways to compose a scene, by name."""

from __future__ import annotations

from core.errors import ContractError
from core.framing.layout import SceneLayout
from core.framing.layouts.fit_blur import FitBlur
from core.framing.layouts.follow import Follow
from core.framing.layouts.group import Group
from core.framing.layouts.screen import Screen
from core.framing.layouts.split import Split
from core.framing.layouts.wide import Wide

MEMBERS: tuple[SceneLayout, ...] = (Follow(), Group(), Split(), Screen(), FitBlur(), Wide())


def layout_named(name: str) -> SceneLayout:
    """Return the layout of a name.

    Raises:
        ContractError: There is none.
    """
    for member in MEMBERS:
        if member.name == name:
            return member
    raise ContractError(f"there is no layout named {name}")


def is_layout(name: str) -> bool:
    """Whether there is a layout of this name."""
    return any(member.name == name for member in MEMBERS)
