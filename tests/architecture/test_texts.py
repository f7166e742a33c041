"""Every text of the window goes through `tr`, in a way that the tools of translators can read.

A text in English that slips in between is seen by nobody who reads English, and by everybody else.
"""

from __future__ import annotations

import ast
import functools
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "shortlist_de.ts"

# Calls of Qt and of ours that show or say a text, and at which places of their arguments.
SHOWN: Mapping[str, tuple[int, ...]] = {
    **dict.fromkeys(
        (
            *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu", "QToolBar"),
            *("QListWidgetItem", "QTreeWidgetItem", "QTableWidgetItem", "QDockWidget"),
            *(
                "setText",
                "setToolTip",
                "setStatusTip",
                "setWhatsThis",
                "setWindowTitle",
                "setTitle",
                "setLabelText",
            ),
            *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setSpecialValueText"),
            *("setInformativeText", "setDetailedText", "setOkButtonText", "setCancelButtonText", "setSuffix"),
            *("setPrefix", "setHeaderLabel", "setHeaderLabels", "setNameFilter", "setNameFilters"),
            *("addAction", "addButton", "addItem", "addItems", "addMenu", "addRow", "addSection", "setHtml"),
            *("label", "button", "ElidedLabel", "CommitField", "CommitText", "TimeField", "AmountField"),
            *("SlideField", "LevelSlider", "ColourField", "Swatch"),
        ),
        (0,),
    ),
    **dict.fromkeys(("addTab", "insertItem", "setItemText", "setTabText", "setTabToolTip", "showMessage"), (0, 1)),
    **dict.fromkeys(("set_text", "set_name", "set_hint", "Segments", "QFileDialog", "QMessageBox"), (1,)),
    "icon_button": (1, 3),
    "tell_key": (2,),
    "tell": (1, 2),
    "drawText": (0, 1, 2, 3, 4, 5),
}
# So are these named arguments, of whichever call.
NAMED = frozenset(
    {"text", "title", "label", "hint", "tooltip", "placeholder", "accessible_name", "spoken", "sentence"}
)
# The same in every language: names, notations, and what only looks like a word.
SAME_EVERYWHERE = frozenset(
    {"Shortlist", "Whisper", "GB", "#rrggbb", "tcp://192.168.1.20:8786", "px", "dB", "LU", "LUFS", "dBTP", "ms"}
)
# Made for the engine; nothing shows their titles.
UNSEEN = frozenset({"Composition"})
MARKS = frozenset({"tr", "QT_TR_NOOP"})


class Fault(NamedTuple):
    """Something that would not be translated."""

    file: Path
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.why}"


class Said(NamedTuple):
    """A text as `tr` is given it."""

    source: str
    comment: str


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    files = [*(ROOT / "ui").rglob("*.py"), ROOT / "desktop" / "window.py", ROOT / "desktop" / "first_run.py"]
    return {file.relative_to(ROOT): ast.parse(file.read_text(encoding="utf-8")) for file in sorted(files)}


def _called(call: ast.Call) -> str:
    name = call.func
    return name.attr if isinstance(name, ast.Attribute) else name.id if isinstance(name, ast.Name) else ""


@functools.cache
def _calls(tree: ast.AST) -> tuple[ast.Call, ...]:
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_text(value: object) -> bool:
    if not isinstance(value, str) or value.strip(" –:()") in SAME_EVERYWHERE:
        return False
    return re.search(r"[^\W\d_]{2}", value) is not None


def _bare(shown: ast.expr) -> Iterator[ast.expr]:
    """Yield the literals that an expression may come to without having gone through `tr`."""
    match shown:
        case ast.Constant(value=value) if _is_text(value):
            yield shown
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.BoolOp(values=parts):
            for part in parts:
                yield from _bare(part)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_bare(body), *_bare(orelse))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from (*_bare(left), *_bare(right))
        case ast.Call(func=ast.Attribute(value=ast.Constant() as text, attr="format" | "join")):
            yield from _bare(text)


def _untranslated(file: Path, tree: ast.Module) -> Iterator[Fault]:
    for call in _calls(tree):
        places = SHOWN.get(_called(call), ())
        shown = [argument for place, argument in enumerate(call.args) if place in places]
        if _called(call) not in UNSEEN:
            shown += [given.value for given in call.keywords if given.arg in NAMED]
        for text in (bare for argument in shown for bare in _bare(argument)):
            yield Fault(file, text.lineno, f"not put through tr: {ast.unparse(text)}")


def _too_early(file: Path, tree: ast.Module) -> Iterator[Fault]:
    """Find calls of `tr` that run when the module is read: no language is chosen then."""

    def read_at_once(node: ast.AST) -> Iterator[ast.AST]:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                roots: list[ast.AST] = [*node.decorator_list, *node.args.defaults]
                roots += [default for default in node.args.kw_defaults if default is not None]
            case ast.Lambda():
                roots = [*node.args.defaults]
            case _:
                yield node
                roots = [*ast.iter_child_nodes(node)]
        for root in roots:
            yield from read_at_once(root)

    for node in read_at_once(tree):
        if isinstance(node, ast.Call) and _called(node) == "tr":
            yield Fault(file, node.lineno, "tr as the module is read; mark it by QT_TR_NOOP")


def _unreadable(file: Path, tree: ast.Module) -> Iterator[Fault]:
    """Find what Qt's tools would not see, or not as it is meant."""
    marked = {call for call in _calls(tree) if _called(call) in MARKS}
    inside_f = {
        call
        for joined in ast.walk(tree)
        if isinstance(joined, ast.JoinedStr)
        for call in _calls(joined)
        if call in marked and call.args and isinstance(call.args[0], ast.Constant)
    }
    for call in inside_f:
        yield Fault(file, call.lineno, "tr inside an f-string is not found by lupdate")
    for call in marked:
        text, comment = call.args[0], call.args[1:2]
        if call.keywords:
            yield Fault(file, call.lineno, "lupdate does not read named arguments")
        is_choice = isinstance(text, ast.IfExp) and list(_bare(text))
        if isinstance(text, ast.JoinedStr | ast.BinOp) or is_choice or _called_of(text) in {"format", "join"}:
            yield Fault(file, call.lineno, "tr of a text that is put together")
        if any(not isinstance(given, ast.Constant) for given in comment):
            yield Fault(file, call.lineno, "the comment for translators must be a literal")
        if _called(call) == "tr" and isinstance(text, ast.Constant):
            counts = len(call.args) > 2
            if counts != ("%n" in str(text.value)):
                yield Fault(file, call.lineno, "%n and the count go together")
        if _called(call) == "QT_TR_NOOP" and not isinstance(text, ast.Constant):
            yield Fault(file, call.lineno, "QT_TR_NOOP of something else than a literal")
    for call in _calls(tree):
        is_literal = all(isinstance(argument, ast.Constant) for argument in call.args)
        if _called(call) == "QT_TRANSLATE_NOOP" and not (is_literal and len(call.args) == 2):
            yield Fault(file, call.lineno, "QT_TRANSLATE_NOOP of something else than two literals")


def _called_of(node: ast.expr) -> str:
    return _called(node) if isinstance(node, ast.Call) else ""


def _unmarked_tables(trees: Mapping[Path, ast.Module]) -> Iterator[Fault]:
    """Find tables that `tr` is given something of, though nothing in them is marked."""
    marked: dict[str, bool] = {}
    for tree in trees.values():
        for node in tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for name in (target.id for target in targets if isinstance(target, ast.Name)):
                holds = any(_called(call) == "QT_TR_NOOP" for call in _calls(node))
                takes_over = any(isinstance(each, ast.Name) and each.id != name for each in ast.walk(node))
                marked[name] = marked.get(name, False) or holds or (takes_over and not _strings(node))
    for file, tree in trees.items():
        for call in _calls(tree):
            if _called(call) != "tr":
                continue
            for name in (node.id for node in ast.walk(call.args[0]) if isinstance(node, ast.Name)):
                if re.fullmatch(r"_?[A-Z][A-Z_]+", name) and not marked.get(name, True):
                    yield Fault(file, call.lineno, f"nothing in {name} is marked by QT_TR_NOOP")


def _strings(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Constant) and _is_text(each.value) for each in ast.walk(node))


def _said(tree: ast.Module) -> Iterator[Said]:
    for call in _calls(tree):
        if _called(call) in MARKS and call.args and isinstance(call.args[0], ast.Constant):
            comment = call.args[1] if len(call.args) > 1 else None
            yield Said(str(call.args[0].value), str(comment.value) if isinstance(comment, ast.Constant) else "")
        if _called(call) == "QT_TRANSLATE_NOOP" and isinstance(text := call.args[1], ast.Constant):
            yield Said(str(text.value), "")


def _all(faults: Iterator[Fault]) -> str:
    return "\n".join(sorted(map(str, faults)))


def test_what_the_window_shows_goes_through_tr(trees: Mapping[Path, ast.Module]) -> None:
    found = _all(fault for file, tree in trees.items() for fault in _untranslated(file, tree))
    assert not found, found


def test_no_text_is_translated_before_a_language_is_chosen(trees: Mapping[Path, ast.Module]) -> None:
    found = _all(fault for file, tree in trees.items() for fault in _too_early(file, tree))
    assert not found, found


def test_texts_are_whole_literals_that_lupdate_reads(trees: Mapping[Path, ast.Module]) -> None:
    found = _all(fault for file, tree in trees.items() for fault in _unreadable(file, tree))
    assert not found, found


def test_tables_that_are_translated_are_marked(trees: Mapping[Path, ast.Module]) -> None:
    found = _all(_unmarked_tables(trees))
    assert not found, found


def test_the_catalogue_holds_every_text(trees: Mapping[Path, ast.Module]) -> None:
    """What lupdate overlooks is in no catalogue, and the catalogue alone would not tell."""
    held = {
        Said(entry.findtext("source") or "", entry.findtext("comment") or "")
        for entry in ElementTree.parse(CATALOGUE).iter("message")
    }
    said = {text for tree in trees.values() for text in _said(tree)}
    assert len(said) > 500
    assert not said - held, sorted(said - held)


@pytest.mark.parametrize(
    "source",
    [
        'shown.setText("Ready")',
        'shown.setText(f"Ready in {time}")',
        'shown.setToolTip("Stop" if runs else tr("Start"))',
        'shown.setText(name or "No name")',
        'shown.setText("Ready" + words)',
        'shown.setText("Ready in {time}".format(time=time))',
        'icon_button("close", "Close it", run)',
        'Entry(key, label="Close it")',
        'header.setHeaderLabels([tr("Name"), "Size of it"])',
    ],
)
def test_a_bare_text_is_found(source: str) -> None:
    assert list(_untranslated(Path("made.py"), ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    ['NAME = tr("Ready")', 'class Page:\n    title = tr("Page")', 'def show(text=tr("Ready")):\n    pass'],
)
def test_a_text_that_is_translated_too_early_is_found(source: str) -> None:
    assert list(_too_early(Path("made.py"), ast.parse(source)))


def test_a_text_that_is_translated_when_it_is_shown_is_let_pass() -> None:
    made = ast.parse(
        'class Page:\n    def show(self):\n        run = lambda: tr("Go")\n        return tr("Ready")'
    )
    assert not list(_too_early(Path("made.py"), made))


@pytest.mark.parametrize(
    "source",
    [
        'tr(f"Ready in {time}")',
        'tr("Ready " + words)',
        'tr("Ready in {time}".format(time=time))',
        'tr("Ready", comment="verb")',
        'tr("%n clips")',
        'tr("Clips", "", count)',
        """f"{tr('Ready')}: {name}\"""",
        'tr("Ready" if done else "Busy")',
        'tr("Ready", about)',
        "QT_TR_NOOP(name)",
        'QT_TRANSLATE_NOOP("core", f"Cut in {clips}")',
    ],
)
def test_a_text_that_lupdate_does_not_read_is_found(source: str) -> None:
    assert list(_unreadable(Path("made.py"), ast.parse(source)))


def test_a_table_without_marks_is_found() -> None:
    bare = ast.parse('NAMES = {"a": "First"}\ndef show(key):\n    return tr(NAMES[key])')
    marked = ast.parse('NAMES = {"a": QT_TR_NOOP("First")}\ndef show(key):\n    return tr(NAMES[key])')
    assert list(_unmarked_tables({Path("made.py"): bare}))
    assert not list(_unmarked_tables({Path("made.py"): marked}))


def test_one_thing_has_one_name_in_german() -> None:
    """Saving and a run were each written in two ways, side by side on the screen."""
    tree = ElementTree.parse(CATALOGUE)
    written = ["".join(each.itertext()) for each in tree.iter("translation")]
    assert len(written) > 1000
    assert [text for text in written if re.search(r"\b([Ss]ichern|gesichert|Lauf|Läufe)\b", text)] == []
