"""All kinds of destinations, in the order in which they are offered."""

from __future__ import annotations

from core.publish.destination import Kind
from core.publish.destinations import folder, s3, webhook
from core.schema.destination import DestinationKind

KINDS: tuple[Kind, ...] = (folder, s3, webhook)


def kind_named(name: DestinationKind) -> Kind:
    """Return the member of a kind."""
    return next(member for member in KINDS if name == member.KIND)
