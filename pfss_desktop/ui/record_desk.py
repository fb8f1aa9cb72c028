"""What goes to other programs: all visits as a FHIR bundle for a record system, and the scores as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.language import _
from pfss_desktop.translations import best_language, speaking_language
from pfss_desktop.ui import either_question
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.plan_actions import ActionSpec
from pfss_desktop.ui.saved_files import SavedFiles

if TYPE_CHECKING:
    from pfss_desktop.domain.library import Library
    from pfss_desktop.domain.outcomes import Measure
    from pfss_desktop.domain.visits import OpenPlan


class RecordDesk(QObject):
    """Reads the visits off the window's thread; the latest is the one on the screen. No file name holds the patient's."""

    def __init__(self, document: PlanDocument, desk: Desk, handout: HandoutDesk, files: SavedFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._desk = desk
        self._handout = handout
        self._files = files
        self._window = parent

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return the actions for the menu."""
        return (
            ActionSpec("record_system", _("Export for a recor&d system…"), (), self.ask_and_save_bundle),
            ActionSpec("scores_table", _("Sc&ores as table (CSV)…"), (), self.ask_and_save_scores),
        )

    def ask_and_save_bundle(self) -> None:
        """Ask whether the patient is named in it and for a file name, and write the bundle there."""
        is_named = self._document.patient is not None
        if is_named:
            answer = either_question.ask_either(
                _("Export for a record system"),
                _("Shall the file say who the patient is?"),
                _("Name, number and date of birth let the record system find the patient. Without them the file names nobody."),
                (_("Without the name"), _("With the name")),
                self._window,
            )
            if answer is None:
                return
            is_named = answer == 1
        name = self._handout.name_with("-record.json")
        path = self._files.ask(_("Export for a record system"), name, _("FHIR bundle (*.json)"), ".json")
        if path is not None:
            self.save_bundle(path, is_named=is_named)

    def save_bundle(self, path: Path, *, is_named: bool) -> None:
        """Write all visits as a FHIR bundle, its instructions in the patient's language."""
        now, library, measures = self._now(), self._desk.library, self._desk.resources.measures
        content = partial(_bundle, library, now, measures, is_named=is_named)
        self._files.write(path, content, self.ask_and_save_bundle)

    def ask_and_save_scores(self) -> None:
        """Ask for a file name and write the table there."""
        name = self._handout.name_with("-scores.csv")
        path = self._files.ask(_("Save scores"), name, _("Table (*.csv)"), ".csv")
        if path is not None:
            self.save_scores(path)

    def save_scores(self, path: Path) -> None:
        """Write the scores of all visits as a table."""
        now, library, measures = self._now(), self._desk.library, self._desk.resources.measures
        self._files.write(path, partial(_scores, library, now, measures), self.ask_and_save_scores)

    def _now(self) -> OpenPlan:
        return replace(self._document.opened, plan=self._document.plan)


def visits_with(library: Library, now: OpenPlan) -> tuple[OpenPlan, ...]:
    """Return all visits of a plan, the first first, the one on the screen as it is there now."""
    former = (held for held in library.history(now.plan.id) if held.visit.number < now.visit.number)
    return (*former, now)


def _bundle(library: Library, now: OpenPlan, measures: Sequence[Measure], *, is_named: bool) -> bytes:
    from pfss_desktop.domain.outcome_words import named_score
    from pfss_desktop.domain.visits import DatedPlan
    from pfss_desktop.exchange.fhir_bundle import FhirWords, encode_bundle
    from pfss_desktop.handout.instruction_words import instruction_words

    visits = [DatedPlan(held.visit.on, held.plan) for held in visits_with(library, now)]
    words = FhirWords(instruction_words, partial(named_score, measures=measures))
    with speaking_language(best_language([now.patient.language] if now.patient else [])):
        return encode_bundle(visits, words, now.patient if is_named else None)


def _scores(library: Library, now: OpenPlan, measures: Sequence[Measure]) -> bytes:
    from pfss_desktop.domain.outcome_words import measure_name
    from pfss_desktop.domain.score_history import with_now
    from pfss_desktop.exchange.scores_csv import encode_scores

    visits = with_now(library.scores_of_plan(now.plan.id), now.visit, now.plan)
    return encode_scores(visits, partial(measure_name, measures=measures))
