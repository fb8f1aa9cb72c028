"""The plan model follows any edit by exact steps: hypothesis edits, undoes, saves and reopens under Qt's fatal model tester."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits import phases, prescriptions
from pfss_desktop.domain.edits.ordering import sort_by_position
from pfss_desktop.domain.edits.pasting import paste_exercises, paste_phases
from pfss_desktop.domain.edits.several import change_several
from pfss_desktop.domain.exercise import PositionGroup
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription_words import wanted_change
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.ui.plan_model import PlanModel
from tests.pictures import outline, planned, prescribed

PLACES = st.integers(0, 7)


class AnyEdits(RuleBasedStateMachine):
    """Random edits, undo and redo, saves and reopenings; the model shows the plan at every step, the database what was saved."""

    @initialize()
    def open_a_plan(self) -> None:
        self.folder = TemporaryDirectory()
        root = Path(self.folder.name)
        self.library = PlanDatabase.open(root / "plans.sqlite", root / "backups")
        start = planned("""
            Calm
              quad set
            Strength
        """)
        self.document = PlanDocument(self.library.add_plan(start, None, date(2026, 1, 1)))
        self.model = PlanModel(self.document, Catalogue())
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.watched: dict[str, QPersistentModelIndex] = {}

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.folder.cleanup()

    @rule(place=PLACES)
    def add_phase(self, place: int) -> None:
        if len(self.plan.phases) < 8:
            self.document.edit("add phase", phases.add_phase(self.plan, Phase(new_id(), "New"), place))

    @precondition(lambda self: self.plan.phases)
    @rule(which=PLACES)
    def remove_phase(self, which: int) -> None:
        self.document.edit("remove phase", phases.remove_phase(self.plan, self.phase_id(which)))

    @precondition(lambda self: self.plan.phases)
    @rule(which=PLACES, place=PLACES)
    def move_phase(self, which: int, place: int) -> None:
        self.document.edit("move phase", phases.move_phase(self.plan, self.phase_id(which), place))

    @precondition(lambda self: self.plan.phases)
    @rule(which=PLACES, place=PLACES, count=st.integers(1, 3))
    def add_exercises(self, which: int, place: int, count: int) -> None:
        added = [prescribed("squat", new_id()) for _each in range(count)]
        self.document.edit("add", prescriptions.add_exercises(self.plan, self.phase_id(which), added, place))

    @precondition(lambda self: any(self.plan.prescriptions()))
    @rule(chosen=st.sets(PLACES, min_size=1, max_size=4), which=PLACES, place=PLACES)
    def move_exercises(self, chosen: set[int], which: int, place: int) -> None:
        moved = prescriptions.move_exercises(self.plan, self.held_ids(chosen), self.phase_id(which), place)
        self.document.edit("move", moved)

    @precondition(lambda self: any(self.plan.prescriptions()))
    @rule(chosen=st.sets(PLACES, min_size=1, max_size=3))
    def remove_exercises(self, chosen: set[int]) -> None:
        self.document.edit("remove", prescriptions.remove_exercises(self.plan, self.held_ids(chosen)))

    @precondition(lambda self: any(self.plan.prescriptions()))
    @rule(chosen=st.sets(PLACES, min_size=1, max_size=3))
    def duplicate(self, chosen: set[int]) -> None:
        self.document.edit("duplicate", prescriptions.duplicate_exercises(self.plan, self.held_ids(chosen)))

    @precondition(lambda self: any(self.plan.prescriptions()))
    @rule(chosen=PLACES, sets=st.integers(1, 20))
    def dose(self, chosen: int, sets: int) -> None:
        held = self.held_ids({chosen}).pop()
        dosage = Dosage(sets, RepRange(8, 12))
        self.document.edit("dose", prescriptions.set_dosage(self.plan, held, dosage), f"{held}.sets")

    @precondition(lambda self: any(self.plan.prescriptions()))
    @rule(chosen=st.sets(PLACES, min_size=1, max_size=4), words=st.sampled_from(["3x12", "left", "2 lb", "hold 5, 5 days"]))
    def change_several(self, chosen: set[int], words: str) -> None:
        ids = self.held_ids(chosen)
        done = change_several(self.plan, ids, wanted_change(words), Catalogue().get, ResistanceChoices())
        self.document.edit("several", done.plan)

    @precondition(lambda self: self.plan.phases)
    @rule(which=PLACES, order=st.permutations(list(PositionGroup)))
    def sort_phase(self, which: int, order: list[PositionGroup]) -> None:
        positions = iter(order * 20)
        sort = sort_by_position(self.plan, self.phase_id(which), lambda _exercise_id: next(positions, None))
        self.document.edit("sort", sort)

    @precondition(lambda self: any(self.plan.prescriptions()))
    @rule(chosen=st.sets(PLACES, min_size=1, max_size=3), which=PLACES, place=PLACES, is_own=st.booleans())
    def paste_exercises(self, chosen: set[int], which: int, place: int, is_own: bool) -> None:
        copied = [self.plan.prescription(held) for held in sorted(self.held_ids(chosen))]
        pasted = paste_exercises(self.plan, self.phase_id(which), copied, place, is_own=is_own)
        self.document.edit("paste", pasted)

    @precondition(lambda self: 0 < len(self.plan.phases) < 8)
    @rule(which=PLACES, place=PLACES)
    def paste_phase(self, which: int, place: int) -> None:
        phase = self.plan.phase(self.phase_id(which))
        self.document.edit("paste phase", paste_phases(self.plan, [phase], place))

    @rule()
    def undo(self) -> None:
        self.document.undo_stack.undo()

    @rule()
    def redo(self) -> None:
        self.document.undo_stack.redo()

    @rule()
    def save_and_reopen(self) -> None:
        self.document.note_opened(self.library.save_plan(self.document.opened, self.plan))
        assert self.library.open_plan(self.plan.id).plan == self.plan

    @invariant()
    def shows_the_plan(self) -> None:
        if hasattr(self, "model"):
            rows = [self.model.index(row, 0) for row in range(self.model.rowCount())]
            shown = [(self.model.item(row), self.held_at(row)) for row in rows]
            assert shown == [(phase, list(phase.prescriptions)) for phase in self.plan.phases]

    @invariant()
    def indexes_kept_since_the_last_step_still_show_their_item(self) -> None:
        if hasattr(self, "model"):
            here = {held.id for held in self.plan.prescriptions()}
            for held_id, index in self.watched.items():
                assert index.isValid() == (held_id in here)
                assert not index.isValid() or self.model.item(index).id == held_id
            self.watched = {held_id: QPersistentModelIndex(self.model.index_of(held_id)) for held_id in here}

    def held_at(self, row: object) -> list[object]:
        return [self.model.item(self.model.index(place, 0, row)) for place in range(self.model.rowCount(row))]

    @property
    def plan(self) -> object:
        return self.document.plan

    def phase_id(self, which: int) -> str:
        return self.plan.phases[which % len(self.plan.phases)].id

    def held_ids(self, chosen: set[int]) -> set[str]:
        held = [item.id for item in self.plan.prescriptions()]
        return {held[which % len(held)] for which in chosen}


def test_any_edits(qapp: object) -> None:
    AnyEdits.TestCase.settings = settings(
        max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
    )
    AnyEdits.TestCase().runTest()


def test_hundreds_of_edits_undone_and_redone_come_back_the_same(qapp: object) -> None:
    document = PlanDocument(_opened("Calm"))
    model = PlanModel(document, Catalogue())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pictures = [outline(document.plan)]
    for number in range(200):
        held = [item.id for item in document.plan.prescriptions()]
        if number % 2:
            changed = prescriptions.move_exercises(document.plan, held[:2], "Calm", number % 7)
        else:
            changed = prescriptions.add_exercises(document.plan, "Calm", [prescribed(f"step {number}")], number % 4)
        document.edit("step", changed)
        pictures.append(outline(document.plan))
    steps = document.undo_stack.count()

    for _step in range(steps):
        document.undo_stack.undo()
    assert outline(document.plan) == pictures[0]
    for _step in range(steps):
        document.undo_stack.redo()
    assert outline(document.plan) == pictures[-1]
    assert model.rowCount(model.index(0, 0)) == len(document.plan.phases[0].prescriptions)
    del tester


def _opened(drawn: str) -> object:
    from pfss_desktop.domain.visits import OpenPlan, Visit

    return OpenPlan(planned(drawn), Visit("visit", 1, date(2026, 1, 1)))
