"""Write what the program is made of as a CycloneDX document: `python packaging/sbom.py OUT.json [dist/shortlist]`.

Names, versions and checksums are those of the lock (requirements/run.txt), licences those of the installed
metadata. With the folder of a frozen program, only what went into that is listed. The form is CycloneDX 1.5
(ECMA-424's forerunner): https://cyclonedx.org/docs/1.5/json/.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core import __version__  # noqa: E402 - from the checkout
from core.schema.part import Part, Parts  # noqa: E402
from desktop import parts  # noqa: E402

_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)[^\n]*((?:\n[ ]+--hash=sha256:[0-9a-f]{64}[^\n]*)*)", re.MULTILINE)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)+")
_KINDS = {"library": "library", "inside": "library", "font": "file", "model": "machine-learning-model"}


def main() -> int:
    """Write the document."""
    target = Path(sys.argv[1])
    frozen = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    listed = read_parts(frozen)
    document = made(listed, wheels(ROOT / "requirements" / "run.txt"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {len(document['components'])} components")
    return 0


def read_parts(frozen: Path | None) -> tuple[Part, ...]:
    """Return the parts of a frozen program, else those of this checkout."""
    if frozen is None:
        return parts.parts()
    return Parts.model_validate_json((frozen / "_internal" / "resources" / parts.LIST).read_bytes()).all


def wheels(lock: Path) -> dict[tuple[str, str], list[str]]:
    """Return SHA-256 sums of the wheels that the lock allows, by name and version."""
    text = lock.read_text(encoding="utf-8").replace(" \\\n", "\n")
    found = ((plain(name), version.rstrip(";"), sums) for name, version, sums in _ENTRY.findall(text))
    return {(name, version): _HASH.findall(sums) for name, version, sums in found}


def made(listed: tuple[Part, ...], sums: dict[tuple[str, str], list[str]]) -> dict[str, Any]:
    """Return the document."""
    when = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    components = [component(part, sums) for part in listed if part.kind != "model"]
    program = {
        "type": "application",
        "bom-ref": f"shortlist@{__version__}",
        "name": "shortlist",
        "version": __version__,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    # The same parts give the same number, so that a document can be made again.
    content = json.dumps([program, components], sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when)),
            "component": program,
        },
        "components": components,
        "dependencies": [
            {"ref": program["bom-ref"], "dependsOn": [each["bom-ref"] for each in components]},
        ],
    }


def component(part: Part, sums: dict[tuple[str, str], list[str]]) -> dict[str, Any]:
    """Return one part as a component; wheels of several systems have a sum each, so they are properties."""
    known = {
        "type": _KINDS[part.kind],
        "bom-ref": f"{part.kind}:{part.name}@{part.version}" if part.version else f"{part.kind}:{part.name}",
        "name": part.name,
        "version": part.version,
        "description": part.about,
        "licenses": licences(part.licence),
    }
    if part.kind == "library":
        known["purl"] = f"pkg:pypi/{plain(part.name)}@{part.version}"
    if part.home.startswith("http"):
        known["externalReferences"] = [{"type": "website", "url": part.home}]
    wheel_sums = sums.get((plain(part.name), part.version), []) if part.kind == "library" else []
    known["properties"] = [{"name": "shortlist:wheel-sha256", "value": each} for each in wheel_sums]
    return {name: value for name, value in known.items() if value}


def licences(told: str) -> list[dict[str, Any]]:
    """Return a licence as its makers wrote it: an expression of SPDX where it is one, else by its name."""
    if _EXPRESSION.fullmatch(told):
        return [{"expression": told}]
    return [{"license": {"name": told}}] if told else []


def plain(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
