"""Whether what is published and drafted is whole, and whether a package from elsewhere would be taken in."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.errors import StyleError
from core.schema.style import Style
from core.styles.authoring.content import ANY, Painting, check_content
from core.styles.authoring.drafts import load_draft
from core.styles.authoring.intake import import_package
from core.styles.authoring.store import DRAFTS
from core.styles.files import STYLE_FILE
from core.styles.library import built_in_styles, load_style, published_versions


def check_source(source: Path, painting: Painting = ANY) -> Style:
    """Return the style of an archive or folder that would be taken in; nothing is kept of it.

    Raises:
        StyleError: It would be refused, and why.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as nowhere:
        return import_package(source, Path(nowhere), painting).style


def check_library(folder: Path, painting: Painting = ANY) -> dict[str, str]:
    """Return what is wrong with each version and draft, by its pin or "draft name"; empty: it is whole."""
    pins = [f"{name}@{version}" for name, version in published_versions(folder)]
    loaders = {
        pin: partial(load_style, pin, folder) for pin in [*(style.pin for style in built_in_styles()), *pins]
    }
    for file in sorted((folder / DRAFTS).glob(f"*/{STYLE_FILE}")):
        loaders[f"draft {file.parent.name}"] = partial(load_draft, file.parent.name, folder)
    return {name: _problem(load, painting) for name, load in loaders.items()}


def _problem(load: Callable[[], Style], painting: Painting) -> str:
    try:
        check_content(load(), painting)
    except StyleError as error:
        return str(error)
    return ""
