"""Papers of a meeting, and any order of an office: what was written, in official form, gaps where nothing was."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import Gap, Heading, SignatureBlock, Table
from prongsai.ita.writing import compose
from prongsai.ita.writing.compose import Attendee, MinutesItem, PaperHead, Present, Sitting

SITTING = Sitting("คณะทำงาน", "2/2568", date(2025, 3, 10), time(9, 30), time(11, 45), "ห้องประชุม")
CHAIR = Attendee("นายธีรวัฒน์ ตัวอย่างกิจ", "ปลัด อบต.", "ประธานคณะทำงาน")
AWAY = Attendee("นายสมบูรณ์ ตัวอย่างเจริญ", "ผู้อำนวยการกองช่าง", "คณะทำงาน", "ติดราชการ")
ITEMS = (
    MinutesItem("1", "เรื่องแจ้งให้ทราบ", "ประธานแจ้ง"),
    MinutesItem("4", "เรื่องพิจารณา"),
    MinutesItem("4.1", "การศึกษาดูงาน", "น้ำท่วม", "ให้ยุติ", ("นายเอกชัย",), ("กองคลัง ทำเรื่องโอน",)),
)


def gaps_of(inlines) -> set[str]:
    return {inline.asks_for for inline in inlines if isinstance(inline, Gap)}


@pytest.fixture(scope="module")
def minutes(head):
    return compose.minutes_paper(head(), SITTING, Present([CHAIR], [AWAY]), ITEMS)


def test_minutes_stand_in_the_official_order(minutes, texts_of):
    texts = texts_of(minutes)
    wanted = ["ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม", "เริ่มประชุมเวลา ", "เลิกประชุมเวลา "]
    after = [texts.index(text) for text in wanted]
    assert after == sorted(after)
    assert texts.index("มติที่ประชุม") < texts.index("ให้ยุติ") < texts.index("กองคลัง ทำเรื่องโอน")
    assert [block.role for block in minutes.blocks if isinstance(block, SignatureBlock)] == [
        "ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม",
    ]  # fmt: skip


def test_the_title_names_group_number_day_time_and_place(minutes):
    assert minutes.title == (
        "รายงานการประชุมคณะทำงาน", minutes.agency, "ครั้งที่ 2/2568", "วันที่ 10 มีนาคม 2568 เวลา 09.30 น.", "ณ ห้องประชุม",
    )  # fmt: skip


def test_who_was_away_stands_with_the_reason_and_nobody_is_said_as_none(minutes, texts_of):
    assert "คณะทำงาน (ติดราชการ)" in texts_of(minutes)
    assert "ไม่มี" in texts_of(minutes)
    assert len([block for block in minutes.blocks if isinstance(block, Table)]) == 2


def test_who_left_the_room_is_told(minutes, texts_of):
    assert "นายเอกชัย ออกจากห้องประชุมระหว่างพิจารณาเรื่องนี้" in texts_of(minutes)


def test_a_part_with_items_below_it_says_nothing_of_its_own(minutes, texts_of):
    texts = texts_of(minutes)
    assert texts[texts.index("ระเบียบวาระที่ 4 เรื่องพิจารณา") + 1] == "4.1 การศึกษาดูงาน"


def test_times_and_texts_that_nobody_gave_are_gaps(head, inlines_of):
    paper = compose.minutes_paper(head(), Sitting("คณะทำงาน"), Present(), [MinutesItem("1", "เรื่อง", resolution="ทราบ")])
    asked = gaps_of(inlines_of(paper))
    assert {"เวลาเริ่มประชุม", "เวลาเลิกประชุม", "สรุปสิ่งที่ประชุม"} <= asked


def test_an_extract_holds_one_item_under_its_part_and_is_certified_by_hand(head, texts_of):
    paper = compose.minutes_extract(head(), SITTING, ITEMS[1], ITEMS[2], adopted_at="ครั้งที่ 3/2568")
    texts = texts_of(paper)
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == ["ระเบียบวาระที่ 4 เรื่องพิจารณา"]
    assert "รับรองแล้วในการประชุมครั้งที่ 3/2568" in texts
    assert "ประธานแจ้ง" not in texts
    assert "รายงานการประชุมนี้ยังไม่ได้รับรอง" in texts_of(compose.minutes_extract(head(), SITTING, None, ITEMS[0]))


@given(st.integers(0, 40), st.integers(0, 10))
def test_a_sheet_has_a_row_for_everybody_and_the_spare_ones(count, spare):
    plain = PaperHead(agency="อบต.หนองกระจ่าง", year=2568)
    paper = compose.attendance_sheet(plain, SITTING, [CHAIR] * count, spare)
    table = paper.blocks[0]
    assert len(table.rows) == count + spare


def test_an_invitation_lists_the_agenda_and_asks_for_what_is_not_typed(head, texts_of, inlines_of):
    paper = compose.invitation_memo(head(unit="สำนักปลัด"), SITTING, ITEMS)
    assert "ระเบียบวาระที่ 1 เรื่องแจ้งให้ทราบ" in texts_of(paper)
    assert "4.1 การศึกษาดูงาน" in texts_of(paper)
    assert {"เลขที่หนังสือ", "วันที่ของหนังสือ", "ผู้รับ", "เหตุที่เรียกประชุม"} <= gaps_of(inlines_of(paper))


def test_an_order_of_the_office_says_its_body_and_from_when_it_holds(head, texts_of, inlines_of):
    body = [compose.members_table([compose.Member("ปลัด อบต.", "ประธาน")])]
    paper = compose.order_paper(head(number="312/2567"), "แต่งตั้ง", body, effective="1 มกราคม 2568")
    texts = texts_of(paper)
    assert paper.title[0].startswith("คำสั่ง")
    assert "312/2567" in texts
    assert texts.index("ทั้งนี้ ตั้งแต่") < texts.index("สั่ง ณ วันที่ ")
    assert "วันที่ของคำสั่ง" in gaps_of(inlines_of(paper))
    assert "ทั้งนี้ ตั้งแต่" not in texts_of(compose.order_paper(head(), "ก", body, effective=None))
