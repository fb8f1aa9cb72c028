"""The tables: what is kept of patients, plans, visits, phases and prescriptions, so that a person can query it.

A plan's row is its identity and what lists show; everything that can change from visit to visit belongs to the visit. Nothing
here reads or writes. A change to this file needs a revision in `migrations/versions` and a new SCHEMA.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from pfss_desktop.domain.body import Joint, Side
from pfss_desktop.domain.dosage import CountUnit
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.intake import Irritability
from pfss_desktop.domain.record import Quality
from pfss_desktop.domain.resistance import BandForm, BandPosition, MassUnit, ResistanceKind

SCHEMA = 2
"""Today's number of the table layout, kept in the file as `PRAGMA user_version`; revision 0002 leads to 2."""
APPLICATION_ID = 0x50465353
"""Marks the file as ours, as `PRAGMA application_id`: the letters PFSS."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, kept without zone as SQLite's functions read it, given back with the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        """Return the moment in UTC without its zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: object) -> datetime | None:  # noqa: ANN401 - as the base class
        """Return the moment with the zone UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def _one_of(column: str, choices: type[StrEnum], *left_out: StrEnum) -> CheckConstraint:
    allowed = ", ".join(f"'{choice.value}'" for choice in choices if choice not in left_out)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

patients = Table(
    "patients",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("born", Date),
    # Name and number without accents and capitals: the order of lists.
    Column("search", Text, nullable=False),
    Column("language", Text, nullable=False),
    # Lists as JSON; equipment is null until somebody asked.
    Column("precautions", Text, nullable=False),
    Column("equipment", Text),
    Column("archived_at", UtcTime),
    # Where a duplicate was merged into another patient, that one.
    Column("merged_into", Text, ForeignKey("patients.id")),
    # The latest date of any visit, for lists.
    Column("last_visit", Date),
    # A search reads one of the two indexes below alone, from its start until enough is found.
    Index("ix_patients_search", "search", "born", "archived_at", "merged_into"),
)
_SEARCHED = (patients.c.search, patients.c.born, patients.c.archived_at, patients.c.merged_into)
Index("ix_patients_last_visit", patients.c.last_visit.desc(), *_SEARCHED)

plans = Table(
    "plans",
    metadata,
    Column("id", Text, primary_key=True),
    Column("patient_id", Text, ForeignKey("patients.id")),
    Column("is_template", Boolean, nullable=False),
    Column("removed_at", UtcTime),
    Column("saved_count", Integer, nullable=False),
    # Drawn anew for every save: tells after a disk error whether that save is here.
    Column("save_id", Text, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    # Grows with every save of any plan: the order of recent plans, which no clock set back can disturb.
    Column("change_order", Integer, nullable=False),
    # What lists show of the latest visit.
    Column("title", Text, nullable=False),
    Column("condition", Text, nullable=False),
    Column("visit_number", Integer, nullable=False),
    Column("phase_count", Integer, nullable=False),
    Column("exercise_count", Integer, nullable=False),
    CheckConstraint("is_template IN (0, 1)", name="is_template"),
    CheckConstraint("is_template = 0 OR patient_id IS NULL", name="template_without_patient"),
    Index("ix_plans_patient_id", "patient_id"),
    Index("ix_plans_change_order", "change_order"),
)
# Written as the query asks, or SQLite would not see that the index answers it.
Index("ix_plans_templates", plans.c.title, sqlite_where=text("is_template = 1"))

visits = Table(
    "visits",
    metadata,
    Column("id", Text, primary_key=True),
    Column("plan_id", Text, ForeignKey("plans.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("date", Date, nullable=False),
    Column("issued_at", UtcTime),
    Column("title", Text, nullable=False),
    Column("condition", Text, nullable=False),
    Column("affected_side", Text),
    Column("current_phase", Text, nullable=False),
    Column("pain_safe_up_to", Integer, nullable=False),
    Column("pain_acceptable_up_to", Integer, nullable=False),
    Column("goal", Text, nullable=False),
    Column("diagnosis_code", Text, nullable=False),
    Column("irritability", Text),
    Column("red_flags_on", Date),
    # Lists of ids and keys as JSON.
    Column("red_flags", Text, nullable=False),
    Column("minutes_a_day", Integer),
    Column("education", Text, nullable=False),
    Column("dismissed_checks", Text, nullable=False),
    # How the sheet was laid out that was handed out at this visit, as JSON; null until there was one.
    Column("sheet", Text),
    UniqueConstraint("plan_id", "number"),
    _one_of("affected_side", Side, Side.ALTERNATING),
    _one_of("irritability", Irritability),
)

phases = Table(
    "phases",
    metadata,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("weeks_first", Integer),
    Column("weeks_last", Integer),
    Column("goal", Text, nullable=False),
    Column("criteria", Text, nullable=False),
    CheckConstraint("(weeks_first IS NULL) = (weeks_last IS NULL)", name="weeks"),
)

prescriptions = Table(
    "prescriptions",
    metadata,
    Column("visit_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("phase_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("exercise_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("laterality", Text, nullable=False),
    Column("side", Text),
    Column("sets", Integer, nullable=False),
    Column("reps_low", Integer),
    Column("reps_high", Integer),
    Column("counted", Text, nullable=False),
    Column("hold_seconds", Integer, nullable=False),
    Column("rest_seconds", Integer, nullable=False),
    Column("tempo_out_seconds", Integer),
    Column("tempo_back_seconds", Integer),
    Column("minutes", Integer),
    Column("times_per_day", Integer, nullable=False),
    Column("days_per_week", Integer, nullable=False),
    Column("resistance", Text, nullable=False),
    # A mass is text, exactly as it was typed: 2.50 stays 2.50.
    Column("mass", Text),
    Column("mass_unit", Text),
    Column("band_colour", Text),
    Column("band_maker", Text),
    Column("band_form", Text),
    Column("band_position", Text),
    Column("range_joint", Text),
    Column("range_low_degrees", Integer),
    Column("range_high_degrees", Integer),
    Column("note", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("caution", Text, nullable=False),
    # Lists of texts as JSON, for `json_each`.
    Column("steps", Text, nullable=False),
    Column("equipment", Text, nullable=False),
    ForeignKeyConstraint(["visit_id", "phase_id"], ["phases.visit_id", "phases.id"]),
    _one_of("laterality", Laterality),
    _one_of("side", Side),
    _one_of("counted", CountUnit),
    _one_of("resistance", ResistanceKind),
    _one_of("mass_unit", MassUnit),
    _one_of("band_form", BandForm),
    _one_of("band_position", BandPosition),
    _one_of("range_joint", Joint),
    CheckConstraint("(reps_low IS NULL) = (reps_high IS NULL) AND reps_low <= reps_high", name="reps"),
    CheckConstraint("reps_low IS NOT NULL OR minutes IS NOT NULL", name="reps_or_minutes"),
    CheckConstraint("(tempo_out_seconds IS NULL) = (tempo_back_seconds IS NULL)", name="tempo"),
    CheckConstraint("(mass IS NULL) = (mass_unit IS NULL) AND CAST(mass AS REAL) > 0", name="mass"),
    CheckConstraint("mass IS NOT NULL OR resistance <> 'cuff'", name="cuff_mass"),
    CheckConstraint("mass IS NULL OR resistance IN ('cuff', 'machine')", name="mass_resistance"),
    CheckConstraint(
        "(resistance = 'band') = (band_colour IS NOT NULL) AND (resistance = 'band') = (band_maker IS NOT NULL)"
        " AND (resistance = 'band') = (band_form IS NOT NULL) AND (resistance = 'band' OR band_position IS NULL)",
        name="band",
    ),
    CheckConstraint(
        "(range_joint IS NULL) = (range_low_degrees IS NULL) AND (range_joint IS NULL) = (range_high_degrees IS NULL)"
        " AND range_low_degrees < range_high_degrees",
        name="range",
    ),
)

scores = Table(
    "scores",
    metadata,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("measure", Text, nullable=False),
    Column("side", Text),
    Column("label", Text, nullable=False),
    # As it was typed, like a mass.
    Column("value", Text, nullable=False),
    Column("unit", Text, nullable=False),
    _one_of("side", Side, Side.BOTH, Side.ALTERNATING),
)

diary_days = Table(
    "diary_days",
    metadata,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("day", Integer, nullable=False),
    Column("pain_during", Integer),
    Column("pain_next_morning", Integer),
)

diary_entries = Table(
    "diary_entries",
    metadata,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("prescription_id", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("times", Integer, nullable=False),
)

responses = Table(
    "responses",
    metadata,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("prescription_id", Text, nullable=False),
    Column("reps_reached", Integer),
    Column("quality", Text),
    Column("pain_during", Integer),
    Column("pain_next_morning", Integer),
    Column("sessions", Integer),
    _one_of("quality", Quality),
)

met_criteria = Table(
    "met_criteria",
    metadata,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("phase_id", Text, nullable=False),
    Column("criterion", Text, nullable=False),
)

clinic = Table(
    "clinic",
    metadata,
    # What the clinic has settled for all plans, each under its own name, as JSON.
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

exercise_marks = Table(
    "exercise_marks",
    metadata,
    Column("exercise_id", Text, primary_key=True),
    Column("is_favourite", Boolean, nullable=False),
    Column("is_hidden", Boolean, nullable=False),
    # Grows with every use: the order of recently used exercises. Null for one never used.
    Column("use_order", Integer),
    CheckConstraint("is_favourite IN (0, 1)", name="is_favourite"),
    CheckConstraint("is_hidden IN (0, 1)", name="is_hidden"),
)

own_exercises = Table(
    "own_exercises",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    # The exercise as JSON, in the form of a catalogue entry.
    Column("definition", Text, nullable=False),
    # JPEG or PNG, encoded anew by the program, without metadata.
    Column("photo", LargeBinary),
    Column("changed_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
)

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic reads which revision the file is at: SCHEMA as four digits. Laid out as Alembic itself would do it."""
