"""What the clinic has settled for all its plans, as the JSON texts that are kept: its stock and its usual exercises."""

import json
from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from pfss_desktop.decoding import typed
from pfss_desktop.domain.clinic_stock import ClinicStock, StockedBands
from pfss_desktop.domain.resistance import BandForm
from pfss_desktop.domain.usual_exercises import STAGES, Usual
from pfss_desktop.exchange.strict_json import parsed_json
from pfss_desktop.exchange.written_resistance import Amount
from pfss_desktop.exchange.written_texts import Id, Line, UpTo20, UpTo100, Written


class _WrittenBands(Written, frozen=True):
    maker: Line
    colours: UpTo20[Line]
    form: BandForm
    latex_free: bool

    def value(self) -> StockedBands:
        return StockedBands(self.maker, self.colours, self.form, self.latex_free)


class _WrittenStock(Written, frozen=True):
    bands: UpTo100[_WrittenBands]
    cuff_pounds: UpTo100[Amount]
    cuff_kilograms: UpTo100[Amount]
    things: UpTo100[Line]

    def value(self) -> ClinicStock:
        return ClinicStock(
            bands=tuple(held.value() for held in self.bands),
            cuff_pounds=tuple(map(Decimal, self.cuff_pounds)),
            cuff_kilograms=tuple(map(Decimal, self.cuff_kilograms)),
            things=self.things,
        )


_Stage = Annotated[str, Meta(pattern="^[1-4]$")]
_WrittenUsual = dict[_Stage, UpTo100[Id]]


def written_stock(stock: ClinicStock) -> str:
    """Return the stock as a JSON text."""
    return json.dumps(
        {
            "bands": [
                {"maker": held.maker, "colours": held.colours, "form": held.form.value, "latex_free": held.latex_free}
                for held in stock.bands
            ],
            "cuff_pounds": [format(amount, "f") for amount in stock.cuff_pounds],
            "cuff_kilograms": [format(amount, "f") for amount in stock.cuff_kilograms],
            "things": stock.things,
        },
        ensure_ascii=False,
    )


def stock_from(kept: str) -> ClinicStock | None:
    """Return the stock of a JSON text, None for an empty one; raise FaultyFile with every fault of any other."""
    return typed(parsed_json(kept.encode("utf-8", "replace")), _WrittenStock).value() if kept else None


def written_usual(usual: Usual) -> str:
    """Return the usual exercises as a JSON text; an empty one for none."""
    named = {str(stage): list(usual[stage]) for stage in STAGES if usual.get(stage)}
    return json.dumps(named) if named else ""


def usual_from(kept: str) -> Usual:
    """Return the usual exercises of a JSON text; raise FaultyFile for a damaged one."""
    found = typed(parsed_json(kept.encode("utf-8", "replace")), _WrittenUsual) if kept else {}
    return {int(stage): tuple(names) for stage, names in found.items() if names}
