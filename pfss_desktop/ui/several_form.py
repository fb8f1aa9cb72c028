"""The inspector's form for several prescriptions at once: what they share stands in the fields, what differs is left empty."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.several import possible_sides
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.chips import side_text
from pfss_desktop.ui.form_rows import fault_label, line_field, new_form, say_fault, show_line
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.part_words import part_name, part_words
from pfss_desktop.ui.segments import Segments
from pfss_desktop.ui.theme import GAP, bold

_TYPED = (Part.SETS, Part.REPS, Part.HOLD, Part.REST, Part.TEMPO, Part.MINUTES, Part.TIMES, Part.DAYS, Part.RESISTANCE)
_LEGS = (Side.LEFT, Side.RIGHT, Side.BOTH)


class SeveralForm(QWidget):
    """Every change goes to all of them as one step; an exercise that does not take a side or resistance keeps its own."""

    def __init__(self, catalogue: Catalogue, edits: PartEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._edits = edits
        self._ids: tuple[str, ...] = ()
        self._title = QLabel()
        self._title.setFont(bold(self.font(), 2))
        self._side = Segments(_("Side of all"), [(side_text(side), side) for side in _LEGS])
        self._side.chosen.connect(self._set_side)
        self._all = _PartField(Part.MORE)
        self._all.field.setPlaceholderText(_("3x10, twice a day"))
        self._fields = {part: _PartField(part) for part in _TYPED}
        for field in (self._all, *self._fields.values()):
            field.typed.connect(self._take)
        self._lay_out()

    def show_prescriptions(self, chosen: Sequence[Prescription]) -> None:
        """Show what these have in common."""
        ids = tuple(held.id for held in chosen)
        if ids != self._ids:
            self._ids = ids
            self._all.show_words("")
            self._edits.begin()
        count = len(chosen)
        self._title.setText(ngettext("{count} exercise", "{count} exercises", count).format(count=count))
        sides = {held.side for held in chosen}
        self._side.choose(sides.pop() if len(sides) == 1 else None)
        offered = {side for held in chosen for side in possible_sides(held, self._catalogue.get(held.exercise_id))}
        self._side.offer([side for side in _LEGS if side in offered])
        for part, field in self._fields.items():
            words = {part_words(held, part) for held in chosen}
            field.show_words(words.pop() if len(words) == 1 else "", is_mixed=len(words) > 1)

    def _take(self, field: "_PartField", words: str) -> None:
        field.say(self._edits.take(self._ids, field.part, words))
        if field is self._all and not field.has_fault:
            field.show_words("")

    def _set_side(self) -> None:
        side = self._side.value()
        if side is not None:
            self._all.say(self._edits.set_side(self._ids, side))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP + GAP // 2)
        column.addWidget(self._title)
        fields = QWidget()
        form = new_form(fields)
        form.addRow(_("All at once"), self._all)
        form.addRow(_("Side"), self._side)
        for part, field in self._fields.items():
            form.addRow(part_name(part), field)
        column.addWidget(fields)
        hint = QLabel(_("Drag or Alt+Up and Alt+Down move them, Ctrl+D doubles them, Delete takes them out."))
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        column.addWidget(hint)
        column.addStretch(1)


class _PartField(QWidget):
    """A line for one part, and under it why what was typed was not taken over."""

    typed = Signal(object, str)
    """This field, and the words that a person finished typing."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.field: QLineEdit = line_field(part_name(part), LINE_LIMIT)
        self._shown = ""
        self._fault = fault_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._fault)
        self.field.editingFinished.connect(self._tell)
        self.field.textEdited.connect(lambda _text: say_fault(self._fault, ""))

    @property
    def has_fault(self) -> bool:
        """Whether the last words were not taken over."""
        return bool(self._fault.text())

    def show_words(self, words: str, *, is_mixed: bool = False) -> None:
        """Show these words; that the values differ, where they do."""
        self._shown = words
        show_line(self.field, words)
        if self.part is not Part.MORE:
            self.field.setPlaceholderText(_("different") if is_mixed else "")
        say_fault(self._fault, "")

    def say(self, reason: str) -> None:
        """Say why the words were not taken over; nothing where they were."""
        say_fault(self._fault, reason)

    def _tell(self) -> None:
        words = self.field.text()
        if words.strip() and " ".join(words.split()) != self._shown:
            self.typed.emit(self, words)
