"""The own scores beside the medians of a group: never beside another agency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.office.advice import crossing
from prongsai.office.advice.content import RollUpContent
from prongsai.office.advice.crossing import Median
from prongsai.office.advice.models import Adviser
from prongsai.office.advice.models.groups import EVERYBODY, OVERALL
from prongsai.platform.agency.kinds import Kind, kind_of
from prongsai.platform.agency.models import Agency


@dataclass(frozen=True, slots=True)
class Compared:
    """A score of the agency; medians are None where the group has fewer than five agencies with such a score."""

    name: str
    own: Decimal | None
    kind: Median | None
    everybody: Median | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The scores of a year beside the medians that one adviser's group has."""

    adviser: Adviser
    kind: Kind
    rows: tuple[Compared, ...]

    @property
    def is_told(self) -> bool:
        """Whether there is any median to be shown."""
        return any(row.kind or row.everybody for row in self.rows)


def beside(adviser: Adviser, content: RollUpContent, agency: Agency) -> Beside:
    """Give the agency's own scores of a year beside the medians at an adviser; drafts are on other codes: no rows."""
    kind = kind_of(agency.kind)
    if content.is_draft or not content.scores:
        return Beside(adviser, kind, ())
    groups = crossing.medians_at(adviser, content.fiscal_year, agency.kind, own=agency.pk)
    of_kind, of_all = groups.get(agency.kind, {}), groups.get(EVERYBODY, {})
    keys = [(OVERALL, "", content.overall)] + [
        (str(each.number), f"{each.number} {each.name}", each.score) for each in content.scores
    ]
    return Beside(
        adviser, kind, tuple(Compared(name, own, of_kind.get(key), of_all.get(key)) for key, name, own in keys)
    )
