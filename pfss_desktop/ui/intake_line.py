"""The line below the plan's header that tells what was asked before the plan; pressing it asks again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.language import _
from pfss_desktop.ui.intake_words import intake_line
from pfss_desktop.ui.plain import plain_tip


class IntakeLine(QPushButton):
    """Follows the document; a template has no such line. Red flags that were found stand out."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._line = ""
        self.setProperty("role", "intake")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        document.plan_changed.connect(self._follow)
        document.opened_changed.connect(self._follow)
        self._follow()

    @property
    def line(self) -> str:
        """All of what it tells, however narrow the window is."""
        return self._line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow(self, *_change: object) -> None:
        patient, intake = self._document.patient, self._document.plan.intake
        self.setVisible(not self._document.opened.is_template)
        self._line = intake_line(intake, patient.precautions if patient else ())
        found = bool(intake.red_flags and intake.red_flags.found)
        if self.property("found") != found:
            self.setProperty("found", found)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip(plain_tip(self._line))
        self.setAccessibleName(_("Before the plan: {answers}").format(answers=self._line))
        self._fit()

    def _fit(self) -> None:
        # An ampersand would become a key's underline.
        room = self.width() - 3 * self.fontMetrics().averageCharWidth()
        cut = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room) if room > 0 else self._line
        self.setText(cut.replace("&", "&&"))
