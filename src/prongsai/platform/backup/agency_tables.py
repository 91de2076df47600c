"""The tables in which rows of one agency stand, derived from the models. Needs Django to be set up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from psycopg import sql

from prongsai.platform.agency.models import Agency


@dataclass(frozen=True, slots=True)
class AgencyTable:
    """A table, its columns, and the column that names the agency."""

    name: str
    columns: tuple[str, ...]
    agency_column: str
    key: str
    counted: bool
    """Whether the key is counted by a sequence."""

    def of(self, agency: int) -> sql.Composable:
        """Write the question for the rows of one agency, always in the same order."""
        return sql.SQL("SELECT {} FROM {} WHERE {} = {} ORDER BY {}").format(
            sql.SQL(", ").join(map(sql.Identifier, self.columns)),
            sql.Identifier(self.name),
            sql.Identifier(self.agency_column),
            sql.Literal(agency),
            sql.Identifier(self.key),
        )


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of an agency table that names a row of another one."""

    table: str
    column: str
    target: str
    target_key: str
    may_be_empty: bool


def agency_tables() -> list[AgencyTable]:
    """Give the tables, the agency's own row first. Second factors, sessions and codes hang on accounts, not here."""
    return [_table(Agency, "id"), *(_table(model, "agency_id") for model in _models())]


def references() -> Iterator[Reference]:
    """Give the references between these tables that the database insists on."""
    models_there: list[type[models.Model]] = [Agency, *_models()]
    there = {model._meta.db_table: model for model in models_there}
    for table, model in there.items():
        for field in model._meta.local_concrete_fields:
            target = field.related_model if isinstance(field, models.ForeignKey) else None
            if not isinstance(target, type) or not getattr(field, "db_constraint", True) or field.column == "agency_id":
                continue
            other = there.get(target._meta.db_table)
            if other:
                yield Reference(table, str(field.column), other._meta.db_table, str(other._meta.pk.column), field.null)


def _models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and any(field.column == "agency_id" for field in model._meta.local_concrete_fields)
    ]


def _table(model: type[models.Model], agency_column: str) -> AgencyTable:
    key = model._meta.pk
    columns = tuple(str(field.column) for field in model._meta.local_concrete_fields)
    return AgencyTable(
        model._meta.db_table,
        columns,
        agency_column,
        str(key.column),
        isinstance(key, models.AutoField | models.BigAutoField),
    )
