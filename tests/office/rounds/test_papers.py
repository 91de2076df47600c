"""The briefing pack for staff and the page for a monthly meeting, as PDF and Word."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pytest
from django.urls import reverse

from prongsai.ita.papers.blocks import Table
from prongsai.ita.writing.compose import Progress, UnitTask
from prongsai.office.rounds import services
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.outputs import meeting_page_of
from prongsai.office.rounds.paper_parts import PaperPart, PaperParts, paper_parts
from prongsai.platform.accounts.models import Role
from prongsai.registers.tasks.services import Asked, give_task
from years_of_an_office import confirmed


@pytest.fixture
def cycle(here, acting) -> Round:
    with here.speaks():
        return services.open_round(acting=acting(), agency=here.agency, fiscal_year=2568)


def paper(asks, cycle, which: str, role: Role = Role.COORDINATOR, **asked):
    told = {f"{which}-{name}": value for name, value in asked.items() if name != "form"}
    return asks(role).get(reverse("round-paper", args=[cycle.pk, which]), {**told, "as": asked.get("form", "pdf")})


def text_of_pdf(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "".join(page.get_textpage().get_text_range() for page in document).replace(" ", "")


def text_of_word(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "".join([paragraph.text for paragraph in document.paragraphs] + cells).replace(" ", "").replace("\u200b", "")


def test_the_briefing_pack_tells_the_newest_result_and_where_it_was_weak(here, asks, cycle):
    with here.speaks():
        confirmed(here, "P4.pdf")
    answer = paper(asks, cycle, "briefing", held_on="20 ม.ค. 2568", place="ห้องประชุม", contact="ผู้ประสานงาน ITA")
    text = text_of_pdf(answer.content)
    assert answer.headers["Content-Type"] == "application/pdf"
    for words in ("๘๘.๗๕", "ห้องประชุม", "๒๐มกราคม๒๕๖๘", "ใบลงลายมือชื่อ"):
        assert words in text


def test_without_a_result_the_pack_leaves_a_gap_and_invents_none(asks, cycle):
    text = text_of_word(paper(asks, cycle, "briefing", form="docx").content)
    assert "คะแนนและระดับของปีล่าสุด" in text
    assert "วันที่ชี้แจง" in text


def test_a_result_that_came_later_is_not_told_earlier(here, asks, cycle):
    with here.speaks():
        sheet = confirmed(here, "P4.pdf")
        type(sheet).objects.filter(pk=sheet.pk).update(confirmed=date(2025, 8, 15))
    assert "คะแนนและระดับของปีล่าสุด" in text_of_word(paper(asks, cycle, "briefing", form="docx").content)


def test_the_page_of_the_meeting_names_what_units_owe_and_no_people(here, asks, acting, cycle):
    with here.speaks():
        for unit, title in (("กองคลัง", "ส่งรายงานการใช้จ่าย"), ("สำนักปลัด", "ปรับหน้าเว็บ")):
            asked = Asked(title=title, owner=here.units[unit], due=date(2025, 3, 20))
            give_task(acting=acting(), agency=here.agency, asked=asked)
    told = {"held_on": "24 มี.ค. 2568", "agenda_item": "๔.๒", "to_decide": "อนุมัติมาตรการ\n\nแต่งตั้งผู้แทน"}
    text = text_of_word(paper(asks, cycle, "meeting", form="docx", **told).content)
    for words in ("กองคลัง", "ส่งรายงานการใช้จ่าย", "ปรับหน้าเว็บ", "อนุมัติมาตรการ", "แต่งตั้งผู้แทน", "มติที่ประชุม"):
        assert words in text
    assert "ตัวอย่างดี" not in text


def test_what_one_unit_owes_stands_together_whichever_room_tells_it(here, cycle, acting, monkeypatch):
    rows = [UnitTask("กองคลัง", "ก"), UnitTask("สำนักปลัด", "ข"), UnitTask("กองคลัง", "ค")]
    monkeypatch.setattr(paper_parts, "known", {"a": PaperPart("a", meeting=lambda _found, _day: {"tasks": rows})})
    with here.speaks():
        asked = Asked(title="ง", owner=here.units["สำนักปลัด"], due=date(2025, 3, 20))
        give_task(acting=acting(), agency=here.agency, asked=asked)
        page = meeting_page_of(cycle, here.agency, {})
    owed = next(block for block in page.blocks if isinstance(block, Table) and "ต้องส่ง" in block.summary)
    assert [row.cells[1].content[0].content[0] for row in owed.rows] == ["ก", "ค", "ข", "ง"]


def test_where_nothing_is_owed_the_page_says_none_and_asks_for_what_nobody_told(asks, cycle, monkeypatch):
    monkeypatch.setattr(paper_parts, "known", {})
    text = text_of_word(paper(asks, cycle, "meeting", form="docx").content)
    assert "ไม่มี" in text
    assert text.count("ความก้าวหน้าของมาตรการ") == 2  # the heading, and the gap under it


@pytest.mark.parametrize("role", [Role.OFFICER, Role.UNIT_HEAD, Role.EXECUTIVE, Role.AUDITOR])
def test_all_staff_may_print_them(asks, cycle, role):
    assert paper(asks, cycle, "meeting", role).content.startswith(b"%PDF")


def test_a_day_that_is_none_is_refused_beside_its_box(asks, cycle):
    answer = paper(asks, cycle, "meeting", held_on="31 ก.พ. 2568")
    assert answer.status_code == 400
    assert "id_meeting-held_on" in answer.content.decode()


@pytest.mark.parametrize(("which", "form"), [("nothing", "pdf"), ("briefing", "exe")])
def test_a_paper_that_is_none_is_not_there(asks, cycle, which, form):
    assert paper(asks, cycle, which, form=form).status_code == 404


def test_the_page_of_the_papers_stands_among_those_of_the_year(asks, cycle):
    page = asks(Role.OFFICER).get(cycle.get_absolute_url()).content.decode()
    assert reverse("round-papers", args=[cycle.pk]) in page
    assert asks(Role.OFFICER).get(reverse("round-papers", args=[cycle.pk])).status_code == 200


def test_what_several_rooms_add_to_one_table_is_put_after_each_other(cycle):
    parts = PaperParts()
    first, second = Progress("M01", "กองคลัง"), Progress("M02", "กองช่าง")
    parts.register(PaperPart("a", meeting=lambda _found, _day: {"progress": (first,)}))
    parts.register(PaperPart("b", meeting=lambda _found, _day: {"progress": (second,)}))
    assert parts.of_meeting(cycle, date(2025, 3, 17)) == {"progress": (first, second)}
    assert parts.of_briefing(cycle, date(2025, 3, 17)) == {}
    with pytest.raises(ValueError, match="two parts"):
        parts.register(PaperPart("a"))
