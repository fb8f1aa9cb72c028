"""The first tables: patients, plans, visits, phases, prescriptions, as the first release made them.

Written out, so that later changes of `storage.tables` never change what this revision does.
"""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE patients (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        number TEXT NOT NULL,
        born DATE,
        search TEXT NOT NULL,
        CONSTRAINT pk_patients PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_patients_search ON patients (search)
    """,
    """
    CREATE TABLE plans (
        id TEXT NOT NULL,
        patient_id TEXT,
        is_template BOOLEAN NOT NULL,
        removed_at DATETIME,
        saved_count INTEGER NOT NULL,
        save_id TEXT NOT NULL,
        changed_at DATETIME NOT NULL,
        change_order INTEGER NOT NULL,
        title TEXT NOT NULL,
        condition TEXT NOT NULL,
        visit_number INTEGER NOT NULL,
        phase_count INTEGER NOT NULL,
        exercise_count INTEGER NOT NULL,
        CONSTRAINT pk_plans PRIMARY KEY (id),
        CONSTRAINT ck_plans_is_template CHECK (is_template IN (0, 1)),
        CONSTRAINT ck_plans_template_without_patient CHECK (is_template = 0 OR patient_id IS NULL),
        CONSTRAINT fk_plans_patient_id FOREIGN KEY(patient_id) REFERENCES patients (id)
    )
    """,
    """
    CREATE INDEX ix_plans_change_order ON plans (change_order)
    """,
    """
    CREATE INDEX ix_plans_patient_id ON plans (patient_id)
    """,
    """
    CREATE INDEX ix_plans_templates ON plans (title) WHERE is_template = 1
    """,
    """
    CREATE TABLE visits (
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
        CONSTRAINT pk_visits PRIMARY KEY (id),
        CONSTRAINT uq_visits_plan_id UNIQUE (plan_id, number),
        CONSTRAINT ck_visits_affected_side CHECK (affected_side IN ('left', 'right', 'both')),
        CONSTRAINT fk_visits_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
    )
    """,
    """
    CREATE TABLE phases (
        visit_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        weeks_first INTEGER,
        weeks_last INTEGER,
        goal TEXT NOT NULL,
        criteria TEXT NOT NULL,
        CONSTRAINT pk_phases PRIMARY KEY (visit_id, id),
        CONSTRAINT ck_phases_weeks CHECK ((weeks_first IS NULL) = (weeks_last IS NULL)),
        CONSTRAINT fk_phases_visit_id FOREIGN KEY(visit_id) REFERENCES visits (id)
    )
    """,
    """
    CREATE TABLE prescriptions (
        visit_id TEXT NOT NULL,
        id TEXT NOT NULL,
        phase_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        exercise_id TEXT NOT NULL,
        name TEXT NOT NULL,
        laterality TEXT NOT NULL,
        side TEXT,
        sets INTEGER NOT NULL,
        reps_low INTEGER,
        reps_high INTEGER,
        counted TEXT NOT NULL,
        hold_seconds INTEGER NOT NULL,
        rest_seconds INTEGER NOT NULL,
        tempo_out_seconds INTEGER,
        tempo_back_seconds INTEGER,
        minutes INTEGER,
        times_per_day INTEGER NOT NULL,
        days_per_week INTEGER NOT NULL,
        resistance TEXT NOT NULL,
        mass TEXT,
        mass_unit TEXT,
        band_colour TEXT,
        band_maker TEXT,
        band_form TEXT,
        band_position TEXT,
        range_joint TEXT,
        range_low_degrees INTEGER,
        range_high_degrees INTEGER,
        note TEXT NOT NULL,
        cue TEXT NOT NULL,
        caution TEXT NOT NULL,
        steps TEXT NOT NULL,
        equipment TEXT NOT NULL,
        CONSTRAINT pk_prescriptions PRIMARY KEY (visit_id, id),
        CONSTRAINT fk_prescriptions_visit_id FOREIGN KEY(visit_id, phase_id) REFERENCES phases (visit_id, id),
        CONSTRAINT ck_prescriptions_laterality CHECK (laterality IN ('unilateral', 'bilateral', 'alternating')),
        CONSTRAINT ck_prescriptions_side CHECK (side IN ('left', 'right', 'both', 'alternating')),
                CONSTRAINT ck_prescriptions_counted CHECK (counted IN ('reps', 'holds', 'steps', 'contacts',
            'glides', 'passes', 'bouts')),
        CONSTRAINT ck_prescriptions_resistance CHECK (resistance IN ('none', 'bodyweight', 'cuff', 'band', 'machine')),
        CONSTRAINT ck_prescriptions_mass_unit CHECK (mass_unit IN ('lb', 'kg')),
        CONSTRAINT ck_prescriptions_band_form CHECK (band_form IN ('loop', 'flat')),
                CONSTRAINT ck_prescriptions_band_position CHECK (band_position IN ('above the knees', 'below
            the knees', 'at the ankles', 'around the forefeet', 'behind the knee', 'at an anchor')),
                CONSTRAINT ck_prescriptions_range_joint CHECK (range_joint IN ('hip_flexion', 'hip_abduction',
            'hip_rotation', 'knee_flexion', 'ankle_dorsiflexion')),
        CONSTRAINT ck_prescriptions_reps CHECK ((reps_low IS NULL) = (reps_high IS NULL) AND reps_low <= reps_high),
        CONSTRAINT ck_prescriptions_reps_or_minutes CHECK (reps_low IS NOT NULL OR minutes IS NOT NULL),
        CONSTRAINT ck_prescriptions_tempo CHECK ((tempo_out_seconds IS NULL) = (tempo_back_seconds IS NULL)),
        CONSTRAINT ck_prescriptions_mass CHECK ((mass IS NULL) = (mass_unit IS NULL) AND CAST(mass AS REAL) > 0),
        CONSTRAINT ck_prescriptions_cuff_mass CHECK (mass IS NOT NULL OR resistance <> 'cuff'),
        CONSTRAINT ck_prescriptions_mass_resistance CHECK (mass IS NULL OR resistance IN ('cuff', 'machine')),
                CONSTRAINT ck_prescriptions_band CHECK ((resistance = 'band') = (band_colour IS NOT NULL) AND
            (resistance = 'band') = (band_maker IS NOT NULL) AND (resistance = 'band') = (band_form IS NOT
            NULL) AND (resistance = 'band' OR band_position IS NULL)),
                CONSTRAINT ck_prescriptions_range CHECK ((range_joint IS NULL) = (range_low_degrees IS NULL)
            AND (range_joint IS NULL) = (range_high_degrees IS NULL) AND range_low_degrees <
            range_high_degrees)
    )
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
