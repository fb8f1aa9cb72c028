"""What has changed since the visit before, in patient words: the marks beside exercises, and the part at the top of the sheet.

What counts as harder or easier is decided in `domain.comparison`; nothing here measures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pfss_desktop.domain.comparison import ExerciseChange, PlacedExercise, PlanComparison, PlanField, PrescriptionField, compare
from pfss_desktop.domain.effort import Effort
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.handout.content import DOT, ChangeList, ChangesPart, Labelled
from pfss_desktop.handout.dosage_words import amount_words, often_words
from pfss_desktop.handout.request import HandoutRequest, PhaseChoice
from pfss_desktop.handout.words import range_words, resistance_words, side_words
from pfss_desktop.language import _


class Changes(NamedTuple):
    """The part at the top (None where there is nothing to tell), and the marks by prescription id."""

    part: ChangesPart | None
    marks: Mapping[str, str]


def changes_of(request: HandoutRequest, shown: Sequence[Phase], numbers: Mapping[str, int]) -> Changes:
    """Compare the plan with the former one; `shown` are the phases on this sheet, `numbers` those of their exercises."""
    if request.former is None:
        return Changes(None, {})
    found = compare(request.former, request.plan, request.choices)
    added = [placed.prescription for placed in found.added if placed.prescription.id in numbers]
    changed = [change for change in found.changed if change.fields and change.after.id in numbers]
    marks = {held.id: new_mark() for held in added} | {change.after.id: effort_mark(change.effort) for change in changed}
    lists = [_names(new_mark(), [_numbered(held, numbers) for held in added])]
    for effort in (Effort.HARDER, Effort.EASIER, Effort.MIXED):
        # What cannot be ranked stands with what is harder in one way and easier in another: both are plainly changed.
        efforts = (effort, Effort.UNRANKED) if effort is Effort.MIXED else (effort,)
        lines = tuple(_told(change, numbers) for change in changed if change.effort in efforts)
        lists.append(ChangeList(effort_mark(effort), lines))
    lists.append(_moved(found, numbers))
    lists.append(_names(_("STOP"), [_stopped_name(placed, found, numbers) for placed in _stopped(request, found, numbers)]))
    kept = tuple(told for told in lists if told.lines)
    phase = _new_phase(request, found, shown)
    if not kept and not phase:
        return Changes(None, marks)
    return Changes(ChangesPart(_("What has changed since last time"), phase, kept), marks)


def new_mark() -> str:
    """Return the word beside an exercise that the patient has not had before."""
    return _("NEW")


def effort_mark(effort: Effort) -> str:
    """Return the word beside an exercise that was changed."""
    if effort is Effort.HARDER:
        return _("MORE")
    return _("LESS") if effort is Effort.EASIER else _("CHANGED")


def _told(change: ExerciseChange, numbers: Mapping[str, int]) -> Labelled:
    label = _("{name}:").format(name=_numbered(change.after, numbers))
    has_rest = any(told.field is PrescriptionField.REST for told in change.fields)
    was, now = _facts(change.before, has_rest=has_rest), _facts(change.after, has_rest=has_rest)
    gone = ", ".join(fact for fact in was if fact not in now)
    come = ", ".join(fact for fact in now if fact not in was)
    if come and gone:
        return Labelled(label, _("now {now} (before: {before})").format(now=come, before=gone))
    if come:
        return Labelled(label, _("now {now}").format(now=come))
    if gone:
        return Labelled(label, _("no longer {before}").format(before=gone))
    return Labelled(label, _("the description is new, please read it again"))


def _facts(held: Prescription, *, has_rest: bool) -> tuple[str, ...]:
    """Return all that is said of an exercise's doing; a rest that stays is left out, as its words follow the number of sets."""
    if not has_rest:
        held = replace(held, dosage=replace(held.dosage, rest_seconds=0))
    use = resistance_words(held.resistance)
    use = _("with {thing}").format(thing=use) if use else ""
    facts = (side_words(held), *amount_words(held), *often_words(held.dosage), use, range_words(held.range_limit))
    return tuple(fact[:1].lower() + fact[1:] for fact in facts if fact)


def _moved(found: PlanComparison, numbers: Mapping[str, int]) -> ChangeList:
    moved = [change for change in found.changed if change.is_moved and change.after.id in numbers]
    text = _("now in “{phase}”")
    lines = tuple(
        Labelled(_("{name}:").format(name=_numbered(change.after, numbers)), text.format(phase=change.phase_after.name))
        for change in moved
    )
    return ChangeList(_("MOVED"), lines)


def _stopped(request: HandoutRequest, found: PlanComparison, numbers: Mapping[str, int]) -> Sequence[PlacedExercise]:
    """Return what is no longer to be done; of a sheet with one phase only, what its last sheet had and this one has not."""
    if request.phases is PhaseChoice.ALL:
        return found.stopped
    before = found.before.phase_now()
    if before is None or PlanField.PRESENT_PHASE in found.fields:
        # A sheet of another phase says by itself that only its own exercises are to be done.
        return ()
    gone = {placed.prescription.id for placed in found.stopped}
    gone |= {change.before.id for change in found.changed if change.after.id not in numbers}
    return [PlacedExercise(held, before) for held in before.prescriptions if held.id in gone]


def _stopped_name(placed: PlacedExercise, found: PlanComparison, numbers: Mapping[str, int]) -> str:
    """Return the name, with the phase where the same exercise goes on in another one."""
    name = placed.prescription.text.name
    going_on = {held.exercise_id for held in found.after.prescriptions() if held.id in numbers}
    if placed.prescription.exercise_id not in going_on:
        return name
    return _("{name} (only in “{phase}”)").format(name=name, phase=placed.phase.name)


def _new_phase(request: HandoutRequest, found: PlanComparison, shown: Sequence[Phase]) -> str:
    now = found.after.phase_now()
    if now is None or now not in shown or PlanField.PRESENT_PHASE not in found.fields:
        return ""
    if request.phases is PhaseChoice.CURRENT:
        return _("You start “{phase}” now. Do only the exercises on this sheet.").format(phase=now.name)
    return _("You are in “{phase}” now.").format(phase=now.name)


def _names(mark: str, names: Sequence[str]) -> ChangeList:
    return ChangeList(mark, (Labelled("", DOT.join(names)),) if names else ())


def _numbered(held: Prescription, numbers: Mapping[str, int]) -> str:
    return _("{number}. {name}").format(number=numbers[held.id], name=held.text.name)
