"""The inspector: every field of a prescription becomes an edit, and shows what undo brings back."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QSpinBox, QWidget

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.plan import Plan, Weeks
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.domain.resistance import Band, BandForm, BandPosition, CuffWeight, Machine, Mass, MassUnit, NoResistance
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]


@pytest.fixture
def page(open_page: OpenPage, resources: Resources) -> PlanPage:
    """A plan with a straight leg raise from the catalogue, chosen on the board."""
    opened = open_page(planned("Calm"))
    opened.commands.add_exercises(["slr-flexion"])
    opened.document.undo_stack.clear()
    return opened


def held(page: PlanPage) -> Prescription:
    return next(page.document.plan.prescriptions())


def field(page: PlanPage, kind: type[QWidget], name: str) -> QWidget:
    found = [widget for widget in page.inspector.findChildren(kind) if widget.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} fields are called {name}"
    return found[0]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Sets", 4, lambda dosage: dosage.sets == 4),
        ("Repetitions", 8, lambda dosage: dosage.reps == RepRange.exactly(8)),
        ("Repetitions, at most", 15, lambda dosage: dosage.reps == RepRange(10, 15)),
        ("Hold", 7, lambda dosage: dosage.hold_seconds == 7),
        ("Rest between sets", 90, lambda dosage: dosage.rest_seconds == 90),
        ("Tempo, going out", 2, lambda dosage: dosage.tempo == Tempo(2, 2)),
        ("Duration", 20, lambda dosage: dosage.minutes == 20),
        ("Times a day", 3, lambda dosage: dosage.times_per_day == 3),
        ("Days a week", 5, lambda dosage: dosage.days_per_week == 5),
    ],
)
def test_a_number_becomes_the_dosage_and_undo_brings_it_back(
    page: PlanPage, name: str, value: int, expected: Callable[[Dosage], bool]
) -> None:
    before = held(page)
    box = field(page, QSpinBox, name)
    shown = box.value()

    box.setValue(value)
    assert expected(held(page).dosage)
    page.document.undo_stack.undo()

    assert held(page) == before
    assert box.value() == shown


def test_without_repetitions_or_minutes_the_former_dosage_stays_and_the_form_says_so(page: PlanPage) -> None:
    before = held(page)

    field(page, QSpinBox, "Repetitions").setValue(0)

    assert held(page) == before
    assert "Give repetitions or minutes. Until then the former dosage stays." in texts(page)


def test_a_side_is_one_press(page: PlanPage) -> None:
    assert held(page).side is None
    press(page, "Side: Right")
    assert held(page).side is Side.RIGHT
    assert "Right" in page.model.index_of(held(page).id).data(Qt.ItemDataRole.AccessibleTextRole)


def test_only_the_kinds_that_the_exercise_accepts_are_offered(page: PlanPage) -> None:
    shown = [button.text() for button in buttons(page, "Resistance: ") if button.isVisibleTo(page)]
    assert shown == ["None", "Cuff", "Band"]


def test_a_cuff_keeps_its_mass_as_typed_with_its_unit(page: PlanPage) -> None:
    press(page, "Resistance: Cuff")
    amount = field(page, QComboBox, "Cuff weight")

    amount.setCurrentText("2.50")

    assert held(page).resistance == CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND))
    assert str(held(page).resistance.mass.amount) == "2.50"
    assert "1.13 kg" in texts(page)
    amount.setCurrentText("heavy")
    assert str(held(page).resistance.mass.amount) == "2.50"
    assert any(text.startswith("Not taken over") for text in texts(page))


def test_a_decimal_comma_is_a_decimal_point(page: PlanPage) -> None:
    press(page, "Resistance: Cuff")
    field(page, QComboBox, "Cuff weight").setCurrentText("1,5")
    assert held(page).resistance == CuffWeight(Mass(Decimal("1.5"), MassUnit.POUND))


def test_a_band_has_maker_colour_form_and_place(page: PlanPage, resources: Resources) -> None:
    press(page, "Resistance: Band")
    maker = resources.choices.makers[1]

    maker_box = next(box for box in page.inspector.findChildren(QComboBox) if box.accessibleName() == "Band maker")
    maker_box.setCurrentText(maker.name)
    field(page, QComboBox, "Band colour").setCurrentText(maker.colours[2])
    field(page, QComboBox, "Band form").setCurrentText("loop")
    field(page, QComboBox, "Band position").setCurrentText("above the knees")

    assert held(page).resistance == Band(maker.colours[2], maker.name, BandForm.LOOP, BandPosition.ABOVE_KNEES)
    press(page, "Resistance: None")
    assert held(page).resistance == NoResistance()


def test_a_machine_can_be_without_load(page: PlanPage) -> None:
    page.commands.add_exercises(["leg-press-0-45"])
    page.board.choose([list(page.document.plan.prescriptions())[-1].id])
    assert list(page.document.plan.prescriptions())[-1].resistance == Machine()
    field(page, QComboBox, "Machine load").setCurrentText("40")
    assert list(page.document.plan.prescriptions())[-1].resistance == Machine(Mass(Decimal("40"), MassUnit.POUND))


def test_a_range_limit_is_switched_on_changed_and_off(page: PlanPage) -> None:
    switch = next(button for button in page.inspector.findChildren(QAbstractButton) if button.text() == "Limit the range")
    switch.click()
    assert held(page).range_limit == RangeLimit(Joint.KNEE_FLEXION, 0, 45)

    field(page, QSpinBox, "Highest angle").setValue(60)
    assert held(page).range_limit == RangeLimit(Joint.KNEE_FLEXION, 0, 60)
    field(page, QSpinBox, "Lowest angle").setValue(70)
    assert held(page).range_limit == RangeLimit(Joint.KNEE_FLEXION, 0, 60)
    switch.click()
    assert held(page).range_limit is None


def test_words_for_this_patient_change_the_plan_and_not_the_catalogue(page: PlanPage, resources: Resources) -> None:
    steps = field(page, QPlainTextEdit, "Steps, one a line")
    steps.setPlainText("Lie down.\n\n  Lift <b>slowly</b>. \n")
    field(page, QPlainTextEdit, "Note for this patient").setPlainText("Not on Sundays")

    assert held(page).text.steps == ("Lie down.", "Lift <b>slowly</b>.")
    assert held(page).note == "Not on Sundays"
    assert resources.catalogue.get("slr-flexion").for_patient.steps != held(page).text.steps


def test_a_text_of_a_hundred_thousand_letters_is_refused_with_a_word_and_stays_in_the_field(page: PlanPage) -> None:
    note = field(page, QPlainTextEdit, "Note for this patient")
    note.setPlainText("x" * 100_000)
    assert held(page).note == ""
    assert "not taken over" in page.notices.text
    assert len(note.toPlainText()) == 100_000


def test_typing_a_note_keeps_the_cursor_and_is_one_step(page: PlanPage) -> None:
    note = field(page, QPlainTextEdit, "Note for this patient")
    note.setFocus()
    QTest.keyClicks(note, "Keep  the knee straight ")

    assert held(page).note == "Keep  the knee straight "
    assert page.document.undo_stack.count() == 1
    page.document.undo_stack.undo()
    assert note.toPlainText() == ""


def test_a_phase_has_name_weeks_goal_and_criteria(page: PlanPage) -> None:
    page.board.choose(["Calm"])
    form = page.inspector.phase_form
    form._name.clear()
    QTest.keyClicks(form._name, "Settle")
    form._first.setValue(2)
    form._last.setValue(4)
    form._goal.setPlainText("Less pain")
    form._criteria.setPlainText("Pain 3 or less\nNo limp")

    phase = page.document.plan.phases[0]
    assert (phase.name, phase.weeks, phase.goal) == ("Settle", Weeks(2, 4), "Less pain")
    assert phase.criteria == ("Pain 3 or less", "No limp")


def test_the_form_follows_what_is_chosen(page: PlanPage) -> None:
    assert "Straight leg raise, lying on your back" in texts(page)
    page.board.choose([])
    assert "Choose an exercise or a phase in the plan to see and change it here." in texts(page)
    page.commands.add_exercises(["clamshell", "wall-sit"])
    assert "2 exercises" in texts(page)


def test_an_exercise_that_left_the_catalogue_can_still_be_changed(open_page: OpenPage) -> None:
    page = open_page(
        planned("""
        Calm
          an old exercise
    """)
    )
    page.board.choose(["an-old-exercise"])
    assert "Not in the catalogue any more. The plan keeps its own copy." in texts(page)
    field(page, QSpinBox, "Sets").setValue(5)
    assert held(page).dosage.sets == 5


def test_catalogue_defaults_are_what_is_given(page: PlanPage, resources: Resources) -> None:
    exercise = resources.catalogue.get("slr-flexion")
    assert held(page) == prescribe(exercise, held(page).id)


def press(page: PlanPage, name: str) -> None:
    next(button for button in page.inspector.findChildren(QAbstractButton) if button.accessibleName() == name).click()


def buttons(page: PlanPage, prefix: str) -> list[QAbstractButton]:
    return [button for button in page.inspector.findChildren(QAbstractButton) if button.accessibleName().startswith(prefix)]


def texts(page: PlanPage) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in page.inspector.findChildren(QLabel) if label.isVisibleTo(page.inspector)]


def test_a_corrected_side_offers_to_turn_what_is_still_for_the_other_leg(page: PlanPage) -> None:
    page.fields.set_side(Side.LEFT)
    assert held(page).side is Side.LEFT
    assert page.notices.text == "1 exercise was without a side: left"

    page.fields.set_side(Side.RIGHT)
    assert held(page).side is Side.LEFT
    assert page.notices.text == "1 exercise is still for the left leg."
    page.notices._action.click()

    assert held(page).side is Side.RIGHT


def test_every_label_of_the_page_shows_its_text_letter_by_letter(page: PlanPage) -> None:
    from PySide6.QtWidgets import QLabel

    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_with_nothing_chosen_the_plans_goal_and_pain_rule_can_be_set(page: PlanPage) -> None:
    page.board.choose([])
    goal = field(page, QPlainTextEdit, "Goal in the patient's words")
    goal.setPlainText("Run 5 km with my dog")
    field(page, QSpinBox, "Pain that is safe, up to").setValue(2)
    field(page, QSpinBox, "Pain that is acceptable, up to").setValue(4)

    plan = page.document.plan
    assert plan.goal == "Run 5 km with my dog"
    assert (plan.pain_rule.safe_up_to, plan.pain_rule.acceptable_up_to) == (2, 4)
    field(page, QSpinBox, "Pain that is safe, up to").setValue(6)
    assert page.document.plan.pain_rule.safe_up_to == 2
    assert "Safe must be below acceptable. Until then the former rule stays." in texts(page)
    page.document.undo_stack.undo()
    page.document.undo_stack.undo()
    assert goal.toPlainText() == ""


def test_the_patient_moves_on_and_is_told_when_there_is_no_next_phase(page: PlanPage) -> None:
    page.commands.add_phase()
    page.commands.advance_phase()
    assert page.document.plan.phase_now() == page.document.plan.phases[1]
    assert page.notices.text == "The patient is now in phase “Phase 2”"
    page.commands.advance_phase()
    assert page.notices.text == "The patient is in the last phase already."
