"""The picture of an own exercise: a figure, a photo, or none."""

from dataclasses import replace
from typing import Literal, get_args

from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.own_exercise import OwnExercise
from pfss_desktop.figures.shaping import shaped_motion
from pfss_desktop.language import _
from pfss_desktop.photos import Part
from pfss_desktop.ui.photo_form import PhotoForm
from pfss_desktop.ui.pose_form import PoseForm
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP

PictureKind = Literal["figure", "photo", "none"]


class OwnPictureForm(QWidget):
    """Shows one of the three; what was made in another one is kept until the editor is closed."""

    def __init__(self, own: OwnExercise, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: Segments[PictureKind] = Segments(_("Picture"), [(_kind_name(each), each) for each in get_args(PictureKind)])
        self.pose = PoseForm(own.exercise.poses)
        self.photo = PhotoForm(background, own.photo)
        nothing = QLabel(_("In plan and handout there is no picture; the words use the full width."))
        nothing.setWordWrap(True)
        nothing.setProperty("role", "muted")
        self._pages = QStackedWidget()
        for page in (self.pose, self.photo, nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.kind)
        column.addWidget(self._pages, 1)
        self.kind.chosen.connect(lambda: self.show_kind(self.kind.value() or "none"))
        self.photo.edited.connect(lambda: self.show_kind("photo"))
        self.show_kind("photo" if own.photo else "figure" if own.exercise.poses else "none")

    def show_kind(self, kind: PictureKind) -> None:
        """Show the form of this kind of picture."""
        self.kind.choose(kind)
        pages: dict[PictureKind, int] = {"figure": 0, "photo": 1, "none": 2}
        self._pages.setCurrentIndex(pages[kind])

    def taken_over(self, exercise: Exercise, dosage: Dosage) -> Exercise:
        """Return the exercise with this dosage, the figure where one is chosen, and what a shaped figure says of its joints."""
        if self.kind.value() != "figure":
            return replace(exercise, dosage=dosage, poses={})
        poses = self.pose.content
        motion = shaped_motion(poses) if self.pose.was_shaped else exercise.motion
        return replace(exercise, dosage=dosage, poses=poses, motion=motion)

    def photo_and_part(self) -> tuple[bytes, Part | None]:
        """Return the photo and what is to be cut out of it; an empty one where no photo is chosen."""
        return (self.photo.photo, self.photo.part) if self.kind.value() == "photo" else (b"", None)


def _kind_name(kind: PictureKind) -> str:
    names: dict[PictureKind, str] = {"figure": _("Figure"), "photo": _("Photo"), "none": _("None")}
    return names[kind]
