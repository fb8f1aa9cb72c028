"""The tabs beside the board: the chosen exercise, the paper, the checks, the changes."""

from PySide6.QtWidgets import QTabWidget, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.changes_panel import ChangesPanel
from pfss_desktop.ui.checks_panel import ChecksPanel
from pfss_desktop.ui.inspector import Inspector
from pfss_desktop.ui.paper_panel import PaperPanel
from pfss_desktop.ui.plan_checks import PlanChecks


class SideTabs(QTabWidget):
    """Says on the tab itself how many checks there are."""

    def __init__(
        self,
        inspector: Inspector,
        paper: PaperPanel,
        panel: ChecksPanel,
        checks: PlanChecks,
        changes: ChangesPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._panel = panel
        self._checks = checks
        self.setProperty("role", "panel")
        self.setDocumentMode(True)
        self.addTab(inspector, _("Exercise"))
        self.addTab(paper, _("Paper"))
        self.addTab(panel, "")
        self.addTab(changes, _("Changes"))
        self.tabBar().setDrawBase(False)
        checks.checks_changed.connect(self._show_count)
        self._show_count()

    def show_inspector(self) -> None:
        """Bring the form of what is chosen to the front."""
        self.setCurrentWidget(self._inspector)

    def _show_count(self) -> None:
        count = len(self._checks.checks)
        text = _("Checks · {count}").format(count=count) if count else _("Checks")
        self.setTabText(self.indexOf(self._panel), text)
