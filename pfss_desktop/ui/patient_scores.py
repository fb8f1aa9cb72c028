"""The tab of a patient's page with the scores of all plans over time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.patient_page import PatientPage
from pfss_desktop.ui.scores_over_time import ScoresOverTime
from pfss_desktop.ui.theme import GAP


class PatientScores(QScrollArea):
    """Follows the patient on the page; an answer for a patient who has left the page is dropped."""

    def __init__(self, desk: Desk, page: PatientPage) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Scores"))
        self._desk = desk
        self._patient_id = ""
        self.over_time = ScoresOverTime(desk.resources.measures)
        holder = QWidget()
        holder.setProperty("role", "panel")
        column = QVBoxLayout(holder)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self.over_time)
        column.addStretch(1)
        self.setWidget(holder)
        self.setProperty("role", "panel")
        page.add_tab(self, _("Scores"))
        page.patient_shown.connect(self._ask)

    def _ask(self, patient_id: str) -> None:
        if patient_id != self._patient_id:
            self.over_time.show_visits(())
        self._patient_id = patient_id
        library = self._desk.library

        def take(visits: Sequence[ScoredVisit]) -> None:
            if patient_id == self._patient_id:
                self.over_time.show_visits(visits)

        # Where scores cannot be read, the page itself has said why: it reads the same database.
        self._desk.background.run(lambda: library.scores_of_patient(patient_id), take, lambda _error: None)
