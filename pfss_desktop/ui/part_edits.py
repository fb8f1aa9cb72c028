"""What is typed, stepped and chosen for one or several prescriptions, turned into one edit of the open plan."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage_steps import stepped_dosage
from pfss_desktop.domain.edits.several import accepted_kinds, change_each, change_several, possible_sides
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.prescription_words import WantedChange, wanted_change
from pfss_desktop.domain.resistance_steps import stepped_resistance
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.mass_fields import usual_mass_unit
from pfss_desktop.ui.part_words import part_words


class PartEdits(QObject):
    """Changes parts of prescriptions: every call is one step to undo, steps of the wheel in a row are one together."""

    noted = Signal(str)
    """Some of several did not take the change; the text says how many."""

    def __init__(self, document: PlanDocument, resources: Resources, clinic: ClinicDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._catalogue = resources.catalogue
        self._choices = resources.choices
        self._clinic = clinic

    def on_hand(self) -> OnHand:
        """Return what resistance can be made of for the plan's patient."""
        return self._clinic.on_hand(self._document.patient)

    def begin(self) -> None:
        """Let steps from now on be another round to undo."""
        self._document.end_typing()

    def take(self, ids: Sequence[str], part: Part, words: str) -> str:
        """Make of these prescriptions what the words say, read as of this part; return why not, empty where it is done."""
        held = [item for item in self._document.plan.prescriptions() if item.id in ids]
        if not held:
            return _("This exercise is not in the plan any more.")
        if len(held) == 1 and " ".join(words.split()) == part_words(held[0], part):
            return ""
        try:
            wanted = wanted_change(words, part, held[0].resistance, self._choices)
            self._make([item.id for item in held], wanted, _text(part, len(held)))
        except UserError as error:
            return str(error)
        return ""

    def with_words(self, words: str, plan: Plan, ids: Sequence[str]) -> Plan:
        """Return the plan with these prescriptions made what the words say; raise UserError with why it cannot be."""
        if not words:
            return plan
        wanted = wanted_change(words, choices=self._choices)
        return change_several(plan, ids, wanted, self._catalogue.get, self._choices).plan

    def set_side(self, ids: Sequence[str], side: Side) -> str:
        """Give these prescriptions a side; return why not, empty where it is done."""
        try:
            self._make(ids, WantedChange(side=side), _text(Part.SIDE, len(ids)))
        except UserError as error:
            return str(error)
        return ""

    def step(self, ids: Sequence[str], part: Part, by: int) -> None:
        """Make a part `by` steps more or less in each of these prescriptions; steps in a row are one step to undo."""

        def stepped(held: Prescription) -> Prescription:
            return self._stepped(held, part, by)

        plan = change_each(self._document.plan, ids, stepped)
        if part is Part.RESISTANCE and ids and plan == self._document.plan:
            self.noted.emit(self._end_of_ladder(by))
            return
        self._document.edit(_text(part, len(ids)), plan, f"{'+'.join(sorted(ids))}.{part.value}.steps")

    def _stepped(self, held: Prescription, part: Part, by: int) -> Prescription:
        exercise = self._catalogue.get(held.exercise_id)
        if part is Part.SIDE:
            sides = possible_sides(held, exercise)
            at = sides.index(held.side) + by if held.side in sides else (0 if by > 0 else -1)
            return replace(held, side=sides[at % len(sides)])
        if part is Part.RESISTANCE:
            rung = stepped_resistance(held.resistance, by, self.on_hand(), accepted_kinds(exercise), usual_mass_unit())
            return replace(held, resistance=rung)
        return replace(held, dosage=stepped_dosage(held.dosage, part, by))

    def _end_of_ladder(self, by: int) -> str:
        if not self.on_hand().is_known:
            return _("There is no heavier step known here.") if by > 0 else _("There is no lighter step known here.")
        if by > 0:
            return _("Nothing heavier is on hand, at home or in the clinic. Any other can be chosen or typed.")
        return _("Nothing lighter is on hand, at home or in the clinic. Any other can be chosen or typed.")

    def _make(self, ids: Sequence[str], wanted: WantedChange, text: str) -> None:
        done = change_several(self._document.plan, ids, wanted, self._catalogue.get, self._choices)
        self._document.end_typing()
        self._document.edit(text, done.plan)
        if done.unfit:
            told = ngettext(
                "{count} exercise does not take this side or resistance and keeps its own.",
                "{count} exercises do not take this side or resistance and keep their own.",
                done.unfit,
            )
            self.noted.emit(told.format(count=done.unfit))


def _text(part: Part, count: int) -> str:
    """Return the undo text of a change."""
    if count > 1:
        return ngettext("Change {count} exercise", "Change {count} exercises", count).format(count=count)
    return {
        Part.MORE: _("Change exercise"),
        Part.SIDE: _("Change side"),
        Part.RESISTANCE: _("Change resistance"),
    }.get(part, _("Change dosage"))
