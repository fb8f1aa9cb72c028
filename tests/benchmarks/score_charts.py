"""The charts of 30 visits, painted as the Scores tab does. Qt paints into memory; no screen is needed.

Run alone: `python -m tests.benchmarks.score_charts`.
"""

import os
import time
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pfss_desktop.catalogue.measures import load_measures
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import Visit
from pfss_desktop.paths import resources
from pfss_desktop.ui.scores_over_time import ScoresOverTime
from tests.benchmarks.figure import Figure

VISITS, ROUNDS = 30, 50
FRAME = 16


def figure_lines() -> list[object]:
    """Paint one chart of 30 visits, and measure making all of them; each line prints itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    measures = load_measures(resources() / "clinical" / "measures.toml").measures
    widget = ScoresOverTime(measures)
    widget.resize(900, 800)
    start = time.perf_counter()
    widget.show_visits(_visits())
    made = (time.perf_counter() - start) * 1000
    widget.grab()
    times = []
    for _round in range(ROUNDS):
        for chart in widget.charts():
            image = QImage(chart.size(), QImage.Format.Format_ARGB32_Premultiplied)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            start = time.perf_counter()
            chart.paint(painter)
            times.append((time.perf_counter() - start) * 1000)
            painter.end()
    count = len(widget.charts())
    del widget, application
    return [
        Figure(f"chart of {VISITS} visits, median", median(times), None, FRAME),
        Figure(f"chart of {VISITS} visits, worst", max(times), None, FRAME),
        Figure(f"{count} charts of {VISITS} visits made anew", made, None, None),
    ]


def _visits() -> tuple[ScoredVisit, ...]:
    return tuple(
        ScoredVisit(
            "plan",
            Visit(f"visit-{number}", number, date(2026, 1, 5) + timedelta(days=3 * number)),
            f"Phase {number // 8}",
            tuple(Score(name, Decimal(number % 9)) for name in ("nprs-worst", "nprs-usual", "akps", "lefs", "koos-pf", "groc")),
        )
        for number in range(1, VISITS + 1)
    )


if __name__ == "__main__":
    print(*figure_lines(), sep="\n")
