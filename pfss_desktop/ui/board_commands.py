"""What can be done with what is chosen on the board: the keyboard's and the menus' twin of every drag."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits import phases, prescriptions
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import OutOfBounds, UnknownPart, UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.plan import PHASE_LIMIT, Phase, Plan
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.adding import add_from_catalogue, next_phase_name
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.part_edits import PartEdits


class BoardCommands(QObject):
    """Calls the same edits as a drag would and keeps what was chosen chosen."""

    done = Signal(str)
    """Something was taken out or moved; the text says what, and it can be undone."""
    refused = Signal(str)
    """Why nothing was done."""
    moved = Signal(str)
    """Where what was moved by key stands now, for those who hear it."""
    phase_added = Signal()
    """A new phase is chosen and waits for its name."""

    def __init__(
        self,
        document: PlanDocument,
        board: BoardView,
        catalogue: Catalogue,
        edits: PartEdits,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._board = board
        self._catalogue = catalogue
        self._edits = edits

    def add_exercises(self, exercise_ids: list[str], words: str = "") -> None:
        """Add exercises to the chosen phase, behind the chosen exercise, else to the phase now; as the words say."""
        plan = self._document.plan
        phase = self._board.chosen_phase()
        chosen = self._board.chosen_prescriptions()
        place = None
        if phase is not None and chosen and plan.phase_of(chosen[-1].id) == phase:
            place = phase.prescriptions.index(chosen[-1]) + 1
        phase_id = phase.id if phase else ""
        known, on_hand, change = self._catalogue, self._edits.on_hand(), partial(self._edits.with_words, words)
        self._add(lambda: add_from_catalogue(plan, known, exercise_ids, phase_id, place, on_hand=on_hand, change=change))

    def add_phase(self) -> None:
        """Add a phase behind the chosen one, or at the end, and choose it."""
        plan = self._document.plan
        if len(plan.phases) >= PHASE_LIMIT:
            self.refused.emit(_("A plan holds at most {count} phases.").format(count=PHASE_LIMIT))
            return
        chosen = self._board.chosen_phase()
        place = plan.phases.index(chosen) + 1 if chosen else None
        phase = Phase(new_id(), next_phase_name(plan))
        self._document.edit(_("Add phase"), phases.add_phase(plan, phase, place))
        self._board.choose([phase.id])
        self.phase_added.emit()

    def remove_chosen(self) -> None:
        """Take the chosen exercises, or the chosen phase with its exercises, out of the plan."""
        plan = self._document.plan
        chosen = self._board.chosen_prescriptions()
        if chosen:
            following = self._neighbour(chosen[-1].id, {held.id for held in chosen})
            text = ngettext("{name} taken out", "{count} exercises taken out", len(chosen))
            text = text.format(name=translated(chosen[0].text.name), count=len(chosen))
            self._document.edit(_("Take out"), prescriptions.remove_exercises(plan, [held.id for held in chosen]))
            self._board.choose([following] if following else [])
            self.done.emit(text)
        elif self._board.is_phase_chosen() and (phase := self._board.chosen_phase()) is not None:
            self._document.edit(_("Take out phase"), phases.remove_phase(plan, phase.id))
            self.done.emit(_("Phase “{name}” taken out").format(name=translated(phase.name)))

    def duplicate_chosen(self) -> None:
        """Put a copy of each chosen exercise right behind it."""
        chosen = [held.id for held in self._board.chosen_prescriptions()]
        if chosen:
            plan = self._document.plan
            self._add(lambda: (_("Duplicate"), prescriptions.duplicate_exercises(plan, chosen)))

    def links_of_chosen(self) -> tuple[tuple[Exercise, ...], tuple[Exercise, ...]]:
        """Return the harder and the easier exercises that the catalogue links to the one that is chosen; none for several."""
        chosen = self._board.chosen_prescriptions()
        exercise = self._catalogue.get(chosen[0].exercise_id) if len(chosen) == 1 else None
        if exercise is None:
            return (), ()
        harder, easier = (map(self._catalogue.get, ids) for ids in (exercise.harder, exercise.easier))
        return tuple(found for found in harder if found), tuple(found for found in easier if found)

    def swap_for_harder(self) -> None:
        """Put the first harder exercise of the catalogue in the chosen one's place."""
        self._swap_first(self.links_of_chosen()[0], _("The catalogue has no harder exercise to swap this one for."))

    def swap_for_easier(self) -> None:
        """Put the first easier exercise of the catalogue in the chosen one's place."""
        self._swap_first(self.links_of_chosen()[1], _("The catalogue has no easier exercise to swap this one for."))

    def swap_chosen(self, exercise: Exercise) -> None:
        """Put another exercise in the place of the chosen one, keeping what still fits."""
        chosen = self._board.chosen_prescriptions()
        if len(chosen) == 1:
            text = _("{old} swapped for {new}").format(old=translated(chosen[0].text.name), new=translated(exercise.name))
            plan = prescriptions.swap_exercise(self._document.plan, chosen[0].id, exercise)
            self._document.edit(_("Swap exercise"), plan)
            self.done.emit(text)

    def move_up(self) -> None:
        """Move what is chosen up by one place; from the top of a phase to the end of the one above."""
        self._move(-1)

    def move_down(self) -> None:
        """Move what is chosen down by one place; from the end of a phase to the top of the one below."""
        self._move(1)

    def move_phase_up(self) -> None:
        """Move the phase of what is chosen up by one place."""
        self._move_phase(-1)

    def move_phase_down(self) -> None:
        """Move the phase of what is chosen down by one place."""
        self._move_phase(1)

    def enter_phase(self) -> None:
        """Say that the patient is now in the chosen phase."""
        phase = self._board.chosen_phase()
        if phase is not None:
            plan = self._document.plan
            self._document.edit(_("Set present phase"), phases.set_current_phase(plan, phase.id))

    def advance_phase(self) -> None:
        """Say that the patient goes on to the next phase, and choose it."""
        try:
            plan = phases.advance_phase(self._document.plan)
        except UnknownPart:
            self.refused.emit(_("The patient is in the last phase already."))
            return
        self._document.edit(_("Next phase"), plan)
        self._board.choose([plan.current_phase])
        self.done.emit(_("The patient is now in phase “{name}”").format(name=translated(plan.phase(plan.current_phase).name)))

    def _add(self, change: Callable[[], tuple[str, Plan]]) -> None:
        """Make an edit that adds prescriptions and choose the new ones; say so where the plan would grow too long."""
        before = {held.id for held in self._document.plan.prescriptions()}
        try:
            text, changed = change()
        except UserError as error:
            self.refused.emit(_("Nothing was changed. {reason}").format(reason=str(error)))
            return
        self._document.edit(text, changed)
        self._board.choose([held.id for held in changed.prescriptions() if held.id not in before])

    def _move(self, by: int) -> None:
        plan = self._document.plan
        chosen = [held.id for held in self._board.chosen_prescriptions()]
        if not chosen:
            if self._board.is_phase_chosen():
                self._move_phase(by)
            return
        edge = chosen[0] if by < 0 else chosen[-1]
        phase = plan.phase_of(edge)
        row = [held.id for held in phase.prescriptions].index(edge)
        number = plan.phases.index(phase)
        if 0 <= row + by < len(phase.prescriptions):
            target, place = phase, row - 1 if by < 0 else row + 2
        elif 0 <= number + by < len(plan.phases):
            target = plan.phases[number + by]
            place = len(target.prescriptions) if by < 0 else 0
        else:
            return
        text = ngettext("Move {count} exercise", "Move {count} exercises", len(chosen)).format(count=len(chosen))
        try:
            self._document.edit(text, prescriptions.move_exercises(plan, chosen, target.id, place))
        except OutOfBounds as error:
            self.refused.emit(_("Nothing was changed. {reason}").format(reason=str(error)))
            return
        held = [item.id for item in self._document.plan.phase(target.id).prescriptions]
        told = _("Now number {number} of {count} in phase “{phase}”")
        self.moved.emit(told.format(number=held.index(edge) + 1, count=len(held), phase=translated(target.name)))

    def _move_phase(self, by: int) -> None:
        plan = self._document.plan
        phase = self._board.chosen_phase()
        if phase is None or not 0 <= plan.phases.index(phase) + by < len(plan.phases):
            return
        row = plan.phases.index(phase)
        self._document.edit(_("Move phase"), phases.move_phase(plan, phase.id, row - 1 if by < 0 else row + 2))
        self._board.scrollTo(self._board.currentIndex())
        told = _("Phase “{phase}” is now number {number} of {count}")
        self.moved.emit(told.format(phase=translated(phase.name), number=row + by + 1, count=len(plan.phases)))

    def _swap_first(self, offered: tuple[Exercise, ...], none: str) -> None:
        if len(self._board.chosen_prescriptions()) != 1:
            self.refused.emit(_("Choose one exercise to swap it."))
        elif offered:
            self.swap_chosen(offered[0])
        else:
            self.refused.emit(none)

    def _neighbour(self, last_id: str, gone: set[str]) -> str:
        """Return the exercise to choose once these are gone: the next in the phase, else the one before, else the phase."""
        phase = self._document.plan.phase_of(last_id)
        ids = [held.id for held in phase.prescriptions]
        place = ids.index(last_id)
        around = ids[place + 1 :] + ids[:place][::-1]
        return next((item for item in around if item not in gone), phase.id)
