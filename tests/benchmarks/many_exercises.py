"""Catalogues of any size for measuring, made from ours: other names, muscles, positions and things, a vocabulary of its own.

`many_exercises(10_000)` gives about five thousand different words, as a catalogue grown by many hands would have.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import Equipment, Exercise, PatientText, Position


def _listed(words: str) -> list[str]:
    return words.split()


_HOW = _listed(
    """
    slow quick single double banded weighted supported seated standing supine prone kneeling tall deep shallow
    short long wide narrow reverse forward lateral diagonal crossover isometric eccentric explosive paused
    assisted resisted offset staggered elevated incline decline rotational alternating continuous loaded
    unloaded controlled rhythmic pendulum split tandem marching walking
    """
)
_WHAT = _listed(
    """
    squat lunge bridge raise press pull curl extension flexion abduction adduction rotation hinge march hop
    jump step walk crawl plank reach tap hold slide stretch roll swing twist lift drop tilt circle kick
    shuffle skip bound carry thrust fly row dip crunch windmill scoop chop clam hydrant airplane compass clock
    ladder wave glide pump
    """
)
_WHERE = _listed(
    """
    hip knee ankle thigh calf heel toe trunk pelvis buttock groin hamstring quadriceps glute soleus
    gastrocnemius tibialis peroneal adductor abductor psoas iliopsoas piriformis sartorius gracilis popliteus
    vastus rectus femoris medius maximus minimus obliques abdominals multifidus erector latissimus rhomboid
    trapezius deltoid serratus pectoralis
    """
)
_THINGS = _listed(
    """
    chair wall mat band loop cuff step box ball pillow towel belt strap roller dumbbell kettlebell barbell
    bench cable sled rope slider disc wedge foam rail counter stool bar bike treadmill rower pool paddle cone
    hurdle beam trampoline cushion bolster plate sandbag
    """
)
_SYLLABLES = _listed(
    """
    ba be bo da de do fa fi ga go ka ke ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si ta te
    ti to va vi za
    """
)


def many_exercises(count: int, seed: int = 1) -> tuple[Exercise, ...]:
    """Return this many exercises with ids `made-0`, `made-1`, ...; the same for the same seed."""
    # Imported here, so that `many_exercises` itself is no part of what is measured.
    from pfss_desktop.catalogue.loading import load_catalogue
    from pfss_desktop.paths import resources

    chance = random.Random(seed)
    patterns = load_catalogue(resources() / "catalogue").catalogue.exercises
    authors = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _number in range(count)]
    return tuple(_varied(patterns[number % len(patterns)], number, chance, authors) for number in range(count))


def many(count: int, seed: int = 1) -> Catalogue:
    """Return a catalogue of this many exercises."""
    return Catalogue(many_exercises(count, seed))


def typed_beginnings(catalogue: Catalogue, count: int, seed: int = 2) -> list[str]:
    """Return what stands in a search field at this many keystrokes: one to three words or their beginnings, some misspelled."""
    chance = random.Random(seed)
    typed: list[str] = []
    for number in range(count):
        words = chance.choice(catalogue.exercises).name.lower().split()
        text = " ".join(chance.sample(words, k=min(len(words), chance.choice((1, 1, 2, 3)))))
        if number % 3 == 0:
            text = _misspelled(text, chance)
        typed.append(text[: chance.randint(1, len(text))] if number % 3 else text)
    return typed


def _varied(pattern: Exercise, number: int, chance: random.Random, authors: Sequence[str]) -> Exercise:
    name = " ".join(
        (
            *(word.capitalize() for word in chance.sample(_HOW, k=chance.randint(0, 2))),
            chance.choice(_WHERE),
            chance.choice(_WHAT),
            chance.choice(("", f"with {chance.choice(_THINGS)}", f"after {chance.choice(authors).capitalize()}", f"{number}")),
        )
    ).strip()
    return replace(
        pattern,
        id=f"made-{number}",
        for_patient=PatientText(name, pattern.for_patient.steps),
        muscles=tuple(chance.sample(_WHERE, k=chance.randint(1, 4))),
        position=Position(
            pattern.position.group, f"{chance.choice(_HOW)} on the {chance.choice(_THINGS)}, {chance.choice(_WHERE)} free"
        ),
        equipment=tuple(Equipment(thing, (thing,)) for thing in chance.sample(_THINGS, k=chance.randint(0, 3))),
        harder=(),
        easier=(),
    )


def _misspelled(text: str, chance: random.Random) -> str:
    place = chance.randrange(1, max(2, len(text) - 1))
    return chance.choice((text[:place] + text[place + 1 :], text[:place] + text[place : place + 2][::-1] + text[place + 2 :]))
