"""What every handout says about pain and about when to stop: plain words for CLINICAL 3.5 (pain rule) and 3.10 (red flags)."""

from enum import StrEnum
from typing import NamedTuple

from pfss_desktop.domain.plan import PainRule
from pfss_desktop.language import _

PAIN_LIMIT = 10
"""Upper end of the pain scale."""


class Light(StrEnum):
    """The three lights. Each has its own shape, since a copier knows no colours."""

    GO = "go"
    CAREFUL = "careful"
    STOP = "stop"


class PainLevel(NamedTuple):
    """One light of the pain rule: its levels, the one word to remember, and what to do."""

    light: Light
    levels: str
    word: str
    advice: str


class PainPart(NamedTuple):
    """The pain rule as it is printed."""

    title: str
    scale: str
    levels: tuple[PainLevel, ...]
    next_morning_label: str
    next_morning: str


class StopList(NamedTuple):
    """A heading and the signs under it."""

    title: str
    signs: tuple[str, ...]


class FlarePart(NamedTuple):
    """What to do when the knee flares up, in the order in which to do it."""

    title: str
    sign: str
    steps: tuple[str, ...]


def flare_steps() -> tuple[str, ...]:
    """Return what to do in a flare-up where the clinic has no words of its own.

    Two easy days and much less are the checklist's own defaults, without a study behind them (CLINICAL 7.2); one set, and one
    more each calm day, are ours, so that nobody has to reckon.
    """
    return (
        _("Take 2 easy days: do only 1 set of each exercise, and do not bend as far."),
        _("Leave out what still hurts."),
        _("Keep on walking, or ride a bike, as long as it does not make the pain worse."),
        _("Then add one set back on each day your knee is calm, until you are back to your plan."),
    )


def flare_part(phone: str, own_steps: tuple[str, ...] = ()) -> FlarePart:
    """Return the plan for a flare-up, in the clinic's own steps where it has any; when to call is always the last one.

    More than a day of worse pain means that it was too much (CLINICAL 3.5, TREKPAIN). The call after 48 hours is the checklist's
    own default, without a study behind it (CLINICAL 7.2).
    """
    call = _("Not better after 2 days? Call your clinic.")
    if phone:
        call = _("Not better after 2 days? Call your clinic ({phone}).").format(phone=phone)
    return FlarePart(
        title=_("If your knee flares up"),
        sign=_("Is the pain much worse, or has it lasted for more than a day? You did a little too much. This happens. Do this:"),
        steps=(*(own_steps or flare_steps()), call),
    )


def pain_part(rule: PainRule) -> PainPart:
    """Return the pain rule in words, with the plan's own thresholds."""
    return PainPart(
        title=_("How much pain is all right?"),
        scale=_("0 is no pain. 10 is the worst pain you can think of."),
        levels=(
            PainLevel(Light.GO, _levels(0, rule.safe_up_to), _("Go on"), _("This is safe. Carry on.")),
            PainLevel(
                Light.CAREFUL,
                _levels(rule.safe_up_to + 1, rule.acceptable_up_to),
                _("Go easy"),
                _("Do fewer, or do not go as far. The pain must settle by the next morning."),
            ),
            PainLevel(
                Light.STOP,
                _levels(rule.acceptable_up_to + 1, PAIN_LIMIT),
                _("Stop"),
                _("Stop this exercise for today. Call your clinic if the pain has not settled in 2 days."),
            ),
        ),
        next_morning_label=_("The next morning:"),
        next_morning=_(
            "Does your knee hurt more, or feel more stiff, than usual? Next time, leave out one set of each exercise."
        ),
    )


def stop_lists(phone: str) -> tuple[StopList, ...]:
    """Return the signs to stop for and the signs that need a doctor; a clinic without a phone number is named without one."""
    clinic = _("Stop, and call your clinic ({phone}), if:").format(phone=phone) if phone else _("Stop, and call your clinic, if:")
    return (
        StopList(
            clinic,
            (
                _("Your knee swells up."),
                _("Your knee gives way, locks or catches, but you had no injury."),
                _("You start to limp."),
                _("You feel a sharp pain."),
            ),
        ),
        StopList(
            _("Stop, and see a doctor right away, if:"),
            (
                _("You cannot put weight on the leg, or you cannot move the knee."),
                _("Your knee is hot, red and swollen, and you have a fever or feel ill."),
                _("After an injury, such as a fall or a twist, your knee swelled up a lot, locked or gave way."),
                _("Your kneecap slipped out of place."),
                _("You cannot straighten your knee, or cannot lift your leg with the knee straight."),
                _("Your calf is swollen, sore and warm."),
                _("Your leg feels numb, or gets weaker and weaker."),
                _("Pain wakes you at night or never stops, above all if you lose weight for no reason or have had cancer."),
                _("A child or teen has pain in the hip or groin, limps, or has pain when the leg turns in."),
            ),
        ),
    )


def _levels(low: int, high: int) -> str:
    return _("Pain {level}").format(level=low) if low == high else _("Pain {low} to {high}").format(low=low, high=high)
