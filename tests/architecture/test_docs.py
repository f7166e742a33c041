"""What documents say is so: links lead somewhere, commands are understood, the reference is that of the code."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import parser
from scripts.write_command_reference import DOCUMENT, reference

ROOT = Path(__file__).resolve().parents[2]
FENCED = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
IS_ELSEWHERE = re.compile(r"^[a-z]+:")


def documents() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines()]


DOCUMENTS = documents()


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_the_reference_of_commands_is_that_of_the_code():
    written = DOCUMENT.read_text(encoding="utf-8")
    assert written == reference(), "renew it: .venv/bin/python -m scripts.write_command_reference"


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_links_lead_somewhere(document):
    text = FENCED.sub("", document.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        if IS_ELSEWHERE.match(link):
            continue
        place, _, anchor = link.partition("#")
        there = (document.parent / place).resolve() if place else document
        assert there.exists(), f"{link} leads nowhere"
        if anchor:
            assert anchor in anchors(there), f"{link}: there is no such heading"


def anchors(document: Path) -> set[str]:
    """Return what the headings of a document are called in links, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(document: Path) -> Iterator[list[str]]:
    """Return the arguments of each command that a document shows in a block of its own."""
    for block in FENCED.findall(document.read_text(encoding="utf-8")):
        for line in re.sub(r"\\\n\s*", "", block).splitlines():
            found = re.search(r"(?:^|[\s(])main\.py ([a-z][^|>)&;]*)", line)
            if found:
                yield shlex.split(found[1], comments=True)


SHOWN = [(document, command) for document in DOCUMENTS for command in commands(document)]


def test_commands_are_shown():
    assert len(SHOWN) > 30


@pytest.mark.parametrize(
    ("document", "command"), SHOWN, ids=lambda each: " ".join(each) if isinstance(each, list) else each.name
)
def test_commands_that_are_shown_are_understood(document, command):
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        try:
            parser().parse_args(command)
        except SystemExit as stop:
            assert stop.code == 0, errors.getvalue()


def test_targets_that_are_named_are_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for document in DOCUMENTS:
        if document.name == "CHANGELOG.md":
            continue
        for target in re.findall(r"`make ([a-z-]+)", document.read_text(encoding="utf-8")):
            assert target in targets, f"{named(document)}: make {target}"
