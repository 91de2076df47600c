"""A case on paper."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from docx import Document

from prongsai.registers.cases import services
from prongsai.registers.cases.outputs import OUTPUTS
from prongsai.registers.cases.services import Asker
from prongsai.registers.cases.states import CaseState


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def fetched(asks, case, output: str) -> bytes:
    answer = asks().get(reverse("case-output", args=[case.pk, output]))
    assert answer.status_code == 200
    return answer.content


def test_a_request_on_paper_is_a_draft_with_thai_numerals_to_be_signed_by_both(here, asks, received):
    with here.speaks():
        asker = Asker("นางแก้ว ตัวอย่างเมตตา")
        told = {"body": "หน้าบ้านเลขที่ 1", "lacking": "สำเนาทะเบียนบ้าน", "received_on": date(2025, 3, 10)}
        case = received(here, asker=asker, **told).case
    text = text_of(fetched(asks, case, "request"))
    for words in ("๑/๒๕๖๘", "นางแก้ว", "สำเนาทะเบียนบ้าน", "ร่าง", "บันทึกย้อนหลัง", "ข้อมูลสมมุติ"):
        assert words in text, words
    word = Document(BytesIO(fetched(asks, case, "request-word")))
    assert any("สำเนาทะเบียนบ้าน" in paragraph.text for paragraph in word.paragraphs)


def test_what_is_not_there_is_said_and_no_name_is_made_up(here, asks, received):
    with here.speaks():
        case = received(here, asker=Asker()).case
    assert "ไม่มี" in text_of(fetched(asks, case, "request"))


def test_the_course_of_a_case_tells_each_step_and_the_result(here, asks, acting, case):
    with here.speaks():
        services.move(acting=acting(), case=case, to=CaseState.IN_WORK)
        services.move(acting=acting(), case=case, to=CaseState.FINISHED, words="เปลี่ยนหลอดแล้ว")
    text = text_of(fetched(asks, case, "course"))
    assert "เปลี่ยนหลอดแล้ว" in text.replace("\r\n", "")
    assert fetched(asks, case, "course-word").startswith(b"PK")


@pytest.mark.parametrize("output", [*OUTPUTS])
def test_every_paper_has_its_type_and_its_name(asks, case, output):
    answer = asks().get(reverse("case-output", args=[case.pk, output]))
    assert answer.headers["Content-Type"] == OUTPUTS[output].content_type
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_paper_nobody_knows_is_not_there(asks, case):
    assert asks().get(reverse("case-output", args=[case.pk, "poster"])).status_code == 404
