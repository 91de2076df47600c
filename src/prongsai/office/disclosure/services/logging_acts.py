"""Writing acts into the log of publication, and signing its head."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import connection
from django.utils import timezone

from prongsai.office.disclosure.log import Act, ActKind, Frontier, SignedHead, TreeHead, leaf_hash, leaf_of, sign_head
from prongsai.office.disclosure.models import DisclosedItem, LoggedAct, LogHead, Publication
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import journal
from prongsai.platform.calendar.today import today

DEED_OF = {
    ActKind.PUBLISH: "disclosure.published",
    ActKind.CORRECT: "disclosure.corrected",
    ActKind.WITHDRAW: "disclosure.withdrawn",
    ActKind.FREEZE: "disclosure.set_closed",
}
"""What the audit calls the deeds that write into the log."""

_LOCK = 7_308
_FORM = "%Y-%m-%dT%H:%M:%SZ"


def hold_log(agency: int) -> None:
    """Keep everybody else from publishing for an agency until the transaction ends: one act comes after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, agency])


def now_of(agency: Agency) -> datetime:
    """Give the moment; in a demonstration that of its day."""
    now = timezone.now()
    if agency.demo_today is None:
        return now
    return datetime.combine(today(agency), timezone.localtime(now).time(), timezone.get_current_timezone())


def log_act(*, agency: Agency, act: Act, item: DisclosedItem, publication: Publication) -> LoggedAct:
    """Add an act to the log of an agency and sign the head after it.

    Called inside the transaction of the deed, after `hold_log`: both are kept or neither. The audit's line of the deed
    carries `figures_of` the act, so that the audit's heads, which are kept outside the database, hold this log too.
    """
    leaf = leaf_of(act)
    frontier = newest_edge(agency).append(leaf_hash(leaf))
    row = LoggedAct.objects.create(
        agency=agency,
        index=frontier.size - 1,
        item=item,
        publication=publication,
        kind=act.kind.value,
        leaf=leaf.decode("ascii"),
        hash=leaf_hash(leaf).hex(),
        peaks=[peak.hex() for peak in frontier.peaks],
        at=now_of(agency),
    )
    sign_head_of(agency, frontier)
    return row


def figures_of(row: LoggedAct) -> dict[str, int | str]:
    """Give what the audit's line of a deed tells of the log after it: how many acts it has, and its root."""
    edge = Frontier(row.index + 1, tuple(bytes.fromhex(peak) for peak in row.peaks))
    return {"act": edge.size, "root": edge.root().hex()}


def newest_edge(agency: Agency) -> Frontier:
    """Give the right edge of the tree as the last act left it."""
    last = LoggedAct.objects.filter(agency=agency).order_by("-index").first()
    if last is None:
        return Frontier()
    return Frontier(last.index + 1, tuple(bytes.fromhex(peak) for peak in last.peaks))


def sign_head_of(agency: Agency, frontier: Frontier) -> LogHead:
    """Sign the head of a log and keep it. The times of heads never run backwards, whatever the clock does."""
    before = LogHead.objects.filter(agency=agency).order_by("-size", "-at").first()
    moment = max(now_of(agency).astimezone(UTC).strftime(_FORM), before.at if before else "")
    signed = sign_head(TreeHead(agency.code, frontier.size, frontier.root().hex(), moment), journal().signer)
    return LogHead.objects.create(
        agency=agency,
        day=timezone.localdate(moment_of(moment)),
        size=signed.head.size,
        root=signed.head.root,
        at=signed.head.at,
        key=signed.key,
        signature=signed.signature,
    )


def sign_head_of_the_day(agency: Agency) -> LogHead | None:
    """Sign what the log holds this morning, once a day: that it was still there. None where there is no log.

    A demonstration stands still, so its days need no heads. Called inside a transaction.
    """
    hold_log(agency.pk)
    frontier = newest_edge(agency)
    known = LogHead.objects.filter(agency=agency, day=timezone.localdate(), size=frontier.size).exists()
    return None if not frontier.size or known or agency.is_demo else sign_head_of(agency, frontier)


def as_signed(agency: Agency, rows: Iterable[LogHead]) -> list[SignedHead]:
    """Give heads as they were signed."""
    return [SignedHead(TreeHead(agency.code, row.size, row.root, row.at), row.key, row.signature) for row in rows]


def moment_of(written: str) -> datetime:
    """Read the time of a head."""
    return datetime.strptime(written, _FORM).replace(tzinfo=UTC)
