"""A former visit to look at: its phases, exercises and dosage, and nothing that could change them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _, translated
from pfss_desktop.ui.chips import dosage_line, side_text
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.theme import bold
from pfss_desktop.ui.visit_desk import visit_text


class FormerVisitDialog(QDialog):
    """Shows one visit as an outline; its buttons ask, others do."""

    compare_asked = Signal()
    """The open plan is to be compared with this visit."""
    bring_back_asked = Signal()
    """The open plan is to become what it was at this visit."""

    paper_asked = Signal()
    """Its handout is to be saved once more."""
    print_asked = Signal()
    """Its handout is to be printed once more."""

    def __init__(self, former: OpenPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("{visit} (as it was)").format(visit=visit_text(former.visit)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 620)
        self.outline = outline_tree(former.plan)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        compare = buttons.addButton(_("Compare with the plan now"), QDialogButtonBox.ButtonRole.ActionRole)
        bring_back = buttons.addButton(_("Bring back"), QDialogButtonBox.ButtonRole.ActionRole)
        bring_back.setToolTip(_("The plan becomes what it was at this visit; that can be undone"))
        paper = buttons.addButton(_("Save its handout…"), QDialogButtonBox.ButtonRole.ActionRole)
        paper.clicked.connect(self.paper_asked)
        printing = buttons.addButton(_("Print it…"), QDialogButtonBox.ButtonRole.ActionRole)
        printing.setAccessibleName(_("Print its handout"))
        printing.setToolTip(_("The sheet as it was handed out then, with the letterhead and layout of that day"))
        printing.clicked.connect(self.print_asked)
        compare.clicked.connect(self._compare)
        bring_back.clicked.connect(self._bring_back)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for text in _about(former.plan):
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.outline, 1)
        column.addWidget(buttons)
        plain_labels(self)

    def _compare(self) -> None:
        self.accept()
        self.compare_asked.emit()

    def _bring_back(self) -> None:
        self.accept()
        self.bring_back_asked.emit()


def outline_tree(plan: Plan) -> QTreeWidget:
    """Return a plan's phases with their exercises, each with its dosage in a line below it."""
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setWordWrap(True)
    tree.setAccessibleName(_("Exercises of the visit"))
    for phase in plan.phases:
        heading = QTreeWidgetItem([translated(phase.name)])
        heading.setFont(0, bold(tree.font()))
        tree.addTopLevelItem(heading)
        for held in phase.prescriptions:
            row = QTreeWidgetItem([translated(held.text.name)])
            row.addChild(QTreeWidgetItem([dosage_line(held)]))
            if held.note:
                row.addChild(QTreeWidgetItem([translated(held.note)]))
            heading.addChild(row)
    tree.expandAll()
    return tree


def _about(plan: Plan) -> tuple[str, ...]:
    side = side_text(plan.affected_side) if plan.affected_side else ""
    head = " · ".join(filter(None, (translated(plan.title), side, translated(plan.condition))))
    return tuple(filter(None, (head, translated(plan.goal))))
