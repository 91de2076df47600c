"""How a bad catalogue file is refused: each problem with its rule, the field, and the place where a person finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prongsai.ita.thai.refusal import Place, Refused

FieldPath: TypeAlias = tuple[str | int, ...]
"""Way to a field from the top of a file: `("items", 3, "title")`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a catalogue file may not say. `path` is empty where the whole file is meant."""

    rule: str
    message: str
    path: FieldPath = ()


class CatalogueError(Refused):
    """A catalogue file that stops the program. It names the first problem; `problems` holds all, each with its place.

    `rule` is the rule of the first problem.
    """

    def __init__(self, problems: Sequence[Refused]) -> None:
        first = problems[0]
        more = f" (และมีอีก {len(problems) - 1} แห่ง)" if len(problems) > 1 else ""
        super().__init__(first.rule, first.message + more, value=first.value, place=first.place)
        self.problems = tuple(problems)


def catalogue_error(rule: str, message: str, place: Place) -> CatalogueError:
    """Make the error of a file with a single problem."""
    return CatalogueError([Refused(rule, message, place=place)])


def stop(problems: Sequence[Problem], places: Mapping[FieldPath, Place], file: str | None) -> CatalogueError:
    """Turn problems into the error that names them, in the order in which a person meets them in the file.

    `places` may know a field, or only what holds it: the nearest is named.
    """
    placed = [(find_place(problem.path, places, file), problem) for problem in problems]
    placed.sort(key=lambda entry: entry[0].row or 0)
    return CatalogueError([Refused(problem.rule, problem.message, place=place) for place, problem in placed])


def find_place(path: FieldPath, places: Mapping[FieldPath, Place], file: str | None) -> Place:
    """Give the place of a field, or of the nearest thing around it, or only the file."""
    for length in range(len(path), -1, -1):
        place = places.get(path[:length])
        if place is not None:
            return place
    return Place(file=file)
