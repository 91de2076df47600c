"""Protection around each migration."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Tags, register
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate


class TenancyConfig(AppConfig):
    """Lifts the policies from the owner before a migration and puts them back after it."""

    name = "prongsai.platform.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        """Stand around `migrate`, and check the account at start-up."""
        from prongsai.platform.tenancy.account import check_account

        pre_migrate.connect(before_migrating, sender=self)
        post_migrate.connect(after_migrating, sender=self)
        register(check_account, Tags.database)


def before_migrating(using: str, plan: Any = None, **_: Any) -> None:
    """Grant by default, and lift FORCE if anything is to be migrated."""
    from prongsai.platform.tenancy import protection

    protection.grant_by_default(connections[using], settings.DATABASE_APP_ROLE)
    if plan:
        protection.lift_force(connections[using])


def after_migrating(using: str, **_: Any) -> None:
    """Protect every agency table. Flushing test tables sends this signal too, as the application role: not then."""
    from prongsai.platform.tenancy import protection
    from prongsai.platform.tenancy.account import owns_tables

    if owns_tables(connections[using]):
        protection.protect(connections[using], settings.DATABASE_APP_ROLE)
