"""What a clarification says, gathered from the records: versions and acts, the contractor's path, looks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from prongsai.ita.papers.block_json import paper_to_json
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.thai import format_date
from prongsai.ita.writing import compose
from prongsai.office.disclosure.clarifying import ClarificationContent, ToldLook, ToldVersion
from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.log.acts import ActKind, read_leaf
from prongsai.office.disclosure.models import AddressCheck, Change, DisclosedItem, ItemRemark, LoggedAct, Publication
from prongsai.office.disclosure.outages import DOWN
from prongsai.office.disclosure.register import asked_item, code_of
from prongsai.office.disclosure.services.closed_sets import closed_set_of
from prongsai.office.disclosure.services.homes import address_of
from prongsai.office.disclosure.services.logging_acts import moment_of
from prongsai.office.disclosure.services.proving import proof_for
from prongsai.office.reports.composing.basis import DEMO
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.line import executive

_SHOWN = 3


def clarified(
    acting: Acting, remark: ItemRemark, *, explanation: str, about: date | None, day: date
) -> ClarificationContent:
    """Gather all that a clarification says of an item, and compose its paper in the language of the office."""
    item = remark.item
    publications = list(Publication.objects.filter(item=item).select_related("agency").order_by("version"))
    versions = tuple(_version(each) for each in publications)
    asked, change = asked_item(item), _live_change(item)
    told: dict[str, Any] = {
        "year": item.round.fiscal_year,
        "code": code_of(item),
        "title": (asked.title if asked else "") or "",
        "remark": remark.words,
        "told": remark.told,
        "address": _address(item),
        "explanation": explanation,
        "about": about,
        "stood": _stood(versions, about) if about else None,
        "versions": versions,
        "sent": change.list.sent if change else None,
        "seen": change.seen if change else None,
        "looks": _looks(item, about) if about else (),
        "proof": proof_for(publications) or None,
    }
    with translation.override(settings.LANGUAGE_CODE):
        paper = _paper(acting, item, told, day)
    return ClarificationContent(**told, paper=paper_to_json(paper))


def _version(publication: Publication) -> ToldVersion:
    content = PublishedContent.model_validate(publication.content)
    kinds = (ActKind.PUBLISH.value, ActKind.CORRECT.value)
    row = LoggedAct.objects.filter(publication=publication, kind__in=kinds).order_by("index").first()
    act = read_leaf(row.leaf.encode("ascii")) if row else None
    return ToldVersion(
        version=publication.version,
        published=timezone.localdate(publication.published),
        happened=act.happened if act else None,
        received=act.received if act else None,
        withdrawn=timezone.localdate(publication.withdrawn) if publication.withdrawn else None,
        act=row.index if row else None,
        mark=publication.mark,
        files=tuple((file.name, file.sha256) for file in content.files),
    )


def _stood(versions: tuple[ToldVersion, ...], about: date) -> int | None:
    """Give the version that stood through a whole day: published before its end, not withdrawn before that."""
    before = [each for each in versions if each.published <= about]
    last = before[-1] if before else None
    return last.version if last and (last.withdrawn is None or last.withdrawn > about) else None


def _address(item: DisclosedItem) -> str:
    """Give the address that the assessor was sent: that of the closed set, else the one of now."""
    closed = closed_set_of(item.round)
    return str(closed.addresses.get(code_of(item)) or "") if closed else address_of(item)


def _live_change(item: DisclosedItem) -> Change | None:
    """Give the change by which the item was first seen live on the contractor's site, else the first that was sent."""
    sent = Change.objects.filter(item=item, list__sent__isnull=False, dropped_because="").select_related("list")
    up = sent.filter(kind__in=(Change.Kind.ADD, Change.Kind.REPLACE))
    return up.filter(seen__isnull=False).order_by("seen", "pk").first() or up.order_by("pk").first()


def _looks(item: DisclosedItem, about: date) -> tuple[ToldLook, ...]:
    """Give the looks at the address on a day, or else the last before and the first after it."""
    checks = list(AddressCheck.objects.filter(item=item, address=_address(item)).order_by("at"))
    of_day = [each for each in checks if timezone.localdate(each.at) == about][:_SHOWN]
    before = [each for each in checks if timezone.localdate(each.at) < about][-1:]
    after = [each for each in checks if timezone.localdate(each.at) > about][:1]
    return tuple(ToldLook(at=each.at, opened=each.outcome not in DOWN) for each in of_day or [*before, *after])


def _paper(acting: Acting, item: DisclosedItem, told: dict[str, Any], day: date) -> Paper:
    agency = item.agency
    unit = acting.person.unit.name if acting.person and acting.person.unit else None
    head = compose.PaperHead(agency=agency.name, year=told["year"], unit=unit, footer=DEMO if agency.is_demo else "")
    leading = executive(day)
    signature = compose.signer(
        "ผู้ชี้แจง", "ตำแหน่งผู้บริหาร", leading.title if leading else None, leading.person.full_name if leading else None
    )
    names = ("code", "title", "remark", "told", "address", "explanation", "about", "stood", "sent", "seen")
    clarified_item = compose.ClarifiedItem(
        **{name: told[name] for name in names},
        versions=[_as_stood(each) for each in told["versions"]],
        looks=[_sentence(each) for each in told["looks"]],
        head=_head(told["proof"]),
    )
    return compose.clarification_paper(head, clarified_item, signature=signature)


def _as_stood(each: ToldVersion) -> compose.StoodVersion:
    return compose.StoodVersion(
        each.version, each.published, each.happened, each.received, each.withdrawn, each.act,
        (("เนื้อหาของหน้า", each.mark), *each.files),
    )  # fmt: skip


def _sentence(look: ToldLook) -> str:
    at = timezone.localtime(look.at)
    found = "เปิดได้" if look.opened else "เปิดไม่ได้"
    return f"ระบบตรวจที่อยู่เว็บเมื่อวันที่ {_day(at.date())} เวลา {at:%H.%M} น. พบว่า{found}"


def _day(day: date) -> str:
    return format_date(day, form="long", digits="arabic")


def _head(proof: dict[str, Any] | None) -> tuple[int, str, str] | None:
    if not proof:
        return None
    last = proof["heads"][-1]
    at = timezone.localtime(moment_of(last["at"]))
    return last["size"], last["root"], f"วันที่ {_day(at.date())} เวลา {at:%H.%M} น."
