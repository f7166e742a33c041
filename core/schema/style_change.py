"""In what two styles differ, one thing at a time, for whoever tells it in words."""

from typing import Any, Literal

from core.schema.choice import Aspect
from core.schema.record import Record


class StyleChange(Record):
    """A difference in the name, in a field of a part, or in a file.

    `aspect` is set where only that shape says otherwise. Of a file `field` is its name, `before` and `after` are
    the digests of its contents, empty where it is not there.
    """

    what: Literal["name", "field", "file"]
    part: str = ""
    field: str = ""
    aspect: Aspect | None = None
    before: Any = None
    after: Any = None
