"""The inspector's form for one prescription."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.edits import prescriptions as edits
from pfss_desktop.domain.edits.several import possible_sides
from pfss_desktop.domain.exercise import Exercise, PatientText, Suggested
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription, usual_band_form
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.resistance import Resistance
from pfss_desktop.language import _, translated
from pfss_desktop.ui.chips import side_text
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.dosage_form import DosageForm
from pfss_desktop.ui.figure_view import FigureView
from pfss_desktop.ui.form_rows import new_form
from pfss_desktop.ui.names import knee_load_name
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.patient_text_form import PatientTextForm
from pfss_desktop.ui.range_form import RangeForm
from pfss_desktop.ui.resistance_form import ResistanceForm
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP, bold

_USUAL_RANGE = RangeLimit(Joint.KNEE_FLEXION, 0, 45)


class PrescriptionForm(QWidget):
    """Shows every field of a prescription; every change is an edit of the document, typing in one field one step."""

    refused = Signal(str)
    """Why an edit was not taken over."""
    default_text_asked = Signal(str, object)
    """An exercise's id, and the PatientText for all plans to come; None for that of the catalogue."""

    def __init__(self, document: PlanDocument, resources: Resources, edits: PartEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._edits = edits
        self._catalogue = resources.catalogue
        self._shelf = resources.shelf
        self._figure = FigureView(resources.figures)
        self._shown_id = ""
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.setFont(bold(self.font(), 2))
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setProperty("role", "muted")
        self._side = Segments(_("Side"), [(side_text(side), side) for side in Side])
        self._dosage = DosageForm()
        self._resistance = ResistanceForm()
        self._range = RangeForm()
        self._words = PatientTextForm()
        self._lay_out()
        self._side.chosen.connect(self._set_side)
        self._dosage.edited.connect(self._set_dosage)
        self._resistance.edited.connect(self._set_resistance)
        self._resistance.stepped.connect(lambda by: edits.step([self._shown_id], Part.RESISTANCE, by))
        self._range.edited.connect(self._set_range)
        self._words.text_edited.connect(self._set_text)
        self._words.note_edited.connect(self._set_note)
        self._words.default_asked.connect(self._ask_default)

    def show_prescription(self, held: Prescription) -> None:
        """Show this prescription; steps typed before belong to the former one."""
        if held.id != self._shown_id:
            self._document.end_typing()
            self._shown_id = held.id
        exercise = self._catalogue.get(held.exercise_id)
        self._figure.show_prescription(held)
        self._title.setText(translated(held.text.name))
        self._about.setText(_about(exercise))
        self._about.setVisible(bool(self._about.text()))
        self._side.choose(held.side)
        self._side.offer(possible_sides(held, exercise))
        self._dosage.show_dosage(held.dosage, exercise.suggested if exercise else Suggested())
        self._resistance.show_on_hand(self._edits.on_hand())
        self._resistance.show_resistance(held.resistance, exercise.accepts if exercise else (), usual_band_form(exercise))
        self._range.show_range(held.range_limit, _usual_range(exercise))
        self._words.show_words(held.text, held.note)
        differs = exercise is not None and not exercise.is_own and held.text != exercise.for_patient
        self._words.offer_default(can_be=differs, is_one=held.exercise_id in self._shelf.texts)

    def _set_side(self) -> None:
        self._edit(_("Change side"), edits.set_side(self._plan, self._shown_id, self._side.value()))

    def _set_dosage(self, dosage: Dosage, field_name: str) -> None:
        self._edit(_("Change dosage"), edits.set_dosage(self._plan, self._shown_id, dosage), f"dosage.{field_name}")

    def _set_resistance(self, resistance: Resistance) -> None:
        self._edit(_("Change resistance"), edits.set_resistance(self._plan, self._shown_id, resistance), "resistance")

    def _set_range(self, limit: RangeLimit | None) -> None:
        self._edit(_("Change range"), edits.set_range_limit(self._plan, self._shown_id, limit), "range")

    def _set_text(self, text: PatientText, field_name: str) -> None:
        self._edit(_("Change wording"), edits.set_patient_text(self._plan, self._shown_id, text), f"text.{field_name}")

    def _set_note(self, note: str) -> None:
        try:
            self._edit(_("Change note"), edits.set_note(self._plan, self._shown_id, note), "note")
        except OutOfBounds as error:
            self.refused.emit(_("The note was not taken over. {reason}").format(reason=str(error)))

    def _ask_default(self, text: PatientText | None) -> None:
        self.default_text_asked.emit(self._plan.prescription(self._shown_id).exercise_id, text)

    def _edit(self, text: str, plan: Plan, field: str = "") -> None:
        self._document.edit(text, plan, f"{self._shown_id}.{field}" if field else "")

    @property
    def _plan(self) -> Plan:
        return self._document.plan

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addWidget(self._figure)
        column.addWidget(self._title)
        column.addWidget(self._about)
        top = QWidget()
        form = new_form(top)
        form.addRow(_("Side"), self._side)
        column.addWidget(top)
        column.addWidget(self._dosage)
        below = QWidget()
        form = new_form(below)
        form.addRow(_("Resistance"), self._resistance)
        form.addRow(_("Range"), self._range)
        column.addWidget(below)
        column.addWidget(self._words)
        column.addStretch(1)


def _usual_range(exercise: Exercise | None) -> RangeLimit:
    """Return the range that waits behind the switch: the exercise's own knee bend where it has one."""
    bend = exercise.motion.knee_flexion_max if exercise else 0
    return RangeLimit(Joint.KNEE_FLEXION, 0, bend) if bend >= 10 else _USUAL_RANGE


def _about(exercise: Exercise | None) -> str:
    if exercise is None:
        return _("Not in the catalogue any more. The plan keeps its own copy.")
    load = _("Kneecap load: {grade}").format(grade=knee_load_name(exercise.knee_load))
    return "\n".join((translated(exercise.position.text), load, *map(translated, exercise.for_therapist.cautions)))
