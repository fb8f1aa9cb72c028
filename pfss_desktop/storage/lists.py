"""Lists of plans and of own templates: a line for each, without opening any."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from pfss_desktop.domain.library import PlanSummary, TemplateSummary
from pfss_desktop.storage.rows import Stored, readable
from pfss_desktop.storage.tables import patients, plans
from pfss_desktop.storage.transactions import Transactions

_LISTED: Select[Any] = (
    select(
        plans.c.id,
        plans.c.title,
        plans.c.condition,
        plans.c.visit_number,
        plans.c.changed_at,
        plans.c.phase_count,
        plans.c.exercise_count,
        func.coalesce(patients.c.name, "").label("patient_name"),
    )
    .outerjoin(patients, patients.c.id == plans.c.patient_id)
    .where(~plans.c.is_template)
    .order_by(plans.c.change_order.desc())
)
# Plans of archived patients are on the patient's page only.
_RECENT = _LISTED.where(plans.c.removed_at.is_(None), patients.c.archived_at.is_(None))
_TEMPLATES = select(plans).where(plans.c.removed_at.is_(None), plans.c.is_template)


class PlanLists:
    """What the start page and a patient's page list."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def recent(self, limit: int) -> Sequence[PlanSummary]:
        """Return the plans changed last, newest first, at most `limit`; no templates, none of archived patients."""
        return self._summaries(_RECENT.limit(limit))

    def of_patient(self, patient_id: str, *, removed: bool) -> Sequence[PlanSummary]:
        """Return a patient's plans, newest first: those that are listed, or those put away."""
        is_listed = plans.c.removed_at.is_not(None) if removed else plans.c.removed_at.is_(None)
        return self._summaries(_LISTED.where(plans.c.patient_id == patient_id, is_listed))

    def templates(self) -> Sequence[TemplateSummary]:
        """Return own templates by title, in the order people read: capitals count like small letters."""
        with readable():
            rows = self._transactions.read(lambda connection: connection.execute(_TEMPLATES).mappings().all())
        found = [TemplateSummary(row["id"], row["title"], True, row["phase_count"], row["exercise_count"]) for row in rows]
        return sorted(found, key=lambda template: (template.title.casefold(), template.title))

    def _summaries(self, query: Select[Any]) -> list[PlanSummary]:
        with readable():
            rows = self._transactions.read(lambda connection: connection.execute(query).mappings().all())
        return [_summary(row) for row in rows]


def _summary(row: Stored) -> PlanSummary:
    return PlanSummary(
        plan_id=row["id"],
        title=row["title"],
        patient_name=row["patient_name"],
        condition=row["condition"],
        visit_number=row["visit_number"],
        changed_at=row["changed_at"],
        phase_count=row["phase_count"],
        exercise_count=row["exercise_count"],
    )
