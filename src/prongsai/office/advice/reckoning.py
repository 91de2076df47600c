"""The figures of groups of agencies, from what they submitted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction

from prongsai.ita.privacy import group_median
from prongsai.office.advice.models import Advised, GroupYear, RollUp
from prongsai.office.advice.models.groups import EVERYBODY, OVERALL


@dataclass
class Group:
    """A group while it is counted. `scores` are by the number of the indicator, and `overall`."""

    advised: int = 0
    submitted: int = 0
    asking: int = 0
    late: int = 0
    short: int = 0
    scores: dict[str, list[Decimal]] = field(default_factory=dict)

    def count(self, told: RollUp) -> None:
        """Add what an agency submitted. Scores of a draft year are on other codes and are left out."""
        self.submitted += 1
        self.asking += told.asks
        self.late += told.late > 0
        self.short += told.is_short
        if told.content["codes_year"] != told.content["fiscal_year"]:
            return
        scores = [(str(entry["number"]), entry["score"]) for entry in told.content["scores"]]
        for key, score in (*scores, (OVERALL, told.content["overall"])):
            if score is not None:
                self.scores.setdefault(key, []).append(Decimal(score))

    @property
    def medians(self) -> dict[str, dict[str, Any]]:
        """The medians that may be told: of five agencies or more."""
        middles = {number: (group_median(scores), len(scores)) for number, scores in self.scores.items()}
        return {n: {"of": of, "median": str(middle)} for n, (middle, of) in middles.items() if middle is not None}


@transaction.atomic
def reckon_year(agency: int, year: int) -> None:
    """Reckon the groups of a year anew, for the adviser that speaks: all its agencies, and each kind."""
    kinds = dict(Advised.objects.filter(ended=None).values_list("pk", "kind"))
    rows = RollUp.objects.filter(fiscal_year=year).defer("sent", "number")
    groups = grouped(kinds, rows.iterator(chunk_size=1_000))
    GroupYear.objects.filter(fiscal_year=year).delete()
    GroupYear.objects.bulk_create(
        GroupYear(
            agency_id=agency, fiscal_year=year, group=key, advised=group.advised, submitted=group.submitted,
            asking=group.asking, late=group.late, short=group.short, medians=group.medians,
        )
        for key, group in groups.items()
    )  # fmt: skip


def grouped(kinds: Mapping[int, str], rows: Iterable[RollUp]) -> dict[str, Group]:
    """Count agencies by their kind, and all together, with what they submitted."""
    groups = {key: Group() for key in (EVERYBODY, *kinds.values())}
    for kind in kinds.values():
        for key in (EVERYBODY, kind):
            groups[key].advised += 1
    for told in rows:
        groups[EVERYBODY].count(told)
        groups[kinds[told.advised_id]].count(told)
    return groups
