"""The whole of a plan file of version 1 as types, and the way to a plan and back.

These types are the file format and change only with its version; the domain may change every day. Every field is required: one
that is missing is damage, not a default. Bounds stand here once more because the JSON Schema is made from them. How bytes become
these values is not here but in `plan_file`.
"""

from datetime import date
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.exchange.written_prescription import WrittenPrescription
from pfss_desktop.exchange.written_texts import Id, IdOrEmpty, Line, LineOrEmpty, Text, UpTo20, UpTo100, Written

FORMAT: Final = "pfss-plan"
VERSION: Final = 1

Week = Annotated[int, Meta(ge=1, le=104)]


class WrittenWeeks(Written, frozen=True):
    """From the first to the last week."""

    first: Week
    last: Week

    def value(self) -> Weeks:
        """Return the weeks; raise OutOfBounds."""
        return Weeks(self.first, self.last)


class WrittenPainRule(Written, frozen=True):
    """Pain that is safe, and pain that is acceptable if it settles by the next morning."""

    safe_up_to: Annotated[int, Meta(ge=0, le=8)]
    acceptable_up_to: Annotated[int, Meta(ge=1, le=9)]

    def value(self) -> PainRule:
        """Return the rule; raise OutOfBounds."""
        return PainRule(self.safe_up_to, self.acceptable_up_to)


class WrittenPhase(Written, frozen=True):
    """A phase with its prescriptions in order."""

    id: Id
    name: Line
    goal: Text
    weeks: WrittenWeeks | None
    criteria: UpTo20[Text]
    prescriptions: UpTo100[WrittenPrescription]

    @classmethod
    def of(cls, phase: Phase) -> "WrittenPhase":
        """Return how a phase is written."""
        return cls(
            id=phase.id,
            name=phase.name,
            goal=phase.goal,
            weeks=WrittenWeeks(phase.weeks.first, phase.weeks.last) if phase.weeks else None,
            criteria=phase.criteria,
            prescriptions=tuple(map(WrittenPrescription.of, phase.prescriptions)),
        )

    def value(self) -> Phase:
        """Return the phase; raise OutOfBounds."""
        return Phase(
            id=self.id,
            name=self.name,
            goal=self.goal,
            weeks=self.weeks.value() if self.weeks else None,
            criteria=self.criteria,
            prescriptions=tuple(held.value() for held in self.prescriptions),
        )


class WrittenPlan(Struct, frozen=True, forbid_unknown_fields=True):
    """A plan with its phases in order."""

    # It does not check itself as the others do: ids that stand twice are told one by one by `plan_file`.

    id: Id
    title: Line
    condition: LineOrEmpty
    affected_side: Literal["left", "right", "both"] | None
    goal: Text
    current_phase: IdOrEmpty
    pain_rule: WrittenPainRule
    phases: UpTo20[WrittenPhase]

    @classmethod
    def of(cls, plan: Plan) -> "WrittenPlan":
        """Return how a plan is written."""
        return cls(
            id=plan.id,
            title=plan.title,
            condition=plan.condition,
            affected_side=_WRITTEN_SIDES[plan.affected_side],
            goal=plan.goal,
            current_phase=plan.current_phase,
            pain_rule=WrittenPainRule(plan.pain_rule.safe_up_to, plan.pain_rule.acceptable_up_to),
            phases=tuple(map(WrittenPhase.of, plan.phases)),
        )

    def value(self) -> Plan:
        """Return the plan; raise OutOfBounds for ids that stand twice or an unknown current phase."""
        return Plan(
            id=self.id,
            title=self.title,
            condition=self.condition,
            affected_side=Side(self.affected_side) if self.affected_side else None,
            goal=self.goal,
            current_phase=self.current_phase,
            pain_rule=self.pain_rule.value(),
            phases=tuple(phase.value() for phase in self.phases),
        )


class WrittenPatient(Written, frozen=True):
    """A patient by name, number and date of birth."""

    id: Id
    name: Line
    number: LineOrEmpty
    born: date | None

    @classmethod
    def of(cls, patient: Patient) -> "WrittenPatient":
        """Return how a patient is written."""
        return cls(patient.id, patient.name, patient.number, patient.born)

    def value(self) -> Patient:
        """Return the patient; raise OutOfBounds."""
        return Patient(self.id, self.name, self.number, self.born)


class WrittenFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: format and version first, then the patient (null unless asked for) and the plan."""

    format: Literal["pfss-plan"]
    version: Literal[1]
    patient: WrittenPatient | None
    plan: WrittenPlan


_WRITTEN_SIDES: dict[Side | None, Literal["left", "right", "both"] | None] = {
    None: None,
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.BOTH: "both",
}
