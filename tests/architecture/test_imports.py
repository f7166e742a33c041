"""The import contracts bite: each is broken on purpose in a copy of the tree, and must notice.

A guard that lets violations pass looks exactly like one that has nothing to find.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import grimp
import pytest
from grimp import ImportGraph
from importlinter import configuration
from importlinter.application import use_cases
from importlinter.application.user_options import UserOptions
from importlinter.domain.contract import registry

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = ROOT / "pyproject.toml"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Violation:
    """`module` gains the line `imports`, which breaks the contract `contract`."""

    contract: str
    module: str
    imports: str

    def __str__(self) -> str:
        return f"{self.contract}: {self.module} {self.imports}"


VIOLATIONS = [
    Violation("house", "core.schema.injected", "import ui.theme"),
    Violation("house", "core.injected", "import desktop"),
    Violation("house", "ui.injected", "import desktop"),
    Violation("core-layers", "core.schema.injected", "import core.media.probe"),
    Violation("core-layers", "core.errors", "import core.schema.time"),
    Violation("core-layers", "core.resources", "import core.errors"),
    Violation("core-layers", "core.media.injected", "import core.speech.job"),
    Violation("core-layers", "core.media.injected", "import core.models.pick"),
    Violation("core-layers", "core.download", "import core.weights"),
    Violation("core-layers", "core.speech.injected", "import core.vision.faces"),
    Violation("core-layers", "core.vision.injected", "import core.framing.injected"),
    Violation("core-layers", "core.captions.injected", "import core.styles.library"),
    Violation("core-layers", "core.captions.injected", "import core.render.engine"),
    Violation("core-layers", "core.llm.injected", "import core.highlights.sentences"),
    Violation("core-layers", "core.editing", "import core.highlights.sentences"),
    Violation("core-layers", "core.highlights.injected", "import core.export.naming"),
    Violation("core-layers", "core.render.injected", "import core.export.naming"),
    Violation("core-layers", "core.export.injected", "import core.stages"),
    Violation("members-routes", "desktop.api.routes.injected", "import desktop.api.routes.clips"),
    Violation("door-fastapi", "desktop.injected", "import fastapi"),
    Violation("door-fastapi", "desktop.commands.injected", "import uvicorn"),
    Violation("door-fastapi", "core.injected", "import starlette"),
    Violation("core-layers", "core.publish.injected", "import core.publications"),
    Violation("core-layers", "core.vision.injected", "import core.pipeline.events"),
    Violation("core-layers", "core.pipeline.injected", "import core.project"),
    Violation("core-layers", "core.stages.injected", "import core.project"),
    Violation("core-layers", "core.utils", "import core.errors"),
    Violation("schema-alone", "core.schema.injected", "import core.resources"),
    Violation("schema-alone", "core.schema.injected", "import numpy"),
    Violation("pipeline-blind", "core.pipeline.injected", "import core.stages"),
    Violation("pipeline-blind", "core.pipeline.injected", "import core.media.probe"),
    Violation("pipeline-blind", "core.pipeline.injected", "import core.editing"),
    Violation("pipeline-blind", "core.pipeline.injected", "import cv2"),
    Violation("core-without-window", "core.framing.injected", "from PySide6 import QtWidgets"),
    Violation("core-without-window", "core.render.injected", "import PySide6.QtGui"),
    Violation("core-without-window", "core.pipeline.injected", "import qasync"),
    Violation("members-stages", "core.stages.injected", "import core.stages.render"),
    Violation("members-stages", "core.stages.injected", "from core.stages import STAGES"),
    Violation(
        "members-transcribers", "core.speech.transcribers.injected", "import core.speech.transcribers.sidecar"
    ),
    Violation("members-animations", "core.captions.animations.injected", "import core.captions.animations.pop"),
    Violation("members-layouts", "core.framing.layouts.injected", "import core.framing.layouts.follow"),
    Violation("members-formats", "core.export.formats.injected", "import core.export.formats.srt"),
    Violation("members-handoffs", "core.export.handoffs.injected", "import core.export.handoffs.edl"),
    Violation("members-encoders", "core.render.encoders.injected", "import core.render.encoders.x264"),
    Violation("members-providers", "core.llm.providers.injected", "import core.llm.providers.openai_compatible"),
    Violation(
        "members-destinations", "core.publish.destinations.injected", "import core.publish.destinations.folder"
    ),
    Violation("members-panels", "ui.panels.injected", "import ui.panels.clips"),
    Violation("door-sqlite", "core.project", "import sqlite3"),
    Violation("door-sqlite", "core.stages.injected", "import sqlite3"),
    Violation("door-sqlite", "ui.models.injected", "import sqlite3"),
    Violation("door-av", "core.vision.injected", "import av"),
    Violation("door-av", "core.render.injected", "import av.filter"),
    Violation("door-av", "ui.preview.injected", "import av"),
    Violation("door-openai", "core.highlights.injected", "from openai import OpenAI"),
    Violation("door-openai", "core.speech.transcribers.injected", "import openai"),
    Violation("door-boto3", "core.export.injected", "import boto3"),
    Violation("door-boto3", "core.publications", "from botocore import config"),
    Violation("door-qasync", "ui.controllers.injected", "import qasync"),
    Violation("door-qasync", "desktop.injected", "import qasync"),
    Violation("door-machine", "core.weights", "import platformdirs"),
    Violation("door-machine", "ui.dialogs.injected", "import keyring"),
    Violation("authoring-apart", "core.stages.injected", "import core.styles.authoring.publishing"),
    Violation("authoring-apart", "core.render.injected", "from core.styles.authoring import publishing"),
    Violation("authoring-apart", "core.driver", "import core.styles.authoring"),
    Violation("authoring-apart", "core.styles.library", "import core.styles.authoring.publishing"),
    Violation("ui-eyes-and-hands", "ui.panels.injected", "import core.project"),
    Violation("ui-eyes-and-hands", "ui.preview.injected", "import core.editing"),
    Violation("ui-eyes-and-hands", "ui.models.injected", "import core.pipeline.events"),
    Violation("ui-eyes-and-hands", "ui.controllers.injected", "import core.pipeline.records.store"),
    Violation("ui-eyes-and-hands", "ui.controllers.injected", "import core.media.probe"),
    Violation("ui-eyes-and-hands", "ui.timeline.injected", "import core.render.engine"),
    Violation("ui-eyes-and-hands", "ui.preview.injected", "import core.captions.overlay"),
    Violation("widgets-ignorant", "ui.widgets.injected", "import core.schema.clip"),
    Violation("widgets-ignorant", "ui.widgets.injected", "import ui.panels"),
    Violation("widgets-ignorant", "ui.widgets.injected", "import ui.models.injected"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what the contracts look at."""
    copy = tmp_path_factory.mktemp("tree")
    for folder in ("core", "ui", "desktop"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PYPROJECT, copy)
    return copy


def lint(tree: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    limits = [argument for contract in contracts for argument in ("--contract", contract)]
    command = [sys.executable, "-c", LINT_IMPORTS, "--no-logo", *limits]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, timeout=120, check=False)


def module_file(tree: Path, module: str) -> Path:
    """Return the file of a module of the copy, whether it is there or not."""
    base = tree / Path(*module.split("."))
    return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")


@contextmanager
def changed(file: Path, line: str) -> Iterator[None]:
    """Add a line to a file, which is made with its packages if needed, and put all back afterwards."""
    before = file.read_text(encoding="utf-8") if file.exists() else None
    made = [folder for folder in file.parents if not folder.exists()]
    for folder in reversed(made):
        folder.mkdir()
        (folder / "__init__.py").touch()
    file.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        yield
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_text(before, encoding="utf-8")
        if made:
            shutil.rmtree(made[-1])


@dataclass(frozen=True)
class Contracts:
    """The contracts as import-linter reads them, and who imports whom in the tree as it is."""

    options: UserOptions
    graph: ImportGraph
    _kept: dict[str, bool] = field(default_factory=dict)

    def is_kept(self, contract: str) -> bool:
        """Whether the tree as it is keeps a contract; looked at once for all violations of it."""
        if contract not in self._kept:
            self._kept[contract] = self.keeps(contract, deepcopy(self.graph))
        return self._kept[contract]

    def keeps(self, contract: str, graph: ImportGraph) -> bool:
        """Whether a tree keeps a contract; the look changes the tree."""
        wanted = next(each for each in self.options.contracts_options if each["id"] == contract)
        made = registry.get_contract_class(wanted["type"])
        return bool(made(wanted["name"], self.options.session_options, wanted).check(graph, verbose=False).kept)


@pytest.fixture(scope="module")
def contracts() -> Contracts:
    """Read contracts and tree once: to read them for each violation takes far longer than to check it."""
    configuration.configure()
    options = use_cases.read_user_options(config_filename=str(PYPROJECT))
    use_cases._register_contract_types(options)
    graph = grimp.build_graph("core", "ui", "desktop", include_external_packages=True, cache_dir=None)
    return Contracts(options, graph)


def with_violation(graph: ImportGraph, violation: Violation) -> ImportGraph:
    """Return the tree with one import more; modules that are not there are made."""
    target = violation.imports.split()[1]
    is_ours = target.split(".")[0] in ("core", "ui", "desktop")
    imported = target if is_ours else target.split(".")[0]
    changed_graph = deepcopy(graph)
    for module in (violation.module, imported):
        if module not in changed_graph.modules:
            changed_graph.add_module(module, is_squashed=not module.startswith(("core", "ui", "desktop")))
    changed_graph.add_import(importer=violation.module, imported=imported)
    return changed_graph


@pytest.mark.parametrize("violation", VIOLATIONS, ids=str)
def test_a_broken_rule_is_noticed(violation: Violation, contracts: Contracts):
    assert contracts.is_kept(violation.contract)
    assert not contracts.keeps(violation.contract, with_violation(contracts.graph, violation))


# One of the tree's own modules, one of a library, and one that takes a name out of a module.
@pytest.mark.parametrize(
    "violation",
    [each for each in VIOLATIONS if str(each) in {
        "house: core.schema.injected import ui.theme",
        "door-av: ui.preview.injected import av",
        "members-stages: core.stages.injected from core.stages import STAGES",
        "core-without-window: core.framing.injected from PySide6 import QtWidgets",
    }],
    ids=str,
)  # fmt: skip
def test_a_line_in_a_file_breaks_a_rule(violation: Violation, tree: Path):
    target = violation.imports.split()[1]
    with ExitStack() as stack:
        if target.split(".")[0] in ("core", "ui", "desktop"):
            stack.enter_context(changed(module_file(tree, target), ""))
        stack.enter_context(changed(module_file(tree, violation.module), violation.imports))
        result = lint(tree, violation.contract)
    assert result.returncode == 1, result.stdout
    assert "1 broken" in result.stdout
    # It is this violation that was noticed, not another one that happened to be there.
    assert violation.module in " ".join(result.stdout.split()), result.stdout


def test_the_tree_keeps_every_contract(tree: Path):
    result = lint(tree)
    assert result.returncode == 0, result.stdout
    assert " 0 broken" in result.stdout


def test_every_contract_is_broken_above():
    listed = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in listed} == {violation.contract for violation in VIOLATIONS}


def ruff(code: str, stands_in: str) -> str:
    """Return what ruff says of code that stands in a file of the project."""
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--select", "TID"]
    command += ["--stdin-filename", str(ROOT / stands_in), "-"]
    return subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True, check=False).stdout


HEAVY = (
    "av",
    "cv2",
    "mediapipe",
    "faster_whisper",
    "ctranslate2",
    "openai",
    "pocketsphinx",
    "scipy",
    "sklearn",
    "httpx",
)


@pytest.mark.parametrize("library", HEAVY)
def test_heavy_libraries_wait_for_their_function(library: str):
    inside = f"def work() -> None:\n    import {library}\n\n    print({library})\n"
    assert "TID253" in ruff(f"import {library}\n\nprint({library})\n", "core/vision/injected.py")
    assert "TID253" in ruff(f"from {library} import some\n\nprint(some)\n", "ui/injected.py")
    assert "TID253" not in ruff(inside, "core/vision/injected.py")


@pytest.mark.parametrize(
    "code",
    [
        "from PySide6 import QtWidgets\nprint(QtWidgets)\n",
        "from PySide6.QtWidgets import QWidget\nprint(QWidget)\n",
        "import PySide6.QtMultimedia\nprint(PySide6)\n",
        "import os\nprint(os.environ['HOME'])\n",
        "import os\nprint(os.getenv('HOME'))\n",
        "from pathlib import Path\nprint(Path.home())\n",
    ],
)
def test_core_shows_nothing_and_asks_the_machine_nothing(code: str):
    assert "TID251" in ruff(code, "core/captions/injected.py")
    assert "TID251" not in ruff(code, "desktop/injected.py")


def qt_modules(file: Path) -> set[str]:
    """Return the PySide6 modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            names = [f"PySide6.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("PySide6.")}
    return found


def files_with_other_qt(folder: Path, allowed: set[str]) -> list[str]:
    return [file.name for file in sorted(folder.rglob("*.py")) if qt_modules(file) - allowed]


def test_controllers_know_of_no_pixels(tmp_path: Path):
    assert files_with_other_qt(ROOT / "ui" / "controllers", {"QtCore"}) == []
    for line in ("from PySide6.QtGui import QImage", "from PySide6 import QtWidgets", "import PySide6.QtWidgets"):
        (tmp_path / "injected.py").write_text(f"def work():\n    {line}\n", encoding="utf-8")
        assert files_with_other_qt(tmp_path, {"QtCore"}) == ["injected.py"]


def test_the_geometry_of_the_timeline_needs_no_qt():
    for name in ("geometry", "snapping", "scene", "gather", "waveform"):
        assert qt_modules(ROOT / "ui" / "timeline" / f"{name}.py") == set(), name


def test_no_module_of_ours_hides_a_library():
    """`packaging/__init__.py` would hide the real `packaging`, `tests/core/__init__.py` would hide `core`."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_main_loads_nothing_in_a_spawned_worker():
    """Workers import main.py again; what stands at its top is loaded in each of them."""
    body = ast.parse((ROOT / "main.py").read_text(encoding="utf-8")).body
    imported = [ast.unparse(node) for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    allowed = ("multiprocessing", "__future__", "sys")
    assert all(line.split()[1].split(".")[0] in allowed for line in imported), imported
