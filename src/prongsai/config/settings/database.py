"""The database: one alias; the process chooses the account (owner for migrations, application for all else)."""

from __future__ import annotations

import os
from typing import Any

from psycopg.conninfo import conninfo_to_dict

DATABASE_APP_ROLE = os.environ.get("PRONGSAI_APP_ROLE", "prongsai_app")
DATABASE_MAY_OWN = os.environ.get("PRONGSAI_MIGRATING") == "1"
_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def database_of(address: str) -> dict[str, Any]:
    """Read a PostgreSQL address (`postgresql://user@host/name`, socket folders percent-encoded) for Django."""
    told = {key: str(value) for key, value in conninfo_to_dict(address).items() if value is not None}
    named = {_NAMES[key]: told.pop(key) for key in list(told) if key in _NAMES}
    return {
        "ENGINE": "prongsai.platform.tenancy.backend",
        **named,
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**told, "options": "-c lock_timeout=5s -c statement_timeout=30s"},
    }


DATABASES = {"default": database_of(os.environ.get("DATABASE_URL", "dbname=prongsai"))}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5_000}},
    "home": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "home",
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}
HOME_KEPT_SECONDS = 300
"""So long the home page of somebody is kept while no deed changes anything; 0 switches that off."""
