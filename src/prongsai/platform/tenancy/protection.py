"""Row-level security and paired keys, derived from the models after each migration."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from prongsai.platform.tenancy.exempt import EXEMPT

POLICY = "by_agency"
SPEAKS = "{agency} = NULLIF(current_setting('prongsai.agency', true), '')::bigint"


def agency_models() -> list[type[models.Model]]:
    """List the models whose table is to be protected: those with a column `agency_id`, but for the exempt."""
    return [model for model in apps.get_models(include_auto_created=True) if is_agency_model(model)]


def is_agency_model(model: type[models.Model]) -> bool:
    """Say whether the rows of a model belong to agencies and are protected."""
    return _carries_agency(model) and model._meta.db_table not in EXEMPT


def _carries_agency(model: type[models.Model]) -> bool:
    meta = model._meta
    return meta.managed and not meta.proxy and any(f.column == "agency_id" for f in meta.local_concrete_fields)


def _may_be_of_none(model: type[models.Model]) -> bool:
    return any(field.column == "agency_id" and field.null for field in model._meta.local_concrete_fields)


def history_tables() -> list[str]:
    """List the tables that are written by triggers alone."""
    from prongsai.platform.tenancy.models import WrittenByTriggers  # noqa: PLC0415 needs the app registry

    return sorted(m._meta.db_table for m in apps.get_models() if issubclass(m, WrittenByTriggers) and m._meta.managed)


def paired_references() -> Iterator[tuple[str, str, str]]:
    """Give each reference between two tables with an agency, exempt or not: child table, its column, parent table.

    Not paired: an optional reference between two that may both be of no agency (who granted a role: perhaps the
    administrator of the installation).
    """
    for model in filter(_carries_agency, apps.get_models(include_auto_created=True)):
        for field in model._meta.local_concrete_fields:
            parent = field.related_model
            if (
                not isinstance(field, models.ForeignKey)
                or not isinstance(parent, type)
                or not getattr(field, "db_constraint", True)
            ):
                continue
            if (
                field.column != "agency_id"
                and _carries_agency(parent)
                and not (field.null and _may_be_of_none(model) and _may_be_of_none(parent))
            ):
                yield model._meta.db_table, field.column, parent._meta.db_table


def protect(connection: BaseDatabaseWrapper, app_role: str) -> None:
    """Put policies, FORCE and paired keys on all agency tables, as their owner. May run any number of times.

    Tables whose migration has not run yet are passed over: they are protected when it has.
    """
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model in (model for model in agency_models() if model._meta.db_table in there):
            cursor.execute(_policy_statements(model))
        for child, column, parent in paired_references():
            if {child, parent} <= there:
                cursor.execute(_pair_statement(child, column, parent))
        for table in there.intersection(history_tables()):
            cursor.execute(f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "{table}" FROM "{app_role}"')
        cursor.execute(_TRIGGERS_WRITE_HISTORY)


def lift_force(connection: BaseDatabaseWrapper) -> None:
    """Let the owner see its tables while migrating: a blind owner changes nothing and validates broken keys."""
    with connection.cursor() as cursor:
        cursor.execute(LIFT_FORCE)


def grant_by_default(connection: BaseDatabaseWrapper, app_role: str) -> None:
    """Let the application role use every table the owner will make, those of libraries included."""
    with connection.cursor() as cursor:
        cursor.execute(f'GRANT USAGE ON SCHEMA public TO "{app_role}"')
        for rights, things in (("SELECT, INSERT, UPDATE, DELETE", "TABLES"), ("USAGE, SELECT", "SEQUENCES")):
            cursor.execute(f'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rights} ON {things} TO "{app_role}"')


def _policy_statements(model: type[models.Model]) -> str:
    """Write the policy of a table. A row of no agency, where there may be such rows, is the installation's (0)."""
    table = model._meta.db_table
    nullable = any(field.column == "agency_id" and field.null for field in model._meta.local_concrete_fields)
    speaks = SPEAKS.format(agency="COALESCE(agency_id, 0::bigint)" if nullable else "agency_id")
    return (
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY; ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;'
        f' DROP POLICY IF EXISTS {POLICY} ON "{table}";'
        f' CREATE POLICY {POLICY} ON "{table}" USING ({speaks}) WITH CHECK ({speaks});'
    )


def _pair_statement(child: str, column: str, parent: str) -> str:
    """Make the reference hold for the pair (agency, row): a policy does not look at foreign keys."""
    unique, key = f"{parent}_of_agency", f"{child}_{column}_of_agency"[:63]
    return (
        f'CREATE UNIQUE INDEX IF NOT EXISTS "{unique}" ON "{parent}" (agency_id, id);'
        f" DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{key}') THEN"
        f' ALTER TABLE "{child}" ADD CONSTRAINT "{key}" FOREIGN KEY (agency_id, "{column}")'
        f' REFERENCES "{parent}" (agency_id, id) DEFERRABLE INITIALLY DEFERRED; END IF; END $$;'
    )


LIFT_FORCE = """
DO $$ DECLARE held regclass; BEGIN
  FOR held IN SELECT oid FROM pg_class WHERE relforcerowsecurity
              AND relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) LOOP
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', held);
  END LOOP;
END $$;
"""

_TRIGGERS_WRITE_HISTORY = """
DO $$ DECLARE fn regprocedure; BEGIN
  FOR fn IN SELECT oid FROM pg_proc WHERE proname LIKE 'pgtrigger\\_%' AND pronamespace = 'public'::regnamespace
            AND proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp', fn);
  END LOOP;
END $$;
"""
