"""The line under the plan: whether it is saved, how much it is, what it needs."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pfss_desktop.document.autosave import SaveReport, SaveState
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.workload import equipment_of, phase_minutes_per_day
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.announcement import announce
from pfss_desktop.ui.icons import Icon, pixmap
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, theme_now


class StatusLine(QWidget):
    """Says Saved, Saving or Not saved and why, then counts, minutes a day and equipment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: SaveReport | None = None
        self._sign = QLabel()
        self._saved = QLabel()
        self._saved.setAccessibleName(_("Saved state"))
        self._about = QLabel()
        for label in (self._saved, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        row.setSpacing(3 * GAP)
        saved = QHBoxLayout()
        saved.setSpacing(GAP // 2)
        saved.addWidget(self._sign)
        saved.addWidget(self._saved)
        row.addLayout(saved)
        row.addWidget(self._about, 1)

    @property
    def saved_text(self) -> str:
        """What it says of the saved state."""
        return self._saved.text()

    def show_report(self, report: SaveReport) -> None:
        """Say whether the plan is in the database."""
        theme = theme_now()
        text, colour, which = {
            SaveState.SAVED: (_("Saved"), theme.good, Icon.SAVED),
            SaveState.SAVING: (_("Saving"), theme.muted, Icon.SAVING),
            SaveState.NOT_SAVED: (_("Not saved: {reason}").format(reason=report.reason), theme.on_warning, Icon.WARNING),
        }[report.state]
        if report.state is SaveState.NOT_SAVED and self._report != report:
            announce(self, text)
        self._report = report
        sign_colour = theme.text if report.state is SaveState.NOT_SAVED else colour
        self._sign.setPixmap(pixmap(which, sign_colour, self.devicePixelRatio()))
        ground = f"background: {theme.warning}; padding: 2px 6px;" if report.state is SaveState.NOT_SAVED else ""
        self._saved.setText(text)
        self._saved.setStyleSheet(f"color: {colour}; font-weight: 600; {ground}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._report is not None:
            self.show_report(self._report)

    def show_plan(self, plan: Plan) -> None:
        """Say how much the plan is and what the present phase needs."""
        count = sum(1 for _held in plan.prescriptions())
        parts = [
            ngettext("{count} phase", "{count} phases", len(plan.phases)).format(count=len(plan.phases))
            + " · "
            + ngettext("{count} exercise", "{count} exercises", count).format(count=count)
        ]
        now = plan.phase_now()
        if now is not None and now.prescriptions:
            number = plan.phases.index(now) + 1
            minutes = phase_minutes_per_day(now)
            parts.append(_("{minutes} min a day in phase {number}").format(minutes=minutes, number=number))
            things = equipment_of(now.prescriptions)
            if things:
                parts.append(_("Equipment: {things}").format(things=", ".join(things)))
        self._about.setText("      ".join(parts))
        self._about.setToolTip(plain_tip(self._about.text()))
