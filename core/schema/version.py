"""How a clip was at a time."""

from core.schema.clip import Clip
from core.schema.record import Record


class ClipVersion(Record):
    """A clip as a step left it: the step's name, and when it was made, in seconds since the epoch.

    The first version of a clip, which no step made, has no name and the time 0.
    """

    label: str
    at: float
    clip: Clip
