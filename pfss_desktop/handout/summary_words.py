"""The plan in a few short sentences, for the top of the sheet: how much, how often, how much pain, what comes next."""

from pfss_desktop.domain.dosage import CountUnit, RepRange
from pfss_desktop.domain.plan import PainRule, Phase
from pfss_desktop.domain.workload import phase_minutes_per_day
from pfss_desktop.handout.content import SummaryPart
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.words import bring_words
from pfss_desktop.language import _, ngettext

_EVERY_DAY = 7


def summary_part(request: HandoutRequest) -> SummaryPart | None:
    """Return the summary of the phase to do now; None where it is not on the sheet, or has no exercises."""
    now = request.plan.phase_now()
    if now is None or now not in request.shown_phases() or not now.prescriptions:
        return None
    told = (_amount(now), _rhythm(now), _range(now), _pain(request.plan.pain_rule), bring_words())
    return SummaryPart(_("In short"), tuple(line for line in told if line))


def _amount(phase: Phase) -> str:
    count, minutes = len(phase.prescriptions), phase_minutes_per_day(phase)
    exercises = ngettext("You have {count} exercise.", "You have {count} exercises.", count).format(count=count)
    time = ngettext(
        "On the fullest day, plan about {count} minute.", "On the fullest day, plan about {count} minutes.", minutes
    ).format(count=minutes)
    return _("{exercises} {time}").format(exercises=exercises, time=time)


def _rhythm(phase: Phase) -> str:
    """Return on how many days a week, as one sentence for all exercises."""
    days = sorted({held.dosage.days_per_week for held in phase.prescriptions})
    if days == [_EVERY_DAY]:
        return _("Do your exercises every day.")
    fewer = [count for count in days if count != _EVERY_DAY]
    some = len(fewer) < len(days)
    if len(fewer) == 1:
        told = (
            ngettext(
                "Do some every day, the others on {count} day a week.",
                "Do some every day, the others on {count} days a week.",
                fewer[0],
            )
            if some
            else ngettext("Do your exercises on {count} day a week.", "Do your exercises on {count} days a week.", fewer[0])
        )
        return told.format(count=fewer[0])
    told = (
        _("Do some every day, the others on {low} to {high} days a week.")
        if some
        else _("Do each exercise on {low} to {high} days a week, as it says below.")
    )
    return told.format(low=fewer[0], high=fewer[-1])


def _range(phase: Phase) -> str:
    """Return what two numbers mean, by the first dosage that has them; empty where none has."""
    for held in phase.prescriptions:
        reps = held.dosage.reps
        if isinstance(reps, RepRange) and not reps.is_single and held.dosage.counted is CountUnit.REPS:
            return _("“{low} to {high}” times: start with {low}, and work up to {high}.").format(low=reps.low, high=reps.high)
    return ""


def _pain(rule: PainRule) -> str:
    if rule.safe_up_to == 0:
        told = _("It is best to have no pain. At {stop} or more out of 10, stop.")
    else:
        told = _("Pain up to {safe} out of 10 is all right. At {stop} or more, stop.")
    return told.format(safe=rule.safe_up_to, stop=rule.acceptable_up_to + 1)
