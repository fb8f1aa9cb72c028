"""The handout against the same operators written by bare ReportLab calls: `python -m tests.benchmarks.bare_handout`.

A render is recorded call by call; the baseline makes the very same calls on a bare canvas with the same fonts, so that both
documents are the same to the byte. The tree of an accessible PDF is given to the baseline ready written, object by object. What
the handout costs beyond the baseline is wording, line breaking, page breaking, and growing that tree.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

MADE_ANOTHER_WAY = ("setDateFormatter", "describe", "keep_structure")
"""Calls that are not replayed as they are: a function is no plain data, and the others no bare canvas has."""

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
    from pfss_desktop.handout.tagged_canvas import new_canvas
    from pfss_desktop.handout.typeface import paper_typeface

    booklet = booklet_of(request, paper_typeface())
    recorder = Recorder()
    compose(recorder, request, booklet)
    canvas = new_canvas(BytesIO(), request.paper.size, "Handout-Regular", request.language)
    compose(canvas, request, booklet)
    return {
        "calls": [call for call in recorder.calls if call[1] not in MADE_ANOTHER_WAY],
        "size": request.paper.size,
        "language": request.language,
        "day": f"{request.on:%Y%m%d}",
        "tree": [(name, made.decode()) for name, made in canvas._doc.idToObject.items() if isinstance(made, bytes)],
        "metadata": canvas._doc.Catalog.Metadata.content.decode(),
    }


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
        pdfVersion=(1, 7),
    )
    canvas.setDateFormatter(lambda *_now: f"D:{recording['day']}000000Z")
    made: list[Any] = [canvas]
    for number, name, arguments, named in recording["calls"]:
        if arguments and isinstance(arguments[0], dict):
            arguments = [made[arguments[0]["made"]], *arguments[1:]]
        answer = getattr(made[number], name)(*arguments, **named)
        if name in ("beginText", "beginPath"):
            made.append(answer)
    add_tree(canvas, recording)
    canvas.save()
    return stream.getvalue()


def add_tree(canvas: Any, recording: dict[str, Any]) -> None:
    """What a bare script would do for a tagged PDF whose objects it has in hand."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage, PDFStream

    document = canvas._doc
    for number, page in enumerate(document.Pages.pages):
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, PDFName("S")
    references = [document.Reference(written.encode(), name) for name, written in recording["tree"]]
    document.Catalog.StructTreeRoot = references[0]
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    document.Catalog.Metadata = PDFStream(kind, recording["metadata"].encode(), filters=[])


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


def milliseconds_in_turn(*actions: Callable[[], object]) -> list[float]:
    """Median time of each action; they take turns, so that a busy moment of the machine meets all of them."""
    times: list[list[float]] = [[] for _action in actions]
    for _round in range(ROUNDS):
        for kept, action in zip(times, actions, strict=True):
            start = perf_counter()
            action()
            kept.append((perf_counter() - start) * 1000)
    return [median(kept) for kept in times]


def fresh(recording: dict[str, Any], modes: tuple[str, ...]) -> list[float]:
    """Median time of each mode, each round in a new process whose modules are compiled, as an installed program's are."""
    times: list[list[float]] = [[] for _mode in modes]
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _round in range(FRESH_ROUNDS + 1):
            for kept, mode in zip(times, modes, strict=True):
                command = [sys.executable, "-m", "tests.benchmarks.bare_handout", mode]
                run = subprocess.run(
                    command, input=json.dumps(recording), capture_output=True, text=True, check=True, env=environment
                )
                kept.append(float(run.stdout))
    # The first round compiled.
    return [median(kept[1:]) for kept in times]


def measure_fresh(mode: str) -> None:
    """In a child: print how long one document takes from the first import that it needs."""
    recording = json.load(sys.stdin)
    request = twelve_exercises() if mode == "in hand" else None
    start = perf_counter()
    if mode == "bare":
        register_fonts_barely()
        replayed(recording)
    else:
        from pfss_desktop.handout.render import render_handout

        render_handout(request or twelve_exercises())
    print((perf_counter() - start) * 1000)


def main() -> None:
    """Print figures, budget and ratios."""
    from pfss_desktop.handout.render import render_handout

    request = twelve_exercises()
    recording = recording_of(request)
    ours, bare = render_handout(request), replayed(recording)
    print(f"12 exercises: {len(ours)} bytes; baseline the same to the byte: {ours == bare}")
    warm, warm_bare = milliseconds_in_turn(lambda: render_handout(request), lambda: replayed(recording))
    in_hand, from_nothing, fresh_bare = fresh(recording, ("in hand", "from nothing", "bare"))
    for name, mine, baseline in (
        ("warm", warm, warm_bare),
        ("fresh process, plan in hand", in_hand, fresh_bare),
        ("fresh process, from nothing", from_nothing, fresh_bare),
    ):
        print(f"{name:28} handout {mine:6.1f} ms   bare {baseline:6.1f} ms   ratio {mine / baseline:4.2f}   budget {BUDGET}")


if __name__ == "__main__":
    measure_fresh(sys.argv[1]) if len(sys.argv) > 1 else main()
