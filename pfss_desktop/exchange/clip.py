"""Copied phases and prescriptions on the clipboard: JSON of format `pfss-clip`, version 1, read as strictly as a plan file."""

from dataclasses import dataclass
from typing import Final, Literal

import msgspec
from msgspec import Struct

from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.exchange.strict_json import check_size, parsed_json
from pfss_desktop.exchange.written_plan import WrittenPhase
from pfss_desktop.exchange.written_prescription import WrittenPrescription
from pfss_desktop.exchange.written_texts import Id, UpTo20, UpTo100
from pfss_desktop.language import _

FORMAT: Final = "pfss-clip"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Clip:
    """What was copied, and the id of the plan it was copied from; ids of its parts mean nothing outside that plan."""

    plan_id: str
    phases: tuple[Phase, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()


class WrittenClip(Struct, frozen=True, forbid_unknown_fields=True):
    """The clip as it is written."""

    format: Literal["pfss-clip"]
    version: Literal[1]
    plan_id: Id
    phases: UpTo20[WrittenPhase]
    prescriptions: UpTo100[WrittenPrescription]


def encode_clip(clip: Clip) -> bytes:
    """Return the clip as UTF-8; raise FaultyFile for one of such length that it could not be read again."""
    phases = tuple(map(WrittenPhase.of, clip.phases))
    content = msgspec.json.encode(
        WrittenClip(FORMAT, VERSION, clip.plan_id, phases, tuple(map(WrittenPrescription.of, clip.prescriptions)))
    )
    check_size(content)
    return content


def decode_clip(content: bytes) -> Clip:
    """Return what the clipboard's content holds; raise FaultyFile with every fault in it."""
    data = parsed_json(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FaultyFile([Fault("", _("is not from a plan of this program"))])
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise FaultyFile([Fault("", _("was copied by a newer version of the program"))])
    written = typed(data, WrittenClip)
    if not written.phases and not written.prescriptions:
        raise FaultyFile([Fault("", _("is empty"))])
    if written.phases and written.prescriptions:
        raise FaultyFile([Fault("", _("holds both phases and single exercises"))])
    try:
        return Clip(
            written.plan_id,
            tuple(phase.value() for phase in written.phases),
            tuple(held.value() for held in written.prescriptions),
        )
    except OutOfBounds as error:
        raise FaultyFile([Fault("", str(error))]) from None
