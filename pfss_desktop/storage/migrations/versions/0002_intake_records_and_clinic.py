"""What a patient reads and must be minded, what is asked before a plan, what a visit records, what the clinic keeps for itself.

Tables with new columns are built anew beside the old ones, as SQLite's own manual advises: then an old file and a new one are
laid out alike. Written out, so that later changes of `storage.tables` never change what this revision does.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

PATIENTS = (
    """
    CREATE TABLE new_patients (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        number TEXT NOT NULL,
        born DATE,
        search TEXT NOT NULL,
        language TEXT NOT NULL,
        precautions TEXT NOT NULL,
        equipment TEXT,
        archived_at DATETIME,
        merged_into TEXT,
        last_visit DATE,
        CONSTRAINT pk_patients PRIMARY KEY (id),
        CONSTRAINT fk_patients_merged_into FOREIGN KEY(merged_into) REFERENCES patients (id)
    )
    """,
    """
    INSERT INTO new_patients (id, name, number, born, search, language, precautions, last_visit)
    SELECT id, name, number, born, search, 'en', '[]', (
        SELECT max(visits.date) FROM plans JOIN visits ON visits.plan_id = plans.id WHERE plans.patient_id = patients.id
    ) FROM patients
    """,
    "DROP TABLE patients",
    "ALTER TABLE new_patients RENAME TO patients",
    "CREATE INDEX ix_patients_last_visit ON patients (last_visit DESC, search, born, archived_at, merged_into)",
    "CREATE INDEX ix_patients_search ON patients (search, born, archived_at, merged_into)",
)

VISITS = (
    """
    CREATE TABLE new_visits (
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        date DATE NOT NULL,
        issued_at DATETIME,
        title TEXT NOT NULL,
        condition TEXT NOT NULL,
        affected_side TEXT,
        current_phase TEXT NOT NULL,
        pain_safe_up_to INTEGER NOT NULL,
        pain_acceptable_up_to INTEGER NOT NULL,
        goal TEXT NOT NULL,
        diagnosis_code TEXT NOT NULL,
        irritability TEXT,
        red_flags_on DATE,
        red_flags TEXT NOT NULL,
        minutes_a_day INTEGER,
        education TEXT NOT NULL,
        dismissed_checks TEXT NOT NULL,
        sheet TEXT,
        CONSTRAINT pk_visits PRIMARY KEY (id),
        CONSTRAINT uq_visits_plan_id UNIQUE (plan_id, number),
        CONSTRAINT ck_visits_affected_side CHECK (affected_side IN ('left', 'right', 'both')),
        CONSTRAINT ck_visits_irritability CHECK (irritability IN ('low', 'moderate', 'high')),
        CONSTRAINT fk_visits_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
    )
    """,
    """
    INSERT INTO new_visits (id, plan_id, number, date, issued_at, title, condition, affected_side, current_phase,
        pain_safe_up_to, pain_acceptable_up_to, goal, diagnosis_code, red_flags, education, dismissed_checks)
    SELECT id, plan_id, number, date, issued_at, title, condition, affected_side, current_phase,
        pain_safe_up_to, pain_acceptable_up_to, goal, '', '[]', '[]', '[]' FROM visits
    """,
    "DROP TABLE visits",
    "ALTER TABLE new_visits RENAME TO visits",
)

RECORDS = (
    """
    CREATE TABLE scores (
        visit_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        measure TEXT NOT NULL,
        side TEXT,
        label TEXT NOT NULL,
        value TEXT NOT NULL,
        unit TEXT NOT NULL,
        CONSTRAINT pk_scores PRIMARY KEY (visit_id, position),
        CONSTRAINT ck_scores_side CHECK (side IN ('left', 'right')),
        CONSTRAINT fk_scores_visit_id FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
    """
    CREATE TABLE diary_days (
        visit_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        day INTEGER NOT NULL,
        pain_during INTEGER,
        pain_next_morning INTEGER,
        CONSTRAINT pk_diary_days PRIMARY KEY (visit_id, position),
        CONSTRAINT fk_diary_days_visit_id FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
    """
    CREATE TABLE diary_entries (
        visit_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        prescription_id TEXT NOT NULL,
        day INTEGER NOT NULL,
        times INTEGER NOT NULL,
        CONSTRAINT pk_diary_entries PRIMARY KEY (visit_id, position),
        CONSTRAINT fk_diary_entries_visit_id FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
    """
    CREATE TABLE responses (
        visit_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        prescription_id TEXT NOT NULL,
        reps_reached INTEGER,
        quality TEXT,
        pain_during INTEGER,
        pain_next_morning INTEGER,
        sessions INTEGER,
        CONSTRAINT pk_responses PRIMARY KEY (visit_id, position),
        CONSTRAINT ck_responses_quality CHECK (quality IN ('good', 'fair', 'poor')),
        CONSTRAINT fk_responses_visit_id FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
    """
    CREATE TABLE met_criteria (
        visit_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        phase_id TEXT NOT NULL,
        criterion TEXT NOT NULL,
        CONSTRAINT pk_met_criteria PRIMARY KEY (visit_id, position),
        CONSTRAINT fk_met_criteria_visit_id FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
)

CLINIC = (
    """
    CREATE TABLE clinic (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_clinic PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE exercise_marks (
        exercise_id TEXT NOT NULL,
        is_favourite BOOLEAN NOT NULL,
        is_hidden BOOLEAN NOT NULL,
        use_order INTEGER,
        CONSTRAINT pk_exercise_marks PRIMARY KEY (exercise_id),
        CONSTRAINT ck_exercise_marks_is_favourite CHECK (is_favourite IN (0, 1)),
        CONSTRAINT ck_exercise_marks_is_hidden CHECK (is_hidden IN (0, 1))
    )
    """,
    """
    CREATE TABLE own_exercises (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        definition TEXT NOT NULL,
        photo BLOB,
        changed_at DATETIME NOT NULL,
        removed_at DATETIME,
        CONSTRAINT pk_own_exercises PRIMARY KEY (id)
    )
    """,
)


def upgrade() -> None:
    # Inside a transaction the switch for foreign keys does nothing; the program opens an old file with it off.
    op.execute("PRAGMA legacy_alter_table=ON")
    for statement in (*PATIENTS, *VISITS, *RECORDS, *CLINIC):
        op.execute(statement)
    op.execute("PRAGMA legacy_alter_table=OFF")
