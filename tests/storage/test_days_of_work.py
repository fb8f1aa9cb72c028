"""Random days of work: edits saved step by step, plans reopened, put away and brought back, two windows on one plan."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.library import NotFound, SaveConflict
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import DAY, SAMPLE_PLAN, House
from tests.strategies import patients, plan_edits


class DaysOfWork(RuleBasedStateMachine):
    """The open plan beside its database; `window` is the same plan as another window opened it some time ago."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.house = House(Path(self.folder.name))
        self.database = self._open()
        self.opened = self.database.add_plan(replace(SAMPLE_PLAN, id=new_id()), None, DAY)
        self.plan = self.opened.plan
        self.window = self.opened
        self.is_removed = False

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.plan = data.draw(plan_edits(self.plan))(self.plan)

    @rule()
    def save(self) -> None:
        self.opened = self.database.save_plan(self.opened, self.plan)

    @rule()
    def look_in_another_window(self) -> None:
        if not self.is_removed:
            self.window = self.database.open_plan(self.plan.id)

    @rule(data=st.data())
    def save_in_the_other_window(self, data: st.DataObject) -> None:
        edited = replace(data.draw(plan_edits(self.window.plan))(self.window.plan), title=f"window {new_id()}")
        if self.window.saved_count == self.opened.saved_count:
            self.window = self.opened = self.database.save_plan(self.window, edited)
            self.plan = self.opened.plan
        else:
            with pytest.raises(SaveConflict):
                self.database.save_plan(self.window, edited)

    @rule(patient=patients())
    def give_to_a_new_patient(self, patient: object) -> None:
        patient = replace(patient, id=new_id())
        self.database.add_patient(patient)
        self.opened = self.database.assign_patient(self.opened, patient.id)

    @rule()
    def give_to_nobody(self) -> None:
        self.opened = self.database.assign_patient(self.opened, None)

    @rule()
    def put_away(self) -> None:
        self.database.remove_plan(self.plan.id)
        self.is_removed = True

    @rule()
    def bring_back(self) -> None:
        self.database.restore_plan(self.plan.id)
        self.is_removed = False

    @precondition(lambda self: self.opened.saved_count % 5 == 4)
    @rule()
    def start_the_program_again(self) -> None:
        self.database.close()
        self.database = self._open()

    @invariant()
    def the_database_holds_what_was_saved_last(self) -> None:
        if self.is_removed:
            assert self.database.recent_plans() == []
            with pytest.raises(NotFound):
                self.database.open_plan(self.plan.id)
        else:
            assert repr(self.database.open_plan(self.plan.id)) == repr(self.opened)

    @invariant()
    def the_list_says_what_the_plan_is(self) -> None:
        for line in self.database.recent_plans():
            saved = self.opened.plan
            counted = (len(saved.phases), len(list(saved.prescriptions())))
            assert (line.title, line.condition) == (saved.title, saved.condition)
            assert (line.phase_count, line.exercise_count) == counted
            assert line.patient_name == (self.opened.patient.name if self.opened.patient else "")

    def _open(self) -> PlanDatabase:
        return PlanDatabase.open(self.house.file, self.house.backups)


TestDaysOfWork = DaysOfWork.TestCase
TestDaysOfWork.settings = settings(
    max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
