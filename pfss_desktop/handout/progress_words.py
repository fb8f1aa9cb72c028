"""What a page of progress says, as plain values: to the patient in plain words, to the referrer in codes and figures."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pfss_desktop.domain.outcome_words import change_words, side_word, thresholds_words, value_words
from pfss_desktop.domain.outcomes import ChangeKind, Direction
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.score_chart import ChartGroup, chart_groups
from pfss_desktop.domain.score_history import ScoredVisit, Series, scored, series_of
from pfss_desktop.handout.content import DOT, NOTHING, Labelled, Sheet, TopicSection
from pfss_desktop.handout.dosage_words import amount_words, often_words
from pfss_desktop.handout.its_words import in_its_words
from pfss_desktop.handout.progress_request import ProgressRequest, Reader
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.words import date_words, knee_words, resistance_words, side_words
from pfss_desktop.handout.writing import sheet_of
from pfss_desktop.language import _, ngettext, translated

Table = tuple[tuple[str, ...], ...]


class ProgressSheet(NamedTuple):
    """A page of progress: `sheet` has its head and edges; parts that are empty are not printed."""

    sheet: Sheet
    goal: Labelled
    facts: tuple[Labelled, ...]
    sections: tuple[TopicSection, ...]
    charts: tuple[ChartGroup, ...] = ()
    charts_title: str = ""
    table: Table = ()
    exercises: tuple[Labelled, ...] = ()
    sources: str = ""


def progress_sheet(request: ProgressRequest) -> ProgressSheet:
    """Return what the page of this request says, in the language spoken now."""
    handout = in_its_words(request.handout)
    visits = scored(request.visits)
    series = series_of(visits, request.measures)
    if request.reader is Reader.PATIENT:
        return _for_patient(handout, request, [line for line in series if not line.measure.mean_of])
    return _for_referrer(handout, request, series)


def _for_patient(handout: HandoutRequest, request: ProgressRequest, series: Sequence[Series]) -> ProgressSheet:
    better: list[str] = []
    same: list[str] = []
    worse: list[str] = []
    other: list[str] = []
    lists = {Direction.BETTER: better, Direction.WORSE: worse}
    for line in series:
        change = line.change_in_all()
        if change is None or change.direction is Direction.UNKNOWN:
            other.append(_plain_line(line))
        elif change.kind is ChangeKind.NO_CLEAR or change.direction is Direction.SAME:
            same.append(_plain_line(line))
        else:
            lists[change.direction].append(_plain_line(line))
    told = (
        (_("What got better"), better, ""),
        (_("What needs more time"), same, ""),
        (_("What got worse"), worse, _("Please talk about this with your therapist.")),
        (_("Also measured"), other, ""),
    )
    sections = tuple(TopicSection(head, (told_,) if told_ else (), tuple(lines)) for head, lines, told_ in told if lines)
    if not sections:
        sections = (TopicSection(_("What got better"), (_("Nothing has been measured yet."),), ()),)
    return ProgressSheet(
        sheet=_head(handout, _("Your progress")),
        goal=Labelled(_("Your goal:"), handout.plan.goal),
        facts=tuple(_patient_facts(handout.plan, request)),
        sections=sections,
        charts=chart_groups(line for line in series if len(line.points) > 1),
        charts_title=_("How it went over time"),
    )


def _for_referrer(handout: HandoutRequest, request: ProgressRequest, series: Sequence[Series]) -> ProgressSheet:
    keys = dict.fromkeys(key for line in series for key in line.measure.sources())
    cited = ((key, request.sources[key]) for key in keys if key in request.sources)
    return ProgressSheet(
        sheet=_head(handout, _("Progress report")),
        goal=NOTHING,
        facts=tuple(_referrer_facts(handout.plan, request)),
        sections=(),
        table=_score_table(series),
        exercises=tuple(_exercises(handout.plan)),
        sources=" ".join(f"[{key}] {source.citation.rstrip('.')}." for key, source in cited),
    )


def _head(handout: HandoutRequest, title: str) -> Sheet:
    return sheet_of(handout)._replace(title=title)


def _patient_facts(plan: Plan, request: ProgressRequest) -> Iterator[Labelled]:
    yield _period(request.visits)
    phase = plan.phase_now()
    if phase:
        yield Labelled(_("Where you are now:"), phase.name)
    if request.sessions and request.sessions.reported is not None:
        text = _("You told us of {reported} of {prescribed} sessions since the last visit.")
        yield Labelled(_("Exercises:"), text.format(reported=request.sessions.reported, prescribed=request.sessions.prescribed))


def _referrer_facts(plan: Plan, request: ProgressRequest) -> Iterator[Labelled]:
    diagnosis = DOT.join(part for part in (plan.condition, plan.intake.diagnosis_code, knee_words(plan.affected_side)) if part)
    yield Labelled(_("Diagnosis:"), diagnosis)
    yield Labelled(_("Patient’s goal:"), plan.goal)
    yield _period(request.visits)
    phase = plan.phase_now()
    if phase:
        place = _("{number} of {count}").format(number=plan.phases.index(phase) + 1, count=len(plan.phases))
        yield Labelled(_("Current phase:"), DOT.join(part for part in (phase.name, place, phase.goal) if part))
    sessions = request.sessions
    if sessions and sessions.reported is not None and sessions.share is not None:
        text = _("{reported} of {prescribed} sessions since the last visit ({share} %), as reported by the patient")
        words = {"reported": sessions.reported, "prescribed": sessions.prescribed, "share": round(100 * sessions.share)}
        yield Labelled(_("Adherence:"), text.format(**words))
    else:
        yield Labelled(_("Adherence:"), _("nothing reported since the last visit"))


def _period(visits: Sequence[ScoredVisit]) -> Labelled:
    if not visits:
        return NOTHING
    count = len(visits)
    told = ngettext("{count} visit, {first}", "{count} visits, {first} to {last}", count)
    first, last = date_words(visits[0].visit.on), date_words(visits[-1].visit.on)
    return Labelled(_("Visits:"), told.format(count=count, first=first, last=last))


def plain_name(line: Series) -> str:
    """Return what a line is of, in a patient's words."""
    name = line.label or translated(line.measure.plain)
    return _("{name}, {side}").format(name=name, side=side_word(line.side)) if line.side else name


def _plain_line(line: Series) -> str:
    first, last = (value_words(point.value, line.unit) for point in (line.points[0], line.points[-1]))
    words = {"name": plain_name(line), "first": first, "last": last}
    change = line.change_in_all()
    if line.measure.is_change:
        return _("{name}: {last}. The scale goes from −7, much worse, to 7, much better.").format(**words)
    if change is None:
        return _("{name}: {last}").format(**words)
    if change.direction is Direction.BETTER and change.kind is ChangeKind.WORTHWHILE:
        return _("{name}: {first} at the start, {last} now. That is a real step forward.").format(**words)
    if change.direction is Direction.BETTER and change.kind is ChangeKind.LIKELY:
        return _("{name}: {first} at the start, {last} now. That is likely a step forward.").format(**words)
    return _("{name}: {first} at the start, {last} now.").format(**words)


def _score_table(series: Sequence[Series]) -> Table:
    if not series:
        return ()
    heads = (_("Measure"), _("First"), _("Last"), _("Change"), _("MCID and MDC"))
    return (heads, *map(_score_row, series))


def _score_row(line: Series) -> tuple[str, ...]:
    name = line.label or translated(line.measure.short)
    if line.side:
        name = _("{name}, {side}").format(name=name, side=side_word(line.side))
    if line.label and line.measure.id == "psfs":
        name = f"PSFS: {name}"
    change = line.change_in_all()
    first = value_words(line.points[0].value, line.unit) if len(line.points) > 1 else ""
    told = change_words(change, line.unit) if change else ""
    return name, first, value_words(line.points[-1].value, line.unit), told, thresholds_words(line.measure)


def _exercises(plan: Plan) -> Iterator[Labelled]:
    phase = plan.phase_now()
    for held in phase.prescriptions if phase else ():
        parts = (side_words(held), *amount_words(held), *often_words(held.dosage), resistance_words(held.resistance))
        yield Labelled(f"{held.text.name}:", DOT.join(part for part in parts if part))
