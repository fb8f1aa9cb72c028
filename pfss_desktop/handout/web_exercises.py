"""Phases and exercises on the web page."""

from collections.abc import Callable

from pfss_desktop.handout.content import DOT, ExercisePart, Labelled, PhasePart
from pfss_desktop.handout.html import NONE, Html, joined, own, tag, text
from pfss_desktop.handout.sections import Section
from pfss_desktop.handout.tempo_words import TempoPart
from pfss_desktop.handout.web_signs import CROSS, WARNING
from pfss_desktop.language import _

PictureOf = Callable[[ExercisePart], Html]
"""Gives the figure of an exercise, or nothing."""


def labelled(part: Labelled, sign: Html = NONE, class_: str = "") -> Html:
    """Return a labelled line, or nothing where its text is empty."""
    if not part.text.strip():
        return NONE
    return tag("p", sign, tag("strong", text(part.label)), text(" "), own(part.text), class_=class_)


def ticked_list(items: tuple[str, ...]) -> Html:
    """Return lines with a box each; each line is the name of its box."""
    boxes = [tag("li", tag("label", tag("input", type="checkbox"), own(item))) for item in items]
    return tag("ul", *boxes, class_="ticks")


def phase_part(phase: PhasePart, run: tuple[Section, ...], picture: PictureOf) -> Html:
    """Return a phase with those of its parts that stand next to the exercises, in the order of `run`."""
    at = run.index(Section.EXERCISES)
    turn = tag("p", tag("strong", text(phase.turn)) if phase.is_now else text(phase.turn)) if phase.turn else NONE
    head = tag("div", tag("h2", own(phase.heading)), tag("p", text(phase.amount)) if phase.amount else NONE, turn)
    exercises = [exercise_part(each, picture) for each in phase.exercises]
    return tag(
        "section",
        tag("div", head, class_="phase now" if phase.turn and phase.is_now else "phase"),
        labelled(phase.goal),
        *(_beside(phase, section) for section in run[:at]),
        *(exercises or [tag("p", text(phase.no_exercises))]),
        *(_beside(phase, section) for section in run[at + 1 :]),
        id=f"phase-{phase.phase_id}",
    )


def criteria_part(phase: PhasePart, heading: str) -> Html:
    """Return when a phase is finished, under a heading of this level, with boxes to tick."""
    if not phase.criteria:
        return NONE
    return tag("div", tag(heading, own(phase.criteria_title)), ticked_list(phase.criteria), class_="box")


def exercise_part(exercise: ExercisePart, picture: PictureOf) -> Html:
    """Return one exercise."""
    title = _("{number}. {name}").format(number=exercise.number, name=exercise.name)
    steps = tag("ol", *(tag("li", text(step), dir="auto") for step in exercise.steps)) if exercise.steps else NONE
    words = tag(
        "div",
        tag("p", text(DOT.join((*exercise.amount, *exercise.often))), class_="dosage"),
        _chips(exercise),
        tempo_bar(exercise.tempo) if exercise.tempo and not exercise.tempo.hold else NONE,
        steps,
        labelled(exercise.cue),
        labelled(exercise.mistake, CROSS),
        labelled(exercise.caution, WARNING),
        labelled(exercise.note, class_="note"),
        ticked_list((exercise.shown,)) if exercise.shown else NONE,
        *(labelled(part, class_="reference") for part in exercise.reference),
    )
    return tag("article", tag("h3", text(title), dir="auto"), tag("div", picture(exercise), words, class_="pair"))


def tempo_bar(tempo: TempoPart) -> Html:
    """Return the tempo as a bar whose parts are as long as their seconds; the dosage says the same in words, so none hears it."""
    total = sum(stretch.seconds for stretch in tempo.stretches)
    parts = [
        Html(
            f'<span class="{stretch.motion.value}" style="width:{100 * stretch.seconds / total:.1f}%">'
            f"{stretch.seconds}<br>{text(stretch.word)}</span>"
        )
        for stretch in tempo.stretches
    ]
    return tag("p", *parts, class_="tempo", aria_hidden="true")


def _chips(exercise: ExercisePart) -> Html:
    chips = [tag("li", text(exercise.mark), class_="mark")] if exercise.mark else []
    if exercise.side.strip():
        chips.append(tag("li", _feet(exercise.feet), text(exercise.side), class_="side"))
    if exercise.tempo and exercise.tempo.hold:
        chips.append(tag("li", text(exercise.tempo.hold[:1].upper() + exercise.tempo.hold[1:])))
    chips += [tag("li", own(fact)) for fact in exercise.facts if fact.strip()]
    return tag("ul", *chips, class_="chips") if chips else NONE


def _feet(feet: tuple[bool, bool] | None) -> Html:
    """Return both feet as the patient sees them, looking down, the working one dark; the words beside them say the same."""
    if feet is None:
        return NONE
    pair = zip((_("L"), _("R")), feet, strict=True)
    return joined(
        [tag("span", text(letter), class_="foot works" if works else "foot", aria_hidden="true") for letter, works in pair]
    )


def _beside(phase: PhasePart, section: Section) -> Html:
    return labelled(phase.equipment) if section is Section.EQUIPMENT else criteria_part(phase, "h3")


def equipment_parts(phases: tuple[PhasePart, ...]) -> Html:
    """Return what to have ready, phase by phase, away from the exercises."""
    return joined([labelled(phase.equipment) for phase in phases])
