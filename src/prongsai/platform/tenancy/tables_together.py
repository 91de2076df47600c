"""Makes all tables of a migration at once: Django then renders its picture of the models once, not for each step.

Every table names its agency, hence every model is related to every other one, and each index, condition or trigger that
is added alone makes Django render nearly all models again: two thirds of a fresh start went there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import AddField
from django.db.migrations.operations.models import AddConstraint, AddIndex, CreateModel
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


class TablesTogether(Operation):
    """New tables with all their fields, conditions and indexes, then their triggers.

    Tables may point at each other in circles: keys are bound when the migration is at its end.
    """

    serialization_expand_args: ClassVar[list[str]] = ["operations"]

    def __init__(self, operations: Sequence[CreateModel | AddTrigger]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Give what a migration file says of it."""
        return (type(self).__name__, [], {"operations": self.operations})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the models; they are rendered together with all others when somebody asks for one."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Make them."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Take them away, the last one first; triggers go with their tables."""
        for operation in reversed(self.operations):
            if isinstance(operation, CreateModel):
                operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say how many tables are made."""
        return f"Make {sum(isinstance(each, CreateModel) for each in self.operations)} tables together"


def folded(operations: Iterable[Operation]) -> TablesTogether:
    """Give the operations of a first migration as one: what is added to a table is made with it.

    Raises TypeError for an operation that is more than adding to tables of the same migration.
    """
    tables: dict[str, CreateModel] = {}
    triggers = []
    for operation in operations:
        match operation:
            case CreateModel():
                tables[operation.name_lower] = operation
            case AddField():
                tables[operation.model_name_lower].fields.append((operation.name, operation.field))
            case AddConstraint():
                tables[operation.model_name_lower].options.setdefault("constraints", []).append(operation.constraint)
            case AddIndex():
                tables[operation.model_name_lower].options.setdefault("indexes", []).append(operation.index)
            case AddTrigger():
                triggers.append(operation)
            case _:
                raise TypeError(f"not folded: {operation.describe()}")
    return TablesTogether([*tables.values(), *triggers])
