"""What stands in a field where one part of a prescription is typed: its present value, written so that it can be read back."""

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.resistance import Band, BandForm, Bodyweight, NoResistance, Resistance
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.chips import chips_of, resistance_text, side_text
from pfss_desktop.ui.names import band_position_name


def part_words(held: Prescription, part: Part) -> str:
    """Return the words of a part as its chip has them, a resistance in full; empty for a part that is not there."""
    if part is Part.RESISTANCE:
        return resistance_words(held.resistance)
    if part is Part.SIDE:
        return side_text(held.side) if held.side else ""
    if part is Part.REST:
        return ngettext("rest {count} s", "rest {count} s", held.dosage.rest_seconds).format(count=held.dosage.rest_seconds)
    if part is Part.DAYS:
        days = held.dosage.days_per_week
        return ngettext("{count} day a week", "{count} days a week", days).format(count=days)
    return next((chip.text for chip in chips_of(held) if chip.part is part), "")


def resistance_words(resistance: Resistance) -> str:
    """Return a resistance in full, a band with its maker and its place."""
    if isinstance(resistance, NoResistance):
        return _("none")
    if isinstance(resistance, Bodyweight):
        return _("bodyweight")
    if isinstance(resistance, Band):
        words = _("{colour} loop band") if resistance.form is BandForm.LOOP else _("{colour} band")
        place = band_position_name(resistance.position) if resistance.position else ""
        return " ".join(filter(None, (resistance.maker, words.format(colour=translated(resistance.colour)), place)))
    return resistance_text(resistance)


def part_name(part: Part) -> str:
    """Return the name of a part, for screen readers and labels."""
    return {
        Part.SIDE: _("Side"),
        Part.SETS: _("Sets"),
        Part.REPS: _("Repetitions"),
        Part.MINUTES: _("Duration"),
        Part.HOLD: _("Hold"),
        Part.REST: _("Rest between sets"),
        Part.TEMPO: _("Tempo"),
        Part.TIMES: _("Times a day"),
        Part.DAYS: _("Days a week"),
        Part.RANGE: _("Range"),
        Part.RESISTANCE: _("Resistance"),
        Part.MORE: _("Dosage, side or resistance"),
    }[part]
