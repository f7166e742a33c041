"""What came back of clips from elsewhere, told on the command line: each change in words, then how many."""

from __future__ import annotations

import json
import sys

from core.schema.handoff import Readback
from core.schema.sheet import SheetAnswers


def tell(found: Readback | SheetAnswers, applied: int, is_json: bool) -> None:
    """Print what was found; `applied` is of how many clips it was taken over, 0 where it was only looked at."""
    if is_json:
        print(json.dumps({**found.model_dump(mode="json"), "applied": applied}, indent=2, ensure_ascii=False))
        return
    for change in found.changes:
        print(change.words)
    for told in found.told:
        print(f"note: {told}", file=sys.stderr)
    count = applied or len(found.changes)
    clips = "1 clip" if count == 1 else f"{count} clips"
    print(f"{clips} {'changed' if applied else 'would change'}, {found.unchanged} as before.")
