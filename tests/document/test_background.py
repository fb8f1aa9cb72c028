"""Work off the window's thread speaks the language of whoever asked for it."""

from pytestqt.qtbot import QtBot

from pfss_desktop.document.background import Background
from pfss_desktop.language import _
from pfss_desktop.translations import speaking_language


def test_a_job_speaks_the_language_it_was_asked_for_in(qtbot: QtBot) -> None:
    background = Background("test")
    heard: list[str] = []
    failed: list[Exception] = []
    with speaking_language("es"):
        background.run(lambda: _("Undo"), heard.append, failed.append)
        assert background.wait_for(lambda: _("Undo")) == "Deshacer"
    background.run(lambda: _("Undo"), heard.append, failed.append)
    background.settle()
    background.close()
    assert (heard, failed) == (["Deshacer", "Undo"], [])
