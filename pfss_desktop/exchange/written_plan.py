"""The whole of a plan file of version 2 as types, and the way to a plan and back.

These types are the file format and change only with its version; the domain may change every day. Every field is required: one
that is missing is damage, not a default. Bounds stand here once more because the JSON Schema is made from them. How bytes become
these values is not here but in `plan_file`.
"""

from datetime import date
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.exchange.written_patient import WrittenPatient
from pfss_desktop.exchange.written_prescription import WrittenPrescription
from pfss_desktop.exchange.written_record import WrittenIntake, WrittenRecord
from pfss_desktop.exchange.written_texts import Id, IdOrEmpty, Line, LineOrEmpty, Text, UpTo20, UpTo100, Written
from pfss_desktop.language import marked

FORMAT: Final = "pfss-plan"
VERSION: Final = 2

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
    intake: WrittenIntake
    education: UpTo100[Id]
    dismissed_checks: Annotated[tuple[Line, ...], Meta(max_length=2_000, description=marked("a list of at most 2000 entries"))]
    record: WrittenRecord
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
            intake=WrittenIntake.of(plan.intake),
            education=plan.education,
            dismissed_checks=plan.dismissed_checks,
            record=WrittenRecord.of(plan.record),
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
            intake=self.intake.value(),
            education=self.education,
            dismissed_checks=self.dismissed_checks,
            record=self.record.value(),
            phases=tuple(phase.value() for phase in self.phases),
        )


class WrittenVisit(Struct, frozen=True, forbid_unknown_fields=True):
    """A former visit: its date, and the plan as it was then."""

    on: date
    plan: WrittenPlan


class WrittenFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: format and version first, then the patient (null unless asked for) and the plan.

    Where its history was asked for it has the date of the plan's visit, `on`, and the former visits, the earliest first.
    """

    format: Literal["pfss-plan"]
    version: Literal[2]
    patient: WrittenPatient | None
    on: date | None
    plan: WrittenPlan
    former_visits: Annotated[
        tuple[WrittenVisit, ...], Meta(max_length=1_000, description=marked("a list of at most 1000 entries"))
    ]


_WRITTEN_SIDES: dict[Side | None, Literal["left", "right", "both"] | None] = {
    None: None,
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.BOTH: "both",
}
