"""Files that the program opens by path: each must be where it is looked for, and be of use."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from core.resources import guide, resource
from desktop.checks import Finding
from desktop.self_test.bench import Bench

_REINSTALL = "Install Shortlist again: files of it are missing or damaged."
_SMALLEST_PAGE = 200
_PICTURE = re.compile(r"\]\((pictures/[^)]+)\)")


def resources(bench: Bench) -> Iterator[Finding]:
    """Look at what lies beside the program: styles, lists, pages, signs, texts."""
    for what, look in (
        ("styles", _styles),
        ("translations", _translations),
        ("user guide", _guide),
        ("signs", _signs),
        ("contact sheet", _sheet),
        ("lists", _lists),
        ("certificates", _certificates),
    ):
        try:
            yield Finding(what, "ok", look())
        except Exception as error:
            yield Finding(what, "problem", f"can't be used ({type(error).__name__}: {error})", _REINSTALL)


def _need(is_so: bool, problem: str) -> None:
    if not is_so:
        raise ValueError(problem)


def _styles() -> str:
    from core.assets import check_assets
    from core.styles.library import built_in_styles

    found = built_in_styles()
    for style in found:
        check_assets(style)
    return ", ".join(style.name for style in found)


def _translations() -> str:
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from ui.languages import LANGUAGES

    for code in LANGUAGES:
        _need(QTranslator().load(str(resource(f"translations/shortlist_{code}.qm"))), f"shortlist_{code}.qm")
    own = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _need(own.load("qtbase_de", folder), f"Qt's own texts are not in {folder}")
    return f"{', '.join(LANGUAGES.values())}; Qt's own texts too"


def _guide() -> str:
    from ui.dialogs.guide import WRITTEN_IN
    from ui.languages import LANGUAGES

    return "; ".join(f"{LANGUAGES[code]}: {_guide_in(code)}" for code in WRITTEN_IN)


def _guide_in(language: str) -> str:
    """Look at the pages of a language, and at each picture that they show."""
    from PySide6.QtGui import QImageReader

    from ui.dialogs.guide import PAGES

    folder, pictures = guide(language), set[Path]()
    for name, _ in PAGES:
        page = folder / f"{name}.md"
        _need(page.is_file() and page.stat().st_size > _SMALLEST_PAGE, f"{language}/{page.name}")
        pictures |= {folder / shown for shown in _PICTURE.findall(page.read_text(encoding="utf-8"))}
    for picture in pictures:
        _need(QImageReader(str(picture)).canRead(), f"{language}/pictures/{picture.name}")
    _need(bool(pictures), f"{language} has no pictures")
    return f"{len(PAGES)} pages, {len(pictures)} pictures"


def _signs() -> str:
    from PySide6.QtSvg import QSvgRenderer

    files = sorted(resource("icons").glob("*.svg"))
    for file in files:
        _need(QSvgRenderer(str(file)).isValid(), file.name)
    _need(bool(files), "there are none")
    return f"{len(files)} drawn"


def _sheet() -> str:
    from core.export.sheet_words import LANGUAGES, words

    page = resource("sheet/sheet.html").read_text(encoding="utf-8")
    _need("<!--data-->" in page and "<!--films-->" in page, "sheet.html is another one")
    _need(all(words(code)["save"] for code in LANGUAGES), "its words are missing")
    return f"its page is there ({len(page) // 1000} kB), in {len(LANGUAGES)} languages"


def _lists() -> str:
    from core.lexicon import LANGUAGES, guess_language, tables
    from core.llm.prefixes import prefixes_of
    from core.llm.prices import bundled_prices
    from core.render.presets import built_in_presets
    from core.weights import manifest

    for code in LANGUAGES:
        _need(bool(tables(code)), f"lexicon of {code}")
    _need(guess_language(["this", "is", "what", "they", "said", "about"]) == "en", "the commonest words")
    _need(bool(bundled_prices()), "prices.toml")
    _need(bool(prefixes_of("nomic-embed-text").query), "embeddings.toml")
    return f"{len(LANGUAGES)} languages, {len(built_in_presets())} presets, {len(manifest())} models"


def _certificates() -> str:
    """Without these no address that begins with https:// can be trusted, so none is fetched from."""
    import ssl

    count = len(ssl.create_default_context().get_ca_certs())
    bundle = importlib.import_module("certifi").where()
    bundled = len(ssl.create_default_context(cafile=bundle).get_ca_certs())
    _need(bundled > 0, f"{bundle} has none")
    return f"{bundled} bundled, {count} of this system"
