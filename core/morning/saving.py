"""The morning report as a file, in the form that its name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from core.errors import ExportError
from core.export.saving import save_file
from core.morning.html import as_html
from core.morning.markdown import as_markdown
from core.schema.morning import MorningReport

FORMS = (".html", ".md", ".json")


def check_form(file: Path) -> None:
    """Make sure that a report can be written to a file, before the night.

    Raises:
        ExportError: Its name asks for no form that there is, or there is a folder of that name.
    """
    if file.suffix.lower() not in FORMS or file.is_dir():
        raise ExportError(
            "A report is written as .html, .md or .json.", str(file), remedy="Give the file one of these endings."
        )


def write_report(report: MorningReport, file: Path) -> Path:
    """Write a report in the form that the file's ending asks for, whole or not at all.

    Raises:
        ExportError: The file can't be written.
    """
    check_form(file)
    text = told(report, file.suffix.lower())

    def write(stream: BinaryIO) -> None:
        stream.write(text.encode("utf-8", "replace"))

    return save_file(file.expanduser().absolute(), write)


def told(report: MorningReport, form: str) -> str:
    """Return a report as HTML, Markdown or JSON."""
    if form == ".html":
        return as_html(report)
    return as_markdown(report) if form == ".md" else report.model_dump_json(indent=2) + "\n"
