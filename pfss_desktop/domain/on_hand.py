"""What resistance and equipment can be made of: the patient's own first, then the clinic's, then all that the program knows."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from pfss_desktop.domain.clinic_stock import ClinicStock
from pfss_desktop.domain.exercise import Equipment, Exercise
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.resistance import Band, BandForm, CuffWeight, MassUnit, Resistance, ResistanceKind, is_cuff
from pfss_desktop.domain.stock import BandMaker, ResistanceChoices

EVERYDAY_THINGS = frozenset(
    {"wall", "chair", "counter", "towel", "pillow", "cushion", "firm floor", "flat ground", "music", "walking shoes"}
)
"""What every home is taken to have, so that nobody has to ask. A default of ours, without a source."""
_BANDS_AS_THINGS = {"resistance band": tuple(BandForm), "loop band": (BandForm.LOOP,)}
"""The catalogue's words for bands, and the forms that will do."""


class Place(Enum):
    """Where something is, in the order in which it is offered."""

    HOME = "home"
    CLINIC = "clinic"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class OnHand:
    """`stock` is None until the clinic has said what it has, `home` until somebody asked the patient.

    `no_latex` says that the patient must not have latex: only bands that the stock marks latex-free are on hand then.
    """

    choices: ResistanceChoices = ResistanceChoices()
    stock: ClinicStock | None = None
    home: HomeEquipment | None = None
    no_latex: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anybody has said what there is; otherwise all that the program knows counts as on hand."""
        return self.stock is not None or self.home is not None

    def for_patient(self, patient: Patient | None) -> "OnHand":
        """Return what is on hand for this patient."""
        home = patient.equipment if patient else None
        no_latex = patient is not None and Precaution.LATEX_ALLERGY in patient.precautions
        return OnHand(self.choices, self.stock, home, no_latex)

    def bands_at(self, place: Place, form: BandForm) -> tuple[BandMaker, ...]:
        """Return the makers at a place with the colours there of this form, from light to heavy."""
        if place is Place.MORE:
            return self.choices.makers
        if place is Place.CLINIC:
            lines = self.stock.bands if self.stock else ()
            return tuple(
                BandMaker(held.maker, held.colours) for held in lines if held.form is form and self._may_have(held.latex_free)
            )
        bands = [
            band
            for band in (self.home.bands if self.home else ())
            if band.form is form and self._may_have(self.is_latex_free(band))
        ]
        makers = dict.fromkeys(band.maker for band in bands if band.maker)
        return tuple(BandMaker(maker, self._in_order(maker, form, bands)) for maker in makers)

    def nameless_at(self, place: Place) -> tuple[Band, ...]:
        """Return the bands at a place whose maker nobody noted."""
        own = self.home.bands if self.home and place is Place.HOME else ()
        return tuple(band for band in own if not band.maker and self._may_have(self.is_latex_free(band)))

    def cuffs_at(self, place: Place, unit: MassUnit) -> tuple[Decimal, ...]:
        """Return the cuff weights at a place that are marked in this unit, from light to heavy."""
        if place is Place.HOME:
            own = self.home.cuffs if self.home else ()
            return tuple(sorted({cuff.amount for cuff in own if cuff.unit is unit and is_cuff(cuff)}))
        if place is Place.CLINIC:
            return self.stock.cuffs(unit) if self.stock else ()
        return self.choices.cuff_pounds if unit is MassUnit.POUND else self.choices.cuff_kilograms

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that a step of the ladder may take from."""
        return (Place.HOME, Place.CLINIC) if self.is_known else (Place.MORE,)

    def colours_in_order(self, maker: str, form: BandForm) -> tuple[str, ...]:
        """Return all colours of a maker from light to heavy, as far as they are known; the stock's own order for other makers."""
        stocked = self.stock.line_of(Band("-", maker, form)) if self.stock else None
        return self.choices.colours_of(maker) or (stocked.colours if stocked else ())

    def holds(self, resistance: Resistance) -> bool:
        """Return whether this band or cuff is at home or in the stock; True for any other kind of resistance."""
        if isinstance(resistance, CuffWeight):
            own = self.home.cuffs if self.home else ()
            at_home = any(cuff.kilograms == resistance.mass.kilograms for cuff in own)
            return at_home or (self.stock is not None and self.stock.holds_cuff(resistance.mass))
        if isinstance(resistance, Band):
            bands = self.home.bands if self.home else ()
            at_home = any(_same_band(band, resistance) for band in bands) or self._has_some_band(resistance.form)
            line = self.stock.line_of(resistance) if self.stock else None
            return at_home or (line is not None and resistance.colour in line.colours)
        return True

    def _has_some_band(self, form: BandForm) -> bool:
        """Return whether all that was noted is that there is a band of this form at home, and not which one."""
        if self.home is None or any(band.form is form for band in self.home.bands):
            return False
        return any(form in forms for thing, forms in _BANDS_AS_THINGS.items() if thing in self.home.things)

    def is_latex_free(self, band: Band) -> bool:
        """Return whether the stock marks bands of this maker and form as latex-free."""
        line = self.stock.line_of(band) if self.stock else None
        return line is not None and line.latex_free

    def meets(self, need: Equipment) -> bool:
        """Return whether one of the things that will do is at home, in the stock, or in every home."""
        return need.optional or any(self._has(thing) for thing in need.any_of)

    def allows(self, exercise: Exercise) -> bool:
        """Return whether everything that an exercise needs is there, and one kind of resistance that it takes."""
        return all(map(self.meets, exercise.equipment)) and any(map(self._has_kind, exercise.accepts))

    def _has_kind(self, kind: ResistanceKind) -> bool:
        if kind is ResistanceKind.CUFF:
            return any(self.cuffs_at(place, unit) for place in self.places for unit in MassUnit)
        if kind is ResistanceKind.BAND:
            bands = any(self.bands_at(place, form) for place in self.places for form in BandForm)
            return bands or bool(self.nameless_at(Place.HOME)) or any(map(self._has_some_band, BandForm))
        return True

    def _has(self, thing: str) -> bool:
        own, stocked = (self.home.things if self.home else ()), (self.stock.things if self.stock else ())
        if thing in EVERYDAY_THINGS or thing in own or thing in stocked:
            return True
        forms = _BANDS_AS_THINGS.get(thing, ())
        bands = self.home.bands if self.home else ()
        return any(band.form in forms for band in bands) or any(self.bands_at(Place.CLINIC, form) for form in forms)

    def _may_have(self, latex_free: bool) -> bool:
        return latex_free or not self.no_latex

    def _in_order(self, maker: str, form: BandForm, bands: list[Band]) -> tuple[str, ...]:
        order = self.colours_in_order(maker, form)
        own = dict.fromkeys(band.colour for band in bands if band.maker == maker)
        return tuple(sorted(own, key=lambda colour: order.index(colour) if colour in order else len(order)))


def _same_band(band: Band, other: Band) -> bool:
    return (band.maker, band.colour, band.form) == (other.maker, other.colour, other.form)
