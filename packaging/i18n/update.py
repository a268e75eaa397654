"""`make translations`: the texts of the source into the .ts files, and those into resources/i18n.

The .ts files are edited by hand or with pyside6-linguist. lupdate finds self.tr and translate by
itself; the table of actions and each module's _tr are collected here for it. What the core says is
in resources/messages.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rhythmcap_gui.action_record import Menu
from rhythmcap_gui.actions import ACTIONS, CHORD_KEYS
from rhythmcap_gui.languages import NAMES, SOURCE

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KEYS = (
    "Ctrl",
    "Shift",
    "Del",
    "Down",
)  # as the keyboards print them; Qt's own words say them otherwise
TRANSLATE = "_tr"  # def _tr(text): return QCoreApplication.translate("context", text)


def hidden_texts() -> Iterator[tuple[str, str]]:
    """Yield (context, text) of all that lupdate cannot see."""
    for text in (
        *Menu,
        *(action.text for action in ACTIONS),
        *(text for row in CHORD_KEYS for text in row),
    ):
        yield "actions", str(text)
        yield "actions", str(text).rstrip("…")
    yield "actions", "Recent libraries"
    yield from (("QShortcut", key) for key in KEYS)
    for path in sorted((ROOT / "rhythmcap_gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _texts_in_f_strings(tree)
        context = next((found for node in ast.walk(tree) if (found := _context(node))), "")
        for node in ast.walk(tree) if context else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func) == TRANSLATE:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield context, part.value


def _texts_in_f_strings(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """self.tr("text") inside an f-string, which lupdate passes over."""
    for owner in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        for joined in (node for node in ast.walk(owner) if isinstance(node, ast.JoinedStr)):
            for call in (node for node in ast.walk(joined) if isinstance(node, ast.Call)):
                if ast.unparse(call.func) == "self.tr" and isinstance(call.args[0], ast.Constant):
                    yield owner.name, str(call.args[0].value)


def _context(node: ast.AST) -> str:
    """The context that a module's _tr translates in; "" for any other node."""
    if not isinstance(node, ast.FunctionDef) or node.name != TRANSLATE:
        return ""
    for call in (part for part in ast.walk(node) if isinstance(part, ast.Call)):
        if ast.unparse(call.func).endswith("translate") and isinstance(call.args[0], ast.Constant):
            return str(call.args[0].value)
    return ""


def main() -> int:
    """Update every .ts file and compile it."""
    tools = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        hidden_py = Path(folder) / "hidden.py"
        lines = [
            f"QCoreApplication.translate({a!r}, {b!r})" for a, b in dict.fromkeys(hidden_texts())
        ]
        hidden_py.write_text("\n".join(lines) + "\n", encoding="utf-8")
        sources = [str(path) for path in sorted((ROOT / "rhythmcap_gui").rglob("*.py"))]
        for code in NAMES:
            if code == SOURCE:
                continue
            ts = HERE / f"rhythmcap_{code}.ts"
            command = [tools / "pyside6-lupdate", "-no-obsolete", "-locations", "none"]
            command += ["-source-language", "en", "-target-language", code]
            subprocess.run([*command, *sources, hidden_py, "-ts", ts], check=True)
            qm = ROOT / "resources" / "i18n" / f"rhythmcap_{code}.qm"
            qm.parent.mkdir(exist_ok=True)
            subprocess.run([tools / "pyside6-lrelease", ts, "-qm", qm], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
