"""What became of each code from one year to the next. Only the relation *same* may draw a line across years."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field

from prongsai.ita.catalogue.model import Record, Source, Sourced, Year
from prongsai.ita.catalogue.scalars import Key, Text

RelationKind: TypeAlias = Literal["same", "changed", "split", "merged", "dropped", "new"]
"""same: one code, equal meaning; changed: one code, other meaning or scope; split: one into many; merged: many into
one; dropped: one into none; new: none into one or many."""


def _number_as_code(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


AnyCode: TypeAlias = Annotated[
    str, BeforeValidator(_number_as_code), Field(pattern=r"^([IEO][1-9][0-9]?|[1-9][0-9]?)$")
]
"""A question (`I4`), an OIT item (`O12`) or an indicator by its number (`4`)."""


class Relation(Sourced):
    """One thing that happened to one or more codes between two years."""

    model_config = ConfigDict(populate_by_name=True)

    relation: RelationKind
    from_: tuple[AnyCode, ...] = Field(default=(), alias="from")
    to: tuple[AnyCode, ...] = ()


class Part(Record):
    """The relations of one kind of code. `established` False: nothing is known, so no line is ever drawn.

    `open_from` and `open_to` are single codes about which nothing is known.
    """

    established: bool = True
    relations: tuple[Relation, ...] = ()
    open_from: tuple[AnyCode, ...] = ()
    open_to: tuple[AnyCode, ...] = ()
    note: Text | None = None


class Crosswalk(Record):
    """How the codes of one fiscal year lead to those of another."""

    model_config = ConfigDict(populate_by_name=True)

    schema_: Literal["prongsai.crosswalk/1"] = Field(alias="schema")
    from_year: Year
    to_year: Year
    indicators: Part
    items: Part
    questions: Part
    sources: dict[Key, Source] = Field(default_factory=dict)

    def part_of(self, code: str) -> Part:
        """Give the part that a code belongs to, by its first letter; an indicator is a number (`"4"`)."""
        return {"I": self.questions, "E": self.questions, "O": self.items}.get(code[:1], self.indicators)

    def follow(self, code: str) -> Relation | None:
        """Give what became of a code of `from_year`; None where that is not established."""
        return next((entry for entry in self.part_of(code).relations if code in entry.from_), None)

    def follow_back(self, code: str) -> Relation | None:
        """Give what a code of `to_year` came from; None where that is not established."""
        return next((entry for entry in self.part_of(code).relations if code in entry.to), None)

    def same(self, code: str) -> str | None:
        """Give the code of `to_year` with equal meaning, or None: then no line may be drawn."""
        relation = self.follow(code)
        return relation.to[0] if relation is not None and relation.relation == "same" else None

    def same_back(self, code: str) -> str | None:
        """Give the code of `from_year` with equal meaning, or None."""
        relation = self.follow_back(code)
        return relation.from_[0] if relation is not None and relation.relation == "same" else None
