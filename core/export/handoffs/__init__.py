"""The ways to hand clips to editing programs, in the order in which they are offered."""

from __future__ import annotations

from core.export.handoff import HandoffFormat
from core.export.handoffs import csv_list, edl, fcp7, fcpxml, losslesscut, otio

HANDOFFS: tuple[HandoffFormat, ...] = (fcpxml, fcp7, otio, edl, csv_list, losslesscut)


def handoff_named(name: str) -> HandoffFormat | None:
    """Return the member of that name, or None."""
    return next((member for member in HANDOFFS if name == member.NAME), None)


def handoff_of_file(name: str, content: bytes) -> HandoffFormat | None:
    """Return the member that reads a file, by its name's ending and by how it begins; None where there is none."""
    ending = name.lower().rpartition(".")[2]
    head = content[:4096].lower()
    if b"<xmeml" in head:
        return fcp7
    if b"<fcpxml" in head:
        return fcpxml
    if b"otio_schema" in head:
        return otio
    return next((member for member in HANDOFFS if f".{ending}" == member.SUFFIX), None)
