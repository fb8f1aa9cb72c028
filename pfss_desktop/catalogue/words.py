"""Which words an exercise is found by, and how a text becomes words: no case, no accents, no punctuation."""

import re
import unicodedata
from collections.abc import Callable

from pfss_desktop.domain.exercise import Category, Chain, Exercise
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.language import marked, translated

_WORD = re.compile(r"[^\W_]+")

CATEGORY_WORDS: dict[Category, str] = {
    Category.QUADRICEPS: marked("quadriceps knee"),
    Category.HIP: marked("hip gluteal"),
    Category.HAMSTRING_CALF: marked("hamstring calf"),
    Category.CLOSED_CHAIN: marked("closed chain functional"),
    Category.CORE: marked("core"),
    Category.BALANCE: marked("balance proprioception"),
    Category.PLYOMETRIC: marked("plyometric agility jump"),
    Category.STRETCH: marked("stretching flexibility"),
    Category.MOBILITY: marked("mobility mobilization self"),
    Category.CARDIO: marked("cardio aerobic"),
    Category.RUNNING: marked("running runner jogging"),
    Category.ADJUNCT: marked("adjunct tape"),
}
RESISTANCE_WORDS: dict[ResistanceKind, str] = {
    ResistanceKind.NONE: "",
    ResistanceKind.BODYWEIGHT: marked("bodyweight"),
    ResistanceKind.CUFF: marked("cuff weight"),
    ResistanceKind.BAND: marked("band"),
    ResistanceKind.MACHINE: marked("machine"),
}
CHAIN_WORDS: dict[Chain, str] = {Chain.OPEN: "okc", Chain.CLOSED: "ckc", Chain.MIXED: "", Chain.NONE: ""}

SYNONYMS: tuple[tuple[str, str], ...] = (
    ("straight leg raise", "slr"),
    ("side leg raise", "slr"),
    ("inner thigh raise", "slr"),
    ("short arc quad", "saq short arcs"),
    ("seated knee extension", "laq long arc quad"),
    ("terminal knee extension", "tke vmo"),
    ("foot turned out", "vmo"),
    ("hip abduction", "abductor side leg raise lift"),
    ("hip adduction", "adductor inner thigh"),
    ("hip adductors", "inner thigh groin"),
    ("gluteus", "glutes glute gluteal"),
    ("hamstrings", "hams"),
    ("gastrocnemius", "calf heel"),
    ("soleus", "calf heel"),
    ("calf raise", "heel raise"),
    ("itb", "iliotibial"),
    ("hip flexor", "psoas iliopsoas"),
    ("abdominals", "abs abdominal"),
    ("core", "abs abdominal"),
    ("back extensors", "lumbar"),
    ("on the back", "supine"),
    ("on the side", "sidelying"),
    ("face down", "prone"),
    ("kneeling", "quadruped all fours"),
    ("sitting", "seated"),
    ("sit to stand", "sts chair squat"),
    ("wall squat", "wall slide"),
    ("swiss ball", "physio gym stability exercise ball"),
    ("band", "theraband elastic"),
    ("single leg deadlift", "rdl"),
    ("single leg stance", "sls one leg balance"),
    ("t stance", "arabesque"),
    ("patellar", "patella kneecap"),
    ("kneecap", "patella patellar"),
    ("taping", "kinesio mcconnell"),
    ("bike", "cycling bicycle"),
    ("pool", "swim aquatic"),
    ("return to running", "rtr jog"),
    ("isometric", "hold static"),
    ("foam roll", "self massage release"),
)
"""What therapists type for a phrase that an entry holds: the phrase, and the words it is found by as well."""


_ALSO = tuple((f" {phrase}", also.split()) for phrase, also in SYNONYMS)
"""With a space before each phrase, so that it is never found inside a word."""


def words_of(text: str) -> list[str]:
    """Return a text's words in order: casefolded, without accents; everything but letters and digits separates."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _WORD.findall(text.casefold())


def told_beside_name(exercise: Exercise, say: Callable[[str], str] = str) -> str:
    """Return all that an exercise is found by besides its name and synonyms, as one text, each part as `say` has it."""
    parts = (
        *exercise.muscles,
        exercise.position.group,
        exercise.position.text,
        exercise.contraction,
        CATEGORY_WORDS[exercise.category],
        CHAIN_WORDS[exercise.chain],
        *exercise.regions,
        *(RESISTANCE_WORDS[kind] for kind in exercise.accepts),
        *(thing for need in exercise.equipment for thing in (need.text, *need.any_of)),
    )
    return " ".join(map(say, parts))


def words_beside_name(exercise: Exercise) -> set[str]:
    """Return the words, other than those of its name, that an exercise is found by."""
    told, spoken = told_beside_name(exercise), told_beside_name(exercise, translated)
    words = words_of(told)
    whole = " ".join(("", *words_of(exercise.name), *words))
    in_other_language = words_of(spoken) if spoken != told else ()
    return set(words).union(in_other_language, *(also for phrase, also in _ALSO if phrase in whole))
