"""What an adviser's lists show: agencies by name, never in the order of a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import FilteredRelation, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.advice.content import RollUpContent
from prongsai.office.advice.models import Advised, GroupYear, RollUp
from prongsai.office.advice.models.groups import EVERYBODY
from prongsai.office.advice.models.relation import Relations
from prongsai.platform.accounts.acting import Acting

NOT_SUBMITTED = "none"


class Why(StrEnum):
    """Why an agency may need help: facts that it submitted, or that it submitted nothing."""

    ASKS = "asks"
    LATE = "late"
    SHORT = "short"
    MISSING = "missing"


_REASON = {
    Why.ASKS: Q(current__asks=True),
    Why.LATE: Q(current__late__gt=0),
    Why.SHORT: Q(current__is_short=True),
    Why.MISSING: Q(current__isnull=True, office__closed=None),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An agency in a list, with what it submitted of the year, if anything."""

    advised: Advised
    rollup: RollUp | None
    told: RollUpContent | None

    @property
    def reasons(self) -> list[str]:
        """Why it may need help, in sentences."""
        return reasons_of(self.told)


def in_year(acting: Acting, year: int) -> Relations:
    """Give the agencies that one advises, beside what they submitted of a year (`current`)."""
    of_year = FilteredRelation("rollups", condition=Q(rollups__fiscal_year=year))
    return Advised.objects.visible_to(acting).annotate(current=of_year)


def narrowed(found: Relations, told: Mapping[str, str]) -> Relations:
    """Give those that were asked for: by words, kind, place, part of the year."""
    found = found.saying(told.get("q") or "")
    for name in ("kind", "province", "district"):
        if told.get(name):
            found = found.filter(**{name: told[name]})
    phase = told.get("phase")
    if phase == NOT_SUBMITTED:
        return found.filter(Q(current__isnull=True))
    return found.filter(Q(current__phase=phase)) if phase else found


def needing_help(found: Relations, why: Why | None) -> Relations:
    """Give those that may need help, for one reason or any."""
    wanted = Q()
    for reason in [why] if why else list(Why):
        wanted |= _REASON[reason]
    return found.filter(wanted)


def listed(page: Iterable[Advised], year: int) -> list[Listed]:
    """Give the rows of a page: two questions to the database, however many rows."""
    rows = list(page)
    copies = {each.advised_id: each for each in RollUp.objects.filter(fiscal_year=year, advised__in=rows)}
    return [
        Listed(row, copies.get(row.pk), copies[row.pk].told if row.pk in copies else None)
        for row in rows
    ]  # fmt: skip


def counts_of(year: int) -> GroupYear | None:
    """Give the counts of all agencies in a year as the job reckoned them; None where nothing was submitted yet."""
    return GroupYear.objects.filter(fiscal_year=year, group=EVERYBODY).first()


def years_known(now: int) -> list[int]:
    """Give the years of which anything was submitted, and the present one, the newest first."""
    told = GroupYear.objects.filter(group=EVERYBODY).values_list("fiscal_year", flat=True)
    return sorted({now, *told}, reverse=True)


def reasons_of(told: RollUpContent | None) -> list[str]:
    """Say why an agency may need help: what it wrote itself, or a plain count."""
    if told is None:
        return [_("Nothing was submitted of this year.")]
    reasons = [_("Asks: %(words)s") % {"words": told.wishes}] if told.wishes else []
    for each in told.work:
        if each.late:
            said = ngettext(
                "%(what)s: %(late)s is late by its own plan", "%(what)s: %(late)s are late by its own plan", each.late
            )
            reasons.append(said % {"what": _(each.label), "late": each.late})
    for survey in told.short_surveys:
        counts = {"survey": survey.survey, "answers": survey.answers or 0, "least": survey.least}
        reasons.append(_("%(survey)s: %(answers)s answered, of at least %(least)s") % counts)
    return reasons
