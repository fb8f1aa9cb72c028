"""No text reaches the screen without being marked for translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "pfss_desktop"
SHOWN_BY = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu", "QTreeWidgetItem",
    "setText", "setPlainText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle", "setLabelText",
    "setInformativeText", "setPlaceholderText", "setSpecialValueText", "setSuffix", "setPrefix", "setTabText", "setHeaderLabels",
    "setAccessibleName", "setAccessibleDescription", "addAction", "addMenu", "addSection", "addRow", "addTab", "addButton",
    "addItem", "addItems", "drawText", "information", "warning", "question", "about", "getText", "getOpenFileName",
    "getSaveFileName", "line_field", "text_field", "say", "NumberBox", "ChoiceBox", "Segments", "side_by_side",
}  # fmt: skip
"""Functions and methods whose texts a person sees or hears."""
MARKS = {"_", "ngettext", "marked", "translated"}
NO_WORDS = re.compile(
    r"PFSS Desktop|A4|((Ctrl|Alt|Shift)\+)*(\w|F\d+|Del|Ins|Enter|Return|Up|Down|Left|Right|Home|End|Esc|Space)|\W*"
)
"""The names of program and paper, keys, and what has no letters."""


@pytest.mark.parametrize("room", ["ui", "document", "commands"])
def test_every_text_on_the_screen_is_marked(room: str) -> None:
    assert list(_bare_texts(PACKAGE / room)) == []


def test_a_bare_text_is_found(tmp_path: Path) -> None:
    lines = (
        'label.setText("Sets")',
        'QLabel(f"{count} weeks")',
        'menu.addAction("Add {name}".format(name=name), "Ctrl+N")',
        'label.setToolTip(_("Marked") if busy else "Not marked")',
        'label.setText(_("Marked") + f" · {count}")',
    )
    (tmp_path / "form.py").write_text("\n".join(lines), encoding="utf-8")
    assert [found.split(": ")[1] for found in _bare_texts(tmp_path)] == ["'Sets'", "' weeks'", "'Add {name}'", "'Not marked'"]


def _bare_texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SHOWN_BY:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "text")):
                    for text in _literals(argument):
                        if not NO_WORDS.fullmatch(text):
                            yield f"{path.name}:{node.lineno}: {text!r}"


def _literals(node: ast.AST) -> Iterator[str]:
    """Yield the plain texts that an expression is made of; what a call of another function gives is that function's to mark."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "join"} and _name(node.func.value) not in MARKS:
            yield from _literals(node.func.value)
    elif isinstance(node, (ast.JoinedStr, ast.BinOp, ast.IfExp, ast.BoolOp, ast.List, ast.Tuple)):
        for part in ast.iter_child_nodes(node):
            yield from _literals(part)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
