"""Every figure that the program is held to, in one table: `python -m tests.benchmarks [PLANS]`, PLANS being 100,000 by default.

Where there is a baseline, it is measured in the same run and the ratio counts; milliseconds alone say little on another machine.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from pfss_desktop.catalogue.search import WordSearch
from pfss_desktop.domain.catalogue import Filters
from pfss_desktop.handout.render import render_handout
from tests.benchmarks import (
    against_weasyprint,
    bare_handout,
    drawn_figures,
    follow_up_figures,
    frames,
    fresh,
    patient_list,
    score_charts,
    storage_figures,
)
from tests.benchmarks.figure import Figure
from tests.benchmarks.many_exercises import many, typed_beginnings
from tests.benchmarks.many_plans import fill


def main(plan_count: int) -> None:
    """Measure and print the table."""
    ours, bare = fresh.start_figures()
    print(Figure("start to first painted window / bare window", ours["seconds"] * 1000, bare["seconds"] * 1000, 1.5))
    print(f"{'memory at the first painted window':<52}{ours['megabytes']:9.1f} MB", end=" ")
    print(f"{ours['megabytes'] / bare['megabytes']:6.2f} x   budget 1.5 x")
    alone, in_program = fresh.catalogue_figure()
    print(Figure("load the catalogue, as the program does", in_program, None, 30))
    print(Figure("load the catalogue, all imports of a bare process", alone, None, 30))
    for figure in (
        *keystroke_figures(),
        *follow_up_figures.compare_figures(),
        *storage_table(plan_count),
        *handout_figures(),
        *drawn_figures.figure_lines(),
        *score_charts.figure_lines(),
        *frames.figure_lines(),
    ):
        print(figure)
    print("\n".join(against_weasyprint.lines()))


def keystroke_figures() -> list[Figure]:
    """Answer a keystroke among 10,000 exercises, misspellings among them: median and worst of 200 typed texts."""
    catalogue = many(10_000)
    search = WordSearch(catalogue)
    search.find("zzyzx")
    times = []
    for typed in typed_beginnings(catalogue, 200):
        start = time.perf_counter()
        catalogue.chosen(search.find(typed), Filters())
        times.append((time.perf_counter() - start) * 1000)
    return [
        Figure("keystroke in 10,000 exercises, median", median(times), None, 16),
        Figure("keystroke in 10,000 exercises, worst", max(times), None, 16),
    ]


def storage_table(plan_count: int) -> list[Figure]:
    """Open and save with 100 and with many plans in the database."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small" / "plans.sqlite", Path(folder) / "large" / "plans.sqlite"
        few, others = fill(small, 100), fill(large, plan_count)
        return [
            storage_figures.open_figure((small, few), (large, others)),
            storage_figures.save_figure(small, few[0], "100 plans"),
            storage_figures.save_figure(large, others[0], f"{plan_count} plans"),
            follow_up_figures.record_figure(large, others[1]),
            follow_up_figures.code_figure(large, others[2:]),
            *storage_figures.list_figures(large),
            *patient_list.figures(large),
        ]


def handout_figures() -> list[Figure]:
    """Write a handout of 12 exercises against the same operators on a bare canvas, warm and in a fresh process."""
    request = bare_handout.twelve_exercises()
    recording = bare_handout.recording_of(request)
    warm, warm_bare = bare_handout.milliseconds_in_turn(lambda: render_handout(request), lambda: bare_handout.replayed(recording))
    in_hand, bare = bare_handout.fresh(recording, ("in hand", "bare"))
    return [
        Figure("handout of 12 exercises / bare canvas", warm, warm_bare, 1.3),
        Figure("handout in a fresh process / bare canvas", in_hand, bare, 1.3),
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
