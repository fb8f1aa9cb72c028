"""Whether an exercise should go on harder, as it is, or easier: from pain, adherence, quality and reps reached, with the reason.

What the step is made of is `steps`'s business.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pfss_desktop.domain.adherence import Sessions
from pfss_desktop.domain.exercise import Category
from pfss_desktop.domain.plan import PainRule
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import Quality, Response
from pfss_desktop.language import _

IMPACT_RULE = PainRule(2, 3)
"""For running and jumping, where the plan's own rule is not stricter still (CLINICAL 3.5)."""
LEAST_SHARE = 2 / 3
"""Of the prescribed sessions, below which a dose has not been tried out. A default of ours."""
LEAST_SESSIONS = 2
"""Sessions in which a dose must have been managed before it rises (CLINICAL 3.6; of a running stage, 3.8)."""
_IMPACT = frozenset({Category.PLYOMETRIC, Category.RUNNING})


class NextStep(StrEnum):
    """What is suggested for an exercise."""

    PROGRESS = "progress"
    HOLD = "hold"
    STEP_BACK = "step back"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A step with its reason in words, and a key of the catalogue's sources or plain words where no one paper is behind it."""

    step: NextStep
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one exercise: as it was prescribed at the former visit, how it went, and the pain rule that holds for it.

    `category` is None for an exercise that is not in the catalogue, `usual_pain` (0 to 10) where it was not scored.
    """

    held: Prescription
    response: Response
    sessions: Sessions
    rule: PainRule
    category: Category | None = None
    usual_pain: Decimal | None = None

    @property
    def target(self) -> int | None:
        """The repetitions to reach, the upper end of a range; None for steady work."""
        return self.held.dosage.reps.high if self.held.dosage.reps else None

    @property
    def is_heard(self) -> bool:
        """Whether anything at all is known."""
        heard = self.response
        answers = (heard.reps_reached, heard.quality, heard.pain_during, heard.pain_next_morning, self.sessions.reported)
        return any(answer is not None for answer in answers)


def rule_for(category: Category | None, rule: PainRule) -> PainRule:
    """Return the pain rule for exercises of this kind: the plan's, and for running and jumping never a laxer one than theirs."""
    if category not in _IMPACT or rule.acceptable_up_to <= IMPACT_RULE.acceptable_up_to:
        return rule
    return PainRule(min(rule.safe_up_to, IMPACT_RULE.safe_up_to), IMPACT_RULE.acceptable_up_to)


def judge(case: Case) -> Judgement | None:
    """Return what is to be done with an exercise; None where nothing is known of it. Pain speaks first."""
    if not case.is_heard:
        return None
    return next(found for look in _LOOKS if (found := look(case)) is not None)


def _too_much_pain(case: Case) -> Judgement | None:
    pain, most = case.response.pain_during, case.rule.acceptable_up_to
    if pain is None or pain <= most:
        return None
    reason = _("Pain while exercising was {pain}/10, above the {most}/10 that is acceptable.").format(pain=pain, most=most)
    return Judgement(NextStep.STEP_BACK, reason, _pain_source(case))


def _worse_next_morning(case: Case) -> Judgement | None:
    """Step back where the morning was worse than usual; where that was not scored, than the safe level (a default of ours)."""
    pain, safe, usual = case.response.pain_next_morning, case.rule.safe_up_to, case.usual_pain
    if pain is None or pain <= max(safe, usual or 0):
        return None
    if usual is not None and usual > safe:
        reason = _("Pain the next morning was {pain}/10, worse than the usual {usual}/10.").format(pain=pain, usual=usual)
    else:
        reason = _("Pain the next morning was {pain}/10: it had not settled to {safe}/10 or less.").format(pain=pain, safe=safe)
    return Judgement(NextStep.STEP_BACK, reason, _pain_source(case))


def _poor_and_short(case: Case) -> Judgement | None:
    """Take poor quality with the target missed as too hard. A default of ours."""
    if case.response.quality is not Quality.POOR or not _is_short(case):
        return None
    reached = case.response.reps_reached
    reason = _("Done poorly, and {reached} of {target} repetitions reached: too hard as it is.")
    return Judgement(NextStep.STEP_BACK, reason.format(reached=reached, target=case.target), "GK")


def _acceptable_pain(case: Case) -> Judgement | None:
    pain, safe = case.response.pain_during, case.rule.safe_up_to
    if case.category is Category.PLYOMETRIC and pain:
        reason = _("Pain while hopping was {pain}/10; jumps go on only without pain.").format(pain=pain)
        return Judgement(NextStep.HOLD, reason, "SEED")
    if pain is None or pain <= safe:
        return None
    reason = _("Pain while exercising was {pain}/10: acceptable, but above the safe {safe}/10.").format(pain=pain, safe=safe)
    return Judgement(NextStep.HOLD, reason, _pain_source(case))


def _higher_next_morning(case: Case) -> Judgement | None:
    """Hold where the morning was above the safe level but not the usual, or grew overnight. A default of ours, near 3.5."""
    during, morning, usual = case.response.pain_during, case.response.pain_next_morning, case.usual_pain
    if morning is None:
        return None
    if usual is not None and (morning > usual or morning > case.rule.safe_up_to):
        reason = _("Pain the next morning was {pain}/10; usual is {usual}/10.").format(pain=morning, usual=usual)
        return Judgement(NextStep.HOLD, reason, _pain_source(case))
    if during is None or morning <= during:
        return None
    reason = _("Pain was higher the next morning ({morning}/10) than while exercising ({during}/10).")
    return Judgement(NextStep.HOLD, reason.format(morning=morning, during=during), _pain_source(case))


def _done_too_seldom(case: Case) -> Judgement | None:
    sessions = case.sessions
    if sessions.reported is None:
        return None
    words = {"reported": sessions.reported, "prescribed": sessions.prescribed}
    if sessions.share is not None and sessions.share < LEAST_SHARE:
        reason = _("Reported {reported} of {prescribed} sessions: the dose has not been tried out yet.").format(**words)
        return Judgement(NextStep.HOLD, reason, "GK")
    if sessions.reported < LEAST_SESSIONS:
        reason = _("Managed in fewer than two sessions so far.")
        return Judgement(NextStep.HOLD, reason, "RTRSOLD" if case.category is Category.RUNNING else "ACSM09")
    return None


def _quality_not_good(case: Case) -> Judgement | None:
    reasons = {
        Quality.POOR: _("Done poorly: teach it again before asking for more."),
        Quality.FAIR: _("Done fairly: let it become good before asking for more."),
    }
    reason = reasons.get(case.response.quality) if case.response.quality else None
    return Judgement(NextStep.HOLD, reason, "GK") if reason else None


def _target_missed(case: Case) -> Judgement | None:
    if not _is_short(case):
        return None
    reason = _("{reached} of {target} repetitions reached: stay until the target is met.")
    return Judgement(NextStep.HOLD, reason.format(reached=case.response.reps_reached, target=case.target), "ACSM09")


def _not_enough_known(case: Case) -> Judgement | None:
    """Nothing is made harder on a guess: pain must be known, and for counted work, that it was managed."""
    if case.response.pain_during is None:
        return Judgement(NextStep.HOLD, _("Not known: pain while exercising. Ask before making it harder."), "GK")
    if case.response.pain_next_morning is None:
        return Judgement(NextStep.HOLD, _("Not known: pain the next morning. Ask before making it harder."), "GK")
    if case.category is Category.RUNNING and case.sessions.reported is None:
        return Judgement(NextStep.HOLD, _("Not known: sessions done. A stage of running is done at least twice."), "RTRSOLD")
    is_counted = case.target is not None
    if is_counted and case.response.reps_reached is None and case.response.quality is not Quality.GOOD:
        return Judgement(NextStep.HOLD, _("Not known: repetitions reached, or how well it was done."), "GK")
    return None


def _managed(case: Case) -> Judgement:
    during, morning = case.response.pain_during, case.response.pain_next_morning
    parts = [
        _("Pain {during}/10 while exercising and {morning}/10 the next morning are safe.").format(during=during, morning=morning)
    ]
    if case.response.reps_reached is not None and case.target is not None:
        reached = _("{reached} repetitions reached, {target} asked for.")
        parts.append(reached.format(reached=case.response.reps_reached, target=case.target))
    if case.response.quality is Quality.GOOD:
        parts.append(_("Done well."))
    if case.sessions.reported is not None and case.sessions.prescribed:
        sessions = _("Reported {reported} of {prescribed} sessions.")
        parts.append(sessions.format(reported=case.sessions.reported, prescribed=case.sessions.prescribed))
    return Judgement(NextStep.PROGRESS, " ".join(parts), _pain_source(case) if case.category in _IMPACT else "ACSM09")


def _is_short(case: Case) -> bool:
    reps, reached = case.held.dosage.reps, case.response.reps_reached
    return reps is not None and reached is not None and reached < reps.high


def _pain_source(case: Case) -> str:
    """Return where the pain rule comes from; the strength rule joins several models that differ (CLINICAL 3.5)."""
    return "TREKRUN" if case.category in _IMPACT else _("the plan’s pain rule, after the pain-monitoring model")


_LOOKS: tuple[Callable[[Case], Judgement | None], ...] = (
    _too_much_pain,
    _worse_next_morning,
    _poor_and_short,
    _acceptable_pain,
    _higher_next_morning,
    _done_too_seldom,
    _quality_not_good,
    _target_missed,
    _not_enough_known,
    _managed,
)
"""In the order in which they speak: what protects the knee first."""
