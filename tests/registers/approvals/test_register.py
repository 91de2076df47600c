"""The register: found, narrowed, printed, taken out; and the memo."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from log_of_deeds import lines_of
from office_line import acts
from prongsai.ita.papers.blocks import FormLine, Gap, Paragraph, SignatureBlock
from prongsai.ita.thai import compact, to_arabic
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing
from prongsai.registers.approvals import services
from prongsai.registers.approvals.memo_paper import memo_of
from prongsai.registers.approvals.models import Submission, Verdict
from prongsai.registers.approvals.register_paper import register_paper

TODAY = date(2025, 3, 17)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True), ("?q=โคมไฟ", True), ("?q=โคม ๑๒ ชุด", True), ("?q=รถยนต์", False), ("?state=waiting", True),
        ("?state=approved", False), ("?year=2568", True), ("?year=2567", False), ("?state=nothing", True),
    ],
)  # fmt: skip
def test_submissions_are_found_however_they_are_typed(here, asks, submitted, query, found):
    with here.speaks():
        submitted()
    page = asks().get(reverse("approvals") + query).content.decode()
    assert ("ขออนุมัติจัดซื้อโคมไฟ" in page) is found


def test_the_register_is_taken_out_as_a_workbook_and_that_is_a_deed(here, asks, submitted, acting):
    with here.speaks():
        services.approve(acting=acting(Role.EXECUTIVE), submission=submitted(opinions=()))
        matter = services.add_matter(
            acting=acting(),
            agency=here.agency.pk,
            subject="=1+1",
            unit=here.units["กองคลัง"],
            decides=Standing.EXECUTIVE,
        )
        services.submit(acting=acting(), kind="matter", thing=matter.pk, sentences=services.Sentences("ก", "ข", "ค"))
    answer = asks().post(reverse("approvals-export"))
    cells = [str(cell.value) for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row]
    assert any("=1+1" in cell for cell in cells)
    assert any("นายกองค์การบริหารส่วนตำบล" in cell for cell in cells)
    assert not any(
        cell.data_type == "f" for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row
    )
    assert "approvals.exported" in [line.action for line in lines_of(here)]


def test_the_register_prints_and_an_empty_one_says_none(here, asks):
    answer = asks().post(reverse("approvals-print"))
    assert answer.content.startswith(b"%PDF")
    with here.speaks():
        (table,) = register_paper([], here.agency, TODAY).blocks
        assert table.rows[0].cells[0].content[0].content == ("ไม่มี",)


def gaps_of(paper) -> list[str]:
    inlines = [
        inline
        for block in paper.blocks
        for inline in (
            block.content if isinstance(block, Paragraph)
            else [part for each in block.fields for part in each.content] if isinstance(block, FormLine)
            else (block.post, block.name) if isinstance(block, SignatureBlock) else ()
        )
    ]  # fmt: skip
    return [inline.asks_for for inline in inlines if isinstance(inline, Gap)]


def test_the_memo_has_room_for_each_hand_and_invents_no_number_or_day(here, submitted):
    with here.speaks():
        paper = memo_of(submitted(), here.agency)
    assert paper.draft
    assert gaps_of(paper) == ["เลขที่หนังสือ", "วันที่ของหนังสือ", *["ความเห็นหรือคำสั่ง"] * 3]
    signatures = [block.post for block in paper.blocks if isinstance(block, SignatureBlock)]
    assert signatures == [
        "เจ้าพนักงานธุรการ", "หัวหน้าสำนักปลัด", "ปลัดองค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล",
    ]  # fmt: skip


def test_the_memo_shows_what_was_said_on_screen_and_stays_a_draft(here, submitted, acting):
    with here.speaks():
        waiting = submitted(opinions=(Standing.HEAD,))
        services.give_opinion(
            acting=acting(Role.UNIT_HEAD), submission=waiting, verdict=Verdict.REMARKS, text="ควรสอบราคา"
        )
        paper = memo_of(Submission.objects.get(), here.agency)
    told = [inline for block in paper.blocks if isinstance(block, Paragraph) for inline in block.content]
    said = "ความเห็นของหัวหน้าสำนักปลัด เห็นชอบ โดยมีข้อสังเกต ควรสอบราคา (บันทึกในระบบ วันที่ 17 มีนาคม 2568)"
    assert said in told
    assert paper.draft


def test_with_its_signed_picture_the_memo_is_no_draft_and_carries_the_number(here, submitted, acting, scan):
    with here.speaks():
        waiting = submitted(opinions=())
        services.record_on_paper(
            acting=acting(), submission=waiting, signer=here.people[Role.EXECUTIVE], verdict=Verdict.APPROVES,
            number="ตย 71001/15", day=date(2025, 3, 14), scan=scan,
        )  # fmt: skip
        paper = memo_of(Submission.objects.get(), here.agency)
    assert not paper.draft
    assert "เลขที่หนังสือ" not in gaps_of(paper)


def test_who_acts_in_a_post_signs_with_both(here, submitted, approver):
    with here.speaks():
        acts(here, approver.person, Standing.EXECUTIVE, since=date(2025, 3, 10))
        paper = memo_of(submitted(opinions=()), here.agency)
    last = [block for block in paper.blocks if isinstance(block, SignatureBlock)][-1]
    assert last.post == "ปลัดองค์การบริหารส่วนตำบล รักษาราชการแทนนายกองค์การบริหารส่วนตำบล"


def test_a_memo_that_nobody_here_may_decide_leaves_the_signer_open(here, submitted):
    with here.speaks():
        paper = memo_of(submitted(Role.EXECUTIVE, opinions=()), here.agency)
    assert "ตำแหน่งผู้สั่งการ" in gaps_of(paper)


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_memo_comes_as_pdf_and_word(here, asks, submitted, form, begins):
    with here.speaks():
        waiting = submitted()
    answer = asks().get(reverse("approval-memo", args=[waiting.pk, form]))
    assert answer.content.startswith(begins)
    if form == "pdf":
        with pypdfium2.PdfDocument(answer.content) as document:
            text = compact(to_arabic("".join(page.get_textpage().get_text_range() for page in document)))
        assert compact("จัดซื้อโคมไฟจำนวน 12 ชุด") in text
    assert asks().get(reverse("approval-memo", args=[waiting.pk, "exe"])).status_code == 404
