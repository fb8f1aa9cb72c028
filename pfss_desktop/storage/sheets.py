"""What was handed out at each visit: how its sheet was laid out, as one JSON text. What it means is not known here."""

from sqlalchemy import Connection, bindparam, select, update

from pfss_desktop.storage.opening import not_found
from pfss_desktop.storage.tables import visits
from pfss_desktop.storage.transactions import Transactions

_READ = select(visits.c.sheet).where(visits.c.id == bindparam("visit_id"))
_NOTE = update(visits).where(visits.c.id == bindparam("visit_id")).values(sheet=bindparam("sheet_now"))


class SheetShelf:
    """Keeps the text of the sheet last handed out at a visit. An issued visit takes one too: it may be printed once more."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def sheet_of(self, visit_id: str) -> str:
        """Return what is kept of a visit's sheet, an empty text for nothing; raise NotFound."""

        def work(connection: Connection) -> str:
            row = connection.execute(_READ, {"visit_id": visit_id}).first()
            if row is None:
                raise not_found()
            return row.sheet or ""

        return self._transactions.read(work)

    def note_sheet(self, visit_id: str, sheet: str) -> None:
        """Keep the text of a visit's sheet in place of what was there; raise NotFound."""

        def work(connection: Connection) -> None:
            if not connection.execute(_NOTE, {"visit_id": visit_id, "sheet_now": sheet}).rowcount:
                raise not_found()

        def landed(connection: Connection) -> bool:
            return connection.execute(_READ, {"visit_id": visit_id}).scalar() == sheet

        self._transactions.write(work, landed)
