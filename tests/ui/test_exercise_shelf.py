"""The shelf: own exercises appear in catalogue, search and pictures at once; removed and damaged ones are not on offer."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QSize

from pfss_desktop.app import read_resources
from pfss_desktop.domain.exercise import Exercise, PatientText
from pfss_desktop.domain.own_exercise import KeptExercise, OwnExercise, copy_of, kept
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.figures_on_paper import OwnPhoto, PrescribedFigure, figures_for
from pfss_desktop.ui.exercise_shelf import ExerciseShelf
from pfss_desktop.ui.thumbnails import Thumbnails
from tests.pictures import planned


def photo(colour: str = "teal") -> bytes:
    stream = BytesIO()
    Image.new("RGB", (400, 300), colour).save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def shelf() -> ExerciseShelf:
    return read_resources().shelf


def own_clamshell(shelf: ExerciseShelf, name: str = "Zebra lift") -> Exercise:
    clamshell = shelf.built_in.get("clamshell")
    assert clamshell is not None
    return replace(copy_of(clamshell), id="zebra-lift", for_patient=PatientText(name, ("Lift.",)))


def test_an_own_exercise_is_found_once_it_is_kept(shelf: ExerciseShelf) -> None:
    catalogue, search = shelf.catalogue, shelf.search
    assert "zebra-lift" not in search.find("zebra")
    shelf.renew([kept(OwnExercise(own_clamshell(shelf)), shelf.form)])
    assert list(search.find("zebra")) == ["zebra-lift"]
    assert catalogue.get("zebra-lift") is not None
    assert shelf.figures.figure("zebra-lift") is not None


def test_a_removed_one_is_not_on_offer_but_keeps_its_picture(shelf: ExerciseShelf) -> None:
    shelf.renew([kept(OwnExercise(own_clamshell(shelf), photo(), is_removed=True), shelf.form)])
    assert shelf.catalogue.get("zebra-lift") is None
    assert shelf.figures.photo("zebra-lift") == photo()


def test_a_damaged_one_is_left_out_by_name(shelf: ExerciseShelf) -> None:
    shelf.renew([KeptExercise("own-1", "Broken", "{"), kept(OwnExercise(own_clamshell(shelf)), shelf.form)])
    assert shelf.damaged == ("Broken",)
    assert shelf.catalogue.get("zebra-lift") is not None


def test_a_photo_takes_the_place_of_the_figure_everywhere(shelf: ExerciseShelf, qapp: object) -> None:
    plan = planned("Now *\n  zebra lift\n  clamshell")
    own = own_clamshell(shelf)
    shelf.renew([kept(OwnExercise(own, photo()), shelf.form)])
    drawn = figures_for(plan, shelf.figures, Style())
    assert [type(drawn[held.id]) for held in plan.prescriptions()] == [OwnPhoto, PrescribedFigure]
    thumbnails = Thumbnails(shelf.figures)
    picture = thumbnails.of_exercise(own, QSize(120, 80), 1.0)
    assert picture is not None
    assert picture.toImage().pixelColor(60, 40).blue() > 100
    shelf.renew([kept(OwnExercise(own, photo("red")), shelf.form)])
    thumbnails.forget()
    changed = thumbnails.of_exercise(own, QSize(120, 80), 1.0)
    assert changed is not None
    assert changed.toImage().pixelColor(60, 40).red() > 200


def test_the_handout_knows_that_a_figure_has_changed(shelf: ExerciseShelf) -> None:
    plan = planned("Now *\n  zebra lift\n  clamshell")
    own = own_clamshell(shelf)
    shelf.renew([kept(OwnExercise(own), shelf.form)])
    before = figures_for(plan, shelf.figures, Style())
    assert figures_for(plan, shelf.figures, Style()) == before
    shelf.renew([kept(OwnExercise(replace(own, poses={**own.poses, "camera": [40, 8]})), shelf.form)])
    after = figures_for(plan, shelf.figures, Style())
    zebra, clamshell = (held.id for held in plan.prescriptions())
    assert after[zebra] != before[zebra]
    assert after[clamshell] == before[clamshell]
