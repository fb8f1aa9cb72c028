"""What travels in a drag: ids, and words typed for what is dragged. Who may drop what where is the plan model's decision."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

EXERCISES = "application/x-pfss-exercise-ids"
PRESCRIPTIONS = "application/x-pfss-prescription-ids"
PHASE = "application/x-pfss-phase-id"
_WORDS = "application/x-pfss-words"


def carry(kind: str, ids: Iterable[str]) -> QMimeData:
    """Return drag data that holds these ids under this kind."""
    data = QMimeData()
    data.setData(kind, QByteArray("\n".join(ids).encode("ascii")))
    return data


def carried(data: QMimeData, kind: str) -> tuple[str, ...]:
    """Return the ids of this kind in the drag data, none where it holds something else."""
    if not data.hasFormat(kind):
        return ()
    raw = bytes(data.data(kind).data())
    return tuple(part for part in raw.decode("ascii", "replace").split("\n") if part)


def with_words(data: QMimeData, words: str) -> QMimeData:
    """Return the drag data with these words, such as "3x12", for what the exercises are to be given."""
    data.setData(_WORDS, QByteArray(words.encode()))
    return data


def words_of(data: QMimeData) -> str:
    """Return the words in the drag data, empty where there are none."""
    return bytes(data.data(_WORDS).data()).decode(errors="replace")
