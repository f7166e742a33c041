"""Kills the publishing of a style at every line, and looks at what is published.

Run by `test_library.py` in a process of its own: `python killed_publishing.py FOLDER`. Prints how often.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.schema.style import Style
from core.styles import library
from tests.kill_points import killed_at_every_line


def main(folder: Path) -> int:
    """Return how often publishing was killed."""
    style = Style.model_validate({"name": "brand", "version": 1})
    kills = 0
    for number in killed_at_every_line(lambda n: library.publish(style, folder / str(n)), [library]):
        kills += 1
        place = folder / str(number)
        if not library.published_styles(place):
            library.publish(style, place)
        assert library.published_styles(place) == (style,)
    return kills


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
