"""`figure` and `figures`: an exercise's picture as SVG, PDF or PNG, or all of them on a contact sheet."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pfss_desktop.commands.contents import NoSuchEntry, builtin_catalogue
from pfss_desktop.commands.figure_words import JOINTS, WrongRange, add_look, dots, limit_of, look_of, moment, what_is_left, width
from pfss_desktop.commands.named_files import FileTrouble, check_ending, write_named
from pfss_desktop.commands.terminal import complain, say
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.resistance import Resistance
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder, resources

if TYPE_CHECKING:
    from pfss_desktop.figures.drawing import Drawing

SMALLEST, LARGEST = 30.0, 120.0
"""Millimetres that a figure is drawn for, so that lines and cuff labels suit it; beyond, the whole picture is scaled."""
ENDINGS = (".svg", ".pdf", ".png")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both commands."""
    told = _("write the figure of an exercise as it is prescribed, as SVG, PDF or PNG")
    one = commands.add_parser("figure", help=told, description=told, allow_abbrev=False)
    one.add_argument("exercise_id", metavar="ID", help=_("an id of `catalogue`"))
    one.add_argument(
        "-o", dest="target", metavar="FILE", type=Path, required=True, help=_("where to write it: .svg, .pdf or .png")
    )
    one.add_argument("--side", choices=("left", "right"), help=_("the leg that works; the right one by default"))
    one.add_argument("--range", metavar="LOW-HIGH", help=_("degrees of the joint that moves, such as 0-45 or --range=-10-20"))
    one.add_argument("--joint", choices=JOINTS, help=_("the joint of the range, where it is not the one that moves most"))
    one.add_argument("--resistance", metavar="WORDS", help=_('such as "cuff 2 lb", "band TheraBand red" or none'))
    one.add_argument("--frame", type=moment, default="both", help=_("start, end, both, or a part of the way from 0 to 1"))
    one.add_argument("--width-mm", metavar="N", type=width, default=60.0, help=_("10 to 400; the height is three quarters of it"))
    one.add_argument("--dpi", metavar="N", type=dots, default=300, help=_("dots to the inch of a PNG, 36 to 600"))
    add_look(one)
    one.set_defaults(run=write_figure)
    told = _("write a contact sheet with the figures of all exercises as PDF")
    every = commands.add_parser("figures", help=told, description=told, allow_abbrev=False)
    every.add_argument("--sheet", dest="target", metavar="FILE.pdf", type=Path, required=True, help=_("where to write it"))
    add_look(every)
    every.set_defaults(run=write_sheet)


def write_figure(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the figure whole or not at all; tell where a range leaves nothing of the movement."""
    del data
    if arguments.target.suffix.lower() not in ENDINGS:
        message = _("{file} must end in .svg, .pdf or .png; nothing was written")
        raise FileTrouble(message.format(file=arguments.target))
    if arguments.joint and arguments.range is None:
        raise WrongRange(_("--joint says which joint --range is about; write both"))
    resistance = _resistance(arguments.resistance)
    exercise = _exercise(arguments.exercise_id, builtin_catalogue())
    from pfss_desktop.figures.compose import FigureRequest, draw_figure
    from pfss_desktop.figures.figure import make_figure

    if not exercise.poses:
        raise NoSuchEntry(_("{id} has no figure").format(id=exercise.id))
    figure = make_figure(exercise.poses, exercise.id)
    room = min(max(arguments.width_mm, SMALLEST), LARGEST)
    limit = limit_of(arguments.range, arguments.joint, figure) if arguments.range is not None else None
    request = FigureRequest(
        side=Side(arguments.side) if arguments.side else None,
        range_limit=limit,
        resistance=resistance,
        frame=arguments.frame,
        style=look_of(arguments),
        width=room,
        height=room * 0.75,
    )
    write_named(arguments.target, _content(draw_figure(figure, request), exercise.name, arguments))
    say(_("{file} is written").format(file=arguments.target))
    if limit is not None and (told := what_is_left(limit, figure)):
        complain(told)
    return 0


def write_sheet(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the contact sheet whole or not at all; an exercise without a figure is told and left out."""
    del data
    check_ending(arguments.target, ".pdf")
    from pfss_desktop.figures.book import FigureBook
    from pfss_desktop.figures.compose import FigureRequest
    from pfss_desktop.handout.figure_sheet import CELL_HEIGHT, CELL_WIDTH, NamedFigure, contact_sheet

    catalogue = builtin_catalogue()
    book = FigureBook(catalogue)
    request = FigureRequest(style=look_of(arguments), width=CELL_WIDTH, height=CELL_HEIGHT)
    shown = []
    for exercise in catalogue:
        drawing = book.draw(exercise.id, request)
        if drawing is None:
            complain(_("{id} has no figure").format(id=exercise.id))
        else:
            shown.append(NamedFigure(exercise.id, exercise.name, drawing))
    write_named(arguments.target, contact_sheet(shown))
    say(_("{file} is written").format(file=arguments.target))
    return 0


def _content(drawing: "Drawing", name: str, arguments: argparse.Namespace) -> bytes:
    ending = arguments.target.suffix.lower()
    if ending == ".svg":
        from pfss_desktop.figures.svg import to_svg

        return to_svg(drawing, name, arguments.width_mm).encode()
    from pfss_desktop.handout.figure_sheet import figure_page

    page = figure_page(drawing, name, arguments.width_mm)
    if ending == ".pdf":
        return page
    from pfss_desktop.handout.figure_picture import png_of

    return png_of(page, arguments.dpi)


def _resistance(words: str | None) -> Resistance | None:
    if words is None:
        return None
    from pfss_desktop.catalogue.stock import load_resistance_choices
    from pfss_desktop.domain.resistance_words import resistance_from

    return resistance_from(words, load_resistance_choices(resources() / "resistance.toml").makers)


def _exercise(exercise_id: str, catalogue: Catalogue) -> Exercise:
    """Return the exercise of this id; else raise NoSuchEntry with the ids that are spelled most alike."""
    exercise = catalogue.get(exercise_id)
    if exercise is not None:
        return exercise
    from difflib import get_close_matches

    near = get_close_matches(exercise_id[:100].lower(), [known.id for known in catalogue], 3, 0.5)
    if near:
        told = _("there is no such exercise; like it are {ids}; `catalogue` lists all").format(ids=", ".join(near))
    else:
        told = _("there is no such exercise; `catalogue` lists all")
    raise NoSuchEntry(told)
