"""What helps against an error, by its class: what a button says, and the command that it gives. No Qt."""

from __future__ import annotations

# Of errors that are not here the sentence itself says what to do, outside of the window.
_REMEDIES: dict[str, tuple[str, str]] = {
    "WeightsError": ("Models…", "models"),
    "ProviderError": ("Settings…", "settings"),
    "BudgetError": ("Settings…", "settings"),
    "ClusterError": ("Settings…", "settings"),
    "DiskFullError": ("Free space…", "storage"),
}


def remedy(kind: str) -> tuple[str, str]:
    """Return what a button against an error of this class says, and its command; empty where none helps."""
    return _REMEDIES.get(kind, ("", ""))
