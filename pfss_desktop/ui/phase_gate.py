"""The gate of the phase the patient is in: its criteria to tick, and moving on."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.edits.advancing import next_phase
from pfss_desktop.domain.edits.records import set_met
from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.record import MetCriterion
from pfss_desktop.language import _, translated
from pfss_desktop.ui.advance_dialog import AdvanceDialog
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.wrapped_check import WrappedCheck
from pfss_desktop.ui.wrapped_label import wrapped_label


class PhaseGate(QWidget):
    """Never in the way: moving on is possible whatever is ticked."""

    def __init__(self, follow_up: FollowUp, resources: Resources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow_up = follow_up
        self._resources = resources
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self._boxes: list[WrappedCheck] = []
        self._told = wrapped_label("muted")
        self._again = QPushButton(_("Tick those met last time"))
        self._again.clicked.connect(self.tick_former)
        self._advance = QPushButton(_("Move on to the next phase…"))
        self._advance.clicked.connect(self.ask_to_move_on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(self._told)
        for button in (self._again, self._advance):
            button.setAutoDefault(True)
            self._column.addWidget(button)

    def boxes(self) -> tuple[WrappedCheck, ...]:
        """Return the criteria's boxes from top to bottom."""
        return tuple(self._boxes)

    @property
    def told(self) -> str:
        """How far the gate is open."""
        return self._told.text()

    def follow(self) -> None:
        """Show the criteria of the phase the patient is in, as this visit has them."""
        phase = self._follow_up.plan.phase_now()
        shown = (phase.id, phase.criteria) if phase else ("", ())
        if shown != self._shown:
            self._shown = shown
            self._build(phase)
        met, met_before = self._met(), self._met_before()
        for box, criterion in zip(self._boxes, phase.criteria if phase else (), strict=True):
            key = MetCriterion(phase.id, criterion) if phase else None
            text = _("{criterion} (met last time)") if key in met_before else "{criterion}"
            box.show_ticked(key in met)
            box.set_text(text.format(criterion=translated(criterion)))
        self._again.setVisible(bool(self._former_only()))
        following = next_phase(self._follow_up.plan)
        self._advance.setVisible(following is not None)
        count = sum(box.is_ticked for box in self._boxes)
        is_open = bool(self._boxes) and count == len(self._boxes)
        self._advance.setProperty("primary", "true" if is_open else "false")
        self._advance.style().polish(self._advance)
        self._told.setText(self._words(phase, count, following))

    def tick_former(self) -> None:
        """Tick the criteria that were met at the former visit."""
        plan = self._follow_up.plan
        for held in self._former_only():
            plan = set_met(plan, held.phase_id, held.criterion, is_met=True)
        self._follow_up.record(_("Tick criteria"), plan)

    def ask_to_move_on(self) -> None:
        """Show what moving on would mean, to be changed and confirmed."""
        meant = self._follow_up.transition()
        if meant is not None:
            AdvanceDialog(self._follow_up, meant, self._resources.catalogue, self).open()

    def _build(self, phase: Phase | None) -> None:
        for box in self._boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for place, criterion in enumerate(phase.criteria if phase else ()):
            box = WrappedCheck(translated(criterion))
            box.toggled.connect(partial(self._set_met, criterion))
            self._boxes.append(box)
            self._column.insertWidget(place + 1, box)

    def _set_met(self, criterion: str, is_met: bool) -> None:
        phase_id, _criteria = self._shown
        plan = set_met(self._follow_up.plan, phase_id, criterion, is_met=is_met)
        self._follow_up.record(_("Criterion met") if is_met else _("Criterion not met"), plan)

    def _met(self) -> frozenset[MetCriterion]:
        return frozenset(self._follow_up.plan.record.met_criteria)

    def _met_before(self) -> frozenset[MetCriterion]:
        former = self._follow_up.former
        return frozenset(former.plan.record.met_criteria) if former else frozenset()

    def _former_only(self) -> list[MetCriterion]:
        phase_id, criteria = self._shown
        keys = [MetCriterion(phase_id, criterion) for criterion in criteria]
        return [key for key in keys if key in self._met_before() - self._met()]

    def _words(self, phase: Phase | None, count: int, following: Phase | None) -> str:
        if phase is None:
            return _("The plan has no phase yet.")
        words = {"count": count, "all": len(phase.criteria), "phase": translated(phase.name)}
        if following is None:
            return _("{phase}: {count} of {all} criteria met. This is the last phase.").format(**words)
        if not phase.criteria:
            return _("{phase} has no criteria; add some in the phase’s form.").format(**words)
        if count == len(phase.criteria):
            return _("{phase}: all criteria are met.").format(**words)
        return _("{phase}: {count} of {all} criteria met.").format(**words)
