"""What belongs to a figure besides its joints: who works, what the feet do, the arrow, things, band, and the view."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from pfss_desktop.figures import shaping
from pfss_desktop.language import _
from pfss_desktop.ui.check_list import CheckList
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import new_form, side_by_side
from pfss_desktop.ui.number_box import NumberBox

_RIGHT, _BOTH, _TRUNK = ("right leg",), ("right leg", "left leg"), ("trunk",)


class PoseExtras(QWidget):
    """Shows these parts of the poses, and lays what is chosen over them; what it does not know stays as it was."""

    edited = Signal()
    """A person chose something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.working = ChoiceBox(_("What works"), [(_("one leg"), _RIGHT), (_("both legs"), _BOTH), (_("trunk"), _TRUNK)])
        holds = [(_("as the leg is bent"), ""), (_("flat on the floor"), "floor"), (_("stays where it is"), "stay")]
        self.feet: dict[shaping.Limb, ChoiceBox[str]] = {
            "right_foot": ChoiceBox(_("Foot of the working leg"), holds),
            "left_foot": ChoiceBox(_("Foot of the other leg"), holds),
        }
        self.arrow = ChoiceBox(_("Arrow"), _arrows())
        self.things = CheckList(_("Things"), [(_thing_name(kind), kind) for kind in shaping.THINGS])
        self.band = ChoiceBox(_("Band"), _bands())
        self.around = NumberBox(_("View from around, degrees"), -180, 180)
        self.above = NumberBox(_("View from above, degrees"), -10, 60)
        for number in (self.around, self.above):
            number.setSuffix("°")
            number.valueChanged.connect(self.edited)
        boxes: tuple[ChoiceBox[Any], ...] = (self.working, *self.feet.values(), self.arrow, self.band)
        for box in boxes:
            box.make_narrow(16)
            box.chosen.connect(self.edited)
        self.things.edited.connect(self.edited)
        self._lay_out()

    def show_poses(self, content: Mapping[str, Any]) -> None:
        """Show what these poses say, without a signal."""
        contacts = content.get("contacts") or {}
        camera = content.get("camera") or (0, 8)
        travel = content.get("travel")
        choices: list[tuple[ChoiceBox[Any], Any]] = [
            (self.working, tuple(content.get("working") or ())),
            *((box, _hold(contacts.get(limb))) for limb, box in self.feet.items()),
            (self.arrow, travel if isinstance(travel, str) else "" if travel is None else "as it is"),
            (self.band, content.get("band_at") or ""),
        ]
        for box, value in choices:
            with QSignalBlocker(box):
                box.choose(value)
        for number, value in ((self.around, camera[0]), (self.above, camera[1])):
            with QSignalBlocker(number):
                number.setValue(round(value))
        self.things.choose(prop.get("kind") for prop in content.get("props") or ())

    def taken_over(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Return the poses with what is chosen here."""
        shaped = shaping.with_field(content, "camera", [self.around.value(), self.above.value()])
        shaped = shaping.with_field(shaped, "working", list(self.working.value()))
        contacts = content.get("contacts") or {}
        for limb, box in self.feet.items():
            if box.value() != _hold(contacts.get(limb)):
                shaped = shaping.with_hold(shaped, limb, box.value())
        if self.arrow.value() != "as it is":
            shaped = shaping.with_field(shaped, "travel", self.arrow.value() or None)
        shaped = shaping.with_field(shaped, "band_at", self.band.value() or None)
        there = {prop.get("kind") for prop in content.get("props") or ()}
        for kind, prop in shaping.THINGS.items():
            if (kind in self.things.values()) != (kind in there):
                shaped = shaping.with_thing(shaped, kind, there=kind not in there, prop=prop)
        return shaped

    def _lay_out(self) -> None:
        form = new_form(self)
        form.addRow(_("Works"), side_by_side(self.working, _("arrow"), self.arrow))
        form.addRow(_("Feet"), side_by_side(self.feet["right_foot"], self.feet["left_foot"]))
        form.addRow(_("Band"), side_by_side(self.band, _("view"), self.around, self.above))
        form.addRow(_("Things"), self.things)


def _hold(contact: object) -> str:
    """Return the word for a foot's hold; a hold with places of its own counts as flat on the floor."""
    if contact is None:
        return ""
    return contact if isinstance(contact, str) and contact in ("floor", "stay") else "floor"


def _arrows() -> list[tuple[str, str]]:
    return [
        (_("no arrow"), ""),
        (_("ankle"), "right_ankle"),
        (_("knee"), "right_knee"),
        (_("pelvis"), "pelvis"),
        (_("chest"), "chest"),
        (_("hand"), "right_hand"),
        (_("as it is"), "as it is"),
    ]


def _bands() -> list[tuple[str, str]]:
    names = {
        "above the knees": _("above the knees"),
        "below the knees": _("below the knees"),
        "at the ankles": _("at the ankles"),
        "around the forefeet": _("around the forefeet"),
        "behind the knee": _("behind the knee"),
        "at an anchor": _("at an anchor"),
    }
    return [(_("no band"), ""), *((told, key) for key, told in names.items())]


def _thing_name(kind: str) -> str:
    return {
        "chair": _("chair"),
        "wall": _("wall"),
        "step": _("stair step"),
        "towel": _("towel"),
        "roller": _("foam roller"),
        "ball": _("ball"),
    }[kind]
