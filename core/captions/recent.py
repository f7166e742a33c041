"""Keep what was used lately, up to a total cost."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class RecentlyUsed(Generic[Value]):
    """A cache that forgets what was not used for longest. The newest value stays, whatever it costs.

    Args:
        most: Greatest sum of costs.
        cost: Cost of one value.
    """

    def __init__(self, most: int, cost: Callable[[Value], int]) -> None:
        self._most = most
        self._cost = cost
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self.total = 0

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made now if it is not there."""
        if key not in self._values:
            value = self._values[key] = make()
            self.total += self._cost(value)
            while self.total > self._most and len(self._values) > 1:
                _, oldest = self._values.popitem(last=False)
                self.total -= self._cost(oldest)
        self._values.move_to_end(key)
        return self._values[key]
