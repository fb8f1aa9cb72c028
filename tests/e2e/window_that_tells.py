"""A program of its own for tests with a real pointer: opens the real window, tells where things are and what the plan becomes.

Each line on its standard output is a JSON object. It ends when its standard input is closed.
"""

import json
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QMetaObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from pfss_desktop.app import Program, new_application
from pfss_desktop.paths import DataFolder
from pfss_desktop.ui.main_window import MainWindow
from tests.pictures import outline


def tell(**facts: object) -> None:
    print(json.dumps(facts), flush=True)


def main(folder: Path) -> int:
    application = new_application(["pfss-desktop"])
    program = Program(application, DataFolder(folder))
    window = program.window
    window.ready.connect(lambda: window.start_from_template("pfss-classic"))
    window.plan_opened.connect(lambda: QTimer.singleShot(300, lambda: tell_places(window)))
    window.setGeometry(0, 0, 1280, 820)
    window.show()
    threading.Thread(target=end_with_input, args=(application,), daemon=True).start()
    application.exec()
    program.close()
    return 0


def tell_places(window: MainWindow) -> None:
    page = window.plan_page
    page.board.scrollToTop()
    listed, board = page.catalogue.list, page.board
    first_phase = page.document.plan.phases[0]
    row = page.model.index_of(first_phase.prescriptions[1].id)
    places = {
        "exercise": at(listed.viewport(), listed.visualRect(page.catalogue.model.index(0, 0)).center()),
        "phase": at(board.viewport(), board.visualRect(page.model.index_of(first_phase.id)).center()),
        "row": at(board.viewport(), board.visualRect(row).center()),
        "above first row": at(
            board.viewport(),
            board.visualRect(page.model.index_of(first_phase.prescriptions[0].id)).topLeft() + QPoint(200, 4),
        ),
        "outside": at(page.header, QPoint(5, 5)),
    }
    page.document.plan_changed.connect(lambda _before, after: tell(plan=outline(after)))
    page.autosave.reported.connect(lambda report: tell(state=report.state.value))
    tell(plan=outline(page.document.plan), places=places, exercise=page.catalogue.model.index(0, 0).data())


def at(widget: QWidget, point: QPoint) -> list[int]:
    where = widget.mapToGlobal(point)
    return [where.x(), where.y()]


def end_with_input(application: QApplication) -> None:
    sys.stdin.read()
    QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
