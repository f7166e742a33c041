"""How layouts are called in the window; a new layout needs its line here, and nothing else of the window."""

from __future__ import annotations

from core.schema.framing import Layout

# In the order in which they are offered: name, and what it does.
LAYOUT_WORDS: dict[Layout, tuple[str, str]] = {
    "follow": ("Follow", "A crop that follows whoever speaks, or the people you choose."),
    "group": ("Group", "Everybody who fits, in one crop."),
    "split": ("Split", "Two people, one above the other."),
    "screen": ("Screen", "A shared screen, and whoever presents it below."),
    "fit_blur": ("Fit on blur", "The whole picture over its blurred self."),
    "wide": ("Wide", "As wide as the shape allows, standing still."),
}
AUTOMATIC = ("Automatic", "Chosen shot by shot, by who is seen and who talks.")


def layout_name(layout: str) -> str:
    """Return how a layout is called; an empty one is automatic."""
    known = {str(key): name for key, (name, _) in LAYOUT_WORDS.items()}
    return known.get(layout, layout or AUTOMATIC[0])


def layout_hint(layout: str) -> str:
    """Return what a layout does."""
    return {str(key): hint for key, (_, hint) in LAYOUT_WORDS.items()}.get(layout, AUTOMATIC[1])
