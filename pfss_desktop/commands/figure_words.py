"""The words of `figure` and `figures`: what argparse hands over as text becomes a moment, a width, a look, a range limit."""

import argparse
import re
from math import isfinite
from typing import TYPE_CHECKING, Literal, cast

from pfss_desktop.domain.body import Joint, RangeLimit
from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _

if TYPE_CHECKING:
    from pfss_desktop.figures.figure import Figure
    from pfss_desktop.figures.styles import Style

JOINTS = tuple(joint.value.replace("_", "-") for joint in Joint)
"""The joints of a range, as they are written on the command line."""

_RANGE = re.compile(r"\s*([-−]?[0-9]{1,3})\s*(?:-|–|to)\s*([-−]?[0-9]{1,3})\s*°?\s*")


class WrongRange(UserError):
    """A range that no figure can show, and why."""


def add_look(command: argparse.ArgumentParser) -> None:
    """Add the words for how figures look."""
    command.add_argument(
        "--style", choices=("colour", "ink"), default="colour", help=_("ink is for mono printers and photocopies")
    )
    command.add_argument(
        "--skin", choices=("light", "tan", "brown", "dark"), default="tan", help=_("the skin tone, in colour only")
    )
    command.add_argument("--hair", choices=("short", "long"), default="short", help=_("short hair, or long hair tied back"))


def look_of(arguments: argparse.Namespace) -> "Style":
    """Return the look that the words of `add_look` name."""
    from pfss_desktop.figures.styles import Hair, Palette, Skin, Style

    return Style(Palette(arguments.style), Skin(arguments.skin), Hair(arguments.hair))


def moment(typed: str) -> Literal["start", "end", "both"] | float:
    """Return what is to be shown: a key frame, both, or a part of the way from 0 to 1; for argparse."""
    if typed in ("start", "end", "both"):
        return cast(Literal["start", "end", "both"], typed)
    return _number(typed, 0.0, 1.0, _("is not start, end, both or a number from 0 to 1"))


def width(typed: str) -> float:
    """Return a width in millimetres; for argparse."""
    return _number(typed, 10.0, 400.0, _("is not a number of millimetres from 10 to 400"))


def dots(typed: str) -> int:
    """Return dots to the inch; for argparse."""
    return round(_number(typed, 36.0, 600.0, _("is not a number from 36 to 600")))


def limit_of(typed: str, joint_name: str | None, figure: "Figure") -> RangeLimit:
    """Return the range limit of the named joint, else of the one the exercise is about.

    Raises WrongRange, or OutOfBounds where no joint goes so far.
    """
    from pfss_desktop.figures.range_limit import limited_angle, measured_joint

    found = _RANGE.fullmatch(typed)
    if found is None:
        raise WrongRange(_("the range must be two whole numbers of degrees, such as 0-45"))
    low, high = (int(number.replace("−", "-")) for number in found.groups())
    if low >= high:
        raise WrongRange(_("the range must go from the lower to the higher angle, such as 0-45"))
    joint = measured_joint(figure.poses, figure.motion) if joint_name is None else Joint(joint_name.replace("-", "_"))
    if joint is None:
        raise WrongRange(_("this exercise is held or moves no single joint, so it has no range; leave --range out"))
    if limited_angle(figure.poses, figure.motion, joint) is None:
        raise WrongRange(_("this exercise does not move that joint: {joint}").format(joint=joint.value.replace("_", " ")))
    return RangeLimit(joint, low, high)


def what_is_left(limit: RangeLimit, figure: "Figure") -> str:
    """Return what to tell where a range leaves nothing of the movement, else an empty text."""
    from pfss_desktop.figures.range_limit import limited_angle, span_within

    first, last = span_within(figure.poses, figure.motion, limit)
    index = limited_angle(figure.poses, figure.motion, limit.joint)
    if first != last or index is None:
        return ""
    angles = sorted(key.angles[index] for key in figure.motion.keys)
    told = _("nothing of the movement, {low} to {high} degrees of {joint}, is within the range; the nearest posture is shown")
    return told.format(low=round(angles[0]), high=round(angles[-1]), joint=limit.joint.value.replace("_", " "))


def _number(typed: str, low: float, high: float, refusal: str) -> float:
    try:
        number = float(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(refusal) from None
    if not (isfinite(number) and low <= number <= high):
        raise argparse.ArgumentTypeError(refusal)
    return number
