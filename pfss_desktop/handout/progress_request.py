"""What is asked of a page of progress: a sheet's request with the visits' scores, and who will read it. No ReportLab here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pfss_desktop.domain.adherence import Sessions
from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.outcomes import Measure
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.handout.request import HandoutRequest


class Reader(StrEnum):
    """Who a page of progress is for: the words and the figures differ."""

    PATIENT = "patient"
    REFERRER = "referrer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressRequest:
    """Everything a page of progress depends on: the same request gives the same bytes.

    `handout` says what plan, whose, on what paper and in which language; its parts and layout do not count. `visits` are in
    their order, the first first; `sessions` are those reported since the last visit, None where nothing was; `sources` are by
    key.
    """

    handout: HandoutRequest
    reader: Reader
    visits: tuple[ScoredVisit, ...]
    measures: tuple[Measure, ...]
    sessions: Sessions | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """The name to offer for the file, without the patient's."""
        return f"{self.handout.on.isoformat()}_progress-{self.reader.value}-{self.handout.plan.id[:8]}.pdf"
