"""Choosing the education pages that go along with a plan: a list to tick, and the page as it reads."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.edits.visits import set_education
from pfss_desktop.domain.education import EducationTopic, chosen_topics, ticked
from pfss_desktop.domain.library import LoadedTopics
from pfss_desktop.domain.phase_model import model_phase_now
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.education_page import page_html, reading_words
from pfss_desktop.ui.paper_language import paper_language
from pfss_desktop.ui.plain import plain_labels, plain_tip
from pfss_desktop.ui.theme import GAP, bold, theme_now

_ID = Qt.ItemDataRole.UserRole
_BULLET_INDENT = 22
"""Pixels."""


def choose_education(document: PlanDocument, desk: Desk, parent: QWidget) -> "EducationDialog":
    """Open the dialog for a document, the topics suggested in its present phase first."""
    resources = desk.resources
    loaded = resources.education.in_language(paper_language(document.opened))
    own = resources.education.in_language(spoken_language())
    phase = model_phase_now(document.plan, resources.catalogue)
    dialog = EducationDialog(document, loaded, own, phase, resources.catalogue.sources, parent)
    dialog.open()
    return dialog


class EducationDialog(QDialog):
    """Ticks go into the plan at once, each a step that can be undone; pages stay in the order of the list."""

    def __init__(
        self,
        document: PlanDocument,
        loaded: LoadedTopics,
        own: LoadedTopics,
        phase: int,
        sources: Mapping[str, Source],
        parent: QWidget,
    ) -> None:
        """Show the topics of `loaded`, in the paper's language, under titles and with notes of `own`, in the screen's."""
        super().__init__(parent)
        self._document = document
        own_words = {topic.id: topic for topic in own.topics}
        topics = [replace(topic, note=own_words.get(topic.id, topic).note) for topic in loaded.topics]
        self._topics = {topic.id: topic for topic in topics}
        self._titles = {topic.id: own_words.get(topic.id, topic).title for topic in topics}
        self._sources = sources
        self.setWindowTitle(_("Pages for the patient"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 640)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Topics"))
        self.list.setAccessibleDescription(_("Space ticks a topic; its page is shown beside the list"))
        self.list.setMinimumWidth(320)
        _show_boxes(self.list)
        self.page = QTextBrowser()
        self.page.setAccessibleName(_("The page as it reads"))
        self.page.setOpenLinks(False)
        self.page.document().setIndentWidth(_BULLET_INDENT)
        self._reading = QLabel()
        self._reading.setProperty("role", "muted")
        self._count = QLabel()
        self._fill(topics, phase)
        self._lay_out(loaded)
        self.list.itemChanged.connect(self._tick)
        self.list.currentItemChanged.connect(self._show)
        self.list.setCurrentRow(1)
        self._show_count()
        plain_labels(self)

    def _fill(self, topics: Sequence[EducationTopic], phase: int) -> None:
        suggested = [topic for topic in topics if phase in topic.phases]
        others = [topic for topic in topics if phase not in topic.phases]
        for heading, group in ((_("Suggested in this phase"), suggested), (_("For those who ask"), others)):
            if group:
                self._add_heading(heading)
            for topic in group:
                self._add_topic(topic)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(bold(self.font()))
        self.list.addItem(item)

    def _add_topic(self, topic: EducationTopic) -> None:
        item = QListWidgetItem(self._titles[topic.id])
        item.setData(_ID, topic.id)
        item.setToolTip(plain_tip(reading_words(topic)))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        is_chosen = topic.id in self._document.plan.education
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _lay_out(self, loaded: LoadedTopics) -> None:
        about = QLabel(_("What is ticked is printed behind the plan, in the patient's language."))
        about.setWordWrap(True)
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        sides.addWidget(self.list, 2)
        right = QVBoxLayout()
        right.addWidget(self._reading)
        right.addWidget(self.page, 1)
        sides.addLayout(right, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(sides, 1)
        if loaded.faults:
            names = ", ".join(dict.fromkeys(fault.file for fault in loaded.faults))
            told = QLabel(
                _("Some files could not be used and are left out: {names}. “pfss-desktop check FILE” tells why.").format(
                    names=names
                )
            )
            told.setProperty("role", "fault")
            told.setWordWrap(True)
            column.addWidget(told)
        column.addLayout(foot)

    def _tick(self, item: QListWidgetItem) -> None:
        plan = self._document.plan
        on = item.checkState() is Qt.CheckState.Checked
        ids = ticked(plan.education, item.data(_ID), self._topics.values(), on=on)
        self._document.edit(_("Choose pages for the patient"), set_education(plan, ids))
        self._show_count()

    def _show(self, item: QListWidgetItem | None) -> None:
        topic = self._topics.get(item.data(_ID)) if item is not None else None
        self.page.setHtml(page_html(topic, self._sources) if topic is not None else "")
        self._reading.setText(reading_words(topic) if topic is not None else "")

    def _show_count(self) -> None:
        count = len(chosen_topics(self._topics.values(), self._document.plan.education))
        text = ngettext("{count} topic goes along with the plan.", "{count} topics go along with the plan.", count)
        self._count.setText(text.format(count=count) if count else _("No topic is ticked."))


def _show_boxes(view: QListWidget) -> None:
    """Let the outline of empty boxes be seen on a dark ground too: the style mixes it from the colour of windows."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(theme_now().muted))
    view.setPalette(palette)
