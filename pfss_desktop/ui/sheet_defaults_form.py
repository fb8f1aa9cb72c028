"""The clinic's defaults for every sheet: how many days the diary has, and its own words for a flare-up."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.handout.safety import flare_steps
from pfss_desktop.handout.sheet_defaults import DIARY_DAYS, STEP_LIMIT, SheetDefaults
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import fault_label, show_text, text_field
from pfss_desktop.ui.theme import GAP


class SheetDefaultsForm(QWidget):
    """Shows the program's own flare-up plan until the clinic writes another; a button brings it back."""

    def __init__(self, defaults: SheetDefaults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        days = sorted({*DIARY_DAYS, defaults.diary_days})
        entries = [(ngettext("{count} day", "{count} days", count).format(count=count), count) for count in days]
        self.days = ChoiceBox(_("Days of the diary"), entries)
        self.days.choose(defaults.diary_days)
        self.flare_up = text_field(_("Flare-up plan, one step a line"), 4)
        self.flare_up.setPlainText("\n".join(defaults.flare_up or flare_steps()))
        told = _("One step a line, up to {most}. When to call is always added. Your own words are never translated.")
        self.flare_up.setToolTip(told.format(most=STEP_LIMIT))
        self._reset = QPushButton(_("&Usual words"))
        self._reset.setToolTip(_("Put the program’s own flare-up plan back"))
        self._reset.setAutoDefault(False)
        self._fault = fault_label()
        self._reset.clicked.connect(self._put_back)
        self.flare_up.textChanged.connect(self._follow)
        self._lay_out()
        self._follow()

    def defaults(self) -> SheetDefaults:
        """Return what is chosen and written; the program's own words, and none at all, count as not written."""
        steps = self._steps()
        return SheetDefaults(self.days.value(), () if steps == flare_steps() else steps)

    def _steps(self) -> tuple[str, ...]:
        lines = (tidy_line(line)[:LINE_LIMIT] for line in self.flare_up.toPlainText().splitlines())
        return tuple(line for line in lines if line)[:STEP_LIMIT]

    def _put_back(self) -> None:
        show_text(self.flare_up, "\n".join(flare_steps()))
        self._follow()

    def _follow(self) -> None:
        written = [line for line in self.flare_up.toPlainText().splitlines() if tidy_line(line)]
        told = ""
        if len(written) > STEP_LIMIT:
            told = _("Only the first {most} steps are printed.").format(most=STEP_LIMIT)
        elif any(len(tidy_line(line)) > LINE_LIMIT for line in written):
            told = _("A step has at most {most} letters; the rest is left out.").format(most=LINE_LIMIT)
        self._fault.setText(told)
        self._fault.setVisible(bool(told))
        self._reset.setEnabled(self._steps() != flare_steps())

    def _lay_out(self) -> None:
        title = QLabel(_("Flare-up plan, one step a line"))
        title.setProperty("role", "title")
        title.setBuddy(self.flare_up)
        days = QLabel(_("Days of the diary"))
        days.setBuddy(self.days)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addWidget(self._reset)
        row.addStretch(1)
        row.addWidget(days)
        row.addWidget(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self.flare_up)
        column.addWidget(self._fault)
