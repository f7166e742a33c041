"""One sitting: the program as `main.py` starts it, in a process of its own, with somebody in front of its window.

`python sitting.py DAY SITTING PLACE [ARGUMENT …]`: who sits there is the coroutine SITTING of the module DAY
beside this file; PLACE is a JSON file that says where things are. The arguments are the program's. Workers import
this file anew, so nothing heavy stands at its top.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_CLOSING_S, _FAILED = 120.0, 3


@dataclass
class Place:
    """Where things are: the sources, the folder that files go to, and a folder for pictures and notes.

    `notes` is kept from one sitting to the next, and handed to the test in the end.
    """

    sources: Path
    out: Path
    shots: Path
    size: tuple[int, int]
    notes: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> Place:
        """Read what the test wrote, with the notes of earlier sittings."""
        kept = json.loads(file.read_text())
        folders = (Path(kept[name]) for name in ("sources", "out", "shots"))
        return cls(*folders, size=tuple(kept["size"]), notes=kept.get("notes", {}))

    def write(self, file: Path) -> None:
        """Keep it, with the notes."""
        folders = {name: str(getattr(self, name)) for name in ("sources", "out", "shots")}
        file.write_text(json.dumps({**folders, "size": self.size, "notes": self.notes}))


async def _sit(program: Coroutine[Any, Any, int], script: Callable[[], Awaitable[None]]) -> int:
    """Let the program run with somebody beside it; whichever of them fails ends both."""
    running, sitting = asyncio.ensure_future(program), asyncio.ensure_future(script())
    await asyncio.wait({running, sitting}, return_when=asyncio.FIRST_COMPLETED)
    if not sitting.done():
        sitting.cancel()
        running.result()
        raise AssertionError("the window was closed while somebody sat in front of it")
    if sitting.exception() is not None:
        _close_all()
    done, _ = await asyncio.wait({running}, timeout=_CLOSING_S)
    assert done, "the program did not end although its window was closed"
    return running.result() if sitting.exception() is None else _FAILED


def _close_all() -> None:
    from PySide6.QtWidgets import QApplication

    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            top.close()


def main(name: str, sitting: str, place_file: Path, arguments: list[str]) -> int:
    """Start the program, and let one sit down in front of it."""
    from desktop import app, loop
    from tests.e2e.days.person import Person

    place = Place.read(place_file)
    script = getattr(importlib.import_module(f"tests.e2e.days.{name}"), sitting)
    run_alone = loop.run_with_window

    async def act() -> None:
        try:
            await script(Person(place.shots, f"{name} {sitting}"), place)
        except BaseException:
            # Told here: raised further, the program would take it for a bug of its own.
            traceback.print_exc()
            raise
        finally:
            place.write(place_file)

    loop.run_with_window = lambda application, program: run_alone(application, _sit(program, act))
    return app.main(arguments)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    raise SystemExit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4:]))
