"""For all tests: machines are shared and noisy, so no single example is timed."""

import signal

from hypothesis import settings

from database import django_db_modify_db_settings, django_db_setup, leave_cluster

__all__ = ["django_db_modify_db_settings", "django_db_setup"]

settings.register_profile("shared-machine", deadline=None)
settings.load_profile("shared-machine")


def pytest_configure() -> None:
    """Begin as in a terminal: what a starter such as nohup told to ignore would be ignored by all that tests start."""
    for number in (signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number is signal.SIGINT else signal.SIG_DFL)


def pytest_unconfigure() -> None:
    """Leave the database server; the last to leave stops it."""
    leave_cluster()
