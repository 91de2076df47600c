"""For all tests: machines are shared and noisy, so no single example is timed."""

from hypothesis import settings

from database import django_db_modify_db_settings, django_db_setup, leave_cluster

__all__ = ["django_db_modify_db_settings", "django_db_setup"]

settings.register_profile("shared-machine", deadline=None)
settings.load_profile("shared-machine")


def pytest_unconfigure() -> None:
    """Leave the database server; the last to leave stops it."""
    leave_cluster()
