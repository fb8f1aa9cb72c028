"""Edits of a visit's record: the brought-back diary, how each exercise went, the criteria that are met."""

from dataclasses import replace

from pfss_desktop.domain.diary import DiaryGrid, DiaryRow
from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import DiaryDay, DiaryEntry, MetCriterion, Response, VisitRecord


def set_times(plan: Plan, prescription_id: str, day: int, times: int | None) -> Plan:
    """Say how often an exercise was done on a day of the diary; None takes the entry out."""
    return _recorded(plan, _with_times(plan.record, prescription_id, day, times))


def set_day_pain(plan: Plan, day: DiaryDay) -> Plan:
    """Say how much it hurt on a day; a day without any number falls away."""
    others = tuple(held for held in plan.record.diary_days if held.day != day.day)
    is_empty = day.pain_during is None and day.pain_next_morning is None
    days = others if is_empty else tuple(sorted((*others, day), key=lambda held: held.day))
    return _recorded(plan, replace(plan.record, diary_days=days))


def fill_row(plan: Plan, row: DiaryRow, days: int) -> Plan:
    """Fill an exercise's blank days up to day `days` as they were prescribed; what was keyed in stays."""
    return _recorded(plan, _with_row(plan.record, row, days))


def fill_diary(plan: Plan, grid: DiaryGrid, days: int) -> Plan:
    """Fill all blank days up to day `days` as they were prescribed; what was keyed in stays."""
    record = plan.record
    for row in grid.rows:
        record = _with_row(record, row, days)
    return _recorded(plan, record)


def set_response(plan: Plan, response: Response) -> Plan:
    """Say how an exercise went; a response that says nothing falls away."""
    others = tuple(held for held in plan.record.responses if held.prescription_id != response.prescription_id)
    says_nothing = response == Response(response.prescription_id)
    return _recorded(plan, replace(plan.record, responses=others if says_nothing else (*others, response)))


def set_met(plan: Plan, phase_id: str, criterion: str, *, is_met: bool) -> Plan:
    """Say whether a phase's criterion is met at this visit."""
    met = MetCriterion(phase_id, criterion)
    others = tuple(held for held in plan.record.met_criteria if held != met)
    return _recorded(plan, replace(plan.record, met_criteria=(*others, met) if is_met else others))


def _recorded(plan: Plan, record: VisitRecord) -> Plan:
    return plan if record == plan.record else set_record(plan, record)


def _with_times(record: VisitRecord, prescription_id: str, day: int, times: int | None) -> VisitRecord:
    others = tuple(entry for entry in record.diary_entries if (entry.prescription_id, entry.day) != (prescription_id, day))
    added = () if times is None else (DiaryEntry(prescription_id, day, times),)
    return replace(record, diary_entries=(*others, *added))


def _with_row(record: VisitRecord, row: DiaryRow, days: int) -> VisitRecord:
    keyed = {entry.day for entry in record.diary_entries if entry.prescription_id == row.prescription_id}
    added = tuple(
        DiaryEntry(row.prescription_id, day, times)
        for day, times in enumerate(row.times[:days], start=1)
        if times and day not in keyed
    )
    return replace(record, diary_entries=(*record.diary_entries, *added))
