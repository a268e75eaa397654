"""The house keeps its own rules: sizes, names, imports. See the README's architecture."""

from __future__ import annotations

import ast
import functools
import gc
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Source:
    """What one walk over a file finds. path: from the root of the project.

    imports: module and the names taken from it. names: attributes and variables that are used.
    """

    path: Path
    n_lines: int
    has_docstring: bool
    functions: list[tuple[str, int, list[str]]]
    classes: list[tuple[str, int]]
    defined: list[str]
    imports: list[tuple[str, list[str]]]
    names: set[str]


@functools.cache
def sources() -> list[Source]:
    """Read every file of the project once."""
    paths = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
    return [read_source(path) for path in paths]


def read_source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    documented = not text or ast.get_docstring(tree) is not None
    source = Source(
        path.relative_to(ROOT), len(text.splitlines()), documented, [], [], [], [], set()
    )
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            source.functions.append((node.name, length(node), parameters(node)))
        elif isinstance(node, ast.ClassDef):
            source.classes.append((node.name, length(node)))
        elif isinstance(node, ast.Import):
            source.imports.extend((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            source.imports.append((node.module, [alias.name for alias in node.names]))
        elif isinstance(node, ast.Attribute | ast.Name):
            source.names.add(node.attr if isinstance(node, ast.Attribute) else node.id)
        source.defined.extend(defined_names(node))
    return source


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines of a definition, its docstring and decorators left out."""
    body = node.body
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    docstring = (body[0].end_lineno or 0) - body[0].lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """Return the names of a function's parameters, without self."""
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [argument.arg for argument in arguments if argument.arg not in ("self", "cls")]


def defined_names(node: ast.AST) -> list[str]:
    """Return the names that a node defines: a function's, class's, parameter's or variable's."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.arg):
        return [node.arg]
    return [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else []


def test_no_file_is_too_long() -> None:
    long = {str(file.path): file.n_lines for file in sources() if file.n_lines > MAX_FILE}
    assert long == {}


def test_no_function_or_class_is_too_long() -> None:
    long = [
        f"{file.path}: {name} {n}"
        for file in sources()
        for limit, definitions in (
            (MAX_FUNCTION, [(name, n) for name, n, _ in file.functions]),
            (MAX_CLASS, file.classes),
        )
        for name, n in definitions
        if n > limit
    ]
    assert long == []


def test_no_function_takes_more_than_six_parameters() -> None:
    too_many = [
        f"{file.path}: {name}({', '.join(names)})"
        for file in sources()
        for name, _, names in file.functions
        if len(names) > MAX_PARAMETERS and file.path.parts[0] != "tests"
    ]
    assert too_many == []


def test_files_are_named_by_nouns_of_the_field() -> None:
    paths = [file.path for file in sources()]
    vague = [p for p in paths if VAGUE & set(p.stem.split("_")) or VAGUE & set(p.parts)]
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


def test_names_are_of_the_field() -> None:
    private = [
        f"{file.path}: {name}"
        for file in sources()
        for name in file.defined
        if NAMELESS & set(name.lower().strip("_").split("_")) and not name.startswith("test_")
    ]
    assert private == []


def test_every_module_says_what_it_is() -> None:
    assert [str(file.path) for file in sources() if not file.has_docstring] == []


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
        f"{file.path}: {module}"
        for file in sources()
        if file.path.parts[:2] == ("rhythmcap_gui", "views")
        for module, _ in file.imports
        if module.split(".")[0] == "core" and not is_record_setting_or_error(module)
    ]
    assert strangers == []


def is_record_setting_or_error(module: str) -> bool:
    return module in ("core.settings", "core.errors", "core.folding") or module.endswith("records")


def test_no_import_circle_not_even_for_type_checking() -> None:
    """Imports inside functions and under TYPE_CHECKING count, too."""
    assert import_circles(import_graph("core", "rhythmcap_gui")) == []


def import_graph(*packages: str) -> dict[str, set[str]]:
    """Module -> the modules that it names in any import statement."""
    files = {
        ".".join(file.path.with_suffix("").parts).removesuffix(".__init__"): file
        for file in sources()
        if file.path.parts[0] in packages
    }
    graph = {}
    for module, file in files.items():
        named = set()
        for name, members in file.imports:
            submodules = {f"{name}.{member}" for member in members} & set(files)
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
COMPARED_WITH = {"librosa"}  # by tests and benches: the reference of spectrograms and cepstra


def declared_modules(requirements: list[str]) -> set[str]:
    """The modules that a list of requirements brings."""
    names = [re.split(r"[<>=!~;\[ ]", requirement)[0] for requirement in requirements]
    return set().union(*(MODULES.get(name, {name.replace("-", "_")}) for name in names))


def imported_modules() -> dict[str, str]:
    """What core and rhythmcap_gui import of others: module -> a file that does."""
    return {
        module: str(file.path)
        for file in sources()
        if file.path.parts[0] in ("core", "rhythmcap_gui")
        for module in {name.split(".")[0] for name, _ in file.imports} - sys.stdlib_module_names
        if module not in PACKAGES
    }


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    optional = declared_modules([*extras["onnx"], *extras["cluster"]])
    declared = declared_modules(project["dependencies"])
    imported = imported_modules()
    assert {m: p for m, p in imported.items() if m not in declared | optional} == {}
    assert (declared | optional) - set(imported) == COMPARED_WITH
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
RICH = {"chart.py", "compare_dialog.py", "pretrained_dialog.py", "shell_controller.py",
        "word_page.py"}  # fmt: skip
GUESSING = {"AutoText", "MarkdownText", "QStaticText", "QTextBrowser", "QTextEdit", "QWhatsThis",
            "insertHtml", "setHtml", "setMarkdown"}  # fmt: skip


def test_rich_text_is_made_on_purpose_only() -> None:
    used: dict[str, set[str]] = {}
    for file in sources():
        if file.path.parts[0] == "rhythmcap_gui":
            for name in file.names:
                used.setdefault(name, set()).add(file.path.name)
    assert used["RichText"] == RICH
    assert used["AutoText"] == {"app_style.py"}, "only to be made plain"
    allowed = {
        "AutoText": {"app_style.py"},
        "QTextEdit": {"text_fields.py"},
    }  # which keys it leaves
    assert {name: used[name] for name in GUESSING & used.keys()} == allowed
    assert RICH - used["escape"] == {"shell_controller.py"}, "which shows nothing from outside"
