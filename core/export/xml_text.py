"""XML that comes from elsewhere, read with care: no entities of its own, nothing fetched, nothing endless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, TreeBuilder, indent, tostring

from core.errors import ExportError

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MOST_DEPTH = 200
MOST_ELEMENTS = 2_000_000


class _Refused(Exception):
    """Something that no list of cuts has."""


class _Watch:
    """Counts elements on their way into a tree."""

    def __init__(self, builder: TreeBuilder) -> None:
        self._builder = builder
        self._depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise _Refused("It is nested too deeply or too long.")
        self._builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)


def parse_xml(content: bytes, what: str) -> Element:
    """Return the root of a document.

    Entities that a document declares can be made to grow without end or to read other files (XML bombs, XXE), so
    that none is accepted. A DOCTYPE by name alone, as Final Cut Pro writes it, is.

    Raises:
        ExportError: It is not well-formed, or declares entities, or is nested without end; `what` it was to be is
            told.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    builder = TreeBuilder()
    parser = ParserCreate()
    parser.buffer_text = True
    watch = _Watch(builder)
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.CharacterDataHandler = builder.data
    _refuse_entities(parser)
    try:
        parser.Parse(content, True)
        return builder.close()
    except (ExpatError, _Refused, LookupError, ValueError, AssertionError) as error:
        raise ExportError(
            f"This is no {what} that can be read ({error}).", remedy="Export it again from the editing program."
        ) from error


def _refuse_entities(parser: XMLParserType) -> None:
    def refuse(*arguments: Any) -> Any:
        raise _Refused("It declares entities, which no editing program does.")

    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse


def xml_bytes(root: Element, doctype: str) -> bytes:
    """Return a document with its declaration and type."""
    indent(root)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {doctype}>\n'
    body: bytes = tostring(root, encoding="utf-8")
    return head.encode() + body + b"\n"
