"""An order or announcement on paper, and the register of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.ita.papers.blocks import Block, Column, Gap, Paper, Row, Table
from prongsai.ita.thai import buddhist_year, format_date
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.compose import (
    Duties,
    Member,
    PaperHead,
    announcement,
    duties_blocks,
    members_table,
    order_paper,
    signer,
)
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.registers.orders.file_holders import has_scan
from prongsai.registers.orders.models import Order, OrderKind, OrderMember

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"


def paper_of(order: Order, agency: Agency) -> Paper:
    """Compose the paper of an order. What nobody gave is a gap; ร่าง until the scan is here."""
    head = PaperHead(
        agency=agency.name,
        year=order.year or buddhist_year(today(agency)),
        number=order.number_as_typed,
        day=order.day,
        draft=not has_scan(order.pk),
        footer=DEMO if agency.is_demo else "",
    )
    signature = signer("", "ตำแหน่งผู้ลงนาม", order.signer_post or None, order.signer_name or None)
    if order.kind == OrderKind.ANNOUNCEMENT:
        return announcement(head, order.subject, list(_announced(order)), signature=signature)
    effective = f"วันที่ {format_date(order.since, form='full', digits='arabic')}" if order.since else "บัดนี้เป็นต้นไป"
    if order.until:
        effective += f" ถึงวันที่ {format_date(order.until, form='full', digits='arabic')}"
    return order_paper(head, order.subject, list(_ordered(order)), effective=effective, signature=signature)


def register_paper(orders: Sequence[Order], agency: Agency, year: int | None) -> Paper:
    """Compose the register of orders (ทะเบียนคุมคำสั่ง) of a calendar year, or of all."""
    head = PaperHead(
        agency=agency.name,
        year=year or buddhist_year(today(agency)),
        draft=False,
        footer=DEMO if agency.is_demo else "",
    )
    columns = (
        Column("เลขที่", 5), Column("ลงวันที่", 4), Column("เรื่อง", 11), Column("ผู้ลงนาม", 5), Column("สถานะ", 4),
    )  # fmt: skip
    rows = tuple(_register_row(order) for order in orders)
    nothing = Row((text_cell("–"), text_cell("–"), text_cell(NONE), text_cell("–"), text_cell("–")))
    title = ["ทะเบียนคุมคำสั่งและประกาศ", *([f"ประจำปี พ.ศ. {year}"] if year else []), agency.name]
    blocks: list[Block] = [Table(columns, rows or (nothing,), summary="ทะเบียนคุมคำสั่งและประกาศ")]
    return head.paper(title, title[0], blocks)


def _ordered(order: Order) -> Iterator[Block]:
    yield from _paragraphs(order.cause, "เหตุที่ออกคำสั่ง")
    members = [Member(_named(member, order), _role(member)) for member in order.members.select_related("person")]
    ground = order.authority or Gap("กฎหมายหรือระเบียบที่ให้อำนาจ")
    leads = " จึงแต่งตั้งผู้มีรายชื่อดังต่อไปนี้" if members else " จึงมีคำสั่ง ดังต่อไปนี้"
    yield running("อาศัยอำนาจตาม", ground, leads)
    if members:
        yield members_table(members)
    duties = Duties(_lines(order.duties_before), _lines(order.duties_during), _lines(order.duties_after))
    if any(tasks for _name, tasks in duties.phases()):
        yield running("ให้ผู้ได้รับแต่งตั้งมีหน้าที่ ดังนี้")
        yield from duties_blocks(duties)
    clauses = _lines(order.clauses)
    if clauses and members:
        yield running("ให้ปฏิบัติ ดังนี้")
    yield from _numbered(clauses)


def _announced(order: Order) -> Iterator[Block]:
    yield from _paragraphs(order.cause, "เหตุที่ออกประกาศ")
    if order.authority:
        yield running(f"อาศัยอำนาจตาม{order.authority} จึงประกาศ ดังต่อไปนี้")
    members = [Member(_named(member, order), _role(member)) for member in order.members.select_related("person")]
    if members:
        yield members_table(members)
    yield from _numbered(_lines(order.clauses))


def _numbered(clauses: Sequence[str]) -> Iterator[Block]:
    for number, clause in enumerate(clauses, start=1):
        yield running(f"{number}. {clause}" if len(clauses) > 1 else clause)


def _paragraphs(text: str, asks_for: str) -> Iterator[Block]:
    lines = _lines(text)
    yield from [running(line) for line in lines] or [running(Gap(asks_for))]


def _named(member: OrderMember, order: Order) -> str:
    return f"{member.person.full_name} {member.post}" if order.names_printed and member.person else member.post


def _role(member: OrderMember) -> str:
    return f"{member.role_words} ({member.duty})" if member.duty else member.role_words


def _register_row(order: Order) -> Row:
    day = format_date(order.day, form="short", digits="arabic") if order.day else "–"
    number = f"{order.get_kind_display()} {order.number_as_typed or ''}".strip()
    return Row(
        (
            text_cell(number),
            text_cell(day),
            text_cell(order.subject),
            text_cell(order.signer_post or "–"),
            text_cell(str(order.get_state_display())),
        )
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
