"""The password of a file that a command writes: from the environment or typed unseen, never from the command line."""

import os
from getpass import getpass

from pfss_desktop.language import _

PASSWORD_VARIABLE = "PFSS_HANDOUT_PASSWORD"  # noqa: S105 - a name, no password
"""Where the environment may hold it. On the command line itself every user of the machine could read it."""


def asked_password() -> str:
    """Return the password from the environment, or typed twice at the terminal and not shown; raise UnfitPassword."""
    from pfss_desktop.handout.locking import UnfitPassword, check_password

    password = os.environ.get(PASSWORD_VARIABLE, "")
    if not password:
        try:
            password = getpass(_("Password: "))
            again = getpass(_("Once more: "))
        except (EOFError, OSError) as error:
            raise UnfitPassword(_("no password was typed; nothing was written")) from error
        if again != password:
            raise UnfitPassword(_("the two passwords are not the same; nothing was written"))
    check_password(password)
    return password
