"""The boundaries that a reader relies on, held by tests where the import contracts cannot see them."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from ui.qt_names import NAMES

ROOT = Path(__file__).parent.parent
CODE = sorted(file for folder in ("vpjournal", "ui", "resources") for file in (ROOT / folder).rglob("*.py"))
# What each of these may only be done in; "" is nowhere.
CALLS = {
    "executescript": "",  # Commits first, so that a migration would not be one transaction.
    "setMarkdown": "",  # Changes what was typed, and reads local files named in it.
    "toMarkdown": "",
    "setHtml": "",
    "insertHtml": "",
    "processEvents": "",  # Runs slots in the middle of others.
    "exec": "ui/app.py ui/dialogs/ ui/platform/",  # Of a dialog: an event loop inside another.
    "sleep": "vpjournal/vault/durable.py",  # Windows holds a file that a scanner reads.
}
_NETWORK = r"socket|ssl|http|urllib\.request|ftplib|smtplib|asyncio|requests|PySide6\.QtNetwork"
MODULES = {
    "logging": (r"logging", ""),
    "other programs": (r"subprocess|multiprocessing", ""),
    "network": (_NETWORK, "ui/single_instance.py"),  # The meeting point of two starts is a local socket.
    "database": (r"sqlcipher3|sqlite3|apsw", "vpjournal/storage/"),
    "key derivation": (r"argon2|cryptography", "vpjournal/vault/"),
    "pickle": (r"pickle|marshal|shelve", ""),
    "temporary files": (r"tempfile", ""),
}


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _is_home(file: Path, homes: str) -> bool:
    return any(_name(file).startswith(home) for home in homes.split())


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    assert CODE
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in CODE}


def test_every_module_says_why_it_exists(trees: dict[Path, ast.Module]) -> None:
    silent = [
        _name(file)
        for file, tree in trees.items()
        if tree.body and not (ast.get_docstring(tree) or "").partition("\n")[0].strip()
    ]
    assert not silent


def test_modules_and_functions_can_be_read_in_one_sitting(trees: dict[Path, ast.Module]) -> None:
    long = [_name(file) for file in trees if len(file.read_text(encoding="utf-8").splitlines()) > 400]
    long += [
        f"{_name(file)}: {node.name}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert not long


@pytest.mark.parametrize("called", CALLS)
def test_dangerous_calls_have_one_home(called: str, trees: dict[Path, ast.Module]) -> None:
    found = [
        f"{_name(file)}:{node.lineno}"
        for file, tree in trees.items()
        if not _is_home(file, CALLS[called])
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name)
        and (node.attr if isinstance(node, ast.Attribute) else node.id) == called
    ]
    assert not found


def test_paper_leaves_from_one_place(trees: dict[Path, ast.Module]) -> None:
    """Choosing a printer or a file to write, and writing one, is done only where the register is told before."""
    home, seams = "ui/leaving.py", "ui/platform/ vpjournal/"
    found = [
        f"{_name(file)}:{node.lineno}"
        for file, tree in trees.items()
        if not _is_home(file, f"{home} {seams}")
        for node, _way in _ways_out(tree)
    ]
    assert not found
    # Each is really found by its name there, so that the search above means something.
    assert {way for _node, way in _ways_out(trees[ROOT / home])} == {"printer.choose", "files.save", "papers.save"}


def _ways_out(tree: ast.Module) -> Iterator[tuple[ast.Attribute, str]]:
    ways = re.compile(r"(?:^|\.)_?(printer\.choose|files\.save|papers\.save)$")
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (way := ways.search(ast.unparse(node))) is not None:
            yield node, way[1]


@pytest.mark.parametrize("kind", MODULES)
def test_dangerous_modules_have_one_home(kind: str, trees: dict[Path, ast.Module]) -> None:
    pattern, homes = MODULES[kind]
    found = [
        f"{_name(file)}:{line} {module}"
        for file, tree in trees.items()
        if not _is_home(file, homes)
        for line, module in _imports(tree)
        if re.match(rf"({pattern})(\.|$)", module)
    ]
    assert not found


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module or ''}.{alias.name}".strip(".")) for alias in node.names)


def test_sql_is_written_in_storage_alone(trees: dict[Path, ast.Module]) -> None:
    statement = re.compile(
        r"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA|CREATE\s+TABLE)\s", re.S
    )
    found = [
        f"{_name(file)}:{node.lineno}"
        for file, tree in trees.items()
        if not _is_home(file, "vpjournal/storage/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.match(node.value)
    ]
    assert not found


def test_ignores_give_their_reason() -> None:
    """The reason stands behind the mark, or in a comment of its own on the line above."""
    bare = []
    for file in CODE:
        lines = ["", *file.read_text(encoding="utf-8").splitlines()]
        for number, (above, line) in enumerate(pairwise(lines), 1):
            mark = re.search(r"# (?:type: ignore(\[[\w, -]+\])?|noqa(: ?[A-Z0-9]+(?:, ?[A-Z0-9]+)*)?)(.*)", line)
            if mark is None:
                continue
            has_reason = re.search(r"\w", mark[3]) or above.lstrip().startswith("#")
            if not (mark[1] or mark[2]) or not has_reason:
                bare.append(f"{_name(file)}:{number}")
    assert not bare


def test_the_core_imports_without_qt() -> None:
    modules = [
        _name(file).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for file in CODE
        if _name(file).startswith("vpjournal/") and file.name != "windows.py"
    ]
    program = f"""
import importlib, sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
for name in {modules!r}:
    importlib.import_module(name)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_first_window_loads_little() -> None:
    """Process start has a budget: before the first paint only Qt, the front page, the theme and the language."""
    program = """
import sys
import ui.app
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    heavy = {"reportlab", "pikepdf", "pypdfium2", "sqlcipher3", "cryptography", "argon2", "zxcvbn", "PySide6.QtNetwork"}
    assert not loaded & heavy


def test_qt_drops_no_reference_on_none() -> None:
    """PySide6 6.12.0 under Python 3.11 did at every call, and aborted after some thousands of them."""
    program = """
import sys
from PySide6.QtCore import QObject, QTimer
thing = QObject()
thing.setProperty("x", None)
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setProperty("x", None)
    thing.setParent(None)
    thing.property("y")
print(sys.getrefcount(None) - before)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # None lives for ever from Python 3.12 on, and is no longer counted.
    assert abs(int(done.stdout)) < 1000


def test_all_names_of_qt_that_are_imported_are_known_beforehand(trees: dict[Path, ast.Module]) -> None:
    """Their classes are built on the GUI thread before another thread imports what names them, and no others are."""
    named: dict[str, set[str]] = {module: set() for module in NAMES}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("PySide6."):
                named.setdefault(node.module.removeprefix("PySide6."), set()).update(each.name for each in node.names)
    for module, names in NAMES.items():
        assert named[module] == set(names), f"bring ui/qt_names.py up to date: {module}"


def test_importing_builds_no_class_of_qt_and_reads_no_source() -> None:
    program = """
import ui.__main__, linecache
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QApplication
from ui.after_paint import _classes, import_rest
qt = QApplication(["x"])
for _ in _classes():
    pass
before = {name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)}
import_rest()
after = {name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)}
print(*sorted(after - before), *(file for file in linecache.cache if "/ui/pages/" in file.replace(chr(92), "/")))
"""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=surroundings)
    assert done.stdout.split() == []
