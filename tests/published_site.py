"""A small site of the standing cast: an item, one withdrawn, a PDF with text. For tests and journeys."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from cast import Office
from prongsai.ita.papers.blocks import Paper, Paragraph
from prongsai.ita.writing import write_pdf
from prongsai.office.disclosure import services as disclosure
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind, Publication
from prongsai.office.rounds.services import ensure_round
from prongsai.office.site.services import rebuild
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here

YEAR = 2568
SAYS = "เปิดให้ประชาชนมีส่วนร่วมเรื่องระบบน้ำประปาหมู่บ้าน (ข้อมูลสมมุติ)"


@cache
def order_pdf() -> bytes:
    """A PDF whose text says คำสั่ง."""
    told = Paragraph(("คำสั่งแต่งตั้งคณะทำงานสนับสนุนการประเมิน (ข้อมูลสมมุติ)",))
    paper = Paper(("คำสั่ง",), "คำสั่ง", (told,), agency="อบต.หนองกระจ่าง", year=YEAR, draft=False)
    return write_pdf(paper, date(2025, 3, 17))


def publish_words(office: Office, code: str, words: str = SAYS) -> Publication:
    """Let an officer write words under an item, and the coordinator publish it. Called while the office speaks."""
    coordinator, officer = (acting_as(office.accounts[role]) for role in (Role.COORDINATOR, Role.OFFICER))
    cycle = ensure_round(acting=coordinator, agency=office.agency, fiscal_year=YEAR)
    disclosure.ensure_items(cycle, "test")
    item = DisclosedItem.objects.get(round=cycle, code=code)
    if not item.pieces.exists():
        told = {"kind": PieceKind.WORDS, "heading": "รายละเอียด", "words": words, "made_by": officer.actor}
        Piece.objects.create(agency=office.agency, item=item, **told)
    return disclosure.publish(coordinator, item)


def publish_file(
    office: Office, code: str = "O2", name: str = "คำสั่ง.pdf", data: bytes = b"", kind: Kind = Kind.PDF
) -> Publication:
    """Publish an item with a file. Called while the office speaks."""
    first = publish_words(office, code, "แฟ้มแนบอยู่ด้านล่าง")
    told = disclosure.PieceTold(heading="เอกสาร", files=[made_here(data or order_pdf(), name, kind)])
    officer = acting_as(office.accounts[Role.OFFICER])
    disclosure.add_piece(acting=officer, item=first.item, kind=PieceKind.FILE, told=told)
    return disclosure.publish(acting_as(office.accounts[Role.COORDINATOR]), first.item)


def small_site(office: Office, *, with_file: bool = False) -> dict[str, Publication]:
    """Publish an item, withdraw one, on demand one with a PDF, make the site. Called while the office speaks."""
    office.agency.address, office.agency.phone = "๙๙ หมู่ ๑ ตำบลหนองกระจ่าง", "0-0000-1101"
    office.agency.save()
    made = {"words": publish_words(office, "O26"), "gone": publish_words(office, "O1")}
    if with_file:
        made["file"] = publish_file(office)
    disclosure.withdraw(acting_as(office.accounts[Role.COORDINATOR]), made["gone"], "เผยแพร่ผิดข้อ")
    rebuild(office.agency)
    return made


def standing(office: Office) -> Path:
    return Path(settings.SITES_FOLDER) / office.agency.code


def page_of(office: Office, path: str) -> str:
    return (standing(office) / path / "index.html").read_text(encoding="utf-8")


def told_of(office: Office, path: str) -> object:
    return json.loads((standing(office) / path).read_text(encoding="utf-8"))
