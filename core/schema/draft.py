"""Changes of drafts of styles, as steps of undo."""

from core.schema.record import Record
from core.schema.style import Style


class DraftStep(Record):
    """A change of the draft `name`: `what` is the field that changed, `at` is in seconds since the epoch."""

    name: str
    label: str
    before: Style
    after: Style
    at: float
    what: str = ""
