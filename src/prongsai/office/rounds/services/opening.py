"""Opening a year, closing it, opening it again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.rounds.frameworks import framework_of, mark_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

FIRST_YEAR, LAST_YEAR = 2556, 2640
"""Years that can be opened."""


@transaction.atomic
def open_round(*, acting: Acting, agency: Agency, fiscal_year: int) -> Round:
    """Open a year; where its framework is not out, on the codes of the nearest earlier one, as draft.

    Refuses Conflict where the year is open already, and for a year that cannot be.
    """
    if Round.objects.filter(fiscal_year=fiscal_year).exists():
        raise Conflict(_("The year %(year)s is here already.") % {"year": fiscal_year})
    return ensure_round(acting=acting, agency=agency, fiscal_year=fiscal_year)


@transaction.atomic
def ensure_round(*, acting: Acting, agency: Agency, fiscal_year: int) -> Round:
    """Give the round of a year, opened now where there is none. Refuses Conflict for a year that cannot be."""
    if not FIRST_YEAR <= fiscal_year <= LAST_YEAR:
        raise Conflict(_("There is no assessment of the year %(year)s.") % {"year": fiscal_year})
    framework = framework_of(fiscal_year)
    opened, new = Round.objects.get_or_create(
        agency=agency,
        fiscal_year=fiscal_year,
        defaults={
            "codes_year": framework.drafted_from or fiscal_year,
            "codes_mark": mark_of(framework),
            "made_by": acting.actor,
        },
    )
    if new:
        record(acting, "rounds.opened", thing=opened, figures={"year": fiscal_year, "codes": opened.codes_year})
    return opened


@transaction.atomic
def close_round(*, acting: Acting, found: Round) -> None:
    """Close a year: it is looked at, no longer worked on. Refuses Conflict where it is closed."""
    current = Round.objects.select_for_update().get(pk=found.pk)
    if current.closed:
        raise Conflict(_("This year is closed already."))
    current.closed = today(acting.agency)
    current.save(update_fields=["closed"])
    record(acting, "rounds.closed", thing=current, figures={"year": current.fiscal_year})


@transaction.atomic
def reopen_round(*, acting: Acting, found: Round) -> None:
    """Open a closed year again. Refuses Conflict where it is open."""
    current = Round.objects.select_for_update().get(pk=found.pk)
    if not current.closed:
        raise Conflict(_("This year is open."))
    current.closed = None
    current.save(update_fields=["closed"])
    record(acting, "rounds.reopened", thing=current, figures={"year": current.fiscal_year})
