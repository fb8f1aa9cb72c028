"""A figure shaped by hand: base position, a slider in degrees for every joint, and what it stands on. Live."""

from collections.abc import Mapping
from typing import Any, cast, get_args

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.figures import shaping
from pfss_desktop.figures.poses import Base
from pfss_desktop.language import _
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import new_form, side_by_side
from pfss_desktop.ui.joint_sliders import JointSliders
from pfss_desktop.ui.pose_extras import PoseExtras
from pfss_desktop.ui.pose_names import PARTS, base_name, moment_name, part_name
from pfss_desktop.ui.pose_preview import PosePreview
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP


class PoseForm(QWidget):
    """Holds the poses as a catalogue file has them; `was_shaped` tells whether a person has changed any."""

    def __init__(self, content: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: dict[str, Any] = dict(content) if content else shaping.new_poses("supine")
        self.was_shaped = not content
        self.base: ChoiceBox[Base] = ChoiceBox(_("Base position"), [(base_name(each), each) for each in get_args(Base)])
        self.moves = QCheckBox(_("Moves to an end position"))
        moments = [(moment_name(each), each) for each in get_args(shaping.Moment)]
        self.moment: Segments[shaping.Moment] = Segments(_("Position"), moments)
        self.part = ChoiceBox(_("Part of the body"), [(part_name(each), each) for each in PARTS])
        self.sliders = JointSliders()
        self.extras = PoseExtras()
        self.preview = PosePreview()
        self._told = QLabel()
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.moment.choose("start")
        self._show()

    def take(self, content: Mapping[str, Any]) -> None:
        """Hold these poses where they can be drawn; else keep the former ones and say so."""
        try:
            self.preview.show_poses(content, self.moment.value() or "start")
        except (FaultyFile, ArithmeticError, LookupError, ValueError, StopIteration):
            self._told.setText(_("The body cannot do this. The former position stays."))
            self._show()
            return
        self.content, self.was_shaped = dict(content), True
        self._told.setText("")
        self._show()

    def _connect(self) -> None:
        self.base.chosen.connect(lambda: self.take(shaping.new_poses(self.base.value())))
        self.moves.clicked.connect(self._take_movement)
        self.moment.chosen.connect(self._show)
        self.part.chosen.connect(self._show)
        self.sliders.turned.connect(self._bend)
        self.extras.edited.connect(lambda: self.take(self.extras.taken_over(self.content)))

    def _take_movement(self, moves: bool) -> None:
        self.moment.choose("end" if moves else "start")
        self.take(shaping.with_movement(self.content, moves=moves))

    def _bend(self, joint: str, degrees: int) -> None:
        self.take(shaping.with_angle(self.content, self.moment.value() or "start", self._side, joint, degrees))

    def _show(self) -> None:
        moves = "end" in self.content
        if not moves:
            self.moment.choose("start")
        with QSignalBlocker(self.base):
            self.base.choose(cast(Base, self.content.get("base", "supine")))
        self.moves.setChecked(moves)
        self.moment.setEnabled(moves)
        moment = self.moment.value() or "start"
        angles = shaping.angles_at(self.content, moment)
        shown = {joint: value for (side, joint), value in angles.items() if side == self._side}
        self.sliders.show_angles(shown, PARTS[self.part.value()])
        self.extras.show_poses(self.content)
        self.preview.show_poses(self.content, moment)

    @property
    def _side(self) -> str:
        return self.part.value().split()[0]

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.preview)
        left.addWidget(self._told)
        left.addWidget(self.extras)
        left.addStretch(1)
        holder = QWidget()
        form = new_form(holder)
        form.addRow(_("Base"), self.base)
        form.addRow(_("Position"), side_by_side(self.moment, self.moves))
        form.addRow(_("Part"), self.part)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(holder)
        right.addWidget(self.sliders)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GAP)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
