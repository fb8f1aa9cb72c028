"""The figures of a catalogue by exercise, made when first asked for and kept; and what a prescription asks of a figure."""

from collections.abc import Iterable
from dataclasses import replace

from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.figure import Figure, make_figure


class FigureBook:
    """Figures by exercise id. An entry without poses has none; faulty poses raise FaultyFile when they are first asked for."""

    def __init__(self, exercises: Iterable[Exercise] = ()) -> None:
        self._poses = {exercise.id: exercise.poses for exercise in exercises}
        self._figures: dict[str, Figure] = {}

    def figure(self, exercise_id: str) -> Figure | None:
        """Return the exercise's figure, or None where the catalogue has no such exercise or it has no poses."""
        if exercise_id not in self._figures:
            poses = self._poses.get(exercise_id)
            if not poses:
                return None
            self._figures[exercise_id] = make_figure(poses, exercise_id)
        return self._figures[exercise_id]

    def draw(self, exercise_id: str, request: FigureRequest) -> Drawing | None:
        """Return the drawing of an exercise, or None where there is no figure."""
        figure = self.figure(exercise_id)
        return None if figure is None else draw_figure(figure, request)


def prescribed(prescription: Prescription, look: FigureRequest) -> FigureRequest:
    """Return the request for a prescription's figure: its side, range and resistance, in the given look, moment and room."""
    return replace(look, side=prescription.side, range_limit=prescription.range_limit, resistance=prescription.resistance)
