"""What is done to a whole phase at once: sorting it, giving it the usual exercises, making its own the usual ones."""

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.ordering import sort_by_position
from pfss_desktop.domain.exercise import PositionGroup
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.usual_exercises import Usual, stage_of, usual_of_templates
from pfss_desktop.language import _, translated
from pfss_desktop.ui.adding import add_from_catalogue
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Resources


class PhaseCommands(QObject):
    """Works on the phase that is chosen or around what is chosen, else on the one the patient is in."""

    done = Signal(str)
    """What was done to the plan; it can be undone."""
    noted = Signal(str)
    """What was done to the clinic's settings, or why nothing was done."""

    def __init__(
        self, document: PlanDocument, board: BoardView, resources: Resources, clinic: ClinicDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._board = board
        self._catalogue = resources.catalogue
        self._templates = tuple(template.plan for template in resources.templates)
        self._clinic = clinic

    def sort_by_position(self) -> None:
        """Put the exercises of the phase in order from lying to sitting to standing."""
        phase = self._phase()
        if phase is None:
            return
        plan = sort_by_position(self._document.plan, phase.id, self._position)
        if plan == self._document.plan:
            self.noted.emit(_("This phase is already in order, from lying to sitting to standing."))
            return
        self._document.edit(_("Sort phase"), plan)
        self.done.emit(_("Phase “{name}” is in order, from lying to sitting to standing").format(name=translated(phase.name)))

    def add_usual(self) -> None:
        """Add the exercises that are usual for this phase and not in it yet, in one step."""
        plan, phase = self._document.plan, self._phase()
        stage = stage_of(plan, phase, self._catalogue) if phase else 1
        here = {held.exercise_id for held in phase.prescriptions} if phase else set()
        wanted = [name for name in self._usual().get(stage, ()) if name not in here and self._catalogue.get(name)]
        if not wanted:
            self.noted.emit(_("The usual exercises are in this phase already."))
            return
        known = {held.id for held in plan.prescriptions()}
        on_hand = self._clinic.on_hand(self._document.patient)
        try:
            _text, changed = add_from_catalogue(plan, self._catalogue, wanted, phase.id if phase else "", on_hand=on_hand)
        except OutOfBounds as error:
            self.noted.emit(_("Nothing was changed. {reason}").format(reason=str(error)))
            return
        self._document.edit(_("Add the usual exercises"), changed)
        added = [held for held in changed.prescriptions() if held.id not in known]
        self._board.choose([held.id for held in added])
        self.done.emit(_("Added: {names}").format(names=", ".join(translated(held.text.name) for held in added)))

    def make_usual(self) -> None:
        """Make the chosen exercises, else all of the phase, the usual ones for phases of this kind, for all plans from now on."""
        phase = self._phase()
        chosen = self._board.chosen_prescriptions() or (phase.prescriptions if phase else ())
        names = [name for name in dict.fromkeys(held.exercise_id for held in chosen) if self._catalogue.get(name)]
        if phase is None or not names:
            self.noted.emit(_("Put exercises into this phase first, then make them the usual ones."))
            return
        self._clinic.keep_usual(stage_of(self._document.plan, phase, self._catalogue), names)
        shown = ", ".join(translated(found.name) for name in names if (found := self._catalogue.get(name)))
        self.noted.emit(_("Usual from now on for phases like this one: {names}").format(names=shown))

    def _phase(self) -> Phase | None:
        return self._board.chosen_phase() or self._document.plan.phase_now()

    def _usual(self) -> Usual:
        return {**usual_of_templates(self._templates, self._catalogue), **self._clinic.usual}

    def _position(self, exercise_id: str) -> PositionGroup | None:
        exercise = self._catalogue.get(exercise_id)
        return exercise.position.group if exercise else None
