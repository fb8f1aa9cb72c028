"""A program of its own that edits its plan without end and tells what the window says is saved, until it is killed."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from pfss_desktop.app import Program, new_application
from pfss_desktop.document.autosave import SaveReport, SaveState
from pfss_desktop.domain.edits.prescriptions import set_note
from pfss_desktop.paths import DataFolder


def main(folder: Path) -> None:
    application = new_application(["pfss-desktop"])
    program = Program(application, DataFolder(folder))
    window = program.window
    window.ready.connect(lambda: window.start_from_template("short-on-time"))
    window.plan_opened.connect(lambda: begin(window.plan_page))
    window.show()
    application.exec()


def begin(page: object) -> None:
    document, autosave = page.document, page.autosave
    held = next(document.plan.prescriptions()).id
    number = 0

    def edit() -> None:
        nonlocal number
        number += 1
        document.edit("Change note", set_note(document.plan, held, f"note {number}"))
        autosave.save_soon()

    def told(report: SaveReport) -> None:
        if report.state is SaveState.SAVED:
            # What the window shows as saved at this moment is what is on the screen.
            print(json.dumps({"plan": document.plan.id, "note": document.plan.prescription(held).note}), flush=True)
            QTimer.singleShot(0, edit)

    autosave.reported.connect(told)
    QTimer.singleShot(0, edit)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
