"""What is printed of a meeting, and of what is still open."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from django.urls import reverse

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings import services
from prongsai.registers.meetings.services import open_decisions
from working_group import called_meeting, decided, group_of, held_meeting, item_of, secretary


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return text.replace("\r\n", "").replace(" ", "")


def paper(client, meeting, name: str, suffix: str = "pdf") -> bytes:
    answer = client.get(reverse("meeting-paper", args=[meeting.pk, name, suffix]))
    assert answer.status_code == 200
    return answer.content


def test_the_invitation_tells_day_place_and_agenda_and_leaves_its_number_open(here, asks, called):
    told = text_of(paper(asks(), called, "invitation"))
    for words in ("เชิญประชุมคณะทำงาน", "๑๐มีนาคม๒๕๖๘", "๐๙.๓๐น.", "ห้องประชุม", "ระเบียบวาระที่๔", "เลขที่หนังสือ"):
        assert words in told


def test_the_sheet_to_sign_names_who_is_expected_and_is_no_draft(here, asks, called):
    told = text_of(paper(asks(), called, "attendance"))
    assert here.people[Role.UNIT_HEAD].given_name in told
    assert "ลายมือชื่อ" in told
    assert "ร่าง" not in told


def test_minutes_tell_who_came_what_was_resolved_and_who_does_it(here, asks, held, scan):
    with here.speaks():
        by, item = secretary(here), item_of(held, 4)
        leaver = held.attendances.get(person=here.people[Role.UNIT_HEAD])
        services.save_minutes(acting=by, item=item, said="น้ำท่วม", resolution="เห็นชอบ", left_room=[leaver])
        decided(here, held)
    told = text_of(paper(asks(), held, "minutes"))
    for words in ("รายงานการประชุม", "ครั้งที่๒/๒๕๖๘", "ผู้มาประชุม", "มติที่ประชุม", "เห็นชอบ", "ออกจากห้องประชุม",
                  "ภายในวันที่๓๑มีนาคม๒๕๖๘", "เลิกประชุมเวลา๑๑.๔๕น.", "ผู้จดรายงานการประชุม", "ร่าง"):  # fmt: skip
        assert words in told, words
    with here.speaks():
        services.attach_minutes(acting=by, meeting=held, scan=scan)
    assert "ร่าง" not in text_of(paper(asks(), held, "minutes"))


def test_an_extract_tells_one_item_and_whether_the_minutes_were_adopted(here, asks, group, held):
    with here.speaks():
        item = item_of(held, 4)
    address = reverse("minutes-extract", args=[item.pk, "pdf"])
    told = text_of(asks().get(address).content)
    assert "เห็นชอบให้ยกเลิกการศึกษาดูงาน" in told
    assert "ยังไม่ได้รับรอง" in told
    assert "ระเบียบวาระที่๑" not in told
    with here.speaks():
        later = held_meeting(here, group, number=3, day=date(2025, 3, 14))
        services.adopt_minutes(acting=secretary(here), meeting=held, at=later)
    assert "ครั้งที่๓/๒๕๖๘" in text_of(asks().get(address).content)


@pytest.mark.parametrize("name", ["invitation", "attendance", "minutes"])
def test_each_paper_is_given_as_word_too(here, asks, held, name):
    assert paper(asks(Role.AUDITOR), held, name, "docx").startswith(b"PK")


def test_a_paper_that_is_not_there_is_not_there(here, asks, held):
    client = asks()
    for name, suffix in (("nothing", "pdf"), ("minutes", "exe")):
        assert client.get(reverse("meeting-paper", args=[held.pk, name, suffix])).status_code == 404


def test_the_page_for_the_monthly_meeting_tells_what_is_open_and_late(here, asks, held):
    with here.speaks():
        monthly = group_of(here, None, "ประชุมประจำเดือน", is_monthly=True)
        called_meeting(here, monthly, number=3, day=date(2025, 3, 28))
        decided(here, held, what="เกินแล้ว", due=date(2025, 3, 12))
    page = asks(Role.EXECUTIVE).get(reverse("monthly-meeting")).content.decode()
    assert "เกินแล้ว" in page
    assert "เกินกำหนด" in page
    assert "28 มีนาคม 2568" in page
    told = text_of(asks().get(reverse("monthly-meeting-pdf")).content)
    assert "เกินแล้ว" in told
    assert "๒๘มีนาคม๒๕๖๘" in told
    assert asks().get(reverse("monthly-meeting-word")).content.startswith(b"PK")


def test_what_a_closed_circle_decided_is_not_told_to_the_monthly_meeting_nor_to_other_rooms(here, asks, group, held):
    with here.speaks():
        decided(here, held)
        assert [each.what for each in open_decisions()] == ["ติดโปสเตอร์ช่องทางร้องเรียน 5 จุด"]
        services.save_group(acting=secretary(here), group=group, told={"is_closed_circle": True})
        assert open_decisions() == []
    assert "ติดโปสเตอร์" not in asks().get(reverse("monthly-meeting")).content.decode()


def test_decisions_go_out_as_a_list_and_no_text_becomes_a_formula(here, asks, held):
    with here.speaks():
        decided(here, held, what='=HYPERLINK("x")')
    answer = asks().post(reverse("decisions-export"))
    found = read_rows_limited(answer.content, "มติ.xlsx")
    assert found.sheets[0][1].texts[0] == '=HYPERLINK("x")'
    assert found.sheets[0][1].texts[2] == "31 มีนาคม 2568"
