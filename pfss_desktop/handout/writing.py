"""A request becomes content: which parts a handout has, and what each of them says."""

from collections.abc import Mapping

from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.visit_code import code_of
from pfss_desktop.domain.workload import equipment_of, phase_minutes_per_day
from pfss_desktop.handout.bidi import LEFT_MARK, base_level
from pfss_desktop.handout.changes import changes_of
from pfss_desktop.handout.content import DOT, NOTHING, CodePart, ExercisePart, Labelled, LogoPart, PhasePart, Sheet
from pfss_desktop.handout.diary_words import DiaryPart, diary_part
from pfss_desktop.handout.dosage_words import amount_words, often_words
from pfss_desktop.handout.education_words import topic_part
from pfss_desktop.handout.layout import Copy
from pfss_desktop.handout.request import HandoutRequest, Letterhead
from pfss_desktop.handout.safety import flare_part, pain_part, stop_lists
from pfss_desktop.handout.sections import Detail, Section, phase_run
from pfss_desktop.handout.summary_words import summary_part
from pfss_desktop.handout.tempo_words import tempo_part
from pfss_desktop.handout.therapist_words import exercise_reference, sheet_reference
from pfss_desktop.handout.words import (
    bring_words,
    code_words,
    date_words,
    knee_words,
    range_words,
    resistance_words,
    side_words,
    weeks_words,
    working_feet,
)
from pfss_desktop.language import _, ngettext


def sheet_of(request: HandoutRequest) -> Sheet:
    """Return what the handout of this request says."""
    plan, sections = request.plan, request.sections
    shown = request.shown_phases()
    numbers = {held.id: number for number, held in enumerate((held for phase in shown for held in phase.prescriptions), 1)}
    changes = changes_of(request, shown, numbers)
    return Sheet(
        title=_("Your knee exercise plan"),
        plan_title=plan.title,
        about=_about(request),
        giver=tuple(
            line for line in (request.letterhead.clinic, request.letterhead.therapist, request.letterhead.phone) if line.strip()
        ),
        date=date_words(request.on),
        sections=sections,
        summary=summary_part(request) if Section.SUMMARY in sections else None,
        goal=Labelled(_("Your goal:"), plan.goal) if Section.GOAL in sections else NOTHING,
        changes=changes.part if Section.CHANGES in sections else None,
        phases=tuple(_phase_part(request, phase, numbers, changes.marks, several=len(shown) > 1) for phase in shown),
        no_phases=_("There are no exercises in this plan yet. Your therapist will choose them with you."),
        when_and_where=_when_and_where() if Section.WHEN_AND_WHERE in sections else (),
        pain=pain_part(plan.pain_rule) if Section.PAIN_RULE in sections else None,
        flare_up=flare_part(request.letterhead.phone.strip(), request.defaults.flare_up)
        if Section.FLARE_UP in sections
        else None,
        stops=stop_lists(request.letterhead.phone.strip()) if Section.STOP in sections else (),
        topics=tuple(map(topic_part, request.education)) if Section.EDUCATION in sections else (),
        diary=_diary(request, numbers) if Section.DIARY in sections else None,
        phone=_phone(request.letterhead),
        code=_("Code {code}").format(code=code_of(request.visit_id) or code_words(plan, request.visit_number)),
        code_part=_code_part(code_of(request.visit_id)) if Section.CODE in sections else None,
        reference=sheet_reference(request) if request.layout.copy is Copy.THERAPIST else (),
        logo=_logo(request.letterhead),
    )


def _code_part(code: str) -> CodePart | None:
    """Return what stands beside the square of dots; a plan that was never stored has none."""
    if not code:
        return None
    return CodePart(
        title=bring_words(),
        told=_("Your therapist finds your plan with this code. The code says nothing about you."),
        code=code,
        shown=_("Square of dots to be scanned: code {code}").format(code=code),
    )


def _about(request: HandoutRequest) -> str:
    visit = _("visit {number}").format(number=request.visit_number) if request.visit_number is not None else ""
    knee = knee_words(request.plan.affected_side)
    whose = _("Therapist's copy") if request.layout.copy is Copy.THERAPIST else ""
    parts = (whose, request.patient_name.strip() or _sentence(knee), knee if request.patient_name.strip() else "", visit)
    line = DOT.join(part for part in parts if part)
    # The line is the sheet's own, even where a name in it runs the other way.
    return LEFT_MARK + line if base_level(line) else line


def _when_and_where() -> tuple[str, ...]:
    """Return the questions whose answers make exercising likelier; the patient writes them down."""
    return (_("When will you do your exercises?"), _("Where?"))


def _diary(request: HandoutRequest, numbers: Mapping[str, int]) -> DiaryPart | None:
    """Return the diary of the present phase; where it is not on the sheet, there is nothing to tick."""
    now = request.plan.phase_now()
    if now is None or not all(held.id in numbers for held in now.prescriptions):
        return None
    return diary_part(now, request.on, numbers, request.defaults.diary_days)


def _logo(letterhead: Letterhead) -> LogoPart | None:
    return LogoPart(letterhead.logo, letterhead.clinic.strip() or _("Logo")) if letterhead.logo else None


def _phone(letterhead: Letterhead) -> str:
    phone = letterhead.phone.strip()
    return _("Questions? Call {phone}").format(phone=phone) if phone else letterhead.clinic.strip()


def _phase_part(
    request: HandoutRequest, phase: Phase, numbers: Mapping[str, int], marks: Mapping[str, str], *, several: bool
) -> PhasePart:
    plan, sections = request.plan, request.sections
    is_last = plan.phases[-1].id == phase.id
    return PhasePart(
        phase_id=phase.id,
        heading=_heading(plan, phase),
        amount=_amount(phase),
        turn=_turn(plan, phase) if several else "",
        is_now=phase is plan.phase_now(),
        goal=Labelled(_("Aim:"), phase.goal),
        equipment=_equipment(phase, sections, several=several) if Section.EQUIPMENT in sections else NOTHING,
        exercises=tuple(exercise_part(request, held, numbers[held.id], marks.get(held.id, "")) for held in phase.prescriptions),
        no_exercises=_("There are no exercises in this phase yet. Your therapist will choose them with you."),
        criteria_title=_criteria_title(phase, is_last=is_last),
        criteria=phase.criteria if Section.CRITERIA in sections else (),
    )


def _equipment(phase: Phase, sections: tuple[Section, ...], *, several: bool) -> Labelled:
    """Return what to have at hand, under the phase's name where it stands away from the phase."""
    label = _("Have ready:")
    if several and Section.EQUIPMENT not in phase_run(sections):
        label = _("Have ready for “{phase}”:").format(phase=phase.name.strip())
    return Labelled(label, ", ".join(equipment_of(phase.prescriptions)))


def _criteria_title(phase: Phase, *, is_last: bool) -> str:
    """Return the title of the criteria with the phase's name, since they may stand on a page of their own."""
    if is_last:
        return _("You have reached the end of “{phase}” when you can tick these:").format(phase=phase.name.strip())
    return _("Move on from “{phase}” when you can tick these:").format(phase=phase.name.strip())


def _heading(plan: Plan, phase: Phase) -> str:
    """Return the phase's number and name; a name that already says "Phase 2" is left alone."""
    word = _("Phase")
    if phase.name.casefold().startswith(word.casefold()):
        return phase.name
    return _("{phase} {number} · {name}").format(phase=word, number=plan.phases.index(phase) + 1, name=phase.name.strip())


def _amount(phase: Phase) -> str:
    count, minutes = len(phase.prescriptions), phase_minutes_per_day(phase)
    parts = (
        weeks_words(phase.weeks),
        ngettext("{count} exercise", "{count} exercises", count).format(count=count) if count else "",
        ngettext("about {count} minute a day", "about {count} minutes a day", minutes).format(count=minutes) if minutes else "",
    )
    return DOT.join(part for part in parts if part)


def _turn(plan: Plan, phase: Phase) -> str:
    """Return whether to do this phase now, so that nobody does all phases at once."""
    now = plan.phase_now()
    if now is None or phase is now:
        return _("Do this phase now.")
    if plan.phases.index(phase) < plan.phases.index(now):
        return _("You have left this phase behind. Go back to it only if your therapist tells you to.")
    return _("Not yet. Start this phase when your therapist tells you to.")


def exercise_part(request: HandoutRequest, held: Prescription, number: int, mark: str = "") -> ExercisePart:
    """Return what the handout says of one prescription."""
    use = resistance_words(held.resistance)
    facts = (_("Use: {thing}").format(thing=use) if use else "", _sentence(range_words(held.range_limit)))
    details = request.details
    tempo = tempo_part(held.dosage) if Detail.TEMPO in details else None
    return ExercisePart(
        prescription_id=held.id,
        number=number,
        name=held.text.name,
        # A hold that has its bar is said there.
        amount=tuple(words for words in amount_words(held) if not tempo or words != tempo.hold),
        often=often_words(held.dosage),
        side=side_words(held),
        facts=tuple(fact for fact in facts if fact),
        steps=held.text.steps,
        cue=Labelled(_("Think:"), held.text.cue) if Detail.CUE in details else NOTHING,
        caution=Labelled(_("Take care:"), held.text.caution) if Detail.CAUTION in details else NOTHING,
        note=Labelled(_("From your therapist:"), held.note),
        mark=mark,
        feet=working_feet(held),
        tempo=tempo,
        mistake=Labelled(_("Not like this:"), request.mistakes.get(held.exercise_id, ""))
        if Detail.MISTAKE in details
        else NOTHING,
        shown=_("Checked by your therapist") if Detail.SHOWN in details else "",
        reference=exercise_reference(held, request.catalogue) if request.layout.copy is Copy.THERAPIST else (),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
