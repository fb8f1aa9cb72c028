"""What the clinic has settled for all its plans, each under its own name, as JSON texts. What they mean is not known here."""

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from pfss_desktop.storage.tables import clinic
from pfss_desktop.storage.transactions import Transactions

_READ = select(clinic.c.value).where(clinic.c.name == bindparam("at_name"))
_PUT = insert(clinic)
_KEEP = _PUT.on_conflict_do_update(index_elements=[clinic.c.name], set_={"value": _PUT.excluded.value})
_FORGET = delete(clinic).where(clinic.c.name == bindparam("at_name"))


class ClinicShelf:
    """Keeps one text under each name."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def kept(self, name: str) -> str:
        """Return what is kept under a name, an empty text for nothing."""
        return self._transactions.read(lambda connection: settled_value(connection, name))

    def keep(self, name: str, value: str) -> None:
        """Keep a text under a name in place of what was there; an empty text forgets it."""
        self._transactions.write(
            lambda connection: settle(connection, name, value), lambda connection: settled_value(connection, name) == value
        )


def settle(connection: Connection, name: str, value: str) -> None:
    """Put a text under a name in place of what was there; an empty text forgets it."""
    if value:
        connection.execute(_KEEP, {"name": name, "value": value})
    else:
        connection.execute(_FORGET, {"at_name": name})


def settled_value(connection: Connection, name: str) -> str:
    """Return the text under a name, an empty one for nothing."""
    return connection.execute(_READ, {"at_name": name}).scalar() or ""
