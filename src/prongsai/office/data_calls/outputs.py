"""What is made of a call: memo, LINE text, examples, the list of all that was asked as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils import translation

from prongsai.ita.catalogue.pages import ModelPage, page_for
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.writing import compose
from prongsai.ita.writing.cells import UNCONFIRMED
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.office.data_calls.file_holders import SIGNED_MEMO
from prongsai.office.data_calls.models import CalledItem, DataCall
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import code_now
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Unit
from prongsai.platform.files.models import Attachment

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
SHEET = "การขอข้อมูลประกอบการประเมิน"
COLUMNS = (
    ("ส่วนราชการ", 28), ("ผู้รับผิดชอบ", 26), ("ข้อ", 8), ("เรื่อง", 60), ("กำหนดส่ง", 20), ("สถานะ", 22),
    ("ได้รับเมื่อ", 20), ("ได้รับทาง", 16), ("เหตุผล", 40),
)  # fmt: skip


def memo_paper(call: DataCall, unit: Unit, items: Sequence[CalledItem], *, time: int = 1) -> Paper:
    """Compose the memo to a unit; ร่าง until the signed one is attached. Number and day stay gaps until typed."""
    return compose.data_call_memo(_head(call), _call_of(call, unit, items, time=time))


def line_words(call: DataCall, unit: Unit, items: Sequence[CalledItem], *, time: int = 1) -> str:
    """Give the text for the office's LINE group: what is asked of a unit; nobody is named."""
    return compose.line_text(_call_of(call, unit, items, time=time), call.round.fiscal_year)


def examples_paper(call: DataCall, unit: Unit, items: Sequence[CalledItem]) -> Paper:
    """Compose the examples that go with the memo to a unit: help, no official paper."""
    head = replace(_head(call), draft=False)
    return compose.data_call_examples(head, unit.name, _called(call, items), [example_of(item) for item in items])


def example_of(item: CalledItem) -> ModelPage | None:
    """Give the page of an invented office for an item, None where there is none."""
    found = item.call.round
    code = _code_now(found, item)
    return page_for(found.framework, code) if code else None


def elements_of(item: CalledItem) -> compose.CalledItem:
    """Give an item as papers show it: with what must be in it, as far as that is established."""
    found = item.call.round
    code = _code_now(found, item)
    known = found.framework.item(code) if code else None
    if known is not None:
        (told,) = compose.called_items(found.framework, [known.code])
        title = item.title if known.title else f"{item.title} ({UNCONFIRMED}ชื่อข้อ)"
        return replace(told, title=title, elements=(*told.elements, *_own_words(item)))
    return compose.CalledItem(item.code, item.title, _own_words(item))


def list_as_workbook(items: Iterable[CalledItem]) -> bytes:
    """Return what was asked as a workbook of one sheet; no text becomes a formula."""
    with translation.override("th"):
        return write_row_sheet(SHEET, COLUMNS, [_row(item) for item in items])


def _row(item: CalledItem) -> tuple[Value, ...]:
    newest = next(iter(item.hand_ins.all()), None)
    return (
        item.addressee.unit.name,
        str(item.addressee.officer or ""),
        item.code,
        item.title,
        item.due,
        item.get_state_display(),
        newest.received if newest else None,
        newest.get_received_by_display() if newest else "",
        item.because,
    )


def _call_of(call: DataCall, unit: Unit, items: Sequence[CalledItem], *, time: int) -> compose.DataCall:
    told = _called(call, items)
    return compose.DataCall(unit=unit.name, items=told, due=call.due, contact=call.contact or None, time=time)


def _called(call: DataCall, items: Sequence[CalledItem]) -> list[compose.CalledItem]:
    return [replace(elements_of(item), due=None if item.due == call.due else item.due) for item in items]


def _own_words(item: CalledItem) -> tuple[str, ...]:
    """Give what the office itself wrote of an item, and the numbers it asks for."""
    return (*(line for line in item.details.splitlines() if line.strip()), *item.figures)


def _code_now(found: Round, item: CalledItem) -> str | None:
    return code_now(found, item.code, item.noted_in) if item.code and item.noted_in else None


def _head(call: DataCall) -> compose.PaperHead:
    agency = call.agency
    return compose.PaperHead(
        agency=agency.name,
        year=call.round.fiscal_year,
        unit=_asking_unit(call),
        number=call.memo_number or None,
        day=call.memo_day,
        draft=not is_signed(call),
        footer=DEMO if agency.is_demo else "",
    )


def is_signed(call: DataCall) -> bool:
    """Say whether the signed memo with its number and day is there."""
    typed = bool(call.memo_number and call.memo_day)
    return typed and Attachment.objects.filter(holder=SIGNED_MEMO.key, thing=call.pk).exists()


def _asking_unit(call: DataCall) -> str | None:
    """Give the unit of who made the call."""
    number = call.made_by.partition(":")[2]
    maker = User.objects.filter(pk=int(number)).first() if number.isdigit() else None
    return maker.person.unit.name if maker and maker.person else None
