"""A template file's form; `template_of` makes it a template. Exercises come by id and say only what differs."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from pfss_desktop.catalogue.dosage_entry import DosageEntry, dosage_of
from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.resistance_entry import ResistanceEntry, resistance_of
from pfss_desktop.catalogue.spans import Span, pair_of
from pfss_desktop.decoding import typed
from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.domain.templates import Template
from pfss_desktop.language import _


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the file; unknown names in it are faults."""


class PrescriptionEntry(_Entry, frozen=True):
    """An exercise of the catalogue and what differs from its defaults."""

    exercise: str
    dosage: DosageEntry = DosageEntry()
    side: Side | None = None
    resistance: ResistanceKind | ResistanceEntry | None = None
    range: dict[Joint, Span] = {}
    note: str = ""


class PhaseEntry(_Entry, frozen=True):
    """A phase; its exercises are looked at one by one."""

    name: str
    goal: str = ""
    weeks: Span | None = None
    criteria: tuple[str, ...] = ()
    exercises: tuple[dict[str, Any], ...] = ()


class TemplateEntry(_Entry, frozen=True):
    """The whole file; its phases are looked at one by one."""

    title: str
    phases: tuple[dict[str, Any], ...]
    summary: str = ""
    basis: str = ""
    condition: str = ""
    pain_rule: PainRule = PainRule()


def template_of(data: Mapping[str, Any], template_id: str, catalogue: Catalogue) -> Template:
    """Return the template in a file's data; raise FaultyFile with every fault.

    Phases are named `phase-1`, `phase-2` and their prescriptions `phase-1-1`, so that the same file is always the same plan.
    """
    return _Building(catalogue).template(data, template_id)


class _Building:
    """Puts a template together and keeps every fault on the way; a part with a fault is None or a stand-in until the end."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._gathering = Gathering()

    def template(self, data: Mapping[str, Any], template_id: str) -> Template:
        gathering = self._gathering
        entry = gathering.attempt("", lambda: typed(data, TemplateEntry))
        raw_phases = _tables(data.get("phases"))
        phases = [self._phase(raw, f"phase-{number}", f"phases item {number}") for number, raw in enumerate(raw_phases, 1)]
        if not phases and "phases" in data:
            gathering.say("phases", _("must have at least one entry"))
        blank = Plan(template_id, "-")
        gathering.each_alone("", partial(replace, blank), _texts(data, "title", "condition"))
        gathering.each_alone("", partial(Template, blank), _texts(data, "summary", "basis"))
        if entry is None:
            raise gathering.error()
        gathering.finish()
        whole = tuple(phase for phase in phases if phase is not None)
        make = partial(Plan, template_id, entry.title, condition=entry.condition, phases=whole, pain_rule=entry.pain_rule)
        plan = gathering.take("phases", make)
        gathering.finish()
        return Template(plan, entry.summary, entry.basis)

    def _phase(self, raw: Mapping[str, Any], phase_id: str, place: str) -> Phase | None:
        gathering = self._gathering
        entry = gathering.attempt(place, lambda: typed(raw, PhaseEntry))
        exercises = _tables(raw.get("exercises"))
        held = [
            self._prescription(one, f"{phase_id}-{at}", f"{place}.exercises item {at}") for at, one in enumerate(exercises, 1)
        ]
        fine = gathering.each_alone(place, partial(replace, Phase(phase_id, "-")), _texts(raw, "name", "goal"))
        if entry is None:
            return None
        weeks = None if entry.weeks is None else gathering.attempt(f"{place}.weeks", partial(_weeks, entry.weeks))
        given = tuple(one for one in held if one is not None)
        make = partial(Phase, phase_id, entry.name, entry.goal, weeks, entry.criteria, given)
        return gathering.attempt(f"{place}.criteria", make) if fine else None

    def _prescription(self, raw: Mapping[str, Any], prescription_id: str, place: str) -> Prescription | None:
        entry = self._gathering.attempt(place, lambda: typed(raw, PrescriptionEntry))
        if entry is None:
            return None
        exercise = self._gathering.attempt(f"{place}.exercise", lambda: self._named(entry.exercise))
        if exercise is None:
            return None
        given = self._differences(entry, exercise, place)
        return self._gathering.attempt(f"{place}.note", lambda: replace(prescribe(exercise, prescription_id), **given))

    def _named(self, exercise_id: str) -> Exercise:
        check_id("exercise", exercise_id)
        exercise = self._catalogue.get(exercise_id)
        if exercise is None:
            raise FaultyFile([Fault("", _("{id} is not an exercise of this catalogue").format(id=exercise_id))])
        return exercise

    def _differences(self, entry: PrescriptionEntry, exercise: Exercise, place: str) -> dict[str, Any]:
        take = self._gathering.take
        given: dict[str, Any] = {"note": entry.note}
        given["dosage"] = dosage_of(entry.dosage, self._gathering, f"{place}.dosage", exercise.dosage)
        if entry.resistance is not None:
            given["resistance"] = take(f"{place}.resistance", partial(resistance_of, entry.resistance, exercise))
        if entry.side is not None:
            given["side"] = take(f"{place}.side", partial(_side, entry.side, exercise))
        if entry.range:
            given["range_limit"] = take(f"{place}.range", partial(_range, entry.range))
        return given


def _texts(raw: Mapping[str, Any], *names: str) -> dict[str, str]:
    """Return those of the fields that are there and are texts; the others have their fault already."""
    return {name: raw[name] for name in names if isinstance(raw.get(name), str)}


def _weeks(span: Span) -> Weeks:
    return Weeks(*pair_of(span))


def _side(side: Side, exercise: Exercise) -> Side:
    if side not in exercise.sides:
        raise OutOfBounds("side", _("one of: {sides}").format(sides=", ".join(exercise.sides)))
    return side


def _range(limits: Mapping[Joint, Span]) -> RangeLimit:
    if len(limits) > 1:
        raise FaultyFile([Fault("", _("must name one joint"))])
    ((joint, span),) = limits.items()
    return RangeLimit(joint, *pair_of(span))


def _tables(data: object) -> tuple[dict[str, Any], ...]:
    return tuple(held for held in data if isinstance(held, dict)) if isinstance(data, list) else ()
