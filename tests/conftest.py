"""What every test with a window shares: one application dressed as the program, no screen needed unless the test asks for one."""

import os

import pytest

# Before Qt is imported anywhere: tests run without a screen. Those that need one start their own in a process of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp() -> object:
    """The application with the program's own font, style and colours, so that widths are the same on every machine."""
    from pfss_desktop.app import new_application

    return new_application(["pfss-desktop"])
