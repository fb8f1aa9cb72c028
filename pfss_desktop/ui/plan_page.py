"""One open plan on the screen: header, catalogue, board, and the tabs beside it, put together and connected."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from pfss_desktop.document.autosave import Autosave, SaveState
from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _
from pfss_desktop.ui.announcement import announce
from pfss_desktop.ui.board_commands import BoardCommands
from pfss_desktop.ui.board_menu import show_board_menu
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.buttons import enter_presses
from pfss_desktop.ui.catalogue_panel import CataloguePanel
from pfss_desktop.ui.changes_panel import ChangesPanel
from pfss_desktop.ui.checks_panel import ChecksPanel
from pfss_desktop.ui.clip_commands import ClipCommands
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.education_dialog import choose_education
from pfss_desktop.ui.follow_up_desk import FollowUpDesk, visit_specs
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.inspector import Inspector
from pfss_desktop.ui.intake_desk import IntakeDesk
from pfss_desktop.ui.intake_line import IntakeLine
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.one_undo import OneUndo
from pfss_desktop.ui.own_desk import OwnDesk
from pfss_desktop.ui.pack_desk import PackDesk
from pfss_desktop.ui.page_catalogue import PageCatalogue
from pfss_desktop.ui.page_stock import PageStock
from pfss_desktop.ui.panels import Panels
from pfss_desktop.ui.paper_panel import PaperPanel
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.phase_commands import PhaseCommands
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.plan_actions import ActionSpec, PlanActions, board_specs
from pfss_desktop.ui.plan_checks import PlanChecks
from pfss_desktop.ui.plan_fields import PlanFields
from pfss_desktop.ui.plan_header import PlanHeader, action_button
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.plan_patient import PlanPatient
from pfss_desktop.ui.print_desk import PrintDesk
from pfss_desktop.ui.record_desk import RecordDesk
from pfss_desktop.ui.saved_files import SavedFiles
from pfss_desktop.ui.scores_desk import ScoresDesk
from pfss_desktop.ui.side_tabs import SideTabs
from pfss_desktop.ui.status_line import StatusLine
from pfss_desktop.ui.take_home_desk import TakeHomeDesk
from pfss_desktop.ui.template_menu import TemplateMenu
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.visit_desk import VisitDesk
from pfss_desktop.ui.visit_menu import VisitMenu


class PlanPage(QWidget):
    """Owns the document of one open plan for as long as it is on the screen."""

    leave_asked = Signal()
    """Back to the start page."""

    def __init__(self, opened: OpenPlan, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        resources = desk.resources
        self.document = PlanDocument(opened, self)
        self.autosave = Autosave(self.document, desk.library, desk.background, self)
        self.edits = PartEdits(self.document, resources, desk.clinic, self)
        self.model = PlanModel(self.document, resources.catalogue, self, self.edits.on_hand)
        self.board = BoardView(self.model, desk.thumbnails, self.edits)
        self.catalogue = CataloguePanel(resources.catalogue, resources.search, desk.thumbnails, desk.clinic)
        self.notices = NoticeBar(self)
        self.notices.follow(self.document.undo_stack)
        self.own = OwnDesk(self.catalogue, desk, self.notices, self)
        self.packs = PackDesk(self.own, desk, self.notices, self)
        self.inspector = Inspector(self.document, resources, self.edits)
        self.paper = PaperPanel(desk.maker, desk.settings)
        self.checks = PlanChecks(self.document, resources, desk.clinic, self)
        self.checks_panel = ChecksPanel(self.checks, resources.catalogue.sources)
        self.status = StatusLine()
        self.visits = VisitDesk(self.document, self.autosave, desk, self.notices, self)
        self.changes = ChangesPanel(self.document, self.visits, resources.choices)
        self.patient = PlanPatient(self.document, self.autosave, desk, self.notices, self._say_fault, self)
        self.fields = PlanFields(self.document, self.notices, self)
        self.intake = IntakeDesk(self.document, desk, self.notices, self)
        self.intake_line = IntakeLine(self.document)
        self.intake_line.clicked.connect(self.intake.ask)
        self.handout = HandoutDesk(self.document, desk, self.visits, self.notices, self)
        self.files = SavedFiles(desk, self.notices, self)
        self.scores = ScoresDesk(self.document, desk, self.visits, self.handout, self.files, self)
        self.take_home = TakeHomeDesk(self.document, desk, self.visits, self.handout, self.files, self)
        self.records = RecordDesk(self.document, desk, self.handout, self.files, self)
        self.printing = PrintDesk(self.document, desk, self.handout, self.notices, self)
        self.commands = BoardCommands(self.document, self.board, resources.catalogue, self.edits, self)
        self.clips = ClipCommands(self.document, self.board, self)
        self.phase_commands = PhaseCommands(self.document, self.board, resources, desk.clinic, self)
        board_actions = board_specs(self.commands, self.clips, self.phase_commands)
        self.stock = PageStock(self.document, resources, desk.clinic, self.edits, self.board, self.inspector, self)
        self.actions_ = PlanActions(
            (*board_actions, *self.stock.specs(), *self._specs()), self.document.undo_stack, self.board, self
        )
        self._picking = PageCatalogue(self.document, desk.clinic, self.catalogue, self.board, self.commands, self.notices, self)
        self.header = PlanHeader(self.actions_.undo, self.actions_.redo, self.actions_["print"], self.actions_["export"])
        self.templates = TemplateMenu(self.header.templates_menu, self.document, desk, self)
        self.visit_menu = VisitMenu(self.header.visit_menu, self.visits, resources.choices, self)
        self.follow_up = FollowUpDesk(self.document, self.visits, desk, self.board, self.notices, self)
        self._tabs = SideTabs(self.inspector, self.paper, self.checks_panel, self.checks, self.changes)
        self.follow_up.add_to(self._tabs)
        self.scores.add_to(self._tabs)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._one_undo = OneUndo(self)
        plain_labels(self)
        enter_presses(self)
        self._show_plan(opened.plan, opened.plan)
        self._show_opened()
        self._show_checks()
        self.status.show_report(self.autosave.report)

    # What others call

    def fill_menus(self, file: QMenu, edit: QMenu, plan: QMenu) -> None:
        """Put this plan's actions into the window's menus."""
        self.actions_.fill(file, ("export", "export_locked", "print", "print_again", "contents", "letterhead", ""))
        self.actions_.fill(file, ("web_page", "calendar", "chart", "", "record_system", "scores_table", "", "leave"))
        edit.addActions([self.actions_.undo, self.actions_.redo])
        self.actions_.fill(edit, ("", "cut", "copy", "paste", "duplicate", "remove", "", "move_up", "move_down", ""))
        self.actions_.fill(edit, ("phase_up", "phase_down", "", "harder", "easier", "heavier", "lighter", "", "search"))
        self.actions_.fill(
            plan, ("add_phase", "add_usual", "make_usual", "sort_phase", "", "enter_phase", "advance", "", "new_visit")
        )
        self.actions_.fill(plan, ("follow_up", "scores", "next_steps"))
        self.actions_.fill(
            plan, ("", "intake", "side", "patient", "copy_plan", "education", "stock", "save_template", "", "save")
        )

    def leave(self) -> bool:
        """Save what is on the screen, remember the sizes, and return whether the plan may be closed."""
        self.panels.remember()
        return self.autosave.save_now()

    def release(self) -> None:
        """Stop everything that follows the document, for when the page is taken down."""
        self.autosave.stop()

    # Private

    def _specs(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("export", _("&Export handout…"), ("Ctrl+Shift+E",), self.handout.ask_and_save),
            ActionSpec("export_locked", _("Export handout with pass&word…"), (), self.handout.ask_and_save_locked),
            ActionSpec("print", _("&Print…"), ("Ctrl+P",), self.printing.ask_and_print),
            ActionSpec("print_again", _("Print a&gain"), ("Ctrl+Shift+P",), self.printing.print_again),
            *self.take_home.specs(),
            *self.records.specs(),
            ActionSpec("letterhead", _("&Letterhead…"), (), self.handout.ask_letterhead),
            ActionSpec("education", _("Pa&ges for the patient…"), ("Ctrl+T",), self._ask_education),
            ActionSpec("contents", _("What is on the &handout…"), (), self.handout.ask_contents),
            ActionSpec("leave", _("&Back to plans"), ("Ctrl+W",), self.leave_asked.emit),
            *visit_specs(self.visits, self.scores, lambda: self.follow_up),
            ActionSpec("search", _("&Find an exercise"), ("Ctrl+F", "Ctrl+K"), self._find),
            ActionSpec("save_template", _("Save as &template…"), (), lambda: self.templates.save_as()),
            ActionSpec("intake", _("&Before the plan…"), ("Ctrl+I",), self.intake.ask),
            ActionSpec("side", _("Affected s&ide…"), ("Ctrl+L",), lambda: self.header.take_side()),
            ActionSpec("patient", _("Choose pa&tient…"), (), self.patient.choose),
            ActionSpec("copy_plan", _("Copy to another patient…"), (), self.patient.copy),
            ActionSpec("save", _("&Save now"), ("Ctrl+S",), self._save_now),
        )

    def _lay_out(self) -> None:
        add_phase = action_button(self.actions_["add_phase"])
        middle = QWidget()
        board = QVBoxLayout(middle)
        board.setContentsMargins(0, 0, 0, GAP)
        board.addWidget(self.board, 1)
        board.addWidget(add_phase, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget, least in ((self.catalogue, 230), (middle, 320), (self._tabs, 0)):
            widget.setMinimumWidth(least)
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([300, 720, 420])
        self.panels = Panels(self._splitter, self.header, self._desk.settings, self)
        self.panels.restore()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.intake_line)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.status)
        self.board.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        document, header = self.document, self.header
        document.plan_changed.connect(self._show_plan)
        document.opened_changed.connect(self._show_opened)
        self.autosave.reported.connect(self.status.show_report)
        self.board.chosen_changed.connect(self._show_chosen)
        self.board.drop_refused.connect(self.notices.say)
        self.board.edit_refused.connect(self.notices.say)
        self.edits.noted.connect(self.notices.say)
        self.board.activated.connect(lambda _index: self._tabs.show_inspector())
        self.board.customContextMenuRequested.connect(self._show_menu)
        for follow in (self.board.viewport().update, self.inspector.look_again, self.checks.look_again, self._show_paper):
            self.own.exercises_changed.connect(follow)
        self.commands.done.connect(self.notices.say_undoable)
        self.commands.refused.connect(self.notices.say)
        self.commands.phase_added.connect(self._name_phase)
        self.commands.moved.connect(lambda text: announce(self.board, text))
        for commands in (self.clips, self.phase_commands):
            commands.done.connect(self.notices.say_undoable)
        self.clips.refused.connect(self.notices.say)
        self.clips.needs_a_look.connect(lambda text: self.notices.say(text, stays=True))
        for noting in (self.phase_commands, self.stock):
            noting.noted.connect(self.notices.say)
        self.inspector.refused.connect(self.notices.say)
        self.inspector.default_text_asked.connect(self.own.keep_text)
        self.inspector.education_asked.connect(self._ask_education)
        header.leave_asked.connect(self.leave_asked)
        header.patient_asked.connect(self.patient.look)
        header.title_edited.connect(self.fields.set_title)
        header.condition_edited.connect(self.fields.set_condition)
        header.side_chosen.connect(self.fields.set_side)
        header.templates_asked.connect(self.templates.fill)
        self.templates.done.connect(self.notices.say_undoable)
        self.templates.failed.connect(self._say_fault)
        self.checks.checks_changed.connect(self._show_checks)
        self.checks.mended.connect(self.notices.say_undoable)
        self.checks.refused.connect(self.notices.say)
        self.checks_panel.show_asked.connect(lambda item_id: self.board.choose([item_id]))
        header.compare_asked.connect(self.visits.compare_with_former)
        self.visits.compare_asked.connect(lambda: self._tabs.setCurrentWidget(self.changes))
        self.visits.visits_changed.connect(self._show_paper)
        self.visit_menu.paper_asked.connect(self.handout.ask_and_save_former)
        self.visit_menu.print_asked.connect(self.printing.ask_and_print_former)
        self.visit_menu.print_again_asked.connect(self.printing.ask_and_print_last_sheet)
        self.changes.exercise_chosen.connect(lambda held_id: self.board.choose([held_id]))
        self.paper.exercise_chosen.connect(lambda held_id: self.board.choose([held_id]))
        self.paper.exercise_opened.connect(self._open_exercise)
        self.paper.choice_changed.connect(self._show_paper)
        self.paper.save_asked.connect(self.handout.ask_and_save)
        self.paper.print_asked.connect(self.printing.ask_and_print)
        self.printing.paper_changed.connect(self.paper.show_settings)
        self.printing.paper_changed.connect(self._show_paper)
        self.paper.letterhead_asked.connect(self.handout.ask_letterhead)
        self.paper.contents_asked.connect(self.handout.ask_contents)
        self.handout.changed.connect(self._show_paper)

    def _show_plan(self, _before: Plan, after: Plan) -> None:
        self.header.show_plan(after)
        self.status.show_plan(after)
        self._show_paper()

    def _show_opened(self) -> None:
        self.header.show_opened(self.document.opened)
        self._show_paper()

    def _show_checks(self) -> None:
        self.model.point_out(self.checks.texts_by_subject())

    def _show_paper(self) -> None:
        self.paper.show_request(self.handout.request())

    def _open_exercise(self, prescription_id: str) -> None:
        self.board.choose([prescription_id])
        self.board.setFocus()
        self._tabs.show_inspector()

    def _show_chosen(self) -> None:
        chosen = self.board.chosen_prescriptions()
        self.paper.mark([held.id for held in chosen])
        phase = self.board.chosen_phase() if self.board.is_phase_chosen() else None
        if len(chosen) == 1:
            self.inspector.show_item(chosen[0])
        elif phase is not None:
            self.inspector.show_item(phase)
        elif chosen:
            self.inspector.show_several(chosen)
        else:
            self.inspector.show_nothing()

    def _show_menu(self, at: QPoint) -> None:
        show_board_menu(self.actions_, self.commands, self.board.viewport().mapToGlobal(at), self)

    def _name_phase(self) -> None:
        self._tabs.show_inspector()
        self.inspector.phase_form.take_name()

    def _find(self) -> None:
        self.catalogue.search_field.setFocus()
        self.catalogue.search_field.selectAll()

    def _ask_education(self) -> None:
        choose_education(self.document, self._desk, self)

    def _save_now(self) -> None:
        if self.autosave.save_now():
            self.notices.say(_("Saved. The program saves by itself after every change."))

    def _say_fault(self, error: Exception) -> None:
        name = type(error).__name__
        self.notices.say(str(error) if isinstance(error, UserError) else _("Unexpected fault ({name}).").format(name=name))

    @property
    def is_saved(self) -> bool:
        """Whether what is on the screen is in the database."""
        return self.autosave.report.state is SaveState.SAVED
