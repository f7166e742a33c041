"""Kills the publishing of a style with files at every line, and looks at what is published.

Run by `test_publishing.py` in a process of its own: `python killed_publishing.py FOLDER`. Prints how often.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.assets import file_digest
from core.schema.style import Asset, Style
from core.styles.authoring import publishing, store
from core.styles.library import published_styles
from tests.kill_points import killed_at_every_line


def main(folder: Path) -> int:
    """Return how often publishing was killed."""
    logo = folder / "logo.png"
    logo.write_bytes(b"not looked into")
    asset = Asset(name="images/logo.png", path=logo, digest=file_digest(logo))
    style = Style.model_validate({"name": "brand", "version": 1, "logo": {"file": asset.name}, "assets": [asset]})
    kills = 0
    for number in killed_at_every_line(lambda n: publishing.publish(style, folder / str(n)), [publishing, store]):
        kills += 1
        place = folder / str(number)
        if not published_styles(place):
            publishing.publish(style, place)
        (made,) = published_styles(place)
        assert made.pin == "brand@1"
        assert made.identity() == style.identity()
        assert made.assets[0].path == place / "brand/1/images/logo.png"
    return kills


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
