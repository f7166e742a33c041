"""Write docs/commands.md from the commands themselves: `.venv/bin/python -m scripts.write_command_reference`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from desktop.cli import parser

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
_HEAD = """# The command line

<!-- Written by scripts/write_command_reference.py out of the commands themselves. -->

The same engine without a window, with `.venv/bin/python` in front (Windows: `.venv\\Scripts\\python`). An
installed program is called `shortlist`. `main.py [--workspace DIR] [FILE…]` opens the window and imports files.

Exit status: 0 all done, 1 something failed (what, on standard error), 2 wrong usage, 130 stopped by Ctrl+C, 141
nobody reads the output any more (`| head`); a run then goes on with `resume`.
"""


def reference() -> str:
    """Return the whole document."""
    commands = _subparsers(parser())
    contents = "\n".join(f"- [{name}](#{name}): {help_}" for name, help_, _ in commands)
    sections = "".join(_section(name, help_, each, "##") for name, help_, each in commands)
    return f"{_HEAD}\n{contents}\n{sections}"


def _section(name: str, help_: str, command: argparse.ArgumentParser, level: str) -> str:
    heading = f"\n{level} {name}\n\n{_sentence(help_)}\n\n"
    verbs = _subparsers(command)
    usage = f"`{_usage(command)}`\n"
    table = _table(command)
    return (
        heading
        + usage
        + table
        + "".join(_section(f"{name} {verb}", what, each, "###") for verb, what, each in verbs)
    )


def _usage(command: argparse.ArgumentParser) -> str:
    """Return how a command is called, in one line, what may be left out in brackets."""
    parts = [command.prog]
    for action in _given(command):
        value = _value(action)
        if action.option_strings:
            told = f"{action.option_strings[0]} {value}".strip()
            parts.append(told if action.required else f"[{told}]")
        else:
            parts.append(value)
    if _subparsers(command):
        parts.append("VERB …")
    return " ".join(parts)


def _table(command: argparse.ArgumentParser) -> str:
    rows = [(_names(action), _sentence(action.help or "")) for action in _given(command)]
    rows = [(names, what) for names, what in rows if what]
    if not rows:
        return ""
    lines = [f"| `{names}` | {what} |" for names, what in rows]
    return "\n".join(["", "| argument | |", "|---|---|", *lines]) + "\n"


def _given(command: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in command._actions:
        is_help = isinstance(action, (argparse._HelpAction, argparse._SubParsersAction))
        if not is_help and action.help != argparse.SUPPRESS:
            yield action


def _names(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings)
    return f"{names} {_value(action)}".strip().replace("|", "\\|")


def _value(action: argparse.Action) -> str:
    """Return the value as help has it: its name, how often, and whether it may be left out."""
    if action.nargs == 0:
        return ""
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    choices = "|".join(map(str, action.choices)) if action.choices else ""
    name = action.metavar or choices or action.dest.upper().replace("_", "-")
    many = {"*": f"[{name} …]", "+": f"{name} …", "?": f"[{name}]"}
    if isinstance(action.nargs, int):
        return " ".join([name] * action.nargs)
    return many.get(str(action.nargs), name)


def _subparsers(command: argparse.ArgumentParser) -> list[tuple[str, str, argparse.ArgumentParser]]:
    """Return the verbs of a command: name, what it does, its own parser."""
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {each.dest: each.help or "" for each in action._choices_actions}
            return [(name, told.get(name, ""), each) for name, each in action.choices.items()]
    return []


def _sentence(text: str) -> str:
    text = " ".join(text.split()).replace("|", "\\|").replace("%%", "%").replace("<", "&lt;")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "”", ")")) or not text else ".")


def main() -> None:
    """Renew the document."""
    DOCUMENT.write_text(reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
