"""Kills the publishing of a style with files at its lines, and looks at what is published.

Run by `test_publishing.py` in a process of its own: `python killed_publishing.py FOLDER STEP` kills it at every
STEP-th line. Prints how often.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.assets import file_digest
from core.schema.style import Asset, Style
from core.styles.authoring import publishing, store
from core.styles.library import published_styles
from tests.core.styles.packages import write_logo
from tests.kill_points import killed_at


def main(folder: Path, step: int) -> int:
    """Return how often publishing was killed."""
    logo = write_logo(folder / "logo.png")
    asset = Asset(name="images/logo.png", path=logo, digest=file_digest(logo))
    style = Style.model_validate({"name": "brand", "version": 1, "logo": {"file": asset.name}, "assets": [asset]})
    number = kills = 0
    while killed_at(number, partial(publishing.publish, style, folder / str(number)), [publishing, store]):
        kills += 1
        place = folder / str(number)
        if not published_styles(place):
            publishing.publish(style, place)
        (made,) = published_styles(place)
        assert made.pin == "brand@1"
        assert made.identity() == style.identity()
        assert made.assets[0].path == place / "brand/1/images/logo.png"
        number += step
    return kills


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])))
