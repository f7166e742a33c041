"""Write the tables of docs/styles.md from the records: `.venv/bin/python -m scripts.write_style_reference`."""

from __future__ import annotations

from pathlib import Path

from core.styles.reference import reference

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "styles.md"
BEGIN, END = "<!-- fields: written by scripts/write_style_reference.py -->\n", "<!-- end of fields -->\n"


def with_reference(text: str) -> str:
    """Return the document with its tables as they should be."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{reference()}\n{END}{after}"


def main() -> None:
    """Renew the document."""
    DOCUMENT.write_text(with_reference(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
