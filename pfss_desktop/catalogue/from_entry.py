"""From an exercise file's form to the domain's exercise, with every fault on the way.

Bounds are the domain's own: nothing here knows that sets end at 20.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

import msgspec

from pfss_desktop.catalogue.dosage_entry import dosage_of
from pfss_desktop.catalogue.entry import EquipmentEntry, ExerciseEntry, MotionEntry, SuggestedEntry
from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.spans import Span, pair_of
from pfss_desktop.domain.body import JOINT_BOUNDS, Joint
from pfss_desktop.domain.bounds import check_count, check_line, check_text, check_whole
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import Basis, Equipment, Exercise, Motion, PatientText, Position, Suggested, TherapistText
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.language import _

STEP_LIMIT = 4
"""Steps a patient can keep in mind, by CLINICAL 7.2; the domain allows more for what a therapist writes into a plan."""


def exercise_of(entry: ExerciseEntry) -> Exercise:
    """Return the entry as an exercise; raise FaultyFile with all that the domain refuses in it."""
    gathering = Gathering()
    facts = entry.facts
    dosage = dosage_of(entry.dosage, gathering, "dosage")
    text = _patient_text(entry, gathering)
    position = gathering.take("facts.start", lambda: Position(facts.position, facts.start))
    motion = _motion(entry.motion, gathering)
    suggested = _suggested(entry.suggested, gathering)
    equipment = tuple(gathering.take("facts.equipment", partial(_equipment, need)) for need in facts.equipment)
    gathering.take("id", lambda: check_id("id", entry.id))
    gathering.take("facts.phase", lambda: check_whole("phase", facts.phase, 1, 4))
    for name, values in (("accepts", facts.accepts), ("regions", facts.regions), ("muscles", facts.muscles)):
        if not values:
            gathering.say(f"facts.{name}", _("must have at least one entry"))
    gathering.take("mistake", lambda: check_line("mistake", entry.mistake, empty=True))
    _check_texts(entry, gathering)
    gathering.finish()
    return Exercise(
        id=entry.id,
        category=facts.category,
        phase=facts.phase,
        regions=facts.regions,
        chain=facts.chain,
        contraction=facts.contraction,
        laterality=facts.laterality,
        knee_load=facts.knee_load,
        muscles=facts.muscles,
        position=position,
        accepts=facts.accepts,
        dosage=dosage,
        for_patient=text,
        mistake=entry.mistake,
        motion=motion,
        basis=Basis(**_fields_of(entry.basis)),
        equipment=equipment,
        suggested=suggested,
        for_therapist=TherapistText(**_fields_of(entry.therapist)),
        harder=entry.links.harder,
        easier=entry.links.easier,
        poses=entry.poses,
    )


def _patient_text(entry: ExerciseEntry, gathering: Gathering) -> PatientText:
    texts = {"name": entry.name, "steps": entry.steps, "cue": entry.cue, "caution": entry.caution}
    fine = gathering.each_alone("", lambda **text: PatientText(**({"name": "-"} | text)), texts)
    if not 1 <= len(entry.steps) <= STEP_LIMIT:
        gathering.say("steps", _("must have 1 to {limit} entries").format(limit=STEP_LIMIT))
    return PatientText(entry.name, entry.steps, entry.cue, entry.caution) if fine else PatientText("-")


def _equipment(need: str | EquipmentEntry) -> Equipment:
    if isinstance(need, str):
        return Equipment(need, (need,))
    return Equipment(need.text, need.any_of or (need.text,), need.optional)


def _motion(entry: MotionEntry, gathering: Gathering) -> Motion:
    legs = {
        leg: {joint: gathering.take(f"motion.{leg}.{joint}", partial(_angles, joint, span)) for joint, span in angles.items()}
        for leg, angles in (("working_leg", entry.working_leg), ("other_leg", entry.other_leg))
    }
    if entry.other_leg and entry.other_leg_does_the_same:
        gathering.say("motion.other_leg", _("must be left out where other_leg_does_the_same is true"))
    return gathering.take(
        "motion.knee_flexion_max",
        lambda: Motion(entry.knee_flexion_max, legs["working_leg"], legs["other_leg"], entry.other_leg_does_the_same),
    )


def _angles(joint: Joint, span: Span) -> tuple[int, int]:
    start, end = pair_of(span)
    for angle in (start, end):
        check_whole(joint.value, angle, *JOINT_BOUNDS[joint])
    return start, end


def _suggested(entry: SuggestedEntry, gathering: Gathering) -> Suggested:
    def checked(name: str, span: Span | None) -> tuple[int, int] | None:
        return None if span is None else gathering.take(f"suggested.{name}", partial(_rising, name, span))

    return Suggested(
        reps=checked("reps", entry.reps),
        hold_seconds=checked("hold_seconds", entry.hold_seconds),
        minutes=checked("minutes", entry.minutes),
    )


def _rising(name: str, span: Span) -> tuple[int, int]:
    low, high = pair_of(span)
    for value in (low, high):
        Dosage(**({"reps": RepRange.exactly(value)} if name == "reps" else {"reps": RepRange(1, 1), name: value}))
    if low > high:
        raise OutOfBounds(name, _("from the lower to the higher number"))
    return low, high


def _check_texts(entry: ExerciseEntry, gathering: Gathering) -> None:
    therapist, basis = entry.therapist, entry.basis
    lists = {
        "facts.muscles": entry.facts.muscles,
        "therapist.cautions": therapist.cautions,
        "therapist.contraindications": therapist.contraindications,
        "therapist.variants": therapist.variants,
        "links.harder": entry.links.harder,
        "links.easier": entry.links.easier,
        "basis.evidence": basis.evidence,
    }
    for place, texts in lists.items():
        gathering.take(place, partial(check_count, place, texts, 20))
        for text in texts:
            gathering.take(place, partial(check_line, place, text))
    for place, text in (("basis.kind", basis.kind), ("basis.dosage", basis.dosage), ("basis.seed_dosage", basis.seed_dosage)):
        gathering.take(place, partial(check_text, place, text))


def _fields_of(entry: msgspec.Struct) -> Mapping[str, Any]:
    return {name: getattr(entry, name) for name in entry.__struct_fields__}
