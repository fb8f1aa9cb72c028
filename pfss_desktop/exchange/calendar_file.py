"""A phase's sessions as a calendar file (RFC 5545) for the patient's phone. It names neither the patient nor the illness.

Times are local without a zone, so a session at eight is at eight wherever the patient is.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vRecur

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.faults import OutOfBounds, UserError
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.sessions import LONGEST_DAYS, Session, WakingHours, sessions_of
from pfss_desktop.language import _, marked, translated
from pfss_desktop.translations import speaking_language

PRODUCT = "-//PFSS Desktop//EN"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class NoSessions(UserError):
    """A calendar without anything in it; says why."""


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """From which day to which, at which hours, and how many minutes before (0 to 1440) to remind; None reminds of nothing.

    Raises OutOfBounds for a last day before the first, or more than a year after it.
    """

    first_day: date
    last_day: date
    hours: WakingHours = WakingHours()
    remind_before: int | None = None
    language: str = "en"

    def __post_init__(self) -> None:
        if not 0 <= (self.last_day - self.first_day).days < LONGEST_DAYS:
            raise OutOfBounds(marked("last day"), _("on the first day or within a year after it"))
        if self.remind_before is not None:
            check_whole(marked("minutes before"), self.remind_before, 0, 24 * 60)


def encode_calendar(plan: Plan, choices: CalendarChoices) -> bytes:
    """Return the sessions of the plan's present phase as an .ics file; the same plan and choices give the same bytes.

    A calendar that reads a later file of the same plan puts it in place of the former one, event by event. Raises NoSessions for
    a plan without a phase or a phase without exercises.
    """
    phase = plan.phase_now()
    if phase is None or not phase.prescriptions:
        raise NoSessions(_("There are no exercises in the present phase, so there are no sessions to put into a calendar."))
    with speaking_language(choices.language):
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("x-wr-calname", _("Knee exercises"))
        for number, session in enumerate(sessions_of(phase, choices.hours), 1):
            begins = _first(session, choices)
            if begins.date() <= choices.last_day:
                calendar.add_component(_event(plan, phase, number, session, begins, choices))
        return bytes(calendar.to_ical())


def _event(plan: Plan, phase: Phase, number: int, session: Session, begins: datetime, choices: CalendarChoices) -> Event:
    event = Event()
    event.add("uid", f"{plan.id}.{phase.id}.{number}@pfss-desktop")
    # Not the clock's time: the same file must come out again.
    event.add("dtstamp", datetime.combine(choices.first_day, time(), UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=session.minutes))
    days = sorted((choices.first_day.weekday() + day - 1) % 7 for day in session.days)
    until = datetime.combine(choices.last_day, time(23, 59, 59))
    event.add("rrule", vRecur(freq="WEEKLY", until=until, byday=[_WEEKDAYS[day] for day in days]))
    event.add("summary", _("Knee exercises"))
    event.add("description", _description(session))
    event.add("class", "PRIVATE")
    # A session can be put off, so it does not block the hour.
    event.add("transp", "TRANSPARENT")
    if choices.remind_before is not None:
        event.add_component(_alarm(choices.remind_before))
    return event


def _alarm(minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Knee exercises"))
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def _description(session: Session) -> str:
    names = (translated(held.text.name) for held in session.prescriptions)
    return "\n".join((*names, "", _("Your sheet says how to do them, and when to stop.")))


def _first(session: Session, choices: CalendarChoices) -> datetime:
    """Return when the session is for the first time; day 1 is the first day itself."""
    day = choices.first_day + timedelta(days=session.days[0] - 1)
    return datetime.combine(day, time(session.minute // 60, session.minute % 60))
