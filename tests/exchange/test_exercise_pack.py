"""Exercise packs: what goes out comes in the same; whatever is hostile, damaged or odd is refused whole, with its place."""

import json
import stat
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pfss_desktop.catalogue.own_entry import EntryForm
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.own_exercise import OwnExercise, blank_exercise
from pfss_desktop.domain.pack_import import Arrival, Choice, arriving, taken
from pfss_desktop.exchange.exercise_pack import ExercisePack, decode_pack, encode_pack
from pfss_desktop.figures.shaping import new_poses
from pfss_desktop.photos import kept_photo
from tests.strategies import lines, texts

FORM = EntryForm()


def photo(colour: str = "teal") -> bytes:
    stream = BytesIO()
    Image.new("RGB", (60, 40), colour).save(stream, "PNG")
    return kept_photo(stream.getvalue())


PHOTO = photo()
SLIDE = OwnExercise(replace(blank_exercise(), id="own-slide", for_patient=PatientText("Slide", ("Slide.",))), PHOTO)
KICK = OwnExercise(replace(blank_exercise(), id="own-kick", poses=new_poses("sitting"), easier=("own-slide",)))
PACK = ExercisePack((SLIDE, KICK), {"clamshell": PatientText("Muschel", ("Heben.",), "Langsam.", "")})


def archive(files: dict[str, bytes | str], change: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if change is not None and name != "manifest.json":
                change(info)
            held.writestr(info, content)
    return stream.getvalue()


def manifest(**other: Any) -> dict[str, Any]:
    with zipfile.ZipFile(BytesIO(encode_pack(PACK, FORM))) as held:
        data: dict[str, Any] = json.loads(held.read("manifest.json"))
    return {**data, **other}


def packed(data: object, **files: bytes) -> bytes:
    named = {name.replace("__", "/").replace("_jpg", ".jpg"): content for name, content in files.items()}
    return archive({"manifest.json": json.dumps(data), "photos/own-slide.jpg": PHOTO, **named})


def entry_with(**other: Any) -> dict[str, Any]:
    data = manifest()
    data["exercises"][1]["entry"].update(other)
    return data


def doubled() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as held:
        held.writestr("manifest.json", json.dumps(manifest()))
        held.writestr("manifest.jsoN", "{}")
    return stream.getvalue().replace(b"manifest.jsoN", b"manifest.json")


def as_link(info: zipfile.ZipInfo) -> None:
    info.external_attr = (stat.S_IFLNK | 0o777) << 16


def with_flag(content: bytes, flag: int) -> bytes:
    """Set a bit of the general flags of every file, in both places where they stand."""
    changed = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(mark)
        while place >= 0:
            [now] = struct.unpack_from("<H", changed, place + at)
            struct.pack_into("<H", changed, place + at, now | flag)
            place = changed.find(mark, place + 4)
    return bytes(changed)


def lying_size() -> bytes:
    """The central directory says that the manifest is small, the data are not."""
    content = bytearray(packed(manifest()))
    struct.pack_into("<I", content, content.find(b"PK\x01\x02") + 24, 10)
    return bytes(content)


GOOD = encode_pack(PACK, FORM)
PLAIN = {"manifest.json": json.dumps(manifest()), "photos/own-slide.jpg": PHOTO}
HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "text": b"not an archive",
    "cut": GOOD[: len(GOOD) // 2],
    "no directory": GOOD[:-40],
    "something before it": b"#!/bin/sh\n" + GOOD,
    "traversal": archive({**PLAIN, "../../etc/passwd": "x"}),
    "traversal inside": archive({**PLAIN, "photos/../../x.jpg": PHOTO}),
    "absolute": archive({**PLAIN, "/etc/passwd": "x"}),
    "windows path": archive({**PLAIN, "C:\\Windows\\x.jpg": "x"}),
    "backslash": archive({**PLAIN, "photos\\own-kick.jpg": PHOTO}),
    "zero in name": archive({**PLAIN, "photos/own-kick.jpg\0.exe": PHOTO}),
    "folder": archive({**PLAIN, "photos/": ""}),
    "script": archive({**PLAIN, "run.sh": "x"}),
    "link": archive({**PLAIN, "photos/own-kick.jpg": "/etc/passwd"}, as_link),
    "encrypted": with_flag(GOOD, 0x1),
    "bomb": archive({**PLAIN, "photos/own-kick.jpg": b"\0" * 7_900_000}),
    "bomb in manifest": archive({**PLAIN, "manifest.json": json.dumps(manifest()) + " " * 4_900_000}),
    "large manifest": archive({"manifest.json": b"[" + b"1," * 3_000_000 + b"1]"}),
    "lying size": lying_size(),
    "many files": archive({**PLAIN, **{f"photos/x{n}.jpg": b"x" for n in range(600)}}),
    "twice": doubled(),
    "twice but for capitals": archive({**PLAIN, "photos/OWN-slide.jpg": PHOTO}),
    "no manifest": archive({"photos/own-slide.jpg": PHOTO}),
    "deep": archive({"manifest.json": "[" * 100_000}),
    "not json": archive({"manifest.json": "{'a': 1}"}),
    "endless number": archive({"manifest.json": '{"format": NaN}'}),
    "list": packed([]),
    "other format": packed(manifest(format="pfss-plan")),
    "newer": packed(manifest(version=2)),
    "unknown field": packed(manifest(script="x")),
    "exercises of a wrong type": packed(manifest(exercises={"a": 1})),
    "texts of a wrong type": packed(manifest(texts={"clamshell": ["x"]})),
    "text for an odd id": packed(manifest(texts={"../x": {"name": "x"}})),
    "photo not there": packed({**manifest(), "exercises": [{**manifest()["exercises"][0], "photo": "photos/none.jpg"}]}),
    "photo outside": packed({**manifest(), "exercises": [{**manifest()["exercises"][0], "photo": "/etc/passwd"}]}),
    "photo of nobody": packed(manifest(), photos__else_jpg=PHOTO),
    "photo that is none": archive({**PLAIN, "photos/own-slide.jpg": b"<svg onload=alert(1)/>"}),
    "exercise twice": packed({**manifest(), "exercises": [manifest()["exercises"][0]] * 2}),
    "takes a built-in place": packed(entry_with(id="clamshell")),
    "claims a source": packed(entry_with(basis={"evidence": [], "kind": "literature", "dosage": "x"})),
    "too many sets": packed(entry_with(dosage={"sets": 999, "reps": 10})),
    "impossible knee": packed(entry_with(poses={"base": "standing", "start": {"right": {"knee_flexion": 900}}})),
    "far away camera": packed(entry_with(poses={"base": "standing", "start": {"hips": [1e300, 0, 0]}})),
    "long name": packed(entry_with(name="x" * 100_000)),
    "control letters": packed(entry_with(name="a\u202eb")),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_hostile_or_odd_is_refused_with_a_reason(kind: str) -> None:
    with pytest.raises(FaultyFile) as refused:
        decode_pack(HOSTILE[kind], FORM)
    assert 0 < len(refused.value.faults) <= 200
    assert all(fault.reason and len(str(fault)) < 1000 for fault in refused.value.faults)


def test_every_fault_of_a_pack_is_named_with_its_place() -> None:
    data = entry_with(dosage={"sets": 999, "reps": 10})
    data["exercises"][0]["photo"] = "photos/none.jpg"
    with pytest.raises(FaultyFile) as refused:
        decode_pack(packed(data), FORM)
    places = {fault.field for fault in refused.value.faults}
    assert {"exercises item 1.photo", "exercises item 2.dosage.sets", "photos/own-slide.jpg"} <= places


def test_what_goes_out_comes_in_the_same() -> None:
    assert decode_pack(GOOD, FORM) == PACK
    assert encode_pack(PACK, FORM) == GOOD


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(lines(), st.lists(texts().filter(bool), min_size=1, max_size=4)), max_size=4), st.booleans())
def test_any_words_come_in_as_they_went_out(words: list[tuple[str, list[str]]], has_photo: bool) -> None:
    own = tuple(
        OwnExercise(
            replace(blank_exercise(), id=f"own-{number}", for_patient=PatientText(name, tuple(steps))),
            PHOTO if has_photo else b"",
        )
        for number, (name, steps) in enumerate(words)
    )
    pack = ExercisePack(own, {each.exercise.id: each.exercise.for_patient for each in own})
    assert decode_pack(encode_pack(pack, FORM), FORM) == pack


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_pack_is_refused_or_a_pack_and_nothing_else(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(GOOD)
    for at, value in changes:
        damaged[at] = value
    try:
        pack = decode_pack(bytes(damaged), FORM)
    except FaultyFile:
        return
    assert len(pack.exercises) <= 2


def test_a_file_without_a_name_is_refused() -> None:
    nameless = GOOD.replace(b"manifest.json", b"\x00anifest.json")
    assert nameless != GOOD
    with pytest.raises(FaultyFile):
        decode_pack(nameless, FORM)


def test_new_same_and_changed_are_told_apart_and_nothing_is_replaced_unasked() -> None:
    other = replace(KICK, exercise=replace(KICK.exercise, for_patient=PatientText("Other kick", ("Kick.",))))
    gone = replace(SLIDE, is_removed=True)
    assert [each.arrival for each in arriving(PACK.exercises, ())] == [Arrival.NEW, Arrival.NEW]
    assert [each.arrival for each in arriving(PACK.exercises, (SLIDE, other))] == [Arrival.SAME, Arrival.CHANGED]
    assert [each.arrival for each in arriving(PACK.exercises, (gone,))] == [Arrival.NEW, Arrival.NEW]


def test_kept_beside_the_clinics_own_it_has_another_id_and_links_follow() -> None:
    arrivals = arriving(PACK.exercises, (replace(SLIDE, photo=b""), KICK))
    both, again = taken(arrivals, [Choice.KEEP_BOTH, Choice.REPLACE])
    assert both.exercise.id not in ("own-slide", "own-kick")
    assert again.exercise.id == "own-kick"
    assert again.exercise.easier == (both.exercise.id,)
    assert taken(arrivals, [Choice.SKIP, Choice.SKIP]) == ()
