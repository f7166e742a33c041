"""Files of the search in a workspace."""

from __future__ import annotations

INDEX = "workspace.search.sqlite"
"""The words; it may be removed at any time, and is made anew from the records."""

VECTORS = "workspace.vectors.sqlite"
"""What is known by its meaning; made anew it costs what the endpoint asks for."""
