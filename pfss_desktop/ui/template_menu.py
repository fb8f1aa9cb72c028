"""The Templates menu of an open plan: apply one, or keep this plan as an own one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QMessageBox, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.phases import append_phases, replace_phases
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.library import TemplateSummary
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.templates import template_from
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _, translated
from pfss_desktop.ui.desk import Desk


class TemplateMenu(QObject):
    """Fills the menu when it opens; applying a template to a plan that has exercises asks: replace or append."""

    done = Signal(str)
    """What happened; it can be undone."""
    failed = Signal(object)
    """The exception of a request to the library."""

    def __init__(self, menu: QMenu, document: PlanDocument, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu = menu
        self._document = document
        self._desk = desk
        self._parent = parent
        self._own: Sequence[TemplateSummary] = ()
        self.ask_own()

    def ask_own(self) -> None:
        """Ask the library for the therapist's own templates, to be in the menu when it opens."""
        self._desk.background.run(self._desk.library.own_templates, self._take_own, self.failed.emit)

    def fill(self) -> None:
        """Put the templates into the menu."""
        self._menu.clear()
        self._menu.addAction(_("Save this plan as a template…")).triggered.connect(partial(_drop_flag, self.save_as))
        if self._own:
            self._menu.addSection(_("Own"))
        for summary in self._own:
            action = self._menu.addAction(summary.title)
            action.triggered.connect(partial(_drop_flag, partial(self._apply_own, summary.template_id)))
        self._menu.addSection(_("Built in"))
        for template in self._desk.resources.templates:
            action = self._menu.addAction(translated(template.plan.title))
            action.triggered.connect(partial(_drop_flag, partial(self.apply, template.plan)))

    def apply(self, template: Plan) -> None:
        """Put the template's phases into the plan; ask first where that could replace something."""
        plan = self._document.plan
        if any(True for _held in plan.prescriptions()):
            append = self._ask(translated(template.title))
            if append is None:
                return
        else:
            append = False
        try:
            changed = append_phases(plan, template) if append else replace_phases(plan, template)
        except OutOfBounds as error:
            self.failed.emit(error)
            return
        self._document.edit(_("Apply template"), changed)
        self.done.emit(_("Template “{title}” applied").format(title=translated(template.title)))

    def save_as(self) -> None:
        """Ask for a title and keep the plan's phases as an own template, without anything of the patient's."""
        label = _("Title of the template (no patient data; notes, goal and sides are left out):")
        title, is_given = QInputDialog.getText(
            self._parent, _("Save as template"), label, QLineEdit.EchoMode.Normal, translated(self._document.plan.title)
        )
        if not is_given:
            return
        try:
            template = template_from(self._document.plan, title)
        except OutOfBounds as error:
            self.done.emit(_("The template was not saved. {reason}").format(reason=str(error)))
            return

        def saved(_nothing: None) -> None:
            self.ask_own()
            self.done.emit(_("Template “{title}” saved").format(title=template.title))

        self._desk.background.run(lambda: self._desk.library.add_template(template), saved, self.failed.emit)

    def _take_own(self, own: Sequence[TemplateSummary]) -> None:
        self._own = own

    def _apply_own(self, template_id: str) -> None:
        def opened(found: OpenPlan) -> None:
            self.apply(found.plan)

        self._desk.background.run(lambda: self._desk.library.open_plan(template_id), opened, self.failed.emit)

    def _ask(self, title: str) -> bool | None:
        """Return True to append, False to replace, None for neither."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(_("Apply template"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_("Put “{title}” into this plan?").format(title=title))
        box.setInformativeText(_("Replace takes the present phases out. Append keeps them. Undo brings everything back."))
        replace = box.addButton(_("Replace"), QMessageBox.ButtonRole.AcceptRole)
        append = box.addButton(_("Append"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(append)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        return {append: True, replace: False}.get(pressed) if pressed in (append, replace) else None


def _drop_flag(run: Callable[[], object], _checked: bool = False) -> None:
    run()
