"""The scores of the visit on the screen and of those before it: what the Scores tab shows and how it is changed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.scores import clear_score, set_score
from pfss_desktop.domain.faults import OutOfBounds, UserError
from pfss_desktop.domain.outcomes import PSFS_LIMIT, Measure, typed_score
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit, with_now
from pfss_desktop.domain.score_rows import ScoreRow, chosen_measures, score_rows
from pfss_desktop.exchange.written_measures import kept_name, measures_from, written_measures
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk

PSFS = "psfs"


class VisitScores(QObject):
    """Reads the history when the visit is another one; a score is an edit of the plan, which measures are used is kept apart."""

    changed = Signal()
    """Rows, values or history are other ones."""
    refused = Signal(str)
    """Why something was not read or kept, and what goes on."""

    def __init__(self, document: PlanDocument, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._history: tuple[ScoredVisit, ...] = ()
        self._kept: tuple[str, ...] | None = None
        self._added: tuple[Score, ...] = ()
        self._known_visit = ""
        document.plan_changed.connect(lambda *_change: self.changed.emit())
        document.opened_changed.connect(self._follow)
        self._follow()

    @property
    def measures(self) -> Sequence[Measure]:
        """All measures on offer."""
        return self._desk.resources.measures

    @property
    def is_open(self) -> bool:
        """Whether scores may be typed: a template has no visits, and an issued visit is closed for good."""
        opened = self._document.opened
        return not opened.is_template and not opened.visit.issued

    @property
    def is_plan(self) -> bool:
        """Whether there are visits at all; a template has none."""
        return not self._document.opened.is_template

    def visits(self) -> tuple[ScoredVisit, ...]:
        """Return all visits up to this one, which is as it is on the screen."""
        return with_now(self._history, self._document.opened.visit, self._document.plan)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the measures this plan uses."""
        return chosen_measures(self.measures, self._kept, self.visits())

    def rows(self) -> tuple[ScoreRow, ...]:
        """Return what can be typed at this visit."""
        plan = self._document.plan
        # A row stays for as long as the page is open: undo empties it, and the focus need not go elsewhere.
        known = {(score.measure, score.label, score.side): score for score in (*self._added, *plan.record.scores) if score.label}
        self._added = tuple(known.values())
        return score_rows(self.measures, self.chosen(), self.visits()[:-1], plan.record.scores, self._added)

    def type_score(self, row: ScoreRow, text: str) -> None:
        """Note what was typed; an empty text takes the score back, and so does one that cannot be, which raises OutOfBounds."""
        plan, key = self._document.plan, f"score.{row.key}"
        try:
            value = typed_score(row.measure, text) if text.strip() else None
        except OutOfBounds:
            self._document.edit(_("Take score back"), clear_score(plan, row.score(row.measure.low)), key)
            raise
        if value is None:
            self._document.edit(_("Take score back"), clear_score(plan, row.score(row.measure.low)), key)
        else:
            self._document.edit(_("Note score"), set_score(plan, row.score(value)), key)

    def end_typing(self) -> None:
        """Let the next score be a step of its own."""
        self._document.end_typing()

    def choose(self, measure_ids: Sequence[str]) -> None:
        """Use these measures for this plan from now on."""
        self._kept = tuple(measure_ids)
        name, text = kept_name(self._document.plan.id), written_measures(self._kept)
        self._desk.background.run(lambda: self._desk.library.keep(name, text), lambda _nothing: None, self._say_fault)
        self.changed.emit()

    def may_add_activity(self) -> bool:
        """Whether there are fewer activities than are scored at most."""
        return sum(row.measure.id == PSFS for row in self.rows()) < PSFS_LIMIT

    def add_named(self, score: Score) -> None:
        """Offer a row of this name, side and unit; its measure is used from now on."""
        self._added = (*self._added, score)
        if score.measure in self.chosen():
            self.changed.emit()
        else:
            self.choose((*self.chosen(), score.measure))

    def _follow(self) -> None:
        opened = self._document.opened
        if opened.is_template or opened.visit.id == self._known_visit:
            return
        self._known_visit = opened.visit.id
        library, plan_id = self._desk.library, opened.plan.id

        def read() -> tuple[tuple[ScoredVisit, ...], str]:
            return tuple(library.scores_of_plan(plan_id)), library.kept(kept_name(plan_id))

        self._desk.background.run(read, self._take, self._say_fault)

    def _take(self, found: tuple[tuple[ScoredVisit, ...], str]) -> None:
        self._history, kept = found
        self._kept = measures_from(kept)
        self.changed.emit()

    def _say_fault(self, error: Exception) -> None:
        reason = str(error) if isinstance(error, UserError) else type(error).__name__
        self.refused.emit(_("Former scores could not be read or settings not kept: {reason}").format(reason=reason))
