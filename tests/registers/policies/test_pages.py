"""Found in the list, printed, taken out; and what citizens see."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from prongsai.ita.papers.blocks import Gap, Paragraph, SignatureBlock
from prongsai.platform.accounts.models import Role
from prongsai.registers.policies import services
from prongsai.registers.policies.papers import announcement_of, register_paper
from signed_policies import sign

TODAY = date(2025, 3, 17)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True), ("?q=ของกำนัล", True), ("?q=หัวหน้า สำนักปลัด", True), ("?q=พัสดุ", False), ("?kind=policy", True),
        ("?kind=rule", False), ("?standing=in_force", True), ("?standing=open", False), ("?standing=untold", True),
        ("?standing=repealed", False), ("?standing=x", True),
    ],
)  # fmt: skip
def test_policies_are_found_however_they_are_typed(here, asks, holding, query, found):
    with here.speaks():
        title = holding().title
    assert (title in asks().get(reverse("policies") + query).content.decode()) is found


def test_the_register_is_taken_out_and_no_text_becomes_a_formula(here, asks, drafted, holding):
    with here.speaks():
        holding()
        drafted(title="=1+1")
    answer = asks(Role.AUDITOR).post(reverse("policies-export"))
    cells = [cell for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row]
    assert any("=1+1" in str(cell.value) for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)
    assert asks().post(reverse("policies-print")).content.startswith(b"%PDF")


def test_papers_stay_thai_for_who_reads_the_pages_in_english(here, asks, holding):
    with here.speaks():
        version = holding()
        (table,) = register_paper([version.policy], here.agency, TODAY).blocks
    client = asks()
    client.cookies["language"] = "en"
    answer = client.post(reverse("policies-export"))
    cells = [str(cell.value) for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row]
    assert {"นโยบาย", "มีผลใช้บังคับ"} <= set(cells)
    assert table.rows[0].cells[0].content[0].content == ("นโยบาย",)


def test_an_empty_register_says_none(here):
    with here.speaks():
        (table,) = register_paper([], here.agency, TODAY).blocks
    assert table.rows[0].cells[0].content[0].content == ("ไม่มี",)


def test_the_paper_to_be_signed_leaves_the_day_open_and_is_a_draft(here, drafted):
    with here.speaks():
        paper = announcement_of(drafted(), here.agency)
    gaps = [inline for block in paper.blocks if isinstance(block, Paragraph) for inline in block.content]
    assert paper.draft
    assert Gap("วันที่ของประกาศ") in gaps
    signature = next(block for block in paper.blocks if isinstance(block, SignatureBlock))
    assert signature.post == "นายกองค์การบริหารส่วนตำบล"


def test_without_the_picture_of_the_signed_paper_it_stays_a_draft(here, acting, text):
    with here.speaks():
        version = services.add_existing(acting=acting(), agency=here.agency.pk, told=text(), signed=TODAY, since=TODAY)
        assert announcement_of(version, here.agency).draft


def test_once_signed_it_carries_the_day_and_is_no_draft(here, holding):
    with here.speaks():
        paper = announcement_of(holding(), here.agency)
    words = [inline for block in paper.blocks if isinstance(block, Paragraph) for inline in block.content]
    assert not paper.draft
    assert "17 มีนาคม พ.ศ. 2568" in words


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_paper_comes_as_pdf_and_word(here, asks, drafted, form, begins):
    with here.speaks():
        version, empty = drafted(), drafted(text="")
    assert asks().get(reverse("policy-paper", args=[version.pk, form])).content.startswith(begins)
    assert asks().get(reverse("policy-paper", args=[empty.pk, form])).status_code == 404
    assert asks().get(reverse("policy-paper", args=[version.pk, "exe"])).status_code == 404


def public(here, name: str, *args) -> tuple[int, str]:
    answer = Client(headers={"accept-language": "th"}).get(reverse(name, args=[here.agency.code, *args]))
    return answer.status_code, answer.content.decode()


def test_citizens_see_what_is_in_force_and_public_and_nothing_else(here, drafted, holding):
    with here.speaks():
        shown, inside, draft = holding(), holding(title="ภายใน", is_public=False), drafted(title="ยังเป็นร่าง")
    _status, page = public(here, "public-policies")
    assert shown.title in page
    assert "ภายใน" not in page.split("<main")[1].split("</main")[0]
    assert "ยังเป็นร่าง" not in page
    assert public(here, "public-policy", shown.policy_id)[0] == 200
    assert public(here, "public-policy", inside.policy_id)[0] == 404
    assert public(here, "public-policy", draft.policy_id)[0] == 404


def test_citizens_get_the_files_but_not_the_picture_of_the_signature(here, asks, acting, drafted, approved, scan):
    with here.speaks():
        version = drafted()
    file = SimpleUploadedFile("นโยบาย.txt", "ข้อความเต็ม".encode())
    asks().post(reverse("file-attach", args=["policy-file", version.pk]), {"files": file})
    with here.speaks():
        sign(here, approved(version), acting(), scan, TODAY)
    _status, page = public(here, "public-policy", version.policy_id)
    assert "นโยบาย.txt" in page
    assert "ลงนามแล้ว.jpg" not in page
    address = next(part for part in page.split('"') if "/files/" in part and part.startswith("/nong"))
    assert Client().get(address).status_code == 200
    with here.speaks():
        services.repeal(acting=acting(), policy=version.policy, day=TODAY, because="แทนที่")
    assert Client().get(address).status_code == 404


def test_the_address_of_a_repealed_one_says_so(here, acting, holding):
    with here.speaks():
        version = holding()
        services.repeal(acting=acting(), policy=version.policy, day=TODAY, because="ออกฉบับใหม่")
    status, page = public(here, "public-policy", version.policy_id)
    assert status == 410
    assert "ออกฉบับใหม่" in page
