"""How a form looks: a label and its fields in a row, and the place where a field says what is wrong."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from pfss_desktop.domain.bounds import tidy_text
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.theme import GAP


def new_form(parent: QWidget) -> QFormLayout:
    """Return a form layout for the inspector: labels left, fields as wide as there is room."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(GAP)
    form.setVerticalSpacing(GAP)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def side_by_side(*parts: QWidget | str) -> QWidget:
    """Return the widgets and words in one row, in a second one where the room or a larger font asks for it."""
    box = QWidget()
    row = FlowLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP // 2)
    for part in parts:
        row.addWidget(QLabel(part) if isinstance(part, str) else part)
    return box


def line_field(name: str, limit: int) -> QLineEdit:
    """Return a one-line text field that takes at most `limit` characters."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(limit)
    return field


def text_field(name: str, lines: int) -> QPlainTextEdit:
    """Return a text field of several lines, in which Tab goes on to the next field."""
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 3 * GAP)
    return field


def fault_label() -> QLabel:
    """Return a hidden label that says what is wrong once `say_fault` gives it a text."""
    label = QLabel()
    label.setProperty("role", "fault")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label


def say_fault(label: QLabel, text: str) -> None:
    """Show the text in a fault label, or hide the label where there is none."""
    label.setText(text)
    label.setVisible(bool(text))


def show_line(field: QLineEdit, text: str) -> None:
    """Show the text without a signal, and leave the field alone while it says the same, so that typing is not disturbed."""
    if " ".join(field.text().split()) != text:
        with QSignalBlocker(field):
            field.setText(text)
            field.setCursorPosition(0)


def show_text(field: QPlainTextEdit, text: str) -> None:
    """Show the text without a signal, and leave the field alone while it says the same, so that typing is not disturbed."""
    if tidy_text(field.toPlainText()) != text:
        with QSignalBlocker(field):
            field.setPlainText(text)
