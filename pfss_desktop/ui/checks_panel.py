"""The Checks tab: everything to point out in the plan, in its order, never in the way."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.checks.check import Check
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.aside_list import AsideList
from pfss_desktop.ui.check_card import CheckCard
from pfss_desktop.ui.check_numbers_dialog import CheckNumbersDialog
from pfss_desktop.ui.plan_checks import PlanChecks
from pfss_desktop.ui.theme import GAP

MOST_CARDS = 40
"""Checks shown at once; more than a plan that can be worked with has."""

_Key = tuple[str, str]


class ChecksPanel(QScrollArea):
    """Follows the plan's checks while it is visible: cards of checks that stay, stay where they are."""

    show_asked = Signal(str)
    """Id of the phase or prescription that is to be chosen on the board."""

    def __init__(self, checks: PlanChecks, sources: Mapping[str, Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Checks"))
        self.setWidgetResizable(True)
        # Tab stops at its buttons; it takes the focus only for a moment while a card goes.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._checks = checks
        self._sources = sources
        self._cards: dict[_Key, CheckCard] = {}
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        holder = QWidget()
        holder.setProperty("role", "panel")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._note)
        self.aside = AsideList(checks)
        self._column.addWidget(self.aside)
        self.numbers = QPushButton(_("Numbers of the checks…"))
        self.numbers.setProperty("flat", "true")
        self.numbers.setToolTip(_("How many exercises, how many minutes, how deep: when the checks speak"))
        self.numbers.clicked.connect(self._ask_numbers)
        self._column.addWidget(self.numbers, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(holder)
        checks.checks_changed.connect(self._follow)

    def cards(self) -> tuple[CheckCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards.values())

    @property
    def note(self) -> str:
        """What stands below the cards, or alone where there are none."""
        return self._note.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_checks()

    def _follow(self) -> None:
        if self.isVisible():
            self._show_checks()

    def _show_checks(self) -> None:
        checks = self._checks.checks
        before, anchor = list(self._cards), self._first_seen()
        shown = {(check.rule.value, check.subject_id): check for check in checks[:MOST_CARDS]}
        place_of_focus = self._remove_all_but(shown)
        kept, self._cards = self._cards, {}
        for place, (key, check) in enumerate(shown.items()):
            card = kept.get(key) or self._new_card(check)
            card.show_check(check, self._sources.get(check.source))
            self._cards[key] = card
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                card.show()
        self._say(len(checks), len(shown))
        self.aside.show_checks()
        if anchor is not None and anchor[0] in self._cards and before != list(shown):
            self._scroll_so(self._cards[anchor[0]], anchor[1])
        if place_of_focus is not None:
            self._focus_near(place_of_focus)

    def _ask_numbers(self) -> None:
        dialog = CheckNumbersDialog(self._checks.clinic.check_numbers, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settled.connect(self._checks.clinic.keep_check_numbers)
        dialog.open()

    def _new_card(self, check: Check) -> CheckCard:
        card = CheckCard(check, None, self.widget())
        card.show_asked.connect(self.show_asked)
        card.remedy_asked.connect(self._checks.mend)
        card.aside_asked.connect(self._checks.put_check_aside)
        return card

    def _remove_all_but(self, shown: Mapping[_Key, Check]) -> int | None:
        """Take down the cards of checks that are settled; return the place of the one that had the focus, if one did."""
        focus = QApplication.focusWidget()
        place_of_focus = None
        for place, (key, card) in enumerate(list(self._cards.items())):
            if key not in shown:
                if focus is not None and card.isAncestorOf(focus):
                    place_of_focus = place
                    # Else Qt would hand the focus on to whatever comes next in the window.
                    self.setFocus(Qt.FocusReason.OtherFocusReason)
                del self._cards[key]
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        return place_of_focus

    def _say(self, count: int, shown: int) -> None:
        more = count - shown
        text = _("Nothing to point out.") if not count else ""
        if more:
            text = ngettext("{count} more, once these are settled.", "{count} more, once these are settled.", more)
        self._note.setText(text.format(count=more))
        self._note.setVisible(bool(text))

    def _first_seen(self) -> tuple[_Key, int] | None:
        """Return the first card in view and how far below the upper edge it is; None at the head of the list."""
        top = self.verticalScrollBar().value()
        seen = ((key, card.y() - top) for key, card in self._cards.items() if card.geometry().bottom() > top)
        return next(seen, None) if top else None

    def _scroll_so(self, card: CheckCard, below_top: int) -> None:
        """Bring a card to where it was, so many pixels below the upper edge, whatever has come or gone above it."""
        # Now, and not with the next event: only then are the card's new place and the length of the list known.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(card.y() - below_top)

    def _focus_near(self, place: int) -> None:
        cards = self.cards()
        if cards:
            cards[min(place, len(cards) - 1)].take_focus()
