"""Plans as `.pfss` files: JSON of format `pfss-plan`, version 2. The fields are in `written_plan`; no file is opened here.

Files of version 1 are read for ever.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from pfss_desktop.decoding import FAULT_LIMIT, item_place, typed
from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import DatedPlan
from pfss_desktop.exchange.former_versions import brought_up
from pfss_desktop.exchange.strict_json import check_size, parsed_json
from pfss_desktop.exchange.written_patient import WrittenPatient
from pfss_desktop.exchange.written_plan import FORMAT, VERSION, WrittenFile, WrittenPlan, WrittenVisit
from pfss_desktop.language import _


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a plan file holds: the plan, and the patient where the therapist chose to send the name along.

    With its history it holds the date of the plan's visit, `on`, and the former visits, the earliest first.
    """

    plan: Plan
    patient: Patient | None = None
    on: date | None = None
    former_visits: tuple[DatedPlan, ...] = ()


def encode_plan(
    plan: Plan, patient: Patient | None = None, on: date | None = None, former_visits: Sequence[DatedPlan] = ()
) -> bytes:
    """Return the plan as a file's content: UTF-8, indented, fields in a fixed order, so that equal plans give equal bytes.

    Raises FaultyFile for a plan of such length that it could not be read again.
    """
    written = WrittenFile(
        FORMAT,
        VERSION,
        WrittenPatient.of(patient) if patient else None,
        on,
        WrittenPlan.of(plan),
        tuple(WrittenVisit(visit.on, WrittenPlan.of(visit.plan)) for visit in former_visits),
    )
    content = msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n"
    check_size(content)
    return content


def decode_plan(content: bytes) -> PlanFile:
    """Return what a plan file's content holds; raise FaultyFile with every fault. Newer versions are not read at all."""
    data = brought_up(_of_this_format(parsed_json(content)))
    faults = list(islice(_all_id_faults(data), FAULT_LIMIT))
    try:
        written = typed(data, WrittenFile)
    except FaultyFile as error:
        raise FaultyFile([*error.faults, *faults]) from None
    if faults:
        raise FaultyFile(faults)
    plan = _plan("plan", written.plan)
    former = tuple(
        DatedPlan(visit.on, _plan(f"{item_place('former_visits', number)}.plan", visit.plan))
        for number, visit in enumerate(written.former_visits, 1)
    )
    if any(visit.plan.id != plan.id for visit in former):
        raise FaultyFile([Fault("former_visits", _("holds the visit of another plan"))])
    return PlanFile(plan, written.patient.value() if written.patient else None, written.on, former)


def _plan(place: str, written: WrittenPlan) -> Plan:
    try:
        return written.value()
    except OutOfBounds as error:
        raise FaultyFile([Fault(place, str(error))]) from None


def _all_id_faults(data: dict[str, Any]) -> Iterator[Fault]:
    yield from _id_faults(data.get("plan"), "plan")
    for place, visit in _records(data, "former_visits", ""):
        yield from _id_faults(visit.get("plan"), f"{place}.plan")


def _of_this_format(data: object) -> dict[str, Any]:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FaultyFile([Fault("", _("is not a plan file of this program"))])
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise FaultyFile([Fault("", _("was made by a newer version of the program: nothing was read"))])
    return data


def _id_faults(plan: object, at: str) -> Iterator[Fault]:
    """Yield a fault for every id that another one before it has, and for an unknown current phase; data of any shape is fine."""
    phases = list(_records(plan, "phases", at))
    prescriptions = [held for place, phase in phases for held in _records(phase, "prescriptions", place)]
    for records in (phases, prescriptions):
        first: dict[str, str] = {}
        for place, record in records:
            named = record.get("id")
            if isinstance(named, str) and first.setdefault(named, place) != place:
                yield Fault(f"{place}.id", _("is the same as in {place}").format(place=first[named]))
    current = plan.get("current_phase") if isinstance(plan, dict) else None
    if isinstance(current, str) and current and all(phase.get("id") != current for _place, phase in phases):
        yield Fault(f"{at}.current_phase", _("is not the id of any of the phases"))


def _records(holder: object, name: str, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records of a list inside a record, each with its place as faults name it."""
    listed = holder.get(name) if isinstance(holder, dict) else None
    for number, item in enumerate(listed if isinstance(listed, list) else (), 1):
        if isinstance(item, dict):
            yield item_place(f"{place}.{name}" if place else name, number), item
