"""A style as the text of `style.toml`, and back.

TOML has no word for nothing: where a field may be without a value it is written "none".
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from core.schema.record import Record
from core.schema.style import Style
from core.styles.help import HEAD_HELP, HELP

# What the file says of a style beside its parts. Where its files lie, and the digest, is found out.
HEAD = ("name", "version", "title", "author", "note")
PARTS: Mapping[str, type[Record]] = {
    name: field.annotation
    for name, field in Style.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, Record)
}
NOTHING = "none"
_COMMENT_AT = 36
_UNTOLD: Mapping[str, str] = {}


def from_toml(text: str) -> dict[str, Any]:
    """Return what a file says, as `Style` is validated from.

    Raises:
        tomllib.TOMLDecodeError: It is no TOML; says the line.
    """
    told = tomllib.loads(text)
    for part in (*_tables(told), *(table for per in _tables(told.get("aspects")) for table in _tables(per))):
        _read_nothing(part)
    return told


def _tables(value: object) -> list[dict[str, Any]]:
    return [each for each in value.values() if isinstance(each, dict)] if isinstance(value, dict) else []


def _read_nothing(table: dict[str, Any]) -> None:
    for name in _NULLABLE & table.keys():
        if table[name] == NOTHING:
            table[name] = None


def to_toml(style: Style, is_complete: bool = True, is_explained: bool = False) -> str:
    """Return a style as text.

    Complete: every field is written, so that no other default changes it later. Explained: a comment after each
    field says what it is, for those who edit it by hand.
    """
    told = style.model_dump(mode="json", exclude={"assets", "digest"})
    head = {name: told[name] for name in HEAD if is_complete or told[name] != ""}
    lines = list(_fields(head, HEAD_HELP if is_explained else {}))
    for part, model in PARTS.items():
        usual = {} if is_complete else model().model_dump(mode="json")
        fields = {name: value for name, value in told[part].items() if name not in usual or usual[name] != value}
        if fields:
            lines += ["", f"[{part}]", *_fields(fields, HELP[part] if is_explained else {})]
    for aspect, parts in told["aspects"].items():
        for part, fields in parts.items():
            lines += ["", f'[aspects."{aspect}".{part}]', *_fields(fields)]
    return "\n".join(lines) + "\n"


def _fields(fields: Mapping[str, Any], told: Mapping[str, str] = _UNTOLD) -> Iterator[str]:
    for name, value in fields.items():
        line = f"{name} = {_value(value)}"
        yield f"{line:<{_COMMENT_AT}}  # {told[name]}" if name in told else line


def _value(value: Any) -> str:
    if value is None:
        return _text(NOTHING)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(each) for each in value)}]"
    return repr(value)


def _text(value: str) -> str:
    # JSON's strings are TOML's, but that TOML takes no bare delete.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


_NULLABLE = frozenset(
    name for model in PARTS.values() for name, field in model.model_fields.items() if field.default is None
)
