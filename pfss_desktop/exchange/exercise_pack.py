"""Exercise packs: own exercises with their photos, and the clinic's texts, as one file to carry to another PC.

A pack is a zip archive of `manifest.json` and photos. Its exercises have the form of catalogue entries.
"""

import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from pfss_desktop.decoding import FAULT_LIMIT, item_place, typed
from pfss_desktop.domain.exercise import Exercise, PatientText
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.domain.own_exercise import PHOTO_LIMIT, ExerciseForm, OwnExercise
from pfss_desktop.exchange.clinic_texts import WrittenTexts, plain_texts, texts_of
from pfss_desktop.exchange.safe_zip import unpacked
from pfss_desktop.exchange.strict_json import SIZE_LIMIT, parsed_json
from pfss_desktop.language import _
from pfss_desktop.photos import PhotoRefused, checked_photo

FORMAT = "pfss-exercise-pack"
VERSION = 1
SUFFIX = ".pfsspack"
_MANIFEST = "manifest.json"
_NAMES = re.compile(r"manifest\.json|photos/[A-Za-z0-9_-]{1,64}\.jpg")
_SIZES = {"json": SIZE_LIMIT, "jpg": PHOTO_LIMIT}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a pack, so that the same exercises give the same bytes."""


@dataclass(frozen=True, slots=True)
class ExercisePack:
    """Own exercises, and the clinic's texts by the id of the exercise they are for."""

    exercises: tuple[OwnExercise, ...] = ()
    texts: Mapping[str, PatientText] = field(default_factory=dict)


class _WrittenExercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry: dict[str, Any]
    photo: str = ""


class _Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    version: int
    exercises: Annotated[tuple[_WrittenExercise, ...], Meta(max_length=500)] = ()
    texts: WrittenTexts = {}


def encode_pack(pack: ExercisePack, form: ExerciseForm) -> bytes:
    """Return the content of a pack's file; the same pack gives the same bytes."""
    exercises = []
    photos: dict[str, bytes] = {}
    for own in pack.exercises:
        written: dict[str, Any] = {"entry": json.loads(form.written(own.exercise))}
        if own.photo:
            written["photo"] = f"photos/{own.exercise.id}.jpg"
            photos[written["photo"]] = own.photo
        exercises.append(written)
    manifest = {"format": FORMAT, "version": VERSION, "exercises": exercises, "texts": plain_texts(pack.texts)}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        written_manifest = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        archive.writestr(_info(_MANIFEST), written_manifest, zipfile.ZIP_DEFLATED)
        for name, photo in photos.items():
            archive.writestr(_info(name), photo, zipfile.ZIP_STORED)
    return stream.getvalue()


def decode_pack(content: bytes, form: ExerciseForm) -> ExercisePack:
    """Return what a pack holds; raise FaultyFile with everything that is wrong in it, each with its place."""
    files = unpacked(content, _NAMES, _SIZES)
    if _MANIFEST not in files:
        raise FaultyFile([Fault(_MANIFEST, _("is missing"))])
    manifest = _manifest(files.pop(_MANIFEST))
    faults: list[Fault] = []
    photos = _photos(files, faults)
    exercises: list[OwnExercise] = []
    for number, written in enumerate(manifest.exercises, 1):
        place = item_place("exercises", number)
        exercise = _exercise(written, form, place, faults)
        if written.photo and written.photo not in files:
            faults.append(Fault(f"{place}.photo", _("is not in the archive")))
        if exercise is not None:
            exercises.append(OwnExercise(exercise, photos.get(written.photo, b"")))
    faults += _doubled([own.exercise.id for own in exercises])
    named = {written.photo for written in manifest.exercises}
    faults += [Fault(name, _("belongs to no exercise")) for name in files if name not in named]
    texts = texts_of(manifest.texts)
    if faults:
        raise FaultyFile(faults[:FAULT_LIMIT])
    return ExercisePack(tuple(exercises), texts)


def _manifest(content: bytes) -> _Manifest:
    data = parsed_json(content)
    told = data.get("format") if isinstance(data, dict) else None
    if not isinstance(data, dict) or told != FORMAT:
        raise FaultyFile([Fault(f"{_MANIFEST}: format", _("is not that of an exercise pack"))])
    if data.get("version") != VERSION:
        raise FaultyFile([Fault(f"{_MANIFEST}: version", _("is of a newer program; update this one first"))])
    return typed(data, _Manifest)


def _photos(files: Mapping[str, bytes], faults: list[Fault]) -> dict[str, bytes]:
    photos = {}
    for name, photo in files.items():
        try:
            photos[name] = checked_photo(photo)
        except PhotoRefused as error:
            faults.append(Fault(name, str(error)))
    return photos


def _exercise(written: _WrittenExercise, form: ExerciseForm, place: str, faults: list[Fault]) -> Exercise | None:
    try:
        exercise = form.read(json.dumps(written.entry))
    except FaultyFile as error:
        faults += [Fault(f"{place}.{fault.field}".rstrip("."), fault.reason) for fault in error.faults]
        return None
    if not exercise.is_own or not exercise.id.startswith("own-"):
        # Else a pack could put another exercise in the place of a built-in one.
        faults.append(Fault(f"{place}.id", _("is not that of an own exercise")))
    return exercise


def _doubled(ids: Sequence[str]) -> list[Fault]:
    return [Fault(each, _("is in the pack twice")) for each in dict.fromkeys(ids) if ids.count(each) > 1]


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o600 << 16
    return info
