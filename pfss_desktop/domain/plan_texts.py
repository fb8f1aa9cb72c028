"""The texts of a plan that a patient reads: all of them in another language, or those that lack one.

Ids, sides, dosage and resistance stay as they are: the words for those belong to whoever shows them. Equipment too is put into
words where it is listed, by `workload.equipment_of`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription


def with_texts(plan: Plan, say: Callable[[str], str]) -> Plan:
    """Return the plan with each text for the patient, and its title and condition, as `say` has it."""
    phases = tuple(_phase(phase, say) for phase in plan.phases)
    return replace(plan, title=say(plan.title), condition=say(plan.condition), goal=say(plan.goal), phases=phases)


def texts_lacking(plan: Plan, is_at_hand: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the texts of phases and prescriptions that are not at hand, each once, in the order of the plan.

    The goal is left out, because it is in the patient's own words, and so is the title, which is the therapist's.
    """
    return tuple(dict.fromkeys(text for text in _texts(plan) if text and not is_at_hand(text)))


def _texts(plan: Plan) -> Iterator[str]:
    for phase in plan.phases:
        yield from (phase.name, phase.goal, *phase.criteria)
        for held in phase.prescriptions:
            text = held.text
            yield from (text.name, *text.steps, text.cue, text.caution, held.note, *held.equipment)


def _phase(phase: Phase, say: Callable[[str], str]) -> Phase:
    held = tuple(_prescription(held, say) for held in phase.prescriptions)
    return replace(
        phase, name=say(phase.name), goal=say(phase.goal), criteria=tuple(map(say, phase.criteria)), prescriptions=held
    )


def _prescription(held: Prescription, say: Callable[[str], str]) -> Prescription:
    text = held.text
    said = PatientText(say(text.name), tuple(map(say, text.steps)), say(text.cue), say(text.caution))
    return replace(held, text=said, note=say(held.note))
