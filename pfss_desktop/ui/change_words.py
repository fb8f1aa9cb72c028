"""What changed between two visits, in the therapist's short words. The patient's words are the handout's."""

from collections.abc import Callable, Iterator

from pfss_desktop.domain.comparison import ExerciseChange, PlacedExercise, PlanComparison, PlanField, PrescriptionField
from pfss_desktop.domain.effort import Effort
from pfss_desktop.domain.phase_comparison import PhaseChange, PhaseField
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, Bodyweight, Resistance
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.chips import count_text, dosage_line, range_text, resistance_text, side_text
from pfss_desktop.ui.names import band_position_name

Entry = tuple[str, str, tuple[str, ...]]
"""Id of an exercise (empty for the plan itself), its heading, and a line for each thing to tell."""


def sections_of(found: PlanComparison) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield headings with their entries, only those that have any. A moved exercise that is also harder stands under Harder."""
    sections = (
        (_("New"), tuple(_placed_entry(placed) for placed in found.added)),
        (_("Stopped"), tuple(_placed_entry(placed) for placed in found.stopped)),
        (_("Harder"), _entries(found, Effort.HARDER)),
        (_("Easier"), _entries(found, Effort.EASIER)),
        (_("Partly harder, partly easier"), _entries(found, Effort.MIXED)),
        (_("Moved"), _entries(found, Effort.UNRANKED, is_moved=True)),
        (_("Changed otherwise"), _entries(found, Effort.UNRANKED, is_moved=False)),
        (_("Phases"), tuple(_phase_entry(change) for change in found.phases)),
        (_("The plan itself"), _plan_entries(found)),
    )
    for heading, entries in sections:
        if entries:
            yield f"{heading} · {len(entries)}", entries


def change_lines(change: ExerciseChange) -> tuple[str, ...]:
    """Return a line for each change of an exercise, such as "Sets: 3 → 4"."""
    lines = (
        [_line(_("Phase"), translated(change.phase_before.name), translated(change.phase_after.name))] if change.is_moved else []
    )
    for told in change.fields:
        label, value = _FIELDS[told.field]
        mark = {Effort.HARDER: _(" (harder)"), Effort.EASIER: _(" (easier)")}.get(told.effort, "")
        lines.append(_line(label(), value(change.before), value(change.after)) + mark)
    return tuple(lines)


def _entries(found: PlanComparison, effort: Effort, *, is_moved: bool | None = None) -> tuple[Entry, ...]:
    return tuple(
        (change.after.id, translated(change.after.text.name), change_lines(change))
        for change in found.changed
        if change.effort is effort and is_moved in (None, change.is_moved)
    )


def _placed_entry(placed: PlacedExercise) -> Entry:
    held = placed.prescription
    phase = _("Phase: {phase}").format(phase=translated(placed.phase.name))
    return held.id, translated(held.text.name), (phase, dosage_line(held))


def _plan_entries(found: PlanComparison) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for field in found.fields:
        label, value = _PLAN_FIELDS[field]
        entries.append(("", _line(label(), value(found.before), value(found.after)), ()))
    return tuple(entries)


def _phase_entry(change: PhaseChange) -> Entry:
    if change.after is None:
        name = translated(change.before.name) if change.before else ""
        return "", _("{phase}: taken out").format(phase=name), ()
    name = translated(change.after.name)
    if change.before is None:
        return "", _("{phase}: new").format(phase=name), ()
    lines = []
    for field in change.fields:
        label, value = _PHASE_FIELDS[field]
        lines.append(_line(label(), value(change.before), value(change.after)))
    return "", name, tuple(lines)


def _weeks(phase: Phase) -> str:
    return f"{phase.weeks.first}–{phase.weeks.last}" if phase.weeks else ""


def _line(label: str, before: str, after: str) -> str:
    if before == after:
        # Two texts that differ where a line is too short to show it, such as the steps of an exercise.
        return _("{label}: changed").format(label=label)
    return _("{label}: {before} → {after}").format(label=label, before=before or _("none"), after=after or _("none"))


def _reps(held: Prescription) -> str:
    return count_text(held.dosage.reps, held.dosage.counted) if held.dosage.reps else ""


def _seconds(count: int) -> str:
    return _("{count} s").format(count=count) if count else ""


def _minutes(held: Prescription) -> str:
    return _("{count} min").format(count=held.dosage.minutes) if held.dosage.minutes else ""


def _tempo(held: Prescription) -> str:
    tempo = held.dosage.tempo
    return _("{out} s out, {back} s back").format(out=tempo.out_seconds, back=tempo.back_seconds) if tempo else ""


def resistance_words(resistance: Resistance) -> str:
    """Return a resistance in one line, a band with its maker and place; empty for none."""
    if isinstance(resistance, Bodyweight):
        return _("bodyweight")
    text = resistance_text(resistance)
    if isinstance(resistance, Band):
        maker = f" ({resistance.maker})" if resistance.maker else ""
        place = f" {band_position_name(resistance.position)}" if resistance.position else ""
        return f"{text}{maker}{place}"
    return text


def _phase_now(plan: Plan) -> str:
    phase = plan.phase_now()
    return translated(phase.name) if phase else ""


def _pain_rule(plan: Plan) -> str:
    rule = plan.pain_rule
    return _("safe up to {safe}, acceptable up to {acceptable}").format(safe=rule.safe_up_to, acceptable=rule.acceptable_up_to)


# Each word is looked up when it is shown, in the language spoken then.
_FIELDS: dict[PrescriptionField, tuple[Callable[[], str], Callable[[Prescription], str]]] = {
    PrescriptionField.SIDE: (lambda: _("Side"), lambda held: side_text(held.side) if held.side else ""),
    PrescriptionField.SETS: (lambda: _("Sets"), lambda held: str(held.dosage.sets)),
    PrescriptionField.REPS: (lambda: _("Count"), _reps),
    PrescriptionField.MINUTES: (lambda: _("Time"), _minutes),
    PrescriptionField.HOLD: (lambda: _("Hold"), lambda held: _seconds(held.dosage.hold_seconds)),
    PrescriptionField.REST: (lambda: _("Rest"), lambda held: _seconds(held.dosage.rest_seconds)),
    PrescriptionField.TEMPO: (lambda: _("Tempo"), _tempo),
    PrescriptionField.TIMES_A_DAY: (lambda: _("Times a day"), lambda held: str(held.dosage.times_per_day)),
    PrescriptionField.DAYS_A_WEEK: (lambda: _("Days a week"), lambda held: str(held.dosage.days_per_week)),
    PrescriptionField.RESISTANCE: (lambda: _("Resistance"), lambda held: resistance_words(held.resistance)),
    PrescriptionField.RANGE: (lambda: _("Range"), lambda held: range_text(held.range_limit) if held.range_limit else ""),
    PrescriptionField.NOTE: (lambda: _("Note"), lambda held: _short(translated(held.note))),
    PrescriptionField.EQUIPMENT: (lambda: _("Equipment"), lambda held: _short(", ".join(map(translated, held.equipment)))),
    PrescriptionField.NAME: (lambda: _("Name"), lambda held: translated(held.text.name)),
    PrescriptionField.WORDING: (lambda: _("Wording for the patient"), lambda _held: ""),
}

_PHASE_FIELDS: dict[PhaseField, tuple[Callable[[], str], Callable[[Phase], str]]] = {
    PhaseField.NAME: (lambda: _("Name"), lambda phase: translated(phase.name)),
    PhaseField.WEEKS: (lambda: _("Weeks"), _weeks),
    PhaseField.GOAL: (lambda: _("Goal"), lambda phase: _short(translated(phase.goal))),
    PhaseField.CRITERIA: (
        lambda: _("Criteria to move on"),
        lambda phase: _short("; ".join(map(translated, phase.criteria))),
    ),
}

_PLAN_FIELDS: dict[PlanField, tuple[Callable[[], str], Callable[[Plan], str]]] = {
    PlanField.TITLE: (lambda: _("Title"), lambda plan: translated(plan.title)),
    PlanField.CONDITION: (lambda: _("Condition"), lambda plan: translated(plan.condition)),
    PlanField.SIDE: (lambda: _("Affected side"), lambda plan: side_text(plan.affected_side) if plan.affected_side else ""),
    PlanField.GOAL: (lambda: _("Goal"), lambda plan: _short(translated(plan.goal))),
    PlanField.PRESENT_PHASE: (lambda: _("Present phase"), _phase_now),
    PlanField.PAIN_RULE: (lambda: _("Pain rule"), _pain_rule),
    PlanField.EDUCATION: (lambda: _("Education topics"), lambda plan: str(len(plan.education))),
}

_SHOWN = 80
"""Letters of a longer text that are shown."""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def summary_text(found: PlanComparison) -> str:
    """Return one line that counts the changes."""
    count = len(found.added) + len(found.stopped) + len(found.changed) + len(found.fields) + len(found.phases)
    return ngettext("{count} change", "{count} changes", count).format(count=count) if count else _("Nothing has changed.")
