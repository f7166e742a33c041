"""Every painter is ended where it was begun.

Qt paints all widgets of a window with one painter. One that is left to the garbage collector outlives its paint
event as soon as anything holds on to the frame (a traceback, a profiler), and the next widget to paint crashes.
"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


PAINTERS = ("QPainter", "QStylePainter")


def painters(assigned: ast.Assign) -> set[str]:
    """Return the names that an assignment gives painters, also as one of several: `painter, option = …`."""
    found = set()
    for target in assigned.targets:
        many = isinstance(target, ast.Tuple) and isinstance(assigned.value, ast.Tuple)
        pairs = zip(target.elts, assigned.value.elts, strict=True) if many else [(target, assigned.value)]
        for name, value in pairs:
            is_one = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in PAINTERS
            if is_one and isinstance(name, ast.Name):
                found.add(name.id)
    return found


def left_open(code: str) -> list[str]:
    """Return the functions that name a painter and don't end it."""
    found = []
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, ast.FunctionDef):
            continue
        begun, ended = set(), set()
        for node in ast.walk(function):
            if isinstance(node, ast.Assign):
                begun |= painters(node)
            elif isinstance(node, ast.Attribute) and node.attr == "end" and isinstance(node.value, ast.Name):
                ended.add(node.value.id)
        found += [function.name] * bool(begun - ended)
    return found


def test_every_painter_is_ended() -> None:
    files = [file for folder in ("core", "ui", "desktop") for file in (ROOT / folder).rglob("*.py")]
    codes = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}
    left = {name: left_open(code) for name, code in codes.items() if any(each in code for each in PAINTERS)}
    assert left
    assert {name: functions for name, functions in left.items() if functions} == {}


def test_one_that_is_left_open_is_noticed() -> None:
    assert left_open("def paintEvent(self):\n    painter = QPainter(self)\n    painter.drawLine()\n") == [
        "paintEvent"
    ]
    assert left_open("def paintEvent(self):\n    painter = QPainter(self)\n    painter.end()\n") == []
    assert left_open("def paintEvent(self):\n    painter, area = QStylePainter(self), self.rect()\n") == [
        "paintEvent"
    ]
