"""The one place where something passes from one agency to another.

Inside these functions the database is spoken to for the other side, then for the own side again, in one transaction:
both are written or neither. What passes is named by the arguments: whole numbers, days, and the record of `content`.
While the other side speaks, the rows of the own agency are out of sight, so that nothing else could be taken along.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from prongsai.office.advice.content import RollUpContent
from prongsai.office.advice.invitation_code import find_invitation
from prongsai.office.advice.models import Advised, Adviser, GroupYear, RollUp, SentRollUp
from prongsai.office.advice.models.groups import EVERYBODY
from prongsai.office.advice.tasks import refresh_soon
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.tenancy.speaker import speaking


@contextmanager
def at(office: int, *, sent_by: int) -> Iterator[str]:
    """Speak for another agency inside this scope, as the agency `sent_by`; give the name under which deeds stand there.

    Raises RuntimeError outside a transaction, where half of a crossing could be kept.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a crossing needs a transaction")
    actor = f"agency:{sent_by}"
    with speaking(office, actor=actor, cause="advice"):
        yield actor


def inviter(office: int, secret: str, *, own: int, on: date) -> Agency | None:
    """Give the adviser whose open invitation this is, None where there is none such."""
    with at(office, sent_by=own):
        return Agency.objects.get(pk=office) if find_invitation(secret, on) else None


def accept_there(office: int, secret: str, *, own: Agency, on: date) -> int | None:
    """Spend an invitation and write down at the adviser whom it advises now; give the number of that row.

    None where there is no such open invitation.
    """
    with at(office, sent_by=own.pk) as actor:
        invitation = find_invitation(secret, on, locked=True)
        if invitation is None:
            return None
        invitation.used_by, invitation.used = own, on
        invitation.save(update_fields=["used_by", "used"])
        advised = Advised(agency_id=office, office=own, since=on)
        advised.keep_names(own)
        advised.save()
        record(actor, "advice.accepted", thing=advised, figures={"agency": own.pk})
        refresh_soon(office, all_years=True)
        return advised.pk


def deliver(adviser: Adviser, number: int, content: RollUpContent, sent: datetime, own: Agency) -> None:
    """Put the copy of a submission at the adviser, in the place of an earlier one of that year."""
    office = adviser.office_id
    told: dict[str, Any] = {
        "number": number,
        "content": content.model_dump(mode="json"),
        "sent": sent,
        "phase": content.phase,
        "late": content.late,
        "asks": bool(content.wishes),
        "is_short": bool(content.short_surveys),
    }
    with at(office, sent_by=own.pk) as actor:
        advised = Advised.objects.select_for_update().get(pk=adviser.far, office=own, ended=None)
        advised.keep_names(own)
        advised.save()
        copy, _new = RollUp.objects.update_or_create(
            agency_id=office, advised=advised, fiscal_year=content.fiscal_year, defaults=told
        )
        figures = {"agency": own.pk, "year": content.fiscal_year}
        record(actor, "advice.received", thing=copy, figures=figures)
        refresh_soon(office, year=content.fiscal_year)


def take_back(adviser: Adviser, number: int, year: int, *, own: int) -> None:
    """Delete the copy of a submission at the adviser."""
    with at(adviser.office_id, sent_by=own) as actor:
        RollUp.objects.filter(advised_id=adviser.far, number=number).delete()
        record(actor, "advice.taken_back", thing=f"advice.rollup:{number}", figures={"agency": own, "year": year})
        refresh_soon(adviser.office_id, year=year)


def end_at_adviser(adviser: Adviser, *, own: int, on: date) -> None:
    """End the relation at the adviser, whose copies of all submissions go."""
    with at(adviser.office_id, sent_by=own) as actor:
        advised = Advised.objects.select_for_update().get(pk=adviser.far)
        forget(advised, on)
        record(actor, "advice.ended", thing=advised, figures={"agency": own})
        refresh_soon(adviser.office_id, all_years=True)


def end_at_advised(advised: Advised, *, own: int, on: date, now: datetime) -> None:
    """End the relation at the advised agency, and note there that what it submitted is no longer with the adviser."""
    with at(advised.office_id, sent_by=own) as actor:
        adviser = Adviser.objects.select_for_update().get(office_id=own, far=advised.pk)
        adviser.ended = on
        adviser.save(update_fields=["ended"])
        SentRollUp.objects.filter(adviser=adviser).standing().update(withdrawn=now, withdrawn_by=actor)
        record(actor, "advice.ended", thing=adviser, figures={"agency": own})


def forget(advised: Advised, on: date) -> None:
    """End a relation on the adviser's side, while it speaks: the copies of all submissions go."""
    advised.ended = on
    advised.save(update_fields=["ended"])
    advised.rollups.all().delete()


@dataclass(frozen=True, slots=True)
class Median:
    """The median of a group for an indicator, and of how many agencies: five or more."""

    median: str
    of: int


def medians_at(adviser: Adviser, year: int, kind: str, *, own: int) -> dict[str, dict[str, Median]]:
    """Give the medians that an adviser's job reckoned, of this kind of agency and of all.

    By the number of the indicator, and `overall`. Only groups of five or more have any.
    """
    with at(adviser.office_id, sent_by=own):
        rows = list(GroupYear.objects.filter(fiscal_year=year, group__in=[kind, EVERYBODY]).only("group", "medians"))
    return {
        row.group: {number: Median(told["median"], told["of"]) for number, told in row.medians.items()} for row in rows
    }
