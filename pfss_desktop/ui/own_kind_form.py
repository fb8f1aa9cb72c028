"""What kind of exercise an own one is: category, region, position, equipment, load, and what is easier and harder."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import Category, Equipment, Exercise, KneeLoad, Laterality, Position, PositionGroup, Region
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.language import _, kept_text, translated
from pfss_desktop.ui.check_list import CheckList
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import line_field, new_form, side_by_side
from pfss_desktop.ui.link_field import LinkField
from pfss_desktop.ui.names import category_name, knee_load_name, position_name, region_name, resistance_name
from pfss_desktop.ui.number_box import NumberBox


class OwnKindForm(QWidget):
    """Shows the facts of an exercise and gives them back as chosen."""

    def __init__(self, exercise: Exercise, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        others = [entry for entry in catalogue if entry.id != exercise.id]
        self.category = ChoiceBox(_("Category"), [(category_name(each), each) for each in Category])
        self.phase = ChoiceBox(_("Phase"), [(_("Phase {number}").format(number=n), n) for n in range(1, 5)])
        self.regions = CheckList(_("Region"), [(region_name(each), each) for each in Region])
        self.muscles = line_field(_("Muscles, for the search"), LINE_LIMIT)
        self.position = ChoiceBox(_("Position"), [(position_name(each), each) for each in PositionGroup])
        self.start = line_field(_("Start position, for the therapist"), LINE_LIMIT)
        self.equipment = line_field(_("Equipment, with commas between"), LINE_LIMIT)
        self.equipment.setPlaceholderText(_("for example: mat, chair"))
        self.laterality = ChoiceBox(_("Legs"), [(_laterality_name(each), each) for each in Laterality])
        self.load = ChoiceBox(_("Kneecap load"), [(knee_load_name(each), each) for each in KneeLoad])
        self.bend = NumberBox(_("Deepest knee bend"), 0, 160, _("degrees"))
        self.accepts = CheckList(_("Can be done with"), [(resistance_name(each), each) for each in ResistanceKind])
        self.easier = LinkField(_("Easier exercises"), others)
        self.harder = LinkField(_("Harder exercises"), others)
        self._show(exercise)
        self._lay_out()

    def taken_over(self, exercise: Exercise) -> Exercise:
        """Return the exercise with these facts; raise OutOfBounds."""
        regions = self.regions.values()
        muscles = _listed(self.muscles.text()) or tuple(region.value for region in regions)
        kept_needs = {translated(need.text): need for need in exercise.equipment}
        group = self.position.value()
        start = kept_text(tidy_line(self.start.text()), (exercise.position.text,)) or group.value
        return replace(
            exercise,
            category=self.category.value(),
            phase=self.phase.value(),
            regions=regions,
            muscles=tuple(kept_text(muscle, exercise.muscles) for muscle in muscles),
            position=Position(group, start),
            equipment=tuple(kept_needs.get(thing) or Equipment(thing, (thing,)) for thing in _listed(self.equipment.text())),
            laterality=self.laterality.value(),
            knee_load=self.load.value(),
            motion=replace(exercise.motion, knee_flexion_max=self.bend.value()),
            accepts=self.accepts.values(),
            easier=self.easier.ids(),
            harder=self.harder.ids(),
        )

    def _show(self, exercise: Exercise) -> None:
        self.category.choose(exercise.category)
        self.phase.choose(exercise.phase)
        self.regions.choose(exercise.regions)
        self.muscles.setText(", ".join(map(translated, exercise.muscles)))
        self.position.choose(exercise.position.group)
        self.start.setText(translated(exercise.position.text))
        self.equipment.setText(", ".join(translated(need.text) for need in exercise.equipment))
        self.laterality.choose(exercise.laterality)
        self.load.choose(exercise.knee_load)
        self.bend.setValue(exercise.motion.knee_flexion_max)
        self.accepts.choose(exercise.accepts)
        self.easier.show_ids(exercise.easier)
        self.harder.show_ids(exercise.harder)

    def _lay_out(self) -> None:
        form = new_form(self)
        form.addRow(_("Category"), side_by_side(self.category, self.phase))
        form.addRow(_("Region"), self.regions)
        form.addRow(_("Muscles"), self.muscles)
        form.addRow(_("Position"), side_by_side(self.position, self.laterality))
        form.addRow(_("Start"), self.start)
        form.addRow(_("Equipment"), self.equipment)
        form.addRow(_("Kneecap load"), side_by_side(self.load, self.bend))
        form.addRow(_("Done with"), self.accepts)
        form.addRow(_("Easier"), self.easier)
        form.addRow(_("Harder"), self.harder)


def _listed(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in map(tidy_line, typed.split(",")) if part))


def _laterality_name(laterality: Laterality) -> str:
    return {
        Laterality.UNILATERAL: _("one leg"),
        Laterality.BILATERAL: _("both legs at once"),
        Laterality.ALTERNATING: _("the legs in turn"),
    }[laterality]
