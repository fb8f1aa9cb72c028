"""The checks that were put aside for this plan: a line with their number, and on demand each with a way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.checks.check import Check
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.plan_checks import PlanChecks
from pfss_desktop.ui.theme import GAP


class AsideList(QWidget):
    """Hidden while nothing is put aside."""

    def __init__(self, checks: PlanChecks) -> None:
        super().__init__()
        self._checks = checks
        self._shown: tuple[Check, ...] = ()
        self.fold = QPushButton()
        self.fold.setProperty("flat", "true")
        self.fold.setCheckable(True)
        self._lines = QWidget()
        self._lines_column = QVBoxLayout(self._lines)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines)
        self.fold.toggled.connect(self._lines.setVisible)
        self._lines.hide()
        self.hide()

    def show_checks(self) -> None:
        """List what is put aside now."""
        aside = self._checks.put_aside
        self.setVisible(bool(aside))
        text = ngettext("{count} check put aside for this plan", "{count} checks put aside for this plan", len(aside))
        self.fold.setText(text.format(count=len(aside)))
        self.fold.setAccessibleDescription(_("Shows or hides them"))
        if aside == self._shown:
            return
        self._shown = aside
        while (item := self._lines_column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for check in aside:
            self._lines_column.addWidget(self._line(check))

    def _line(self, check: Check) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(check.text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        again = QPushButton(_("Take up again"))
        again.setAccessibleName(_("Take up again: {text}").format(text=check.text))
        again.setAutoDefault(True)
        again.clicked.connect(lambda: self._checks.recall(check))
        row.addWidget(label, 1)
        row.addWidget(again)
        return line
