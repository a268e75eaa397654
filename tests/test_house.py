"""The house keeps its own rules: sizes, names, imports. See the README's architecture."""

from __future__ import annotations

import ast
import gc
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("core", "rhythmcap_gui", "packaging", "tests")
MAX_FILE, MAX_FUNCTION, MAX_CLASS, MAX_PARAMETERS = 400, 40, 300, 6
VAGUE = {"utils", "helpers", "common", "misc", "manager", "util", "helper"}
LARGEST_FILE_MB, LARGEST_RESOURCES_MB = 10, 25


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """Trees of syntax have no circles, and looking for some takes longer than parsing."""
    gc.disable()
    yield
    gc.enable()


def sources() -> list[Path]:
    return sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))


def parsed() -> Iterator[tuple[Path, ast.AST]]:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.relative_to(ROOT), node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines of a definition, its docstring and decorators left out."""
    body = node.body
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    docstring = (body[0].end_lineno or 0) - body[0].lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_no_file_is_too_long() -> None:
    long = {str(p.relative_to(ROOT)): n for p in sources() if (n := _lines(p)) > MAX_FILE}
    assert long == {}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_function_or_class_is_too_long() -> None:
    long = []
    for path, node in parsed():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > MAX_FUNCTION:
            long.append(f"{path}: {node.name} {length(node)}")
        if isinstance(node, ast.ClassDef) and length(node) > MAX_CLASS:
            long.append(f"{path}: {node.name} {length(node)}")
    assert long == []


def test_no_function_takes_more_than_six_parameters() -> None:
    too_many = []
    for path, node in parsed():
        if not isinstance(node, ast.FunctionDef) or path.parts[0] == "tests":
            continue
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        names = [argument.arg for argument in arguments if argument.arg not in ("self", "cls")]
        if len(names) > MAX_PARAMETERS:
            too_many.append(f"{path}: {node.name}({', '.join(names)})")
    assert too_many == []


def test_files_are_named_by_nouns_of_the_field() -> None:
    vague = [p for p in sources() if VAGUE & set(p.stem.split("_")) or VAGUE & set(p.parts)]
    assert vague == []


# Metaphors, and words that fit everything: the field has a name for what is meant.
NAMELESS = set(
    [
        "each",
        "place",
        "places",
        "said",
        "asked",
        "heard",
        "hearing",
        "unheard",
        "lesson",
        "pupil",
        "exercise",
        "desk",
        "shelf",
        "shelve",
        "shelving",
        "certificate",
        "certify",
        "furnish",
        "bury",
        "refuse",
        "practise",
        "rehearsal",
        "quietly",
        "thing",
        "things",
        "somebody",
        "everybody",
        "nursery",
        "doomed",
        "mend",
        "mending",
    ]
)


def defined_names(node: ast.AST) -> list[str]:
    """Return the names that a node defines: a function's, class's, parameter's or variable's."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.arg):
        return [node.arg]
    return [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else []


def test_names_are_of_the_field() -> None:
    private = [
        f"{path}: {name}"
        for path, node in parsed()
        for name in defined_names(node)
        if NAMELESS & set(name.lower().strip("_").split("_")) and not name.startswith("test_")
    ]
    assert private == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(p.relative_to(ROOT))
        for p in sources()
        if p.stat().st_size and not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_core_module_imports_in_a_fresh_interpreter_without_qt() -> None:
    modules = [
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for p in (ROOT / "core").rglob("*.py")
    ]
    program = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "bad = [n for n in sys.modules if n.split('.')[0] in ('PySide6', 'pyqtgraph')]\n"
        "sys.exit(f'Qt in core: {bad}' if bad else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_views_import_only_records_settings_and_errors_of_core() -> None:
    """Not even for type checking."""
    strangers = [
        f"{path}: {module}"
        for path, node in parsed()
        if path.parts[:2] == ("rhythmcap_gui", "views")
        for module in imported(node)
        if module.split(".")[0] == "core" and not is_record_setting_or_error(module)
    ]
    assert strangers == []


def imported(node: ast.AST) -> list[str]:
    """Return the modules that an import statement names; none for another node."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def is_record_setting_or_error(module: str) -> bool:
    return module in ("core.settings", "core.errors", "core.folding") or module.endswith("records")


def test_no_import_circle_not_even_for_type_checking() -> None:
    """Imports inside functions and under TYPE_CHECKING count, too."""
    assert import_circles(import_graph("core", "rhythmcap_gui")) == []


def import_graph(*packages: str) -> dict[str, set[str]]:
    """Module -> the modules that it names in any import statement."""
    files = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sources()
        if path.relative_to(ROOT).parts[0] in packages
    }
    graph = {}
    for module, path in files.items():
        named = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in imported(node):
                members = node.names if isinstance(node, ast.ImportFrom) else []
                submodules = {f"{name}.{member.name}" for member in members} & set(files)
                named |= submodules or {name} & set(files)
        graph[module] = named - {module}
    return graph


def import_circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The strongly connected components of more than one module (Tarjan)."""
    index, low, stack, circles = dict[str, int](), dict[str, int](), list[str](), list[list[str]]()

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in graph[module]:
            if other not in index:
                visit(other)
            if other in stack:
                low[module] = min(low[module], low[other])
        if low[module] == index[module]:
            circle = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(circle) > 1:
                circles.append(circle)

    for module in graph:
        if module not in index:
            visit(module)
    return circles


def test_import_contracts_hold() -> None:
    pytest.importorskip("importlinter", reason="import-linter is only in the dev extra")
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout


def test_nothing_in_the_project_is_too_heavy() -> None:
    files = [path for name in (*PACKAGES, "resources") for path in (ROOT / name).rglob("*")]
    megabytes = {path: path.stat().st_size / 1e6 for path in files if path.is_file()}
    assert {path: size for path, size in megabytes.items() if size > LARGEST_FILE_MB} == {}
    resources = ROOT / "resources"
    in_resources = sum(s for path, s in megabytes.items() if path.is_relative_to(resources))
    assert in_resources < LARGEST_RESOURCES_MB


# The module where its name is not the package's.
MODULES = {"PySide6-Essentials": {"PySide6", "shiboken6"}, "scikit-learn": {"sklearn"}}
# Tests and benches compare with them; the core is built on them next (see pyproject.toml).
NOT_YET_IMPORTED = {"librosa", "sklearn"}


def declared_modules(requirements: list[str]) -> set[str]:
    """The modules that a list of requirements brings."""
    names = [re.split(r"[<>=!~;\[ ]", requirement)[0] for requirement in requirements]
    return set().union(*(MODULES.get(name, {name.replace("-", "_")}) for name in names))


def imported_modules() -> dict[str, str]:
    """What core and rhythmcap_gui import of others: module -> a file that does."""
    found = {}
    for path, node in parsed():
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for module in {name.split(".")[0] for name in names} - sys.stdlib_module_names:
            if path.parts[0] in ("core", "rhythmcap_gui") and module not in PACKAGES:
                found[module] = str(path)
    return found


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = declared_modules(project["optional-dependencies"]["onnx"])
    declared = declared_modules(project["dependencies"])
    imported = imported_modules()
    assert {m: p for m, p in imported.items() if m not in declared | optional} == {}
    assert (declared | optional) - set(imported) == NOT_YET_IMPORTED
    for requirement in project["dependencies"]:
        assert re.search(r">=[\w.]+,<[\w.]+$", requirement), f"{requirement} has no bounds"


def test_every_dependency_has_its_exact_version_for_development() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    required = {re.split(r"[<>=]", name)[0] for names in lists for name in names}
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines()}
    assert _plain_names(required) - _plain_names(pinned) == set()


def _plain_names(names: set[str]) -> set[str]:
    """Package names as PyPI compares them."""
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


# Where rich text is made on purpose; whatever comes from outside is escaped there.
RICH = {"chart.py", "compare_dialog.py", "pretrained_dialog.py", "shell_controller.py"}
GUESSING = {"AutoText", "MarkdownText", "QStaticText", "QTextBrowser", "QTextEdit", "QWhatsThis",
            "insertHtml", "setHtml", "setMarkdown"}  # fmt: skip


def test_rich_text_is_made_on_purpose_only() -> None:
    used: dict[str, set[str]] = {}
    for path, node in parsed():
        if path.parts[0] == "rhythmcap_gui" and isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            used.setdefault(name, set()).add(path.name)
    assert used["RichText"] == RICH
    assert used["AutoText"] == {"app_style.py"}, "only to be made plain"
    allowed = {
        "AutoText": {"app_style.py"},
        "QTextEdit": {"text_fields.py"},
    }  # which keys it leaves
    assert {name: used[name] for name in GUESSING & used.keys()} == allowed
    assert RICH - used["escape"] == {"shell_controller.py"}, "which shows nothing from outside"
