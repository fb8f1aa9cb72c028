"""One open plan on the screen: header, catalogue, board, and the tabs beside it, put together and connected."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from pfss_desktop.document.autosave import Autosave, SaveState
from pfss_desktop.document.plan_document import PlanDocument
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
from pfss_desktop.ui.page_choice import PageChoice
from pfss_desktop.ui.page_paper import PagePaper
from pfss_desktop.ui.page_stock import PageStock
from pfss_desktop.ui.panels import Panels
from pfss_desktop.ui.paper_panel import PaperPanel
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.phase_commands import PhaseCommands
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.plan_actions import ActionSpec, PlanActions, board_specs
from pfss_desktop.ui.plan_checks import PlanChecks
from pfss_desktop.ui.plan_columns import PlanColumns
from pfss_desktop.ui.plan_fields import PlanFields
from pfss_desktop.ui.plan_header import PlanHeader, action_button
from pfss_desktop.ui.plan_menus import fill_plan_menus
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
from pfss_desktop.ui.visit_desk import VisitDesk
from pfss_desktop.ui.visit_menu import VisitMenu


class PlanPage(QWidget):
    """Owns the document of one open plan for as long as it is on the screen."""

    leave_asked = Signal()
    """Back to the start page."""

    def __init__(self, opened: OpenPlan, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.document = PlanDocument(opened, self)
        self.autosave = Autosave(self.document, desk.library, desk.background, self)
        self.notices = NoticeBar(self)
        self.notices.follow(self.document.undo_stack)
        self._make_builder()
        self._make_desks()
        self._make_actions()
        self._tabs = SideTabs(self.inspector, self.paper, self.checks_panel, self.checks, self.changes)
        self.follow_up.add_to(self._tabs)
        self.scores.add_to(self._tabs)
        add_phase = action_button(self.actions_["add_phase"])
        self._columns = PlanColumns(self.catalogue, self.board, add_phase, self._tabs)
        self.panels = Panels(self._columns, self.header, desk.settings, self)
        self.panels.restore()
        self._lay_out()
        self._choice = PageChoice(self.board, self.inspector, self.paper, self._tabs, self)
        self._sheets = PagePaper(self.document, self.paper, self.handout, self.printing, self)
        self._connect()
        self._connect_header()
        self._connect_notices()
        self._one_undo = OneUndo(self)
        plain_labels(self)
        enter_presses(self)
        self._show_plan(opened.plan, opened.plan)
        self._show_opened()
        self._sheets.show_now()
        self._show_checks()
        self.status.show_report(self.autosave.report)

    # What others call

    def fill_menus(self, file: QMenu, edit: QMenu, plan: QMenu) -> None:
        """Put this plan's actions into the window's menus."""
        fill_plan_menus(self.actions_, file, edit, plan)

    def leave(self) -> bool:
        """Save what is on the screen, remember the sizes, and return whether the plan may be closed."""
        self.panels.remember()
        return self.autosave.save_now()

    def release(self) -> None:
        """Stop everything that follows the document, for when the page is taken down."""
        self.autosave.stop()

    # Private

    def _make_builder(self) -> None:
        """Make what the plan is built with: the board, the catalogue, the forms, and what is said of them."""
        desk, resources = self._desk, self._desk.resources
        self.edits = PartEdits(self.document, resources, desk.clinic, self)
        self.model = PlanModel(self.document, resources.catalogue, self, self.edits.on_hand, self.edits.with_words)
        self.board = BoardView(self.model, desk.thumbnails, self.edits)
        self.catalogue = CataloguePanel(resources.catalogue, resources.search, desk.thumbnails, desk.clinic)
        self.inspector = Inspector(self.document, resources, self.edits)
        self.paper = PaperPanel(desk.maker, desk.settings)
        self.checks = PlanChecks(self.document, resources, desk.clinic, self)
        self.checks_panel = ChecksPanel(self.checks, resources.catalogue.sources)
        self.status = StatusLine()
        self.commands = BoardCommands(self.document, self.board, resources.catalogue, self.edits, self)
        self.clips = ClipCommands(self.document, self.board, self)
        self.phase_commands = PhaseCommands(self.document, self.board, resources, desk.clinic, self)
        self.stock = PageStock(self.document, resources, desk.clinic, self.edits, self.board, self.inspector, self)

    def _make_desks(self) -> None:
        """Make what serves the plan from behind: the patient, the visits, the sheets, the clinic's own exercises."""
        desk = self._desk
        self.own = OwnDesk(self.catalogue, desk, self.notices, self)
        self.packs = PackDesk(self.own, desk, self.notices, self)
        self.visits = VisitDesk(self.document, self.autosave, desk, self.notices, self)
        self.changes = ChangesPanel(self.document, self.visits, desk.resources.choices)
        self.patient = PlanPatient(self.document, self.autosave, desk, self.notices, self.notices.say_fault, self)
        self.fields = PlanFields(self.document, self.notices, self)
        self.intake = IntakeDesk(self.document, desk, self.notices, self)
        self.intake_line = IntakeLine(self.document)
        self.intake_line.clicked.connect(self.intake.ask)
        self.follow_up = FollowUpDesk(self.document, self.visits, desk, self.board, self.notices, self)
        self.handout = HandoutDesk(self.document, desk, self.visits, self.notices, self)
        self.files = SavedFiles(desk, self.notices, self)
        self.scores = ScoresDesk(self.document, desk, self.visits, self.handout, self.files, self)
        self.take_home = TakeHomeDesk(self.document, desk, self.visits, self.handout, self.files, self)
        self.records = RecordDesk(self.document, desk, self.handout, self.files, self)
        self.printing = PrintDesk(self.document, desk, self.handout, self.notices, self)

    def _make_actions(self) -> None:
        """Make the actions, and what holds them or is run by them."""
        desk, panel, document = self._desk, self.catalogue, self.document
        board_actions = board_specs(self.commands, self.clips, self.phase_commands)
        specs = (*board_actions, *self.stock.specs(), *self._specs())
        self.actions_ = PlanActions(specs, document.undo_stack, self.board, self)
        self._picking = PageCatalogue(document, desk.clinic, panel, self.board, self.commands, self.notices, self)
        self.header = PlanHeader(self.actions_.undo, self.actions_.redo, self.actions_["print"], self.actions_["export"])
        self.templates = TemplateMenu(self.header.templates_menu, document, desk, self)
        self.visit_menu = VisitMenu(self.header.visit_menu, self.visits, desk.resources.choices, self)

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
            *visit_specs(self.visits, self.scores, self.follow_up),
            ActionSpec("search", _("&Find an exercise"), ("Ctrl+F", "Ctrl+K"), self._find),
            ActionSpec("save_template", _("Save as &template…"), (), lambda: self.templates.save_as()),
            ActionSpec("intake", _("&Before the plan…"), ("Ctrl+I",), self.intake.ask),
            ActionSpec("side", _("Affected s&ide…"), ("Ctrl+L",), lambda: self.header.take_side()),
            ActionSpec("patient", _("Choose pa&tient…"), (), self.patient.choose),
            ActionSpec("copy_plan", _("Copy to another patient…"), (), self.patient.copy),
            ActionSpec("save", _("&Save now"), ("Ctrl+S",), self._save_now),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.intake_line)
        column.addWidget(self._columns, 1)
        column.addWidget(self.status)
        self.board.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.document.plan_changed.connect(self._show_plan)
        self.document.opened_changed.connect(self._show_opened)
        self.autosave.reported.connect(self.status.show_report)
        self.board.customContextMenuRequested.connect(self._show_menu)
        self._choice.follow(self.changes, self.checks_panel)
        self._sheets.follow(self.visits, self.visit_menu)
        for look_again in (self.board.viewport().update, self.inspector.look_again, self.checks.look_again):
            self.own.exercises_changed.connect(look_again)
        self.own.exercises_changed.connect(self._sheets.show_now)
        self.commands.phase_added.connect(self._choice.name_phase)
        self.commands.moved.connect(lambda text: announce(self.board, text))
        self.inspector.default_text_asked.connect(self.own.keep_text)
        self.inspector.education_asked.connect(self._ask_education)
        self.checks.checks_changed.connect(self._show_checks)
        self.visits.compare_asked.connect(lambda: self._tabs.setCurrentWidget(self.changes))

    def _connect_header(self) -> None:
        header = self.header
        header.leave_asked.connect(self.leave_asked)
        header.patient_asked.connect(self.patient.look)
        header.title_edited.connect(self.fields.set_title)
        header.condition_edited.connect(self.fields.set_condition)
        header.side_chosen.connect(self.fields.set_side)
        header.templates_asked.connect(self.templates.fill)
        header.compare_asked.connect(self.visits.compare_with_former)

    def _connect_notices(self) -> None:
        notices = self.notices
        for doing in (self.commands, self.clips, self.phase_commands, self.templates):
            doing.done.connect(notices.say_undoable)
        self.checks.mended.connect(notices.say_undoable)
        for refusing in (self.commands, self.clips, self.inspector, self.checks):
            refusing.refused.connect(notices.say)
        for noting in (self.edits, self.phase_commands, self.stock):
            noting.noted.connect(notices.say)
        self.board.drop_refused.connect(notices.say)
        self.board.edit_refused.connect(notices.say)
        self.clips.needs_a_look.connect(notices.say_lasting)
        self.templates.failed.connect(notices.say_fault)

    def _show_plan(self, _before: Plan, after: Plan) -> None:
        self.header.show_plan(after)
        self.status.show_plan(after)

    def _show_opened(self) -> None:
        self.header.show_opened(self.document.opened)

    def _show_checks(self) -> None:
        self.model.point_out(self.checks.texts_by_subject())

    def _show_menu(self, at: QPoint) -> None:
        show_board_menu(self.actions_, self.commands, self.board.viewport().mapToGlobal(at), self)

    def _find(self) -> None:
        self.catalogue.search_field.setFocus()
        self.catalogue.search_field.selectAll()

    def _ask_education(self) -> None:
        choose_education(self.document, self._desk, self)

    def _save_now(self) -> None:
        if self.autosave.save_now():
            self.notices.say(_("Saved. The program saves by itself after every change."))

    @property
    def is_saved(self) -> bool:
        """Whether what is on the screen is in the database."""
        return self.autosave.report.state is SaveState.SAVED
