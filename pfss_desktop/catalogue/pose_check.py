"""The poses of an exercise file: read, measured against joint limits and drawn once, so that faults show when a file is read.

Only for files that are parsed: what is in the compiled form went through here when it was compiled. How poses become a figure
is the room `figures`' own.
"""

from collections.abc import Mapping
from typing import Any

from pfss_desktop.decoding import typed
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.figure import make_figure
from pfss_desktop.figures.poses import Poses
from pfss_desktop.language import _

THINGS_LIMIT = 20
"""Props in one picture; the fullest of ours has four."""


def pose_faults(poses: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return everything wrong in an exercise's poses, by place in the file ("poses.end.right.knee_flexion"). Raises nothing.

    An angle beyond the joint's limits is told with the value and the bounds.
    """
    if not poses:
        return ()
    try:
        shape = typed(poses, Poses)
    except FaultyFile as error:
        return tuple(Fault(f"poses.{fault.field}" if fault.field else "poses", fault.reason) for fault in error.faults)
    if len(shape.props) > THINGS_LIMIT:
        return (Fault("poses.props", _("must be at most {limit} entries").format(limit=THINGS_LIMIT)),)
    try:
        draw_figure(make_figure(poses), FigureRequest())
    except FaultyFile as error:
        return error.faults
    except (ArithmeticError, LookupError, ValueError, StopIteration):
        # What the numbers of a thing mean, and how many it needs, is known only where it is drawn.
        return (Fault("poses", _("cannot be drawn: a thing, hold or path has a number or place too few, too many or at odds")),)
    return ()
