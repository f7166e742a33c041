"""Errors cross the process boundary whole."""

from __future__ import annotations

import pickle

import pytest

from core.errors import DiskFullError, MediaError, ShortlistError


@pytest.mark.parametrize(
    "error",
    [
        MediaError("It is broken.", "x.mp4", "plan", "Mend it.", True),
        DiskFullError("The disk is full.", "x.mp4", remedy="Free some.", needed_bytes=7),
    ],
)
def test_an_error_is_the_same_after_pickling(error: ShortlistError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), vars(again), str(again)) == (type(error), vars(error), str(error))
