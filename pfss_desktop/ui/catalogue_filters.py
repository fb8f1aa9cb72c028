"""The chips above the catalogue: what the exercises are for, whose they are, and what else they must have."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from pfss_desktop.domain.catalogue import Catalogue, Filters
from pfss_desktop.domain.exercise import Category, PositionGroup, Region
from pfss_desktop.domain.exercise_marks import ExerciseMarks
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.language import _, translated
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.menu_chip import MenuChip
from pfss_desktop.ui.names import category_name, position_name, region_name, resistance_name
from pfss_desktop.ui.theme import GAP, small

_FIRST_GOALS = (Category.QUADRICEPS, Category.HIP, Category.BALANCE, Category.PLYOMETRIC, Category.STRETCH)
"""The goals with a chip of their own; the others share a menu."""


class CatalogueFilters(QWidget):
    """Hidden exercises stay out of every list but their own."""

    changed = Signal()
    """Something else is asked for."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._marks = ExerciseMarks()
        self._on_hand = OnHand()
        self._can_do: frozenset[str] | None = None
        self.goals = {goal: self._goal_chip(goal) for goal in (None, *_FIRST_GOALS)}
        others = [(category_name(goal), goal) for goal in Category if goal not in _FIRST_GOALS]
        self.more_goals: MenuChip[Category] = MenuChip(_("More"), _("None of these"), others)
        self.favourites = self._mark_chip(_("Favourites"), _("Only favourites: F or the star makes one"))
        ButtonIcon(self.favourites, Icon.STAR)
        self.recent = self._mark_chip(_("Recent"), _("Only what was used last, the latest first"))
        self.at_home = self._mark_chip(_("On hand"), _("Only what can be done with what is at home or in the clinic"))
        self.hidden = self._mark_chip(_("Hidden"), _("Only what was hidden, to bring it back"))
        phases = [(_("Phase {number}").format(number=number), number) for number in range(1, 5)]
        things = sorted(
            ((translated(thing), thing) for thing in catalogue.equipment_names()), key=lambda pair: pair[0].casefold()
        )
        self.phase: MenuChip[int] = MenuChip(_("Phase"), _("Any phase"), phases)
        regions = [(region_name(region), region) for region in Region]
        self.region: MenuChip[Region] = MenuChip(_("Region"), _("Any region"), regions)
        positions = [(position_name(group), group) for group in PositionGroup]
        self.position: MenuChip[PositionGroup] = MenuChip(_("Position"), _("Any position"), positions)
        self.equipment: MenuChip[str] = MenuChip(_("Equipment"), _("Any equipment"), things)
        kinds = [(resistance_name(kind), kind) for kind in ResistanceKind]
        self.resistance: MenuChip[ResistanceKind] = MenuChip(_("Resistance"), _("Any resistance"), kinds)
        self.hidden.toggled.connect(self._show_hidden_chip)
        self.more_goals.chosen.connect(self._take_other_goal)
        for menu in self._menus():
            menu.chosen.connect(self.changed)
        self._lay_out()
        self.show_marks(self._marks)
        self.show_on_hand(self._on_hand)

    # What others call

    def filters(self) -> Filters:
        """Return what the chips ask for."""
        goal = next((goal for goal, chip in self.goals.items() if chip.isChecked()), None)
        return Filters(
            category=goal or self.more_goals.value(),
            phase=self.phase.value(),
            region=self.region.value(),
            position=self.position.value(),
            equipment=self.equipment.value() or "",
            resistance=self.resistance.value(),
            among=self._among(),
            but_not=frozenset() if self.hidden.isChecked() else self._marks.hidden,
        )

    @property
    def are_set(self) -> bool:
        """Whether anything is asked for at all."""
        goal = not self.goals[None].isChecked()
        return goal or any(chip.isChecked() for chip in self._mark_chips()) or any(menu.value() for menu in self._menus())

    def listed(self) -> tuple[str, ...] | None:
        """Return the ids to go through in this order while no words are typed; None for the catalogue's own order."""
        return self._marks.recent if self.recent.isChecked() else None

    def show_marks(self, marks: ExerciseMarks) -> None:
        """Go by these marks, without a signal."""
        self._marks = marks
        self._show_hidden_chip()

    def show_on_hand(self, on_hand: OnHand) -> None:
        """Go by what is on hand, without a signal; the chip for it is there once anybody said what there is."""
        self._on_hand = on_hand
        self._can_do = None
        self.at_home.setVisible(on_hand.is_known)
        if not on_hand.is_known:
            self.at_home.setChecked(False)

    def follow_catalogue(self) -> None:
        """Find out anew what can be done with what is on hand, after exercises have come, gone or changed."""
        self._can_do = None

    def clear(self) -> None:
        """Ask for nothing in particular."""
        for menu in (self.more_goals, *self._menus()):
            menu.choose(None)
        for chip in self._mark_chips():
            chip.setChecked(False)
        self.goals[None].setChecked(True)

    # Private

    def _menus(self) -> tuple[MenuChip[Any], ...]:
        return (self.phase, self.region, self.position, self.equipment, self.resistance)

    def _mark_chips(self) -> tuple[QPushButton, ...]:
        return (self.favourites, self.recent, self.at_home, self.hidden)

    def _among(self) -> frozenset[str] | None:
        marks, wanted = self._marks, []
        if self.favourites.isChecked():
            wanted.append(marks.favourites)
        if self.recent.isChecked():
            wanted.append(frozenset(marks.recent))
        if self.at_home.isChecked():
            wanted.append(self._doable())
        if self.hidden.isChecked():
            wanted.append(marks.hidden)
        return frozenset.intersection(*wanted) if wanted else None

    def _doable(self) -> frozenset[str]:
        # Asked for at every keystroke, and the same until something else is on hand.
        if self._can_do is None:
            self._can_do = frozenset(exercise.id for exercise in self._catalogue if self._on_hand.allows(exercise))
        return self._can_do

    def _show_hidden_chip(self) -> None:
        # There while it is of use: something is hidden, or its own empty list is open.
        self.hidden.setVisible(bool(self._marks.hidden) or self.hidden.isChecked())

    def _take_other_goal(self) -> None:
        if self.more_goals.value() is None:
            if not any(chip.isChecked() for chip in self.goals.values()):
                self.goals[None].setChecked(True)
        else:
            for chip in self.goals.values():
                chip.setAutoExclusive(False)
                chip.setChecked(False)
                chip.setAutoExclusive(True)
        self.changed.emit()

    def _take_goal(self) -> None:
        self.more_goals.choose(None)
        self.changed.emit()

    def _goal_chip(self, goal: Category | None) -> QPushButton:
        chip = self._chip(category_name(goal) if goal else _("All"))
        chip.setAutoExclusive(True)
        chip.setChecked(goal is None)
        # Of the two toggles that one click makes, only the one that switches on narrows the list.
        chip.toggled.connect(_if_on(self._take_goal))
        return chip

    def _mark_chip(self, name: str, tip: str) -> QPushButton:
        chip = self._chip(name)
        chip.setToolTip(tip)
        chip.setAccessibleDescription(tip)
        chip.toggled.connect(self.changed)
        return chip

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton(name, self)
        chip.setCheckable(True)
        chip.setProperty("chip", "true")
        chip.setFont(small(self.font()))
        return chip

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(GAP // 2)
        for chip in (*self.goals.values(), self.more_goals, *self._mark_chips(), *self._menus()):
            flow.addWidget(chip)


def _if_on(run: Callable[[], None]) -> Callable[[bool], None]:
    return lambda on: run() if on else None
