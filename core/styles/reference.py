"""The tables of `docs/styles.md`: every field with what it takes and its default, from the records themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.schema.style import Style
from core.styles.help import HEAD_HELP, HELP
from core.styles.toml_text import NOTHING, PARTS
from core.styles.words import part_title


def reference() -> str:
    """Return all fields of `style.toml` as tables of Markdown."""
    head = Style.model_json_schema()
    lines = [
        "### The style itself",
        "",
        *_table({name: head["properties"][name] for name in HEAD_HELP}, HEAD_HELP),
    ]
    for part, model in PARTS.items():
        schema = model.model_json_schema()
        lines += ["", f"### `[{part}]`: {part_title(part)}", ""]
        lines += _table(schema["properties"], HELP[part])
    return "\n".join(lines) + "\n"


def _table(fields: dict[str, Any], told: Mapping[str, str]) -> list[str]:
    rows = ["| field | takes | default | what it is |", "|---|---|---|---|"]
    for name, schema in fields.items():
        rows.append(f"| `{name}` | {_takes(schema)} | {_default(schema)} | {told[name]} |")
    return rows


def _takes(schema: dict[str, Any]) -> str:
    """Return what a field takes, from its JSON schema."""
    if "anyOf" in schema:
        some = next(each for each in schema["anyOf"] if each.get("type") != "null")
        return f'{_takes(some)}, or "{NOTHING}"'
    if "enum" in schema:
        return ", ".join(f'"{each}"' for each in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_several(schema['items'])}"
    if schema.get("type") == "boolean":
        return "true, false"
    if schema.get("type") in ("number", "integer"):
        return _range(schema)
    pattern = schema.get("pattern", "")
    if pattern.startswith("^#"):
        return '"#rrggbb" or "#rrggbbaa"'
    if "images" in pattern:
        return "file of the package"
    return f"text, {schema['maxLength']} letters at most" if "maxLength" in schema else "text"


def _several(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return _takes(schema)
    return "colours" if schema.get("pattern", "").startswith("^#") else "texts"


def _range(schema: dict[str, Any]) -> str:
    kind = "whole number" if schema["type"] == "integer" else "number"
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    above = "over " if "exclusiveMinimum" in schema else ""
    if low is None and high is None:
        return kind
    if high is None:
        return f"{kind} from {low:g}"
    return f"{kind}, {above}{low:g} to {high:g}"


def _default(schema: dict[str, Any]) -> str:
    if "default" not in schema:
        return "must be said" if "minimum" not in schema else ""
    value = schema["default"]
    if value is None:
        return f'`"{NOTHING}"`'
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"`{value:g}`"
    if isinstance(value, (list, tuple)):
        return "`[" + ", ".join(f'"{each}"' for each in value) + "]`"
    return f'`"{value}"`'
