"""The account that serves pages may pass no policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_RIGHTS = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
_OWNS = (
    "SELECT EXISTS (SELECT FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner"
    " WHERE rolname = current_user AND relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace)"
)


def owns_tables(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the account owns a table, and so could lift a policy."""
    return _answer(connection, _OWNS)


def passes_policies(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the account is above row-level security: superuser or BYPASSRLS."""
    return _answer(connection, _RIGHTS)


def check_account(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Refuse to serve as an account that may pass or lift the policies (`check --database default`)."""
    if not databases or "default" not in databases or settings.DATABASE_MAY_OWN:
        return []
    connection = connections["default"]
    if passes_policies(connection) or owns_tables(connection):
        message = "The database account of the web application must own no table and have no BYPASSRLS."
        return [Error(message, id="prongsai.E001")]
    return []


def _answer(connection: BaseDatabaseWrapper, question: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question)
        (answer,) = cursor.fetchone()
    return bool(answer)
