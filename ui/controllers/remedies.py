"""What helps against an error, by its class: what a button says, and the command that it gives. No widgets."""

from __future__ import annotations

from ui.wording import QT_TR_NOOP, tr

# Of errors that are not here the sentence itself says what to do, outside of the window.
_REMEDIES: dict[str, tuple[str, str]] = {
    "WeightsError": (QT_TR_NOOP("Models…"), "models"),
    "ProviderError": (QT_TR_NOOP("Settings…"), "settings"),
    "BudgetError": (QT_TR_NOOP("Settings…"), "settings"),
    "ClusterError": (QT_TR_NOOP("Settings…"), "settings"),
    "DiskFullError": (QT_TR_NOOP("Free space…"), "storage"),
}


def remedy(kind: str) -> tuple[str, str]:
    """Return what a button against an error of this class says, and its command; empty where none helps."""
    says, command = _REMEDIES.get(kind, ("", ""))
    return tr(says) if says else "", command
