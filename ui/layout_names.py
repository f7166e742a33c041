"""How layouts are called in the window; a new layout needs its line here, and nothing else of the window."""

from __future__ import annotations

from core.schema.framing import Layout
from ui.wording import QT_TR_NOOP, tr

# In the order in which they are offered: name, and what it does.
LAYOUT_WORDS: dict[Layout, tuple[str, str]] = {
    "follow": (QT_TR_NOOP("Follow"), QT_TR_NOOP("A crop that follows whoever speaks, or the people you choose.")),
    "group": (QT_TR_NOOP("Group"), QT_TR_NOOP("Everybody who fits, in one crop.")),
    "split": (QT_TR_NOOP("Split"), QT_TR_NOOP("Two people, one above the other.")),
    "screen": (QT_TR_NOOP("Screen"), QT_TR_NOOP("A shared screen, and whoever presents it below.")),
    "fit_blur": (QT_TR_NOOP("Fit on blur"), QT_TR_NOOP("The whole picture over its blurred self.")),
    "wide": (QT_TR_NOOP("Wide"), QT_TR_NOOP("As wide as the shape allows, standing still.")),
}
AUTOMATIC = (QT_TR_NOOP("Automatic"), QT_TR_NOOP("Chosen shot by shot, by who is seen and who talks."))


def layout_name(layout: str) -> str:
    """Return how a layout is called; an empty one is automatic."""
    known = {str(key): name for key, (name, _) in LAYOUT_WORDS.items()}
    return tr(known[layout]) if layout in known else layout or tr(AUTOMATIC[0])


def layout_hint(layout: str) -> str:
    """Return what a layout does."""
    return tr({str(key): hint for key, (_, hint) in LAYOUT_WORDS.items()}.get(layout, AUTOMATIC[1]))
