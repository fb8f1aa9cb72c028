"""Which language answers is a property of the running context."""

import gettext
from threading import Barrier, Thread

from pfss_desktop.language import _, ngettext, speaking


class Loud(gettext.NullTranslations):
    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def gettext(self, message: str) -> str:
        return message + self.mark

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2) + self.mark


def test_english_is_spoken_where_nothing_else_is() -> None:
    assert _("Quad set") == "Quad set"
    assert ngettext("{count} week", "{count} weeks", 1) == "{count} week"
    assert ngettext("{count} week", "{count} weeks", 2) == "{count} weeks"


def test_languages_nest_and_the_former_one_comes_back_even_after_an_error() -> None:
    with speaking(Loud("!")):
        assert _("a") == "a!"
        try:
            with speaking(Loud("?")):
                assert (_("a"), ngettext("a", "b", 2)) == ("a?", "b?")
                raise LookupError
        except LookupError:
            assert _("a") == "a!"
    assert _("a") == "a"


def test_a_thread_neither_takes_nor_gives_a_language() -> None:
    both, heard = Barrier(2, timeout=30), list[str]()

    def elsewhere() -> None:
        heard.append(_("a"))
        with speaking(Loud("?")):
            both.wait()
            both.wait()
            heard.append(_("a"))

    with speaking(Loud("!")):
        thread = Thread(target=elsewhere)
        thread.start()
        both.wait()
        assert _("a") == "a!"
        both.wait()
        thread.join()
        assert _("a") == "a!"
    assert heard == ["a", "a?"]
