"""What the therapist's copy adds: ids, parameters in the profession's short hand, joints and sources."""

from collections.abc import Iterator

from pfss_desktop.domain.body import Joint
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.dosage import CountUnit, Dosage
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.workload import minutes_per_day
from pfss_desktop.handout.content import Labelled
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.words import degrees
from pfss_desktop.language import _, translated

BETWEEN = "; "


def exercise_reference(held: Prescription, catalogue: Catalogue | None) -> tuple[Labelled, ...]:
    """Return what a therapist wants to know of one prescription; without the catalogue, what the plan itself says."""
    exercise = catalogue.get(held.exercise_id) if catalogue else None
    parts = [
        Labelled(_("Exercise id:"), held.exercise_id),
        Labelled(_("Parameters:"), parameters(held)),
    ]
    if exercise:
        parts += [
            Labelled(_("Joints, start to end:"), _joints(exercise)),
            Labelled(_("Muscles:"), ", ".join(exercise.muscles)),
            Labelled(_("Stop or change if:"), BETWEEN.join(map(translated, exercise.for_therapist.contraindications))),
            Labelled(_("Sources:"), ", ".join(exercise.basis.evidence)),
        ]
    return tuple(part for part in parts if part.text)


def sheet_reference(request: HandoutRequest) -> tuple[Labelled, ...]:
    """Return the ids that find this sheet again, and the sources that its exercises name."""
    parts = (
        Labelled(_("Plan id:"), request.plan.id),
        Labelled(_("Visit id:"), request.visit_id),
        Labelled(_("Condition:"), request.plan.condition),
        *_sources(request),
    )
    return tuple(part for part in parts if part.text.strip())


def parameters(held: Prescription) -> str:
    """Return a dosage in short hand, such as "3 × 8–12; hold 5 s; tempo 2-0-2; rest 60 s; 2/day; 5 days/week; 9 min/day"."""
    dosage = held.dosage
    parts = [_work(dosage)]
    if dosage.minutes:
        parts.append(_("{count} min").format(count=dosage.minutes))
    if dosage.hold_seconds:
        parts.append(_("hold {seconds} s").format(seconds=dosage.hold_seconds))
    if dosage.tempo:
        tempo = f"{dosage.tempo.out_seconds}-{dosage.hold_seconds}-{dosage.tempo.back_seconds}"
        parts.append(_("tempo {out_hold_back} (out, hold, back)").format(out_hold_back=tempo))
    if dosage.rest_seconds:
        parts.append(_("rest {seconds} s").format(seconds=dosage.rest_seconds))
    parts += [
        _("{count}/day").format(count=dosage.times_per_day),
        _("{count} days/week").format(count=dosage.days_per_week),
        _("about {count} min/day").format(count=minutes_per_day(held)),
    ]
    return BETWEEN.join(part for part in parts if part)


def _work(dosage: Dosage) -> str:
    if dosage.reps is None:
        return f"{dosage.sets} ×" if dosage.sets > 1 or not dosage.minutes else ""
    reps = str(dosage.reps.low) if dosage.reps.is_single else f"{dosage.reps.low}–{dosage.reps.high}"
    unit = "" if dosage.counted is CountUnit.REPS else f" ({dosage.counted.value})"
    return f"{dosage.sets} × {reps}{unit}"


def _joints(exercise: Exercise) -> str:
    told = [
        _("{joint} {first} to {last}").format(joint=_joint(joint), first=degrees(first), last=degrees(last))
        for joint, (first, last) in exercise.motion.working.items()
    ]
    told.append(_("deepest knee bend {angle}").format(angle=degrees(exercise.motion.knee_flexion_max)))
    return BETWEEN.join(told)


def _joint(joint: Joint) -> str:
    return {
        Joint.HIP_FLEXION: _("hip flexion"),
        Joint.HIP_ABDUCTION: _("hip abduction"),
        Joint.HIP_ROTATION: _("hip rotation"),
        Joint.KNEE_FLEXION: _("knee flexion"),
        Joint.ANKLE_DORSIFLEXION: _("ankle dorsiflexion"),
    }[joint]


def _sources(request: HandoutRequest) -> Iterator[Labelled]:
    """Yield every source that a printed exercise names, once, in the order they come."""
    if request.catalogue is None:
        return
    printed = (request.catalogue.get(held.exercise_id) for phase in request.shown_phases() for held in phase.prescriptions)
    keys = dict.fromkeys(key for exercise in printed if exercise for key in exercise.basis.evidence)
    for key in keys:
        source = request.catalogue.sources.get(key)
        if source:
            yield Labelled(f"{key}:", source.citation)
