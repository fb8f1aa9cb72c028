"""The one kind of error that `dev.py` shows to a person instead of a traceback."""


class Trouble(Exception):
    """Something a person must know or do before this can go on; the text is all they see."""
