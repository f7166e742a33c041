"""What this program is made of: read from what is installed, or from the list that was made when it was frozen.

Libraries are those of the lock, or of the frozen program: their names, versions and licences are their makers' own
words, from the metadata that is installed with each.
"""

from __future__ import annotations

import platform
import re
import tomllib
from collections.abc import Collection, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from core.resources import resource
from core.schema.part import Part, Parts

LIST = "parts.json"
_LOCK = Path(__file__).resolve().parents[1] / "requirements" / "run.txt"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
# What licences are called among the files of a package.
_TEXT = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
# Longer than this it is the licence's text instead of its name.
_LONGEST_NAME = 100
_WANTED_PAGES = ("homepage", "home", "source", "source code", "sources", "repository", "code")


def parts() -> tuple[Part, ...]:
    """Return everything, libraries first; each kind by name."""
    made = resource(LIST)
    if made.is_file():
        return Parts.model_validate_json(made.read_bytes()).all
    return gathered(locked())


def gathered(names: Collection[str]) -> tuple[Part, ...]:
    """Return the installed ones of some libraries, and all that comes along with them."""
    found = [*libraries(names), *inside(), *fonts(), *models()]
    return tuple(found)


def write(file: Path, names: Collection[str]) -> None:
    """Write the list of a program that is being frozen with these libraries."""
    file.write_text(Parts(all=gathered(names)).model_dump_json(), encoding="utf-8")


def locked(lock: Path = _LOCK) -> list[str]:
    """Return the names of the libraries that the lock holds, those of other systems too."""
    return _PIN.findall(lock.read_text(encoding="utf-8"))


def libraries(names: Collection[str]) -> Iterator[Part]:
    """Return libraries as their makers describe them; what is not installed here is left out."""
    # The lock has some twice, for two ages of Python.
    for name in sorted(set(names), key=str.lower):
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        told = found.metadata
        yield Part(
            kind="library",
            name=_field(told, "Name"),
            version=found.version,
            licence=_licence(told),
            home=_home(told),
            about=" ".join(_field(told, "Summary").split()),
            text=_text(found),
        )


def inside() -> Iterator[Part]:
    """Return what came inside of libraries."""
    for entry in _entries("parts.toml", "part"):
        text = resource(f"licences/{entry['text']}").read_text(encoding="utf-8") if "text" in entry else ""
        version = platform.python_version() if entry["name"] == "Python" else ""
        yield Part(kind="inside", version=version, **{**entry, "text": text})


def fonts() -> Iterator[Part]:
    """Return the fonts that come along."""
    text = resource("fonts/OFL.txt").read_text(encoding="utf-8")
    named: dict[str, dict[str, Any]] = {}
    for entry in _entries("fonts/fonts.toml", "font"):
        named.setdefault(entry["family"], entry)
    for family, entry in sorted(named.items()):
        licence, home = entry["licence"], entry["source"]
        yield Part(kind="font", name=family, licence=licence, home=home, about=entry["copyright"], text=text)


def models() -> Iterator[Part]:
    """Return the models that may be fetched; none of them comes along."""
    for entry in _entries("weights.toml", "weights"):
        yield Part(kind="model", name=entry["title"], licence=entry["licence"], about=entry.get("about", ""))


def _entries(name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(resource(name).read_text(encoding="utf-8"))[key]
    return found


def _field(told: metadata.PackageMetadata, name: str) -> str:
    """Return a field, empty where there is none: some libraries bring readers that raise there instead."""
    return next(iter(told.get_all(name) or ()), "")


def _licence(told: metadata.PackageMetadata) -> str:
    for field in ("License-Expression", "License"):
        text = _field(told, field).strip()
        if text and len(text) <= _LONGEST_NAME and "\n" not in text:
            return text
    classes = [text for text in told.get_all("Classifier") or [] if text.startswith("License ::")]
    return ", ".join(text.rpartition(" :: ")[2] for text in classes) or "see its text"


def _home(told: metadata.PackageMetadata) -> str:
    pages = {
        name.strip().lower(): address.strip()
        for name, _, address in (line.partition(",") for line in told.get_all("Project-URL") or [])
    }
    return _field(told, "Home-page") or next((pages[name] for name in _WANTED_PAGES if name in pages), "")


def _text(found: metadata.Distribution) -> str:
    texts = []
    for file in found.files or ():
        if ".dist-info/" in str(file) and _TEXT.search(str(file)):
            try:
                texts.append(file.read_text(encoding="utf-8").strip())
            except (OSError, UnicodeDecodeError):
                continue
    return "\n\n".join(dict.fromkeys(texts))
