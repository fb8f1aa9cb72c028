"""Words for what is asked before a plan, for dialog and header."""

from PySide6.QtCore import QDate, QLocale

from pfss_desktop.domain.intake import Intake, Irritability
from pfss_desktop.domain.patient import Precaution
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.names import precaution_name


def irritability_name(irritability: Irritability) -> str:
    """Return how irritable a knee is, in one word."""
    return {
        Irritability.LOW: _("low"),
        Irritability.MODERATE: _("moderate"),
        Irritability.HIGH: _("high"),
    }[irritability]


def irritability_meaning(irritability: Irritability | None) -> str:
    """Return what a grade means; our own words, for the therapist to judge by."""
    if irritability is None:
        return _("How easily is the knee stirred up, and how long does it take to settle?")
    return {
        Irritability.LOW: _("It takes much to stir it up, and it settles within minutes."),
        Irritability.MODERATE: _("Ordinary use stirs it up; it settles within hours."),
        Irritability.HIGH: _(
            "Little stirs it up, and it is still worse the next day. The checks then ask for fewer, lighter exercises."
        ),
    }[irritability]


def red_flag_advice(*, is_urgent: bool) -> str:
    """Return what to do about red flags that were found."""
    if is_urgent:
        return _("A doctor should see this today. Think twice before giving exercises.")
    return _("A doctor should look at this before or beside the exercises.")


def red_flags_line(intake: Intake) -> str:
    """Return the result of the red flags for the plan's header."""
    screen = intake.red_flags
    if screen is None:
        return _("Red flags: not asked")
    if screen.found:
        count = len(screen.found)
        return ngettext("Red flags: {count} found", "Red flags: {count} found", count).format(count=count)
    day = QLocale().toString(QDate(screen.on.year, screen.on.month, screen.on.day), "d MMM yyyy")
    return _("Red flags: none, {date}").format(date=day)


def intake_line(intake: Intake, precautions: tuple[Precaution, ...]) -> str:
    """Return everything that was asked in one line, the red flags first."""
    parts = [red_flags_line(intake)]
    if intake.irritability is not None:
        parts.append(_("irritability {grade}").format(grade=irritability_name(intake.irritability)))
    if intake.diagnosis_code:
        parts.append(intake.diagnosis_code)
    if intake.minutes_a_day is not None:
        parts.append(_("{count} min a day").format(count=intake.minutes_a_day))
    parts += [precaution_name(precaution).lower() for precaution in precautions]
    return " · ".join(parts)
