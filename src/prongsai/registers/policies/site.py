"""The policies in force that are public, on the public site of the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_noop

from prongsai.ita.papers.blocks import Block, Column, Paragraph, Row, Table
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import text_cell
from prongsai.platform.files.newest import newest_files
from prongsai.platform.modules import SiteFile, SitePage
from prongsai.registers.policies.file_holders import POLICY_FILE
from prongsai.registers.policies.models import PolicyVersion


class PolicyPages:
    """A page for each public policy, with its signed paper."""

    key = "policies"
    title = gettext_noop("Policies, rules and announcements")
    order = 50

    def pages(self, today: date) -> Iterator[SitePage]:  # noqa: ARG002 - what is in force is so by its state
        """Give them in the order of their titles."""
        files = newest_files(POLICY_FILE.key)
        found = PolicyVersion.objects.public().select_related("policy__unit")
        for version in found.order_by("policy__sort_key", "policy_id"):
            yield SitePage(
                slug=str(version.policy_id),
                title=version.title,
                blocks=(_facts(version), *_text(version)),
                about=str(version.policy.get_kind_display()),
                files=tuple(SiteFile(file.name, file.pk) for file in files.get(version.pk, ())),
                changed=version.since,
            )


def _facts(version: PolicyVersion) -> Block:
    """Give number, days and unit as a table."""
    told = (
        ("เลขที่", version.paper_number),
        ("ลงนามเมื่อ", _day(version.signed)),
        ("ผู้ลงนาม", version.signer_post),
        ("มีผลใช้บังคับตั้งแต่", _day(version.since)),
        ("ส่วนราชการเจ้าของเรื่อง", version.policy.unit.name),
    )
    rows = tuple(Row((text_cell(label), text_cell(value))) for label, value in told if value)
    return Table((Column("รายการ", 2), Column("รายละเอียด", 5)), rows, summary="ข้อมูลของเอกสาร")


def _text(version: PolicyVersion) -> Iterator[Block]:
    for line in version.text.splitlines():
        if line.strip():
            yield Paragraph((line.strip(),))


def _day(day: date | None) -> str:
    return format_date(day, digits="arabic") if day else ""
