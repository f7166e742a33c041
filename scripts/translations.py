"""Gather the texts of the window for translators, and compile what they wrote: `make translations`.

Writes `resources/translations/shortlist_<code>.ts` (open it with Qt Linguist, or any editor), where texts that are
new are marked as unfinished and those that are gone are left out, and `.qm` beside it, which the program reads.
English holds the forms of plurals alone. The sentences of the engine are gathered as well
(`scripts/sentences.py`); they and what else is kept in English are listed in `sentences.json`, by which the window
recognises them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from scripts.sentences import sentences
from ui.languages import LANGUAGES
from ui.sentences import CONTEXT

ROOT = Path(__file__).resolve().parents[1]

FOLDER = Path("resources/translations")
SENTENCES = FOLDER / "sentences.json"
_LUPDATE = ["-extensions", "py", "-no-obsolete", "-locations", "none", "-sort-messages", "-silent"]


def gather(code: str, file: Path) -> None:
    """Bring a language's `.ts` up to what the window says now; what is translated stays."""
    only = ["-pluralonly"] if code == "en" else []
    with tempfile.TemporaryDirectory() as folder:
        engine = Path(folder) / "engine.py"
        marks = (f"QT_TRANSLATE_NOOP({json.dumps(CONTEXT)}, {json.dumps(text)})" for text in sentences(ROOT))
        engine.write_text("\n".join(marks), encoding="utf-8")
        places = ("ui", "desktop", str(engine))
        _run("pyside6-lupdate", *_LUPDATE, *only, "-target-language", code, *places, "-ts", str(file))


def listed(file: Path) -> list[str]:
    """Return the sentences that a language's `.ts` holds for `told`, sorted."""
    contexts = ElementTree.parse(file).iter("context")
    of_engine = [context for context in contexts if context.findtext("name") == CONTEXT]
    return sorted(entry.findtext("source") or "" for context in of_engine for entry in context.iter("message"))


def compile_texts(file: Path, compiled: Path) -> None:
    """Compile a `.ts` for the program; texts without a translation are left out, and shown in English.

    The file is exchanged whole: a program that reads it maps it, and one that is written over ends that program.
    """
    fresh = compiled.with_suffix(".qm.new")
    _run("pyside6-lrelease", "-silent", str(file), "-qm", str(fresh))
    fresh.replace(compiled)


def main() -> None:
    """Renew every language."""
    for code in LANGUAGES:
        file = FOLDER / f"shortlist_{code}.ts"
        gather(code, file)
        compile_texts(ROOT / file, ROOT / file.with_suffix(".qm"))
        unfinished = (ROOT / file).read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{file}: {unfinished} to translate" if unfinished else f"{file}: complete")
        if code != "en":
            text = json.dumps(listed(ROOT / file), ensure_ascii=False, indent=0)
            (ROOT / SENTENCES).write_text(text + "\n", encoding="utf-8")


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
