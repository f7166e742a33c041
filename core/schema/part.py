"""Something that Shortlist is made of and that others made: a library, a font, a model."""

from typing import Literal

from core.schema.record import Record

PartKind = Literal["library", "inside", "font", "model"]


class Part(Record):
    """What it is, under which licence (SPDX where its makers say so), and the licence's text where it comes along.

    What is `inside` came with one of the libraries. `about` says in a few words what it does here, or where it is.
    """

    kind: PartKind
    name: str
    version: str = ""
    licence: str = ""
    home: str = ""
    about: str = ""
    text: str = ""


class Parts(Record):
    """All of them, in the order in which they are listed."""

    all: tuple[Part, ...] = ()
