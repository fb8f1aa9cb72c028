"""What is wrong with a widget on the screen: controls that a screen reader cannot name, words that are cut off, faint words."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

Role = QAccessible.Role
CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox,
    Role.SpinBox, Role.Slider, Role.List, Role.Tree, Role.Table, Role.ListItem, Role.TreeItem, Role.PageTab,
    Role.MenuItem, Role.Link, Role.Dialog,
}  # fmt: skip
"""Roles of what a person works with."""
ROLES_WITH_FOCUS = CONTROLS | {Role.PageTabList, Role.Graphic, Role.Canvas, Role.Document, Role.Chart}
INK = 3
"""Times larger than life that words are painted to be measured, so that strokes have their full colour."""


# Names and roles


def nameless(root: QWidget) -> Iterator[str]:
    """Yield each control that says nothing, or nothing but a sign, to those who hear it, and each focus without a role."""
    for interface in _tree(QAccessible.queryAccessibleInterface(root)):
        role, name = interface.role(), interface.text(QAccessible.Text.Name)
        widget = interface.object()
        if role in CONTROLS and not _is_inner(widget) and not _has_word(name):
            yield f"{_called(interface)} says {name!r}"
        if (
            isinstance(widget, QWidget)
            and _takes_focus(widget)
            and role not in ROLES_WITH_FOCUS
            and not _is_read(widget, interface)
        ):
            yield f"{_called(interface)} takes the focus as {role.name}"
        if _is_sign(widget) and not widget.toolTip():
            yield f"{_called(interface)} is a sign without a tool tip"


def beyond_tab(root: QWidget) -> Iterator[str]:
    """Yield each control that Tab never comes to."""
    for widget in _shown(root):
        kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
        if not isinstance(widget, kinds) or _is_inner(widget) or not widget.isEnabled():
            continue
        if isinstance(widget, QAbstractButton) and (group := widget.group()) is not None and group.exclusive():
            # Tab comes to the chosen one, arrow keys go on from there.
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield f"{_told(widget)} is not reached by Tab"


# Cut off


def cut_off(root: QWidget, room: tuple[int, int]) -> Iterator[str]:
    """Yield what is shown with less room than its words need, and a dialog that is larger than the screen."""
    if isinstance(root, QDialog) and (root.width() > room[0] or root.height() > room[1]):
        yield f"the dialog has {root.width()} x {root.height()}"
    for widget in _shown(root):
        if _is_inner(widget):
            continue
        for why in (*_too_narrow(widget), *_outside(widget)):
            yield f"{_told(widget)}: {why}"


def _too_narrow(widget: QWidget) -> Iterator[str]:
    needed = _needed_width(widget)
    if needed > widget.width():
        yield f"needs {needed} px, has {widget.width()}"
    if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
        height = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        if height > widget.height():
            yield f"needs {height} px of height, has {widget.height()}"
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        least = widget.widget().minimumSizeHint().width()
        hidden = widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if hidden and least > widget.viewport().width():
            yield f"its content needs {least} px, has {widget.viewport().width()}"


def _needed_width(widget: QWidget) -> int:
    if isinstance(widget, QTabBar):
        return sum(widget.tabRect(number).width() for number in range(widget.count()))
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        return widget.width() - field.width() + widget.fontMetrics().horizontalAdvance(widget.currentText())
    if isinstance(widget, QLabel):
        return 0 if widget.wordWrap() or not widget.text() else widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and widget.text() and widget.minimumWidth() == widget.maximumWidth():
        return widget.fontMetrics().horizontalAdvance(widget.text())
    if isinstance(widget, QAbstractButton | QAbstractSpinBox | QGroupBox):
        return min(widget.sizeHint().width(), widget.minimumSizeHint().width() or widget.sizeHint().width())
    return 0


def _outside(widget: QWidget) -> Iterator[str]:
    """Yield whether the widget sticks out of the one it lies in, where nothing scrolls."""
    around = widget.parentWidget()
    if around is None or widget.isWindow() or isinstance(around.parentWidget(), QAbstractScrollArea) or _is_inner(widget):
        return
    here = widget.geometry()
    if here.right() > around.width() or here.bottom() > around.height() or here.left() < 0 or here.top() < 0:
        yield f"{here.getRect()} sticks out of {around.width()} x {around.height()}"


# Contrast


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def faint(root: QWidget, measured: set[tuple[object, ...]]) -> Iterator[str]:
    """Yield labels and buttons whose words are painted with less than 4.5:1; `measured` is what was painted alike before."""
    picture: QImage | None = None
    for widget in _shown(root):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isEnabled() or not _has_word(widget.text()):
            continue
        checked = isinstance(widget, QAbstractButton) and widget.isChecked()
        kind = (*(widget.property(name) for name in ("role", "chip", "primary", "flat", "chosen")), checked, _family(widget))
        if kind in measured:
            continue
        box = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()).adjusted(4, 4, -4, -4).intersected(root.rect())
        if box.width() < 12 or box.height() < 8 or not _is_in_the_open(root, widget, box):
            continue
        picture = picture or _painted(root)
        ratio = _strongest(picture.copy(QRect(box.topLeft() * INK, box.size() * INK)))
        if ratio < 4.5:
            yield f"{_told(widget)} has {ratio:.1f}:1"
        measured.add(kind)


def _is_in_the_open(root: QWidget, widget: QWidget, box: QRect) -> bool:
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    return all(root.childAt(corner) is widget for corner in corners)


def _painted(root: QWidget) -> QImage:
    picture = QImage(root.size() * INK, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(INK)
    root.render(picture)
    picture.setDevicePixelRatio(1)
    return picture


def _strongest(picture: QImage) -> float:
    """Return the contrast between the ground and the ink that differs most from it."""
    colours = Counter(memoryview(picture.constBits()).cast("I")).most_common(60)
    ground = QColor.fromRgb(colours[0][0])
    return max(contrast(ground, QColor.fromRgb(value)) for value, _count in colours)


def _luminance(colour: QColor) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3])
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


# What stands where


def _tree(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and child.parent() is not None:
            yield from _tree(child)


def _shown(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) and not _in_other_window(widget, root)]


def _in_other_window(widget: QWidget, root: QWidget) -> bool:
    return widget.window() is not root.window()


def _is_inner(widget: object) -> bool:
    """Return whether this is a part that Qt itself puts into a control."""
    if not isinstance(widget, QWidget):
        return False
    around = widget.parentWidget()
    inner = isinstance(around, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QAbstractScrollArea)
    return widget.objectName().startswith("qt_") or (inner and not isinstance(around, QScrollArea))


def _is_read(widget: QWidget, interface: QAccessibleInterface) -> bool:
    """Return whether this is a text to be read, or a picture to be gone through by keys that says what it is and how to."""
    return isinstance(widget, QTextEdit) or bool(widget.accessibleName() and interface.text(QAccessible.Text.Description))


def _is_sign(widget: object) -> bool:
    """Return whether this is a button with a picture or a sign in place of words; boxes to tick have theirs beside them."""
    is_button = isinstance(widget, QAbstractButton) and not isinstance(widget, QCheckBox | QRadioButton)
    return is_button and widget.isVisible() and not _is_inner(widget) and not _has_word(widget.text())


def _takes_focus(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.focusProxy() is None
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not _is_inner(widget)
    )


def _has_word(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _family(widget: QWidget) -> str:
    return "tool" if isinstance(widget, QToolButton) else "button" if isinstance(widget, QAbstractButton) else "label"


def _told(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} {text[:50]!r} in {type(widget.parentWidget()).__name__}"


def _called(interface: QAccessibleInterface) -> str:
    widget = interface.object()
    return f"{interface.role().name} ({_told(widget) if isinstance(widget, QWidget) else type(widget).__name__})"
