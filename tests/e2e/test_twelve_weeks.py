"""Six visits over twelve weeks, from the first to discharge, through the real window; every sheet agrees with what was done."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.comparison import PlanComparison, compare
from pfss_desktop.domain.edits.prescriptions import set_resistance, set_side
from pfss_desktop.domain.edits.records import set_day_pain, set_response
from pfss_desktop.domain.effort import Effort
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.progression.judging import NextStep
from pfss_desktop.domain.record import DiaryDay, Quality, Response
from pfss_desktop.domain.resistance import Band, BandForm, BandPosition, CuffWeight, Mass, MassUnit
from pfss_desktop.ui.advance_dialog import AdvanceDialog
from pfss_desktop.ui.intake_dialog import IntakeDialog
from tests.e2e.clinic import Clinic, clinic_open, words_of

GREEN = Band("green", "TheraBand", BandForm.LOOP, BandPosition.ABOVE_KNEES)
RED = Band("red", "TheraBand", BandForm.LOOP, BandPosition.ABOVE_KNEES)


def first_visit(clinic: Clinic) -> bytes:
    """A new patient: template, side, what is asked before a plan, a cuff, scores, and the sheet to take home."""
    window = clinic._program.window
    window.start_page.patients_room.desk.add(Patient("jo", "Jo Example", "A-17"))
    clinic.settle()
    page = clinic.opened_with(lambda: window.start_from_template("pfss-classic", "jo"))
    assert page.document.patient is not None
    page.header.side_chosen.emit(Side.RIGHT)
    page.intake.ask()
    asked = clinic.dialog(IntakeDialog)
    asked.none_found.click()
    asked.minutes.setValue(25)
    asked._settle()
    assert page.intake_line.line.startswith("Red flags: none")
    held = page.document.plan.phases[0].prescriptions[2]
    page.document.edit("Cuff", set_resistance(page.document.plan, held.id, CuffWeight(Mass(Decimal(1), MassUnit.POUND))))
    clinic.score(worst_pain="6", usual_pain="4")
    return clinic.sheet("visit-1")


def keyed_diary(clinic: Clinic) -> None:
    """Key in the brought-back diary: everything was done as it stood on the sheet."""
    clinic.page.follow_up.panel._fill.click()
    assert clinic.page.document.plan.record.diary_entries


def marks(sheet: bytes, found: PlanComparison, shown: list[str]) -> None:
    """Hold the change marks of a sheet against the plan's own history; `shown` are the exercises printed."""
    words = words_of(sheet)
    told = words.split("What has changed since last time", 1)[1] if "What has changed since last time" in words else ""
    for placed in found.added:
        if placed.prescription.id in shown:
            assert placed.prescription.text.name in told, f"NEW {placed.prescription.text.name}"
            assert "NEW" in told
    for change in found.changed:
        if change.after.id in shown and change.fields:
            mark = {Effort.HARDER: "MORE", Effort.EASIER: "LESS"}.get(change.effort, "CHANGED")
            assert change.after.text.name in told, f"{mark} {change.after.text.name}"
            assert mark in told, mark
    if not (found.added or found.changed or found.stopped or found.fields):
        assert "MORE" not in words
        assert "NEW" not in words


def printed(plan: Plan) -> list[str]:
    """The ids of all prescriptions; these sheets show every phase."""
    return [held.id for held in plan.prescriptions()]


def agree(clinic: Clinic, sheet: bytes, former: Plan) -> PlanComparison:
    """Hold a sheet against what was changed since the former visit, and return what that was."""
    plan = clinic.page.document.plan
    found = compare(former, plan, clinic.page._desk.resources.choices)
    marks(sheet, found, printed(plan))
    return found


def test_six_visits_from_the_first_to_discharge(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with clinic_open(qtbot, tmp_path, monkeypatch) as clinic:
        sheet = first_visit(clinic)
        first = clinic.page.document.plan
        assert "What has changed" not in words_of(sheet)
        clinic.visit_over()

        # Visit 2, week 2: the diary came back, it goes well; the program suggests, the therapist takes all of it.
        clinic.weeks_later(2)
        page = clinic.come_back_with(sheet)
        assert (page.document.opened.visit.number, page.document.plan.record.scores) == (2, ())
        keyed_diary(clinic)
        clinic.score(worst_pain="4", usual_pain="2")
        went_well(clinic)
        page.follow_up.open()
        suggested = page.follow_up.follow_up.suggestions()
        assert NextStep.PROGRESS in {each.next_step for each in suggested}, [(s.next_step, s.reason) for s in suggested]
        page.follow_up.panel.next_steps.accept_all()
        second = page.document.plan
        sheet = clinic.sheet("visit-2")
        found = agree(clinic, sheet, first)
        assert any(change.effort is Effort.HARDER for change in found.changed)
        clinic.visit_over()

        # Visit 3, week 4: it hurt; steps back are suggested, one is taken. The band and a side change. The gate opens.
        clinic.weeks_later(2)
        page = clinic.come_back_with(sheet)
        hurt(clinic)
        clinic.score(worst_pain="7", usual_pain="5")
        back = [each for each in page.follow_up.follow_up.suggestions() if each.next_step is NextStep.STEP_BACK]
        assert back
        page.follow_up.follow_up.accept(back[:1])
        clams = next(held for held in page.document.plan.phases[1].prescriptions if held.exercise_id.startswith("clamshell"))
        page.document.edit("Band", set_resistance(page.document.plan, clams.id, RED))
        page.document.edit("Side", set_side(page.document.plan, clams.id, Side.LEFT))
        moved_on(clinic)
        assert page.document.plan.current_phase == page.document.plan.phases[1].id
        sheet = clinic.sheet("visit-3")
        found = agree(clinic, sheet, second)
        assert any(change.after.id == clams.id for change in found.changed)
        clinic.visit_over()

        # Visit 4, week 6: that was too much; the plan becomes what it was at visit 2. What was scored today stays.
        clinic.weeks_later(2)
        page = clinic.come_back_with(sheet)
        third = page.document.plan
        clinic.score(worst_pain="5", usual_pain="3")
        page.visits.bring_back(page.visits.visits[2].visit)
        clinic.settle()
        assert page.document.plan.phases == second.phases
        assert len(page.document.plan.record.scores) == 2
        sheet = clinic.sheet("visit-4")
        agree(clinic, sheet, third)
        clinic.visit_over()

        # Visit 5, week 9: another band, one exercise stops, a harder one comes.
        clinic.weeks_later(3)
        page = clinic.come_back_with(sheet)
        fourth = page.document.plan
        gone = page.document.plan.phases[0].prescriptions[0]
        page.board.choose([gone.id])
        page.commands.remove_chosen()
        clams = next(held for held in page.document.plan.phases[1].prescriptions if held.exercise_id.startswith("clamshell"))
        page.document.edit("Band", set_resistance(page.document.plan, clams.id, GREEN))
        page.board.choose([page.document.plan.phases[1].id])
        page.commands.add_exercises(["lateral-band-walk"])
        clinic.score(worst_pain="2", usual_pain="1")
        sheet = clinic.sheet("visit-5")
        found = agree(clinic, sheet, fourth)
        assert [placed.prescription.id for placed in found.stopped] == [gone.id]
        assert f"STOP {gone.text.name}" in words_of(sheet)
        assert [placed.prescription.exercise_id for placed in found.added] == ["lateral-band-walk"]
        clinic.visit_over()

        # Visit 6, week 12: discharge. Nothing changes but the scores; the plan is put away.
        clinic.weeks_later(3)
        page = clinic.come_back_with(sheet)
        fifth = page.document.plan
        clinic.score(worst_pain="0", usual_pain="0")
        sheet = clinic.sheet("visit-6")
        assert not agree(clinic, sheet, fifth)
        page.visits.ask_timeline()
        clinic.settle()
        assert [summary.visit.number for summary in page.visits.visits] == [6, 5, 4, 3, 2, 1]
        plan_id = page.document.plan.id
        clinic.visit_over()

        library = clinic._program._library
        former = [library.open_visit(summary.visit.id) for summary in library.visits(plan_id)]
        worst = [next(score.value for score in opened.plan.record.scores) for opened in reversed(former)]
        assert worst == [6, 4, 7, 5, 2, 0]
        assert [(opened.visit.on - former[-1].visit.on).days for opened in reversed(former)] == [0, 14, 28, 42, 63, 84]
        assert former[-1].plan == first
        put_away(clinic, plan_id)


def went_well(clinic: Clinic) -> None:
    """Say of every former exercise of the present phase that it was done well, over the reps, without pain."""
    plan = clinic.page.document.plan
    for held in plan.phase_now().prescriptions:
        high = held.dosage.reps.high if held.dosage.reps else None
        plan = set_response(plan, Response(held.id, high + 2 if high else None, Quality.GOOD, 1, 1))
    clinic.page.document.edit("Went well", set_day_pain(plan, DiaryDay(1, 1, 0)))


def hurt(clinic: Clinic) -> None:
    """Say of every former exercise of the present phase that it hurt more than the plan's rule allows."""
    plan = clinic.page.document.plan
    for held in plan.phase_now().prescriptions:
        plan = set_response(plan, Response(held.id, None, Quality.FAIR, 8, 8))
    clinic.page.document.edit("Hurt", plan)


def moved_on(clinic: Clinic) -> None:
    """Tick the gate's criteria and let the next phase begin as it is proposed."""
    panel = clinic.page.follow_up.panel
    clinic.page.follow_up.open()
    for box in panel.gate.boxes():
        if not box.is_ticked:
            box.box.toggle()
    assert all(box.is_ticked for box in panel.gate.boxes())
    panel.gate.ask_to_move_on()
    QApplication.processEvents()
    dialog = clinic.dialog(AdvanceDialog)
    dialog._go()


def put_away(clinic: Clinic, plan_id: str) -> None:
    """Take the discharged plan off the lists; it is still there for who asks."""
    window = clinic._program.window
    window.start_page.patients_room.desk.put_plan_away(plan_id, "Plan")
    clinic.settle()
    assert clinic._program._library.recent_plans() == []
    assert [kept.plan_id for kept in clinic._program._library.plans_of("jo", removed=True)] == [plan_id]
