"""The pictures of a catalogue by exercise: figures, made when first asked for and kept, and the photos of own exercises.

And what a prescription asks of a figure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.exercise import Exercise, Laterality
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.compose import FigureRequest, draw_figure
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.figure import Figure, make_figure


class FigureBook:
    """Figures by exercise id. An entry without poses has none; faulty poses raise FaultyFile when they are first asked for.

    Photos are JPEG or PNG; an exercise that has one has no figure.
    """

    def __init__(self, exercises: Iterable[Exercise] = (), photos: Mapping[str, bytes] | None = None) -> None:
        self._figures: dict[str, Figure] = {}
        self._poses: dict[str, Mapping[str, object]] = {}
        self._photos: Mapping[str, bytes] = {}
        self.renew(exercises, photos or {})

    def renew(self, exercises: Iterable[Exercise], photos: Mapping[str, bytes]) -> None:
        """Hold the pictures of these exercises from now on; figures whose poses are as before are not made again."""
        former = self._poses
        self._poses = {exercise.id: exercise.poses for exercise in exercises}
        self._photos = dict(photos)
        self._figures = {key: held for key, held in self._figures.items() if self._poses.get(key) == former.get(key)}

    def photo(self, exercise_id: str) -> bytes:
        """Return the exercise's photo, empty for none."""
        return self._photos.get(exercise_id, b"")

    def figure(self, exercise_id: str) -> Figure | None:
        """Return the exercise's figure; None where it has a photo or no poses, or the catalogue has no such exercise."""
        if exercise_id in self._photos:
            return None
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
    """Return the request for a prescription's figure: its side, range and resistance, in the given look, moment and room.

    A one-legged exercise for both legs is told as "left, then right", so it shows the left one.
    """
    side = prescription.side
    if side is Side.BOTH and prescription.laterality is Laterality.UNILATERAL:
        side = Side.LEFT
    return replace(look, side=side, range_limit=prescription.range_limit, resistance=prescription.resistance)
