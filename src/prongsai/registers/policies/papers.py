"""ประกาศ of a version, and ทะเบียนนโยบาย: on paper and as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.utils import translation

from prongsai.ita.papers.blocks import Cell, Column, Paper, Paragraph, Row, Table
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing.compose import PaperHead, announcement, signer
from prongsai.platform.agency.line import executive
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.registers.policies.file_holders import SIGNED_POLICY
from prongsai.registers.policies.models import Policy, PolicyVersion
from prongsai.registers.policies.sheet import KIND_WORDS

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
TITLE = "ทะเบียนนโยบาย ระเบียบ และประกาศ"
COLUMNS = (
    Column("ประเภท", 10),
    Column("เรื่อง", 26),
    Column("ฉบับที่", 6),
    Column("เลขที่", 10),
    Column("ลงวันที่", 13),
    Column("มีผลตั้งแต่", 13),
    Column("ส่วนราชการ", 13),
    Column("ทบทวนภายใน", 13),
)


def announcement_of(version: PolicyVersion, agency: Agency) -> Paper:
    """Give the paper to be signed: its day is a gap until it is, and ร่าง stands on it until its picture is there."""
    day = version.signed or today(agency)
    leading = executive(day)
    name = version.signer.full_name if version.signer else leading.person.full_name if leading else None
    post = version.signer_post or (leading.title if leading else None)
    head = PaperHead(
        agency=agency.name,
        year=fiscal_year_of(day),
        day=version.signed,
        draft=not Attachment.objects.filter(holder=SIGNED_POLICY.key, thing=version.pk).exists(),
        footer=DEMO if agency.is_demo else "",
    )
    body = [Paragraph((line,)) for line in version.text.splitlines() if line.strip()]
    return announcement(head, version.title, body, signature=signer("ผู้ประกาศ", "ตำแหน่งผู้ประกาศ", post, name))


def register_paper(policies: Sequence[Policy], agency: Agency, day: date) -> Paper:
    """Give the register, in the order of the list; nothing found says ไม่มี."""
    rows = [Row(tuple(_cell(text) for text in _texts(policy))) for policy in policies]
    rows = rows or [Row((_cell("ไม่มี"), *(_cell("-") for _ in COLUMNS[1:])))]
    return Paper(
        title=(TITLE, agency.name),
        subject=TITLE,
        blocks=(Table(COLUMNS, tuple(rows), TITLE),),
        agency=agency.name,
        year=fiscal_year_of(day),
        draft=False,
        footer=DEMO if agency.is_demo else "",
    )


def _texts(policy: Policy) -> Iterable[str]:
    versions = list(policy.versions.all())
    shown = next((one for one in versions if one.is_in_force), versions[0])
    return (
        KIND_WORDS[policy.kind],
        shown.title,
        str(shown.number),
        shown.paper_number or "-",
        _day(shown.signed),
        _day(shown.since) if shown.since else _state_of(shown),
        policy.unit.name,
        _day(policy.review_due) if policy.repealed is None else f"ยกเลิก {_day(policy.repealed)}",
    )


def _state_of(version: PolicyVersion) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return str(version.get_state_display())


def _day(day: date | None) -> str:
    return format_date(day, form="short", digits="arabic") if day else "-"


def _cell(text: str) -> Cell:
    return Cell((Paragraph((text,), indent=False),))
