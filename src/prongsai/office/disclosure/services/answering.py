"""After sending: what the assessor said of an item, and the office's clarification with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from prongsai.office.disclosure.content import mark_of
from prongsai.office.disclosure.file_holders import SIGNED_CLARIFICATION
from prongsai.office.disclosure.models import Clarification, DisclosedItem, ItemRemark
from prongsai.office.disclosure.services.clarification_content import clarified
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def remark_item(acting: Acting, item: DisclosedItem, *, lost: bool, words: str, told: date) -> ItemRemark:
    """Write down what the assessor said of an item. Refuses Conflict: a closed year, a day to come."""
    _refuse_closed(item)
    _refuse_tomorrow(acting, told)
    made = ItemRemark.objects.create(
        agency_id=item.agency_id, item=item, lost=lost, words=words, told=told, made_by=acting.actor
    )
    record(acting, "disclosure.remarked", thing=made)
    return made


@transaction.atomic
def change_remark(acting: Acting, remark: ItemRemark, *, lost: bool, words: str, told: date) -> ItemRemark:
    """Put right what was written down. Refuses Conflict: answered already, a closed year, a day to come."""
    current = ItemRemark.objects.select_for_update(of=("self",)).select_related("item__round").get(pk=remark.pk)
    _refuse_closed(current.item)
    _refuse_tomorrow(acting, told)
    if current.clarifications.exists():
        raise Conflict(_("It was answered already. Write down a further remark."))
    current.lost, current.words, current.told = lost, words, told
    current.save(update_fields=["lost", "words", "told"])
    record(acting, "disclosure.remark_changed", thing=current)
    return current


@transaction.atomic
def make_clarification(
    acting: Acting, remark: ItemRemark, *, explanation: str = "", about: date | None = None
) -> Clarification:
    """Make the office's answer to a remark from what is recorded now; the last one where nothing has changed since.

    `about` is the day of which the assessor speaks. The proof of publication is frozen with it.
    Refuses Conflict: a day to come, FONT where fonts are missing.
    """
    if about is not None:
        _refuse_tomorrow(acting, about)
    current = ItemRemark.objects.select_for_update(of=("self",)).select_related("item__round__agency").get(pk=remark.pk)
    agency, day = agency_of(acting), today(acting.agency)
    content = clarified(acting, current, explanation=explanation, about=about, day=day).model_dump(mode="json")
    mark = mark_of(content)
    last = current.clarifications.order_by("-version").first()
    if last is not None and mark_of(_without_heads(last.content)) == mark_of(_without_heads(content)):
        return last
    version = (current.clarifications.aggregate(last=Max("version"))["last"] or 0) + 1
    made = Clarification.objects.create(
        agency=agency, remark=current, version=version, content=content, mark=mark, made=day, made_by=acting.actor
    )
    record(acting, "disclosure.clarified", thing=made, figures={"version": version})
    return made


@transaction.atomic
def sign_clarification(
    acting: Acting, clarification: Clarification, *, number: str, day: date, scan: Sequence[CleanFile]
) -> None:
    """Attach the signed copy with number and day as the registry of papers gave them: it is no draft any more.

    Refuses Conflict: signed already, no copy, a day to come.
    """
    current = _held(clarification)
    _refuse_tomorrow(acting, day)
    if current.signed:
        raise Conflict(_("It is signed and stays as it is. Make a new version to change something."))
    if not scan:
        raise Conflict(_("Attach the signed copy."))
    current.number, current.day, current.signed = number, day, today(acting.agency)
    current.save(update_fields=["number", "day", "signed"])
    attach_files(acting=acting, agency=current.agency_id, holder=SIGNED_CLARIFICATION.key, thing=current.pk, files=scan)
    record(acting, "disclosure.clarification_signed", thing=current, figures={"day": day})


@transaction.atomic
def send_clarification(acting: Acting, clarification: Clarification, *, sent: date) -> None:
    """Write down on which day it was sent. Refuses Conflict: not signed, sent before, before its own date, to come."""
    current = _held(clarification)
    _refuse_tomorrow(acting, sent)
    if current.signed is None or current.day is None:
        raise Conflict(_("Attach the signed copy first."))
    if current.sent:
        raise Conflict(_("It was sent already."))
    if sent < current.day:
        raise Conflict(_("It cannot have been sent before its own date."))
    current.sent = sent
    current.save(update_fields=["sent"])
    record(acting, "disclosure.clarification_sent", thing=current, figures={"day": sent})


@transaction.atomic
def note_outcome(acting: Acting, clarification: Clarification, outcome: str) -> None:
    """Write down what became of it. Refuses Conflict while it was not sent."""
    current = _held(clarification)
    if current.sent is None:
        raise Conflict(_("Write down first when it was sent."))
    current.outcome = outcome
    current.save(update_fields=["outcome"])
    record(acting, "disclosure.clarification_ended", thing=current)


def _without_heads(content: dict[str, Any]) -> dict[str, Any]:
    """Give a content without the parts that change by the hour although nothing was published."""
    told = {name: part for name, part in content.items() if name not in ("proof", "paper")}
    return told | {"proven": bool(content.get("proof"))}


def _held(clarification: Clarification) -> Clarification:
    return Clarification.objects.select_for_update(of=("self",)).get(pk=clarification.pk)


def _refuse_closed(item: DisclosedItem) -> None:
    if item.round.closed:
        raise Conflict(_("This year is closed. Open it again to change something."))


def _refuse_tomorrow(acting: Acting, day: date) -> None:
    if day > today(acting.agency):
        raise Conflict(_("The day has not come yet."))
