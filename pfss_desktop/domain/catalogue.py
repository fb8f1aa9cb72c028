"""The exercises on offer, by id, with filters. Reading files and searching words live in the room `catalogue`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pfss_desktop.domain.exercise import Category, Exercise, PatientText, PositionGroup, Region
from pfss_desktop.domain.resistance import ResistanceKind


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listed exercise must have; None and empty mean "any". Equipment names one plain thing, such as "chair"."""

    category: Category | None = None
    phase: int | None = None
    region: Region | None = None
    position: PositionGroup | None = None
    equipment: str = ""
    resistance: ResistanceKind | None = None
    among: frozenset[str] | None = None
    """Ids of which it must be one; None for no such list."""
    but_not: frozenset[str] = frozenset()
    """Ids of which it must be none."""

    def allow(self, exercise: Exercise) -> bool:
        """Return whether the exercise has all that is asked for."""
        return (
            (self.among is None or exercise.id in self.among)
            and exercise.id not in self.but_not
            and (self.category is None or exercise.category is self.category)
            and (self.phase is None or exercise.phase == self.phase)
            and (self.region is None or self.region in exercise.regions)
            and (self.position is None or exercise.position.group is self.position)
            and (self.resistance is None or self.resistance in exercise.accepts)
            and (not self.equipment or any(self.equipment in need.any_of for need in exercise.equipment))
        )


@dataclass(frozen=True)
class Source:
    """A paper or page that an entry's `basis.evidence` names by key, and how much of it was read."""

    citation: str
    address: str
    read_as: str


@dataclass(frozen=True)
class Catalogue:
    """Exercises in their listed order, by id. An id that several entries claim belongs to the first of them."""

    exercises: tuple[Exercise, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.exercises)

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def get(self, exercise_id: str) -> Exercise | None:
        """Return the exercise with this id, or None."""
        return self._by_id.get(exercise_id)

    def mistakes(self, exercise_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the common mistake of each of these exercises that has one, by id, in the language of the files."""
        found = (self.get(exercise_id) for exercise_id in exercise_ids)
        return {exercise.id: exercise.mistake for exercise in found if exercise is not None and exercise.mistake}

    def chosen(self, exercise_ids: Iterable[str], filters: Filters) -> tuple[Exercise, ...]:
        """Return the exercises with these ids that the filters allow, in the order of the ids; unknown ids are passed over."""
        found = (self.get(exercise_id) for exercise_id in exercise_ids)
        return tuple(exercise for exercise in found if exercise is not None and filters.allow(exercise))

    def equipment_names(self) -> tuple[str, ...]:
        """Return every plain thing that any exercise needs, once, in alphabetical order."""
        return tuple(sorted({thing for entry in self.exercises for need in entry.equipment for thing in need.any_of}))

    @cached_property
    def _by_id(self) -> Mapping[str, Exercise]:
        by_id: dict[str, Exercise] = {}
        for exercise in self.exercises:
            by_id.setdefault(exercise.id, exercise)
        return by_id

    def with_own(self, own: Iterable[Exercise]) -> "Catalogue":
        """Return the catalogue with the clinic's own exercises among its others, in their order.

        A link goes both ways: what an own exercise is harder than, names it as harder. Links that lead nowhere are dropped.
        """
        added = tuple(own)
        return arranged((*self.exercises, *added), self.sources, added) if added else self

    def with_texts(self, texts: Mapping[str, PatientText]) -> "Catalogue":
        """Return the catalogue with the clinic's own words for these exercises; ids it does not hold are passed over."""
        if not texts:
            return self
        told = (replace(entry, for_patient=texts.get(entry.id, entry.for_patient)) for entry in self.exercises)
        return Catalogue(tuple(told), self.sources)


class CatalogueAtHand(Catalogue):
    """The catalogue that a window works with: one object for everybody who holds it, while own exercises come and go.

    `now` is the plain value, for work on another thread that must not change under way.
    """

    @property
    def now(self) -> Catalogue:
        """The catalogue as it is."""
        return Catalogue(self.exercises, self.sources)

    def become(self, catalogue: Catalogue) -> None:
        """Hold what this catalogue holds."""
        held = vars(self)
        held.pop("_by_id", None)
        held.update(exercises=catalogue.exercises, sources=catalogue.sources)


def arranged(exercises: Iterable[Exercise], sources: Mapping[str, Source], own: Iterable[Exercise] = ()) -> Catalogue:
    """Return a catalogue in its usual order: by phase, category and name; links that lead nowhere are dropped.

    What an exercise of `own` links to links back to it.
    """
    entries = tuple(exercises)
    present = {entry.id for entry in entries}
    back: dict[str, tuple[set[str], set[str]]] = {}
    for entry in own:
        for linked in entry.easier:
            back.setdefault(linked, (set(), set()))[0].add(entry.id)
        for linked in entry.harder:
            back.setdefault(linked, (set(), set()))[1].add(entry.id)
    linked_up = (_linked(entry, present, *back.get(entry.id, ((), ()))) for entry in entries)
    return Catalogue(tuple(sorted(linked_up, key=_order)), sources)


def _linked(entry: Exercise, present: set[str], harder: Iterable[str], easier: Iterable[str]) -> Exercise:
    """Return the exercise with these links behind its own, each once and none that leads nowhere."""
    links = {"harder": _kept(entry.harder, harder, present), "easier": _kept(entry.easier, easier, present)}
    same = links["harder"] == entry.harder and links["easier"] == entry.easier
    return entry if same else replace(entry, harder=links["harder"], easier=links["easier"])


def _kept(links: tuple[str, ...], added: Iterable[str], present: set[str]) -> tuple[str, ...]:
    return tuple(link for link in dict.fromkeys((*links, *sorted(added))) if link in present)


def _order(exercise: Exercise) -> tuple[int, int, str, str]:
    return exercise.phase, _PLACE_OF_CATEGORY[exercise.category], exercise.name.casefold(), exercise.id


_PLACE_OF_CATEGORY = {category: place for place, category in enumerate(Category)}
