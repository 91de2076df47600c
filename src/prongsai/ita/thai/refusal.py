"""The one way to refuse an input: a rule, a Thai sentence, and the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands. Every part is optional; rows count from 1 as a person counts them."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [
            self.file,
            f"แผ่นงาน {self.sheet}" if self.sheet else None,
            f"บรรทัด {self.row}" if self.row else None,
            f"ช่อง {self.column}" if self.column else None,
        ]
        return " ".join(part for part in parts if part)


class Refused(ValueError):  # noqa: N818 - a refusal is an answer to a person, not a fault of the program
    """An input that is not accepted, said in Thai, with the rule that refuses it.

    `rule` is a short upper-case name (NUMBER, RANGE, DATE ...) that tests, logs and help pages share.
    """

    def __init__(self, rule: str, message: str, *, value: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.value = value
        self.place = place or Place()

    def at(self, **where: str | int | None) -> Refused:
        """Return the same refusal with more of its place known."""
        return Refused(self.rule, self.message, value=self.value, place=replace(self.place, **where))  # type: ignore[arg-type]

    def __str__(self) -> str:
        where = str(self.place)
        return f"{where}: {self.message} [{self.rule}]" if where else f"{self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something accepted that a person should still see, such as mixed digits in one number."""

    rule: str
    message: str
    value: str = ""
