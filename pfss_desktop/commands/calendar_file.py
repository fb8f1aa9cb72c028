"""`calendar`: the sessions of a plan's present phase become a calendar file for the patient's phone."""

import argparse
from datetime import date
from pathlib import Path

from pfss_desktop.commands.contents import today
from pfss_desktop.commands.handout_choices import add_language, languages_of
from pfss_desktop.commands.named_files import check_ending, write_named
from pfss_desktop.commands.plan_source import add_source, plan_and_patient
from pfss_desktop.commands.terminal import say
from pfss_desktop.language import _
from pfss_desktop.paths import DataFolder

OLDEST, NEWEST = 1900, 2999
"""Years of a day that is no slip."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    told = _("write the sessions of the current phase as a calendar file")
    command = commands.add_parser("calendar", help=told, description=told, allow_abbrev=False)
    add_source(command)
    command.add_argument("-o", dest="target", metavar="FILE.ics", type=Path, required=True, help=_("where to write it"))
    command.add_argument("--from", dest="first_day", metavar="DATE", type=_day, help=_("the first day; by default today"))
    command.add_argument(
        "--until",
        metavar="DATE",
        type=_day,
        help=_("the last day, such as the next visit; by default the end of the phase's weeks"),
    )
    command.add_argument(
        "--hours", metavar="HH:MM-HH:MM", type=_hours, help=_("the first and the last session of a day; 08:00-20:00")
    )
    command.add_argument("--remind", metavar="N", type=_minutes, help=_("remind N minutes before; without it, not at all"))
    add_language(command)
    command.set_defaults(run=write_calendar)


def write_calendar(arguments: argparse.Namespace, data: DataFolder) -> int:
    """Write the file whole or not at all."""
    check_ending(arguments.target, ".ics")
    plan, patient = plan_and_patient(arguments.source, data)
    from pfss_desktop.domain.sessions import WakingHours, last_day
    from pfss_desktop.exchange.calendar_file import CalendarChoices, encode_calendar

    phase = plan.phase_now()
    begins = arguments.first_day or today()
    choices = CalendarChoices(
        first_day=begins,
        last_day=arguments.until or (last_day(phase, begins) if phase else begins),
        hours=WakingHours(*arguments.hours) if arguments.hours else WakingHours(),
        remind_before=arguments.remind,
        language=languages_of(arguments, patient)[0],
    )
    write_named(arguments.target, encode_calendar(plan, choices))
    say(_("{file} is written").format(file=arguments.target))
    return 0


def _day(word: str) -> date:
    try:
        found = date.fromisoformat(word)
    except ValueError:
        found = date.min
    if not OLDEST <= found.year <= NEWEST:
        raise argparse.ArgumentTypeError(_("write a date such as 2026-11-22"))
    return found


def _hours(word: str) -> tuple[int, int]:
    first, _dash, last = word.partition("-")
    try:
        return _minute_of_day(first), _minute_of_day(last)
    except ValueError:
        raise argparse.ArgumentTypeError(_("write two times of day such as 08:00-20:00, the earlier one first")) from None


def _minute_of_day(word: str) -> int:
    hours, _colon, minutes = word.strip().partition(":")
    if not (word.isascii() and hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60):
        raise ValueError(word)
    return 60 * int(hours) + int(minutes)


def _minutes(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) <= 4 and int(word) <= 24 * 60):
        raise argparse.ArgumentTypeError(_("write a number of minutes from 0 to {most}").format(most=24 * 60))
    return int(word)
