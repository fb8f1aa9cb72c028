"""What the clinic has settled for all its plans, at hand for every page: read once after the start, kept at every change."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.background import Background
from pfss_desktop.domain.checks.numbers import CheckNumbers
from pfss_desktop.domain.clinic_stock import ClinicStock
from pfss_desktop.domain.exercise_marks import ExerciseMarks
from pfss_desktop.domain.faults import FaultyFile, UserError
from pfss_desktop.domain.library import Library
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.usual_exercises import Usual
from pfss_desktop.exchange.written_numbers import numbers_from, written_numbers
from pfss_desktop.exchange.written_stock import stock_from, usual_from, written_stock, written_usual
from pfss_desktop.language import _
from pfss_desktop.ui.clinic_sheet import ClinicSheet

_STOCK, _USUAL, _NUMBERS = "stock", "usual", "check-numbers"
"""Names under which the library keeps them."""


class ClinicDesk(QObject):
    """A change counts at once and is kept behind the scenes; where keeping fails it says so and goes on with the change."""

    stock_changed = Signal()
    """The stock is another one."""
    numbers_changed = Signal()
    """The checks go by other numbers."""
    marks_changed = Signal()
    """Favourites, hidden or recently used exercises are others."""
    failed = Signal(str)
    """Why something could not be read or kept, and what goes on."""

    def __init__(
        self, library: Library, background: Background, choices: ResistanceChoices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._choices = choices
        self.sheet = ClinicSheet(library, background, self)
        self.sheet.failed.connect(self.failed)
        self.stock: ClinicStock | None = None
        """None until the clinic has said what it has."""
        self.marks = ExerciseMarks()
        self.check_numbers = CheckNumbers()
        self.usual: Usual = {}
        """The clinic's own usual exercises; a stage without an entry has those of the templates."""

    def ask(self) -> None:
        """Ask the library for everything that is kept."""
        kept = self._library.kept
        self._background.run(lambda: (kept(_STOCK), kept(_USUAL)), self._take_kept, self._say_unread)
        self._background.run(lambda: kept(_NUMBERS), self._take_numbers, self._say_unread)
        self._background.run(self._library.exercise_marks, self._take_marks, self._say_unread)
        self.sheet.ask()

    def on_hand(self, patient: Patient | None) -> OnHand:
        """Return what resistance and equipment can be made of for this patient, or for none in particular."""
        return OnHand(self._choices, self.stock).for_patient(patient)

    def keep_stock(self, stock: ClinicStock | None) -> None:
        """Settle the stock; None forgets it, so that everything known is on offer again."""
        self.stock = stock
        self.stock_changed.emit()
        self._keep(lambda: self._library.keep(_STOCK, written_stock(stock) if stock else ""))

    def keep_usual(self, stage: int, exercise_ids: Iterable[str]) -> None:
        """Settle the usual exercises of a stage; none brings those of the templates back."""
        usual = {**self.usual, stage: tuple(exercise_ids)}
        self.usual = {each: ids for each, ids in usual.items() if ids}
        self._keep(lambda: self._library.keep(_USUAL, written_usual(self.usual)))

    def keep_check_numbers(self, numbers: CheckNumbers) -> None:
        """Settle the numbers of the checks."""
        self.check_numbers = numbers
        self.numbers_changed.emit()
        self._keep(lambda: self._library.keep(_NUMBERS, written_numbers(numbers) if numbers != CheckNumbers() else ""))

    def mark_favourite(self, exercise_id: str, *, on: bool) -> None:
        """Put an exercise among the favourites, or take it out."""
        self._mark(self.marks.with_favourite(exercise_id, on=on))
        self._keep(lambda: self._library.mark_favourite(exercise_id, on=on))

    def mark_hidden(self, exercise_id: str, *, on: bool) -> None:
        """Put an exercise out of sight, or back."""
        self._mark(self.marks.with_hidden(exercise_id, on=on))
        self._keep(lambda: self._library.mark_hidden(exercise_id, on=on))

    def note_used(self, exercise_ids: Iterable[str]) -> None:
        """Note that these exercises were added to a plan."""
        used = tuple(exercise_ids)
        if used:
            self._mark(self.marks.with_used(used))
            self._keep(lambda: self._library.note_used(used))

    def _mark(self, marks: ExerciseMarks) -> None:
        self.marks = marks
        self.marks_changed.emit()

    def _keep(self, job: Callable[[], None]) -> None:
        self._background.run(job, lambda _nothing: None, self._say_unkept)

    def _take_kept(self, kept: tuple[str, str]) -> None:
        stock, usual = kept
        try:
            self.stock = stock_from(stock)
            self.stock_changed.emit()
        except FaultyFile:
            self.failed.emit(
                _("The clinic’s stock could not be read, so all bands and cuffs are on offer. Please enter it anew.")
            )
        try:
            self.usual = usual_from(usual)
        except FaultyFile:
            self.failed.emit(_("The clinic’s usual exercises could not be read. Those of the templates are offered."))

    def _take_numbers(self, kept: str) -> None:
        try:
            self.check_numbers = numbers_from(kept)
            self.numbers_changed.emit()
        except FaultyFile:
            self.failed.emit(_("The clinic’s numbers of the checks could not be read. The defaults count; please set them anew."))

    def _take_marks(self, marks: ExerciseMarks) -> None:
        self._mark(marks)

    def _say_unread(self, error: Exception) -> None:
        reason = str(error) if isinstance(error, UserError) else type(error).__name__
        self.failed.emit(_("The clinic’s own settings could not be read: {reason}").format(reason=reason))

    def _say_unkept(self, error: Exception) -> None:
        reason = str(error) if isinstance(error, UserError) else type(error).__name__
        text = _("It counts until the program is closed, but could not be saved: {reason}")
        self.failed.emit(text.format(reason=reason))
