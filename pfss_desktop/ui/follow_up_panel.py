"""The Follow-up tab: from top to bottom what the patient brought back, how it went, what could come next, and the gate."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.adherence import BroughtBack
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.diary_model import DiaryModel
from pfss_desktop.ui.diary_table import DiaryTable, diary_keys
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.next_steps_list import NextStepsList
from pfss_desktop.ui.phase_gate import PhaseGate
from pfss_desktop.ui.response_model import ResponseModel
from pfss_desktop.ui.response_table import ResponseTable, response_keys
from pfss_desktop.ui.theme import GAP, small
from pfss_desktop.ui.visit_desk import visit_text
from pfss_desktop.ui.wrapped_label import wrapped_label


class FollowUpPanel(QScrollArea):
    """Follows the plan while it is visible; everything in it is optional."""

    show_asked = Signal(str)
    """Id of the prescription that is to be chosen on the board."""

    def __init__(self, follow_up: FollowUp, resources: Resources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Follow-up"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._follow_up = follow_up
        self._heading = wrapped_label("title")
        self._totals = wrapped_label("")
        self._diary_model = DiaryModel(follow_up)
        self._response_model = ResponseModel(follow_up)
        self.diary = DiaryTable(self._diary_model)
        self.responses = ResponseTable(self._response_model)
        self.next_steps = NextStepsList(follow_up, resources.catalogue, resources.choices)
        self.next_steps.show_asked.connect(self.show_asked)
        self.gate = PhaseGate(follow_up, resources)
        self._fill = QPushButton(_("All as prescribed"))
        self._fill.setAutoDefault(True)
        self._fill.setToolTip(_("Fill every blank day of the diary as it was prescribed (Ctrl+Enter in the diary)"))
        self._fill.clicked.connect(self._diary_model.fill_all)
        self.diary.ended.connect(self._ask_how_it_went)
        self._at_visit = QWidget()
        self._lay_out()
        follow_up.changed.connect(self._follow)

    @property
    def heading(self) -> str:
        """Which sheet came back, or what to do where there is none."""
        return self._heading.text()

    @property
    def totals(self) -> str:
        """What the diary adds up to."""
        return self._totals.text()

    def start_keying(self) -> None:
        """Put the focus into the diary, ready for the first key."""
        self.diary.start()

    def start_choosing(self) -> None:
        """Bring the next steps into view, the focus on the first that can be accepted."""
        self._bring_up(self.next_steps.start())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        former, sheet = self._follow_up.former, self._follow_up.sheet()
        self._at_visit.setVisible(sheet is not None)
        if former is None:
            self._heading.setText(_("At the next visit, the diary is keyed in here and the next steps are suggested."))
        elif sheet is None:
            self._heading.setText(_("{visit} gave no exercises to do.").format(visit=visit_text(former.visit)))
        else:
            self._heading.setText(_("Sheet of {visit}, as reported").format(visit=visit_text(former.visit)))
            self._totals.setText(totals_text(sheet, self._follow_up.plan.record))
        self._diary_model.show_sheet(sheet)
        self._response_model.show_sheet(sheet)
        self.next_steps.follow()
        self.gate.follow()

    def _ask_how_it_went(self) -> None:
        self.responses.start()
        self._bring_up(self.responses)

    def _bring_up(self, widget: QWidget) -> None:
        # Cards that have just been made have no place before this.
        self._column.activate()
        self.ensureWidgetVisible(widget)

    def _lay_out(self) -> None:
        hints = []
        for words in (diary_keys(), response_keys()):
            hint = wrapped_label("muted", words)
            hint.setFont(small(self.font()))
            hints.append(hint)
        row = QHBoxLayout()
        row.addWidget(self._fill)
        row.addWidget(self._totals, 1)
        inner = QVBoxLayout(self._at_visit)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self.diary)
        inner.addLayout(row)
        inner.addWidget(hints[0])
        how, what = wrapped_label("title", _("How each exercise went")), wrapped_label("title", _("Next steps"))
        for widget in (how, self.responses, hints[1], what, self.next_steps):
            inner.addWidget(widget)
        holder = QWidget()
        holder.setProperty("role", "panel")
        self._column = column = QVBoxLayout(holder)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for part in (self._heading, self._at_visit, wrapped_label("title", _("Moving on")), self.gate):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(holder)


def totals_text(sheet: BroughtBack, record: VisitRecord) -> str:
    """Return what a diary adds up to, in words."""
    sessions = sheet.all_sessions(record)
    if sessions.reported is None:
        parts = [_("Nothing is keyed in yet.")]
    else:
        share = round(100 * (sessions.share or 0))
        words = {"reported": sessions.reported, "prescribed": sessions.prescribed, "share": share}
        parts = [_("Reported {reported} of {prescribed} sessions ({share}%).").format(**words)]
    for text, numbers in (
        (_("Pain while exercising {low} to {high}."), [day.pain_during for day in record.diary_days]),
        (_("Next morning {low} to {high}."), [day.pain_next_morning for day in record.diary_days]),
    ):
        known = [number for number in numbers if number is not None]
        if known:
            parts.append(text.format(low=min(known), high=max(known)))
    return " ".join(parts)
