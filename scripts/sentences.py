"""Find the sentences that the engine tells people, as templates for translators.

The engine knows no language but English: it makes whole sentences, which are kept in records and logs as well, and
the window puts what it shows through `told` of `ui/wording.py`. What that can recognise is gathered here from the
engine's code: literals and f-strings, a field in braces for every value, and each way that a condition can turn.
"""

from __future__ import annotations

import ast
import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

# Everything in words is shown in these, fragments of sentences too.
_WORDINGS = (
    "core/download.py",
    "core/framing/direct.py",
    "core/framing/frame.py",
    "core/framing/rules.py",
    "core/highlights/delivery.py",
    "core/highlights/heard.py",
    "core/highlights/plan.py",
    "core/highlights/seen.py",
    "core/highlights/titles.py",
    "core/learning/*.py",
    "core/llm/client.py",
    "core/llm/providers/*.py",
    "core/media/health.py",
    "core/media/mend.py",
    "core/media/remux.py",
    "core/models/*.py",
    "core/pipeline/recipe.py",
    "core/pipeline/retry.py",
    "core/pipeline/records/jobs.py",
    "core/render/quality/*.py",
    "core/replay.py",
    "core/schema/tuning.py",
    "core/schema/twin.py",
    "core/speech/choose.py",
    "core/speech/guards.py",
    "core/styles/brand.py",
    "core/styles/diff.py",
    "core/styles/fonts.py",
    "core/styles/package.py",
    "core/styles/words.py",
)
# What these say is for language models, files or logs alone.
_SILENT = (
    "core/captions/qt.py",
    "core/export/handoffs/*.py",
    "core/highlights/moments.py",
    "core/highlights/passages.py",
    "core/insights/document.py",
    "core/insights/by_model.py",
    "core/insights/posts_by_model.py",
    "core/insights/rounds.py",
    "core/llm/replies.py",
    "core/pipeline/records/migrations.py",
    "core/render/specimen.py",
    "core/styles/help.py",
    "core/styles/reference.py",
)
# Each entry of these says `about` itself what it is for.
_DESCRIBING = ("resources/presets.toml", "resources/weights.toml")
# Their arguments are shown, whatever they look like.
_TELLING = re.compile(
    r".*Error|[Ff]ailure|fail|failed|[Rr]efus\w*|unusable|SourceFailed|Answer|Finding|HealthFinding|Check|Feature"
    r"|progress|tell|told|write_log|edit_clips|change|problem|damaged|no_tuning|\w*Choice"
)
# What the machine decided is told however short its parts are; they may have been given names before.
_CHOICE, _PARTS_OF_CHOICE = "Choice", {"subject", "chosen", "reason"}
_ANY_WORD = re.compile(r"[^\W\d_]{2,}")
_DUMB = {
    "ContractError",
    "ValueError",
    "TypeError",
    "KeyError",
    "RuntimeError",
    "NotImplementedError",
    "AssertionError",
}
_LOGGING = {"debug", "info", "warning", "error", "exception", "log", "getLogger"}
_WORDS = re.compile(r"[^\W\d_]{2,}.* .*[^\W\d_]{2,}|[^\W\d_]{2,}[.…]$", re.DOTALL)
_SENTENCE = re.compile(r"[A-Z“{].* .*[.!?…]", re.DOTALL)
# Patterns, queries and types of files are no sentences.
_CODE = re.compile(
    r"(select|update|insert|delete) .*|.*[\\|\[\]].*|.*= \?.*|\w+/\w.*|where \W?\w+\W? .*", re.DOTALL
)
_FIELD = re.compile(r"\{\w+\}")
_MOST_TURNS = 16
# Nothing below these is a text.
_MUTE = (
    ast.Name,
    ast.expr_context,
    ast.operator,
    ast.cmpop,
    ast.unaryop,
    ast.arguments,
    ast.Import,
    ast.ImportFrom,
)

_Part = str | tuple[str]


@cache
def sentences(root: Path) -> tuple[str, ...]:
    """Return the templates of everything below `core` that is told to people, sorted."""
    found: set[str] = set()
    for file in sorted((root / "core").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        if not any(fnmatch(name, pattern) for pattern in _SILENT):
            is_wording = any(fnmatch(name, pattern) for pattern in _WORDINGS)
            found.update(_told_in(ast.parse(file.read_text(encoding="utf-8")), is_wording))
    for name in _DESCRIBING:
        found.update(_described(tomllib.loads((root / name).read_text(encoding="utf-8"))))
    return tuple(sorted(found))


def _described(table: object) -> Iterator[str]:
    """Yield what entries of a file of ours say about themselves, however deep they are."""
    if isinstance(table, dict):
        if isinstance(about := table.get("about"), str) and about:
            yield about
        for inside in table.values():
            yield from _described(inside)
    elif isinstance(table, list):
        for inside in table:
            yield from _described(inside)


def _told_in(tree: ast.Module, is_wording: bool) -> Iterator[str]:
    for node, callers in _texts(tree):
        if any(name in _LOGGING or name in _DUMB for name in callers):
            continue
        is_telling = is_wording or any(_TELLING.fullmatch(name) for name in callers)
        for template in templates(node):
            bare = _FIELD.sub("", template)
            if _CODE.fullmatch(bare.strip()) or "\n" in bare:
                continue
            is_part = _CHOICE in callers and _ANY_WORD.search(bare)
            if is_part or (_WORDS.search(bare) and (is_telling or _SENTENCE.fullmatch(template))):
                yield template


def _texts(tree: ast.AST) -> Iterator[tuple[ast.expr, tuple[str, ...]]]:
    """Yield the outermost expressions that make a text, each with the name of the call that it is given to."""
    waiting: list[tuple[ast.AST, tuple[str, ...]]] = [(tree, ())]
    while waiting:
        node, callers = waiting.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.expr) and _is_text(node):
            yield node, callers
            inside: Iterable[ast.AST] = _values(node)
        else:
            inside = ast.iter_child_nodes(node)
        if isinstance(node, ast.Call):
            is_record = isinstance(node.func, ast.Attribute) and node.func.attr == "_log"
            callers = ("write_log" if is_record else _name(node.func),)
        elif isinstance(node, ast.stmt):
            callers = (_CHOICE,) if _is_part_of_choice(node) else ()
        waiting += [(child, callers) for child in inside if not isinstance(child, _MUTE)]


def _is_part_of_choice(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(_name(each) in _PARTS_OF_CHOICE for each in node.targets)


def _is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.IfExp):
        return _is_text(node.body) or _is_text(node.orelse)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and (_is_text(node.left) or _is_text(node.right))
    return isinstance(node, ast.JoinedStr)


def _values(node: ast.AST) -> list[ast.AST]:
    """Return the expressions that stand for values in a text."""
    if isinstance(node, ast.IfExp):
        return [node.test, *_values(node.body), *_values(node.orelse)]
    if isinstance(node, ast.BinOp):
        return [*_values(node.left), *_values(node.right)]
    if isinstance(node, ast.JoinedStr):
        held = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        return [value for each in held for value in _values(each)]
    return [] if isinstance(node, ast.Constant) else [node]


def templates(node: ast.expr) -> list[str]:
    """Return the texts that an expression can make, with a named field for every value in it."""
    made = []
    for turn in _turns(node)[:_MOST_TURNS]:
        taken: dict[str, int] = {}
        text = ""
        for part in turn:
            if isinstance(part, str):
                text += part
                continue
            taken[part[0]] = taken.get(part[0], 0) + 1
            number = "" if taken[part[0]] == 1 else str(taken[part[0]])
            text += "{" + part[0] + number + "}"
        if "{" not in _FIELD.sub("", text) and "}" not in _FIELD.sub("", text):
            made.append(text.strip())
    return made


def _turns(node: ast.expr) -> list[tuple[_Part, ...]]:
    """Return every way that an expression can turn out: texts, and the names of values in tuples of their own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [(node.value,)]
    if isinstance(node, ast.IfExp):
        return [*_turns(node.body), *_turns(node.orelse)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _joined([_turns(node.left), _turns(node.right)])
    if isinstance(node, ast.JoinedStr):
        return _joined(
            [_turns(part.value if isinstance(part, ast.FormattedValue) else part) for part in node.values]
        )
    if isinstance(node, ast.Call) and len(node.args) == 2 and _name(node.func) in ("count", "counted"):
        noun = node.args[1]
        if isinstance(noun, ast.Constant) and isinstance(noun.value, str):
            return [(("count",), f" {noun.value}"), (("count",), f" {noun.value}s")]
    return [((_name(node) or "value",),)]


def _joined(parts: list[list[tuple[_Part, ...]]]) -> list[tuple[_Part, ...]]:
    ways = itertools.islice(itertools.product(*parts), _MOST_TURNS)
    return [tuple(itertools.chain.from_iterable(way)) for way in ways]


def _name(node: ast.AST) -> str:
    """Return what a translator would call a value: `path` for `self.path`, `clips` for `len(clips)`."""
    if isinstance(node, ast.Name):
        return node.id.strip("_")
    if isinstance(node, ast.Attribute):
        return node.attr.strip("_")
    if isinstance(node, ast.Subscript | ast.Await | ast.Starred):
        return _name(node.value)
    if isinstance(node, ast.Call):
        name = _name(node.func)
        return (
            _name(node.args[0])
            if name in ("len", "str", "int", "round", "sorted", "sum", "abs") and node.args
            else name
        )
    return ""
