"""The visit in short hand for the therapist's own record: plain text without the patient's name. No widgets, no clipboard."""

from collections.abc import Iterator

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.comparison import PlanComparison, compare
from pfss_desktop.domain.intake import Intake, Irritability
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.visits import OpenPlan, Visit
from pfss_desktop.handout.therapist_words import BETWEEN, parameters
from pfss_desktop.handout.words import date_words, knee_words, weeks_words
from pfss_desktop.language import _, translated
from pfss_desktop.ui.change_words import change_lines, resistance_words
from pfss_desktop.ui.chips import range_text, side_text


def chart_text(opened: OpenPlan, former: OpenPlan | None, choices: ResistanceChoices) -> str:
    """Return diagnosis, screening, scores, the present phase a line for each exercise, and what is new since the former visit."""
    plan = opened.plan
    lines = [
        _diagnosis(plan),
        "" if opened.is_template else _visit(opened.visit),
        _labelled(_("Goal"), plan.goal),
        *_intake(plan.intake),
        _labelled(_("Scores"), BETWEEN.join(map(_score, plan.record.scores))),
        *_present_phase(plan),
        *_changes(opened, former, choices),
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _diagnosis(plan: Plan) -> str:
    knee = knee_words(plan.affected_side) or _("side not set")
    code = plan.intake.diagnosis_code.strip()
    told = _("{condition}, {knee}").format(condition=translated(plan.condition or plan.title), knee=knee)
    return f"{told} ({code})" if code else told


def _visit(visit: Visit) -> str:
    return _("Visit {number}, {date}").format(number=visit.number, date=date_words(visit.on))


def _labelled(label: str, text: str) -> str:
    return _("{label}: {text}").format(label=label, text=" ".join(text.split())) if text.strip() else ""


def _intake(intake: Intake) -> Iterator[str]:
    screen = intake.red_flags
    if screen is None:
        yield _("Red flags: no screening recorded")
    else:
        found = ", ".join(flag.replace("-", " ") for flag in screen.found) or _("none found")
        yield _("Red flags, asked on {date}: {found}").format(date=date_words(screen.on), found=found)
    if intake.irritability is not None:
        yield _labelled(_("Irritability"), _irritability(intake.irritability))


def _irritability(irritability: Irritability) -> str:
    return {Irritability.LOW: _("low"), Irritability.MODERATE: _("moderate"), Irritability.HIGH: _("high")}[irritability]


def _score(score: Score) -> str:
    name = score.label.strip() or score.measure.replace("-", " ").upper()
    side = f" {side_letter(score.side)}" if score.side else ""
    return f"{name}{side} {score.value:f} {score.unit}".strip()


def _present_phase(plan: Plan) -> Iterator[str]:
    phase = plan.phase_now()
    if phase is None:
        yield _("No phase yet")
        return
    number = plan.phases.index(phase) + 1
    told = _("Phase {number} of {count}: {name}").format(number=number, count=len(plan.phases), name=translated(phase.name))
    weeks = weeks_words(phase.weeks)
    yield f"{told} ({weeks})" if weeks else told
    yield from (f"{at}. {_prescription(held)}" for at, held in enumerate(phase.prescriptions, 1))
    if not phase.prescriptions:
        yield _no_exercises(phase)


def _no_exercises(phase: Phase) -> str:
    return _("no exercises in {phase}").format(phase=translated(phase.name))


def _prescription(held: Prescription) -> str:
    """Return one line, such as "Straight leg raise R: 3 × 10; hold 5 s; 2/day; 7 days/week; about 4 min/day; Cuff 2 lb"."""
    name = translated(held.text.name)
    side = side_letter(held.side) if held.side else ""
    parts = [parameters(held), resistance_words(held.resistance)]
    parts.append(range_text(held.range_limit) if held.range_limit else "")
    parts.append(_labelled(_("Note"), held.note))
    return f"{f'{name} {side}'.strip()}: {BETWEEN.join(part for part in parts if part)}"


def side_letter(side: Side) -> str:
    """Return the side as a chart has it: a letter, or a word where a letter would be doubtful."""
    return {Side.LEFT: _("L"), Side.RIGHT: _("R")}.get(side) or side_text(side).lower()


def _changes(opened: OpenPlan, former: OpenPlan | None, choices: ResistanceChoices) -> Iterator[str]:
    if former is None:
        return
    found = compare(former.plan, opened.plan, choices)
    yield _("Since visit {number}, {date}:").format(number=former.visit.number, date=date_words(former.visit.on))
    yield from (f"- {line}" for line in _change_lines(found))
    if not found:
        yield f"- {_('no change')}"


def _change_lines(found: PlanComparison) -> Iterator[str]:
    for label, placed in ((_("new"), found.added), (_("stopped"), found.stopped)):
        for each in placed:
            yield _labelled(translated(each.prescription.text.name), label)
    for change in found.changed:
        yield _labelled(translated(change.after.text.name), BETWEEN.join(change_lines(change)))
    before, after = found.before.phase_now(), found.after.phase_now()
    if before is not None and after is not None and before.id != after.id:
        yield _("now in {phase}, before in {former}").format(phase=translated(after.name), former=translated(before.name))
