"""Copy, cut and paste of exercises and whole phases, between plans and windows, by the system's clipboard."""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QStringListModel, Signal
from PySide6.QtGui import QGuiApplication

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.pasting import paste_exercises, paste_phases
from pfss_desktop.domain.edits.phases import add_phase, remove_phase
from pfss_desktop.domain.edits.prescriptions import remove_exercises
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.adding import next_phase_name
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.chips import dosage_line
from pfss_desktop.ui.phase_head import phase_heading

CLIP = "application/x-pfss-clip+json"
"""The clipboard's own form; other programs get plain text."""
_Parts = tuple[tuple[Phase, ...], tuple[Prescription, ...]]


class ClipCommands(QObject):
    """Works on what is chosen on the board; every paste and every cut is one step to undo."""

    done = Signal(str)
    """Something was taken out or put in; the text says what, and it can be undone."""
    refused = Signal(str)
    """Why nothing was done."""
    needs_a_look = Signal(str)
    """What a paste from another plan could not bring along and the therapist has to look at."""

    def __init__(self, document: PlanDocument, board: BoardView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._board = board

    def copy(self) -> bool:
        """Put the chosen exercises, or else the chosen phases, on the clipboard; return whether there were any."""
        from pfss_desktop.exchange.clip import Clip, encode_clip

        phases, held = self._chosen()
        if not phases and not held:
            return False
        data = clipboard_data()
        try:
            data.setData(CLIP, QByteArray(encode_clip(Clip(self._document.plan.id, phases, held))))
        except UserError as error:
            self.refused.emit(_("Nothing was copied: {reason}").format(reason=str(error)))
            return False
        data.setText(clip_text(self._document.plan, phases, held))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def cut(self) -> None:
        """Copy what is chosen and take it out of the plan."""
        phases, held = self._chosen()
        if not self.copy():
            return
        plan = remove_exercises(self._document.plan, [item.id for item in held])
        for phase in phases:
            plan = remove_phase(plan, phase.id)
        self._document.edit(_("Cut"), plan)
        self.done.emit(_("Cut: {names}").format(names=_names(phases, held)))

    def paste(self) -> None:
        """Put copies of what is on the clipboard behind what is chosen."""
        from pfss_desktop.exchange.clip import Clip, decode_clip

        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasFormat(CLIP):
            self.refused.emit(_("There is nothing to paste. Copy exercises or a phase of a plan first."))
            return
        try:
            clip: Clip = decode_clip(bytes(data.data(CLIP).data()))
            is_own = clip.plan_id == self._document.plan.id
            changed = self._pasted(clip.phases, clip.prescriptions, is_own=is_own)
        except UserError as error:
            told = _("What is on the clipboard cannot be pasted: {reason}. Nothing was changed.")
            self.refused.emit(told.format(reason=_short(str(error))))
            return
        plan = self._document.plan
        before = {phase.id for phase in plan.phases} | {held.id for held in plan.prescriptions()}
        self._document.edit(_("Paste"), changed)
        fresh = [held for held in changed.prescriptions() if held.id not in before]
        fresh_phases = [phase.id for phase in changed.phases if phase.id not in before]
        self._board.choose(fresh_phases if clip.phases else [held.id for held in fresh])
        self.done.emit(_("Pasted: {names}").format(names=_names(clip.phases, clip.prescriptions)))
        copied = [*(item for phase in clip.phases for item in phase.prescriptions), *clip.prescriptions]
        remarks = _remarks(list(zip(copied, fresh, strict=True)))
        if remarks:
            self.needs_a_look.emit(remarks)

    def _pasted(self, phases: tuple[Phase, ...], held: tuple[Prescription, ...], *, is_own: bool) -> Plan:
        plan, around = self._document.plan, self._board.chosen_phase()
        if phases:
            return paste_phases(plan, phases, plan.phases.index(around) + 1 if around else None, is_own=is_own)
        around = around or plan.phase_now()
        if around is None:
            around = Phase(new_id(), next_phase_name(plan))
            plan = add_phase(plan, around)
        chosen = [item.id for item in self._board.chosen_prescriptions()]
        places = [place for place, item in enumerate(around.prescriptions, 1) if item.id in chosen]
        return paste_exercises(plan, around.id, held, places[-1] if places else None, is_own=is_own)

    def _chosen(self) -> _Parts:
        held = self._board.chosen_prescriptions()
        return (() if held else self._board.chosen_phases()), held


def clipboard_data() -> QMimeData:
    """Return empty data that may lie on the clipboard until the program has ended.

    Qt looks into it once more when it goes, and one made by Python's own class would then call into a Python that is no more:
    the program would crash at its very end. Data that a model of Qt's has made needs no Python.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0, 0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data


def clip_text(plan: Plan, phases: tuple[Phase, ...], held: tuple[Prescription, ...]) -> str:
    """Return what is copied as plain text, for other programs: names and dosage, and nothing of the patient."""
    lines = [_line(item) for item in held]
    for phase in phases:
        lines += [phase_heading(plan.phases.index(phase) + 1, translated(phase.name)), *map(_line, phase.prescriptions)]
    return "\n".join(lines)


def _line(held: Prescription) -> str:
    return f"- {translated(held.text.name)}: {dosage_line(held)}"


def _names(phases: tuple[Phase, ...], held: tuple[Prescription, ...]) -> str:
    if phases:
        return ", ".join(translated(phase.name) for phase in phases)
    text = ngettext("{name}", "{count} exercises", len(held))
    return text.format(name=translated(held[0].text.name), count=len(held))


def _remarks(pairs: list[tuple[Prescription, Prescription]]) -> str:
    """Return what a paste from another plan left behind, in pairs of what was copied and what was put in."""
    parts = []
    opened = sum(was.side is not None and now.side is None for was, now in pairs)
    if opened:
        side = ngettext(
            "{count} pasted exercise was for another leg than this plan's. Its side is open now: choose it.",
            "{count} pasted exercises were for another leg than this plan's. Their side is open now: choose it.",
            opened,
        )
        parts.append(side.format(count=opened))
    if any(was.note and not now.note for was, now in pairs):
        parts.append(_("Notes were not pasted: they were written for the other plan."))
    return " ".join(parts)


def _short(reason: str) -> str:
    return reason if len(reason) <= _SHOWN else f"{reason[:_SHOWN]}…"


_SHOWN = 160
