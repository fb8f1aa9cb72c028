"""What the window has of exercises: the built-in ones and the clinic's own, renewed in place while others hold them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pfss_desktop.domain.catalogue import Catalogue, CatalogueAtHand
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.library import ExerciseSearch, Library
from pfss_desktop.domain.own_exercise import ExerciseForm, KeptExercise, OwnExercise, photos_of
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.exchange.clinic_texts import texts_from
from pfss_desktop.figures.book import FigureBook
from pfss_desktop.language import _

TEXTS = "texts"
"""The name under which the library keeps the clinic's own words for exercises of the catalogue."""
MakeSearch = Callable[[Catalogue], ExerciseSearch]


class SearchAtHand(ExerciseSearch):
    """Searches whatever the catalogue holds now."""

    def __init__(self, search: ExerciseSearch) -> None:
        self._search = search

    def become(self, search: ExerciseSearch) -> None:
        """Find by this search from now on."""
        self._search = search

    def find(self, text: str) -> Sequence[str]:
        """Return the ids of the exercises that match every word of `text`, best first; all ids for an empty text."""
        return self._search.find(text)


class ExerciseShelf:
    """Catalogue, search and figures, one object each for as long as the window lives; `renew` changes what they hold."""

    def __init__(self, built_in: Catalogue, form: ExerciseForm, make_search: MakeSearch) -> None:
        self.built_in = built_in
        self.form = form
        self._make_search = make_search
        self.own: tuple[OwnExercise, ...] = ()
        self.damaged: tuple[str, ...] = ()
        self.texts: Mapping[str, PatientText] = {}
        """The clinic's words, by the id of the exercise of the catalogue that they are for."""
        self.catalogue = CatalogueAtHand(built_in.exercises, built_in.sources)
        self.search = SearchAtHand(make_search(built_in))
        self.figures = FigureBook(built_in)

    def renew(self, kept: Sequence[KeptExercise], written_texts: str = "") -> None:
        """Hold these own exercises and clinic's texts from now on; what is damaged is left out, its name is in `damaged`."""
        own: list[OwnExercise] = []
        damaged: list[str] = []
        for each in kept:
            try:
                own.append(OwnExercise(self.form.read(each.definition), each.photo, each.is_removed))
            except FaultyFile:
                damaged.append(each.name)
        try:
            self.texts = texts_from(written_texts)
        except FaultyFile:
            self.texts = {}
            damaged.append(_("the clinic's texts"))
        self.own, self.damaged = tuple(own), tuple(damaged)
        present = [each.exercise for each in own if not each.is_removed]
        merged = self.built_in.with_own(present).with_texts(self.texts)
        self.catalogue.become(merged)
        self.search.become(self._make_search(merged))
        # Removed ones too: plans that hold them still show their pictures.
        gone = [each.exercise for each in own if each.is_removed]
        self.figures.renew((*merged, *gone), photos_of(self.own))

    def fill(self, library: Library) -> None:
        """Hold what the library keeps; any thread may call this while nobody else holds the shelf. Raises UserError."""
        self.renew(library.own_exercises(), library.kept(TEXTS))

    def in_clinics_words(self, plan: Plan) -> Plan:
        """Return a template's plan with the clinic's words wherever it has those of the catalogue."""
        if not self.texts:
            return plan

        def told(held: Prescription) -> Prescription:
            entry, text = self.built_in.get(held.exercise_id), self.texts.get(held.exercise_id)
            return held if text is None or entry is None or held.text != entry.for_patient else replace(held, text=text)

        phases = (replace(phase, prescriptions=tuple(map(told, phase.prescriptions))) for phase in plan.phases)
        return replace(plan, phases=tuple(phases))

    def own_exercise(self, exercise_id: str) -> OwnExercise | None:
        """Return the own exercise with this id, a removed one too, or None."""
        return next((each for each in self.own if each.exercise.id == exercise_id), None)
