"""The handout against the same operators written by bare ReportLab calls: `python -m tests.benchmarks.bare_handout`.

A render is recorded call by call; the baseline makes the very same calls on a bare canvas with the same fonts, so that both
documents are the same to the byte. What the handout costs beyond them is wording, line breaking and page breaking.
"""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROUNDS = 20
FRESH_ROUNDS = 7
BUDGET = 1.3


@dataclass
class Recorder:
    """Stands in for a canvas, or for a text or path that it began, and notes every call."""

    calls: list[tuple[int, str, list[Any], dict[str, Any]]] = field(default_factory=list)
    number: int = 0
    made: list[int] = field(default_factory=lambda: [0])
    page: list[int] = field(default_factory=lambda: [1])

    def __getattr__(self, name: str) -> Any:
        def called(*arguments: Any, **named: Any) -> Any:
            if name == "getPageNumber":
                return self.page[0]
            plain = [{"made": one.number} if isinstance(one, Recorder) else one for one in arguments]
            self.calls.append((self.number, name, plain, named))
            self.page[0] += name == "showPage"
            if name not in ("beginText", "beginPath"):
                return None
            self.made[0] += 1
            return Recorder(self.calls, self.made[0], self.made, self.page)

        return called


def recording_of(request: Any) -> dict[str, Any]:
    """Every call that a render of the request makes on its canvas, as plain data."""
    from pfss_desktop.handout.pages import booklet_of
    from pfss_desktop.handout.render import compose
    from pfss_desktop.handout.typeface import paper_typeface

    recorder = Recorder()
    compose(recorder, request, booklet_of(request, paper_typeface()))
    calls = [call for call in recorder.calls if call[1] != "setDateFormatter"]
    return {"calls": calls, "size": request.paper.size, "language": request.language, "day": f"{request.on:%Y%m%d}"}


def replayed(recording: dict[str, Any]) -> bytes:
    """Make the recorded calls on a bare canvas and return the PDF."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(
        stream,
        pagesize=tuple(recording["size"]),
        pageCompression=1,
        invariant=1,
        initialFontName="Handout-Regular",
        lang=recording["language"],
    )
    canvas.setDateFormatter(lambda *_now: f"D:{recording['day']}000000Z")
    made: list[Any] = [canvas]
    for number, name, arguments, named in recording["calls"]:
        if arguments and isinstance(arguments[0], dict):
            arguments = [made[arguments[0]["made"]], *arguments[1:]]
        answer = getattr(made[number], name)(*arguments, **named)
        if name in ("beginText", "beginPath"):
            made.append(answer)
    canvas.save()
    return stream.getvalue()


def register_fonts_barely() -> None:
    """What a bare script would do for its fonts."""
    import font_source_sans_pro
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0
    for weight in ("Regular", "Semibold", "Bold"):
        path = Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{weight}.ttf"
        pdfmetrics.registerFont(TTFont(f"Handout-{weight}", str(path)))


def twelve_exercises() -> Any:
    """The request that is measured."""
    from tests.handout.plans_at_hand import plan_of_phases, request_for

    return request_for(plan_of_phases(4, 4, 4))


def milliseconds(action: Any, rounds: int = ROUNDS) -> float:
    """Median time of an action."""
    times = []
    for _round in range(rounds):
        start = perf_counter()
        action()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def fresh(mode: str, data: str = "") -> float:
    """Median time from the first import to the bytes, each round in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.bare_handout", mode]
    runs = (subprocess.run(command, input=data, capture_output=True, text=True, check=True) for _round in range(FRESH_ROUNDS))
    return median(float(run.stdout) for run in runs)


def measured_fresh(mode: str) -> None:
    """In a child: print how long the one thing took."""
    recording = json.load(sys.stdin) if mode == "bare" else None
    start = perf_counter()
    if recording is not None:
        register_fonts_barely()
        replayed(recording)
    else:
        from pfss_desktop.handout.render import render_handout

        render_handout(twelve_exercises())
    print((perf_counter() - start) * 1000)


def main() -> None:
    """Print figures, budget and ratios."""
    from pfss_desktop.handout.render import render_handout

    request = twelve_exercises()
    recording = recording_of(request)
    ours, bare = render_handout(request), replayed(recording)
    print(f"12 exercises: {len(ours)} bytes; baseline the same to the byte: {ours == bare}")
    rows = (
        ("warm", milliseconds(lambda: render_handout(request)), milliseconds(lambda: replayed(recording))),
        ("fresh process", fresh("ours"), fresh("bare", json.dumps(recording))),
    )
    for name, mine, baseline in rows:
        print(f"{name:14} handout {mine:7.1f} ms   bare {baseline:7.1f} ms   ratio {mine / baseline:4.2f}   budget {BUDGET}")


if __name__ == "__main__":
    measured_fresh(sys.argv[1]) if len(sys.argv) > 1 else main()
