"""The margins that platforms cover with their own controls, as data in `resources/safe_zones.json`."""

from __future__ import annotations

import json
from functools import cache

from core.resources import resource
from core.schema.style import SafeZone, Style


@cache
def safe_zones() -> dict[str, SafeZone]:
    """Return the zone of each platform by its name."""
    text = resource("safe_zones.json").read_text(encoding="utf-8")
    return {name: SafeZone.model_validate(zone) for name, zone in json.loads(text)["zones"].items()}


def within_zone(style: Style, zone: str) -> Style:
    """Return a style that keeps clear of a platform's controls; as it is where no zone is named."""
    return style.model_copy(update={"safe_zone": safe_zones()[zone]}) if zone else style
