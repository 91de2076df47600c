"""Words to copy into the LINE group of an office."""

from datetime import date

from django.utils import translation

from prongsai.platform.notices.line_text import line_text_of
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import text_for_line


def test_a_request_reads_well_in_a_chat():
    with translation.override("en"):
        text = text_for_line(
            subject="ขอข้อมูลประกอบการประเมิน กองคลัง",
            words="โปรดส่งภายในวันที่กำหนด",
            items=["O14 รายงานการใช้จ่ายงบประมาณ", "O21 สรุปผลการจัดซื้อจัดจ้าง"],
            due=date(2025, 3, 20),
            address="https://ita.example/x",
        )
    assert text.split("\n") == [
        "ขอข้อมูลประกอบการประเมิน กองคลัง",
        "โปรดส่งภายในวันที่กำหนด",
        "1. O14 รายงานการใช้จ่ายงบประมาณ",
        "2. O21 สรุปผลการจัดซื้อจัดจ้าง",
        "ครบกำหนด: วันพฤหัสบดีที่ 20 มีนาคม 2568",
        "เปิดดู: https://ita.example/x",
    ]


def test_what_is_not_known_leaves_no_empty_line():
    assert text_for_line(subject="ข่าว") == "ข่าว"


def test_the_text_of_a_notice_leads_to_its_page_where_the_address_is_known(post, here, settings):
    notice = post.tells(link=Link("example-talks"))
    assert line_text_of(notice, here.agency) == "ประชุมชี้แจง"
    settings.OWN_ADDRESS = "https://ita.example"
    assert line_text_of(notice, here.agency).endswith("เปิดดู: https://ita.example/office/example/")
    here.agency.host = "ita.nongkrachang.example"
    assert line_text_of(notice, here.agency).endswith("เปิดดู: http://ita.nongkrachang.example/office/example/")


def test_of_a_sensitive_notice_the_text_says_only_that_there_is_something_new(post, here, settings):
    settings.OWN_ADDRESS = "https://ita.example"
    notice = post.tells(kind="example.sealed", link=Link("example-talks"), due=date(2025, 3, 20))
    assert line_text_of(notice, here.agency) == "มีเรื่องใหม่"
