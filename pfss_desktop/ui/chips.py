"""A prescription in few words for the screen: the chips of a row. The paper has its own, longer words."""

from dataclasses import dataclass
from enum import Enum

from pfss_desktop.domain.body import RangeLimit, Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, Machine, Mass, Resistance
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.names import limb_joint_name


class ChipKind(Enum):
    """What a chip speaks of; the delegate gives each its colour, and the words never depend on it."""

    SIDE = "side"
    DOSAGE = "dosage"
    RESISTANCE = "resistance"
    RANGE = "range"
    MISSING = "missing"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Chip:
    """A short text with its kind, and the part of the prescription that it stands for."""

    text: str
    kind: ChipKind
    part: Part


def chips_of(held: Prescription) -> tuple[Chip, ...]:
    """Return the chips of a row: side, dosage, range, resistance."""
    found = [_side_chip(held)]
    found += [Chip(text, ChipKind.DOSAGE, part) for part, text in _dosage_texts(held.dosage)]
    if held.range_limit is not None:
        found.append(Chip(range_text(held.range_limit), ChipKind.RANGE, Part.RANGE))
    resistance = resistance_text(held.resistance)
    if resistance:
        found.append(Chip(resistance, ChipKind.RESISTANCE, Part.RESISTANCE))
    return tuple(chip for chip in found if chip is not None)


def dosage_line(held: Prescription) -> str:
    """Return all chips as one line of text, for screen readers and tests."""
    return ", ".join(chip.text for chip in chips_of(held))


def side_text(side: Side) -> str:
    """Return the side as one word."""
    return {Side.LEFT: _("Left"), Side.RIGHT: _("Right"), Side.BOTH: _("Both"), Side.ALTERNATING: _("Alternating")}[side]


def mass_text(mass: Mass) -> str:
    """Return the mass as it was typed, with its unit."""
    return f"{mass.amount} {mass.unit.value}"


def resistance_text(resistance: Resistance) -> str:
    """Return the resistance in few words; empty for none and bodyweight."""
    if isinstance(resistance, CuffWeight):
        return _("Cuff {mass}").format(mass=mass_text(resistance.mass))
    if isinstance(resistance, Band):
        words = _("{colour} loop band") if resistance.form is BandForm.LOOP else _("{colour} band")
        text = words.format(colour=translated(resistance.colour))
        return text[:1].upper() + text[1:]
    if isinstance(resistance, Machine):
        return _("Machine {mass}").format(mass=mass_text(resistance.load)) if resistance.load else _("Machine")
    return ""


def range_text(limit: RangeLimit) -> str:
    """Return the range with the joint's name, such as "0–45° knee"."""
    joint = limb_joint_name(limit.joint)
    return _("{low}–{high}° {joint}").format(low=limit.low_degrees, high=limit.high_degrees, joint=joint)


def count_text(reps: RepRange, counted: CountUnit) -> str:
    """Return how many of what, such as "8–12 reps"."""
    count = str(reps.low) if reps.is_single else f"{reps.low}–{reps.high}"
    return f"{count} {_count_word(counted, reps.high)}"


def _side_chip(held: Prescription) -> Chip | None:
    if held.side is None:
        return Chip(_("Side?"), ChipKind.MISSING, Part.SIDE) if held.laterality is Laterality.UNILATERAL else None
    if held.laterality is not Laterality.UNILATERAL and held.side in (Side.BOTH, Side.ALTERNATING):
        return None
    return Chip(side_text(held.side), ChipKind.SIDE, Part.SIDE)


def _dosage_texts(dosage: Dosage) -> list[tuple[Part, str]]:
    texts = [(Part.SETS, ngettext("{count} set", "{count} sets", dosage.sets).format(count=dosage.sets))]
    if dosage.reps is not None:
        texts.append((Part.REPS, count_text(dosage.reps, dosage.counted)))
    if dosage.minutes is not None:
        texts = texts if dosage.reps is not None or dosage.sets > 1 else []
        texts.append((Part.MINUTES, _("{count} min").format(count=dosage.minutes)))
    if dosage.hold_seconds:
        texts.append((Part.HOLD, _("hold {count} s").format(count=dosage.hold_seconds)))
    if dosage.tempo is not None:
        out, back = dosage.tempo.out_seconds, dosage.tempo.back_seconds
        texts.append((Part.TEMPO, _("{out} s out, {back} s back").format(out=out, back=back)))
    texts.append((Part.TIMES, _("{count}× a day").format(count=dosage.times_per_day)))
    if dosage.days_per_week != 7:
        days = ngettext("{count} day a week", "{count} days a week", dosage.days_per_week)
        texts.append((Part.DAYS, days.format(count=dosage.days_per_week)))
    return texts


def _count_word(unit: CountUnit, count: int) -> str:
    return {
        CountUnit.REPS: ngettext("rep", "reps", count),
        CountUnit.HOLDS: ngettext("hold", "holds", count),
        CountUnit.STEPS: ngettext("step", "steps", count),
        CountUnit.CONTACTS: ngettext("contact", "contacts", count),
        CountUnit.GLIDES: ngettext("glide", "glides", count),
        CountUnit.PASSES: ngettext("pass", "passes", count),
        CountUnit.BOUTS: ngettext("bout", "bouts", count),
    }[unit]
