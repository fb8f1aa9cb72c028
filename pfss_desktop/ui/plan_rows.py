"""The rows a plan model shows, and the steps from one plan's rows to another's. No Qt: the model announces the steps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription


@dataclass
class PhaseRow:
    """One phase as shown: a key that stays while the phase is on show, and its prescriptions."""

    key: int
    phase: Phase
    held: list[Prescription] = field(default_factory=list)


class Announcer(Protocol):
    """Told before and after every step; `key` None means the list of phases, else the phase with this key."""

    def inserting(self, key: int | None, row: int) -> None:
        """Hear that a row is about to come in."""
        ...

    def inserted(self) -> None:
        """Hear that it is in."""
        ...

    def removing(self, key: int | None, row: int) -> None:
        """Hear that a row is about to go."""
        ...

    def removed(self) -> None:
        """Hear that it is gone."""
        ...

    def moving(self, key: int | None, row: int, to_key: int | None, to_row: int) -> None:
        """Hear that a row is about to go before what stands at `to_row`."""
        ...

    def moved(self) -> None:
        """Hear that it has gone there."""
        ...

    def changed(self, key: int | None, row: int) -> None:
        """Hear that a row shows something else now."""
        ...


class PlanRows:
    """Mutable rows that follow immutable plans by id, one announced step at a time."""

    def __init__(self, plan: Plan, announcer: Announcer) -> None:
        self._announcer = announcer
        self._next_key = 1
        self.phases: list[PhaseRow] = []
        for phase in plan.phases:
            self.phases.append(self._new_row(phase, list(phase.prescriptions)))

    def with_key(self, key: int) -> tuple[int, PhaseRow] | None:
        """Return the row number and the phase row with this key, or None."""
        for number, row in enumerate(self.phases):
            if row.key == key:
                return number, row
        return None

    def follow(self, plan: Plan) -> None:
        """Turn the rows into this plan's by exact inserts, removals, moves and changes."""
        self._remove_vanished({held.id for held in plan.prescriptions()})
        self._insert_phases(plan)
        for phase in plan.phases:
            self._fill_phase(phase)
        self._remove_phases({phase.id for phase in plan.phases})
        self._order_phases(plan)
        self._note_changes(plan)

    def _new_row(self, phase: Phase, held: list[Prescription]) -> PhaseRow:
        self._next_key += 1
        return PhaseRow(self._next_key, phase, held)

    def _remove_vanished(self, kept: set[str]) -> None:
        for row in self.phases:
            for number in reversed(range(len(row.held))):
                if row.held[number].id not in kept:
                    self._announcer.removing(row.key, number)
                    del row.held[number]
                    self._announcer.removed()

    def _insert_phases(self, plan: Plan) -> None:
        shown = {row.phase.id for row in self.phases}
        for phase in plan.phases:
            if phase.id not in shown:
                self._announcer.inserting(None, len(self.phases))
                self.phases.append(self._new_row(phase, []))
                self._announcer.inserted()

    def _fill_phase(self, phase: Phase) -> None:
        target = next(row for row in self.phases if row.phase.id == phase.id)
        for to_row, wanted in enumerate(phase.prescriptions):
            if to_row < len(target.held) and target.held[to_row].id == wanted.id:
                continue
            found = next(((row, number) for row, number in self._places() if row.held[number].id == wanted.id), None)
            if found is None:
                self._announcer.inserting(target.key, to_row)
                target.held.insert(to_row, wanted)
                self._announcer.inserted()
            else:
                source, number = found
                self._announcer.moving(source.key, number, target.key, to_row)
                target.held.insert(to_row, source.held.pop(number))
                self._announcer.moved()

    def _places(self) -> Iterator[tuple[PhaseRow, int]]:
        for row in self.phases:
            for number in range(len(row.held)):
                yield row, number

    def _remove_phases(self, kept: set[str]) -> None:
        for number in reversed(range(len(self.phases))):
            if self.phases[number].phase.id not in kept:
                self._announcer.removing(None, number)
                del self.phases[number]
                self._announcer.removed()

    def _order_phases(self, plan: Plan) -> None:
        for to_row, phase in enumerate(plan.phases):
            number = next(number for number, row in enumerate(self.phases) if row.phase.id == phase.id)
            if number != to_row:
                self._announcer.moving(None, number, None, to_row)
                self.phases.insert(to_row, self.phases.pop(number))
                self._announcer.moved()

    def _note_changes(self, plan: Plan) -> None:
        for number, (row, phase) in enumerate(zip(self.phases, plan.phases, strict=True)):
            if row.phase != phase:
                row.phase = phase
                self._announcer.changed(None, number)
            for place, wanted in enumerate(phase.prescriptions):
                if row.held[place] != wanted:
                    row.held[place] = wanted
                    self._announcer.changed(row.key, place)
