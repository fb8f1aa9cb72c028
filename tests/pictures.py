"""Plans drawn as text, and plans made from such text, so that a test reads: picture, action, picture."""

from textwrap import dedent

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.plan import Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, Bodyweight, CuffWeight, Machine, Mass, NoResistance, Resistance


def outline(plan: Plan) -> str:
    """Draw phases and, indented, the names of their exercises; `*` marks the phase the patient is in."""
    lines = []
    for phase in plan.phases:
        lines.append(f"{phase.name}{' *' if phase.id == plan.current_phase else ''}")
        lines += [f"  {held.text.name}" for held in phase.prescriptions]
    return "\n".join(lines)


def planned(drawn: str) -> Plan:
    """Make the plan of an outline. A phase's id is its name, an exercise's id its name with hyphens; dosage is 3 x 10."""
    phases: list[Phase] = []
    current = ""
    for line in filter(str.strip, dedent(drawn).splitlines()):
        name = line.strip().removesuffix(" *")
        if line.startswith(" "):
            *before, last = phases
            held = (*last.prescriptions, prescribed(name))
            phases = [*before, Phase(last.id, last.name, prescriptions=held)]
        else:
            phases.append(Phase(name.replace(" ", "-"), name))
            current = phases[-1].id if line.endswith(" *") else current
    return Plan("plan", "Knee plan", phases=tuple(phases), current_phase=current)


def prescribed(name: str, prescription_id: str = "") -> Prescription:
    """Make a plain prescription, 3 x 10; its ids are the name with hyphens."""
    words = name.replace(" ", "-")
    return Prescription(
        prescription_id or words, words, PatientText(name), Dosage(3, RepRange.exactly(10)), Laterality.UNILATERAL
    )


def drawing(text: str) -> str:
    """Return a picture written in a test, without its indentation and the line ends around it."""
    return dedent(text).strip("\n")


def picture(plan: Plan) -> str:
    """Draw everything in a plan that is not as by default, except ids and the exercises' steps."""
    head = [plan.title, plan.condition, plan.affected_side.value if plan.affected_side else "", _quoted(plan.goal)]
    lines = [", ".join(filter(None, head))]
    for phase in plan.phases:
        marks = [phase.name, _weeks(phase.weeks), _quoted(phase.goal), "now" if phase.id == plan.current_phase else ""]
        lines.append("  " + ", ".join(filter(None, marks)))
        lines += [f"    until {criterion}" for criterion in phase.criteria]
        lines += [f"    {_prescription(held)}" for held in phase.prescriptions]
    return "\n".join(lines)


def _prescription(held: Prescription) -> str:
    limit = held.range_limit
    parts = [
        held.text.name,
        held.side.value if held.side else "",
        _dosage(held.dosage),
        _resistance(held.resistance),
        f"{limit.joint.value} {limit.low_degrees} to {limit.high_degrees}" if limit else "",
        _quoted(held.note),
    ]
    return ", ".join(filter(None, parts))


def _dosage(dosage: Dosage) -> str:
    reps = dosage.reps
    counted = "" if dosage.counted == "reps" else f" {dosage.counted.value}"
    parts = [
        f"{dosage.sets} x {reps.low if reps.is_single else f'{reps.low}-{reps.high}'}{counted}" if reps else "",
        f"{dosage.minutes} min" if dosage.minutes else "",
        f"hold {dosage.hold_seconds} s" if dosage.hold_seconds else "",
        f"rest {dosage.rest_seconds} s" if dosage.rest_seconds else "",
        f"tempo {dosage.tempo.out_seconds}-{dosage.tempo.back_seconds}" if dosage.tempo else "",
        f"{dosage.times_per_day} times a day" if dosage.times_per_day > 1 else "",
        f"{dosage.days_per_week} days a week" if dosage.days_per_week < 7 else "",
    ]
    return ", ".join(filter(None, parts))


def _resistance(resistance: Resistance) -> str:
    match resistance:
        case NoResistance():
            return ""
        case Bodyweight():
            return "bodyweight"
        case CuffWeight(mass):
            return f"cuff {_mass(mass)}"
        case Band(colour, maker, form, position):
            return " ".join(filter(None, [maker, colour, form.value, "band", position.value if position else ""]))
        case Machine(load):
            return f"machine {_mass(load)}" if load else "machine"


def _mass(mass: Mass) -> str:
    return f"{mass.amount} {mass.unit.value}"


def _weeks(weeks: Weeks | None) -> str:
    return f"weeks {weeks.first}-{weeks.last}" if weeks else ""


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
