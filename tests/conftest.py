"""What every test with a window shares: one application dressed as the program, no screen needed unless the test asks for one."""

import os

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported anywhere: tests run without a screen. Those that need one start their own in a process of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# And in English, whatever is spoken where they run.
os.environ.pop("LANGUAGE", None)
os.environ["LC_ALL"] = "C.UTF-8"

# A loaded machine is no reason to fail: nothing here is judged by the clock.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

_KEPT: list[object] = []


@pytest.fixture(scope="session")
def qapp() -> object:
    """The application with the program's own font, style and colours, so that widths are the same on every machine."""
    from pfss_desktop.app import new_application

    # Kept for good: an application that goes before the last widget takes the process with it.
    _KEPT.append(new_application(["pfss-desktop"]))
    return _KEPT[0]
