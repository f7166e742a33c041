"""Gather the texts of the window for translators, and compile what they wrote: `make translations`.

Writes `resources/translations/shortlist_<code>.ts` (open it with Qt Linguist, or any editor), where texts that are
new are marked as unfinished and those that are gone are left out, and `.qm` beside it, which the program reads.
English holds the forms of plurals alone.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ui.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]

FOLDER = Path("resources/translations")
_LUPDATE = ["-extensions", "py", "-no-obsolete", "-locations", "none", "-sort-messages", "-silent"]


def gather(code: str, file: Path) -> None:
    """Bring a language's `.ts` up to what the window says now; what is translated stays."""
    only = ["-pluralonly"] if code == "en" else []
    _run("pyside6-lupdate", *_LUPDATE, *only, "-target-language", code, "ui", "desktop", "-ts", str(file))


def compile_texts(file: Path, compiled: Path) -> None:
    """Compile a `.ts` for the program; texts without a translation are left out, and shown in English."""
    _run("pyside6-lrelease", "-silent", str(file), "-qm", str(compiled))


def main() -> None:
    """Renew every language."""
    for code in LANGUAGES:
        file = FOLDER / f"shortlist_{code}.ts"
        gather(code, file)
        compile_texts(ROOT / file, ROOT / file.with_suffix(".qm"))
        unfinished = (ROOT / file).read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{file}: {unfinished} to translate" if unfinished else f"{file}: complete")


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
