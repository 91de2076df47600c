"""What in a sentence proves a result, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.analysis.proof_marks import proofs_in

CASES = [
    ("ลงเว็บไซต์เมื่อวันที่ ๑๔ มีนาคม ๒๕๖๗", {"day"}),
    ("เริ่มใช้เดือนพฤษภาคม 2567", {"day"}),
    ("เสนอรายงานไตรมาสที่ ๒", {"day"}),
    ("ประชุมเมื่อ 5/3/2567", {"day"}),
    ("ตรวจหน้าเว็บทุกวันที่ ๑๐ ของเดือน", {"day"}),
    ("อบรมพนักงานด้านหน้า ๖ คน", {"quantity"}),
    ("ออกบัตรคิวรวม ๑,๙๘๖ ใบ", {"quantity"}),
    ("เปิดกล่องโดยพยานสองคน", {"quantity"}),
    ("เพิ่มช่องทางให้ครบ ห้าช่องทาง", {"quantity"}),
    ("ผู้ตอบพึงพอใจร้อยละ 91.5", {"quantity"}),
    ("เบิกจ่ายแล้ว 87.5%", {"quantity"}),
    ("ตามคำสั่งที่ ๑๑๘/๒๕๖๗", {"document"}),
    ("ตามหนังสือ ที่ ตย 71001/245", {"document"}),
    ("มีภาพถ่ายประกอบและใบลงทะเบียน", {"document"}),
    ("เผยแพร่ที่ https://nongkrachang.example/manual", {"link"}),
    ("เผยแพร่ที่ nongkrachang.example", {"link"}),
    ("ปิดประกาศ ณ ที่ทำการกำนัน", {"place"}),
    ("จัดเวทีที่ศาลาเอนกประสงค์ หมู่ที่ ๔", {"place"}),
    ("อบรม ๒ รุ่น ณ ห้องประชุม วันที่ ๒ พฤษภาคม ๒๕๖๗", {"day", "quantity", "place"}),
]
NOTHING = [
    "มีการกำหนดหลักเกณฑ์ให้ชัดเจน",
    "ตรวจสอบทะเบียนการยืมอย่างสม่ำเสมอ",
    "รายงานผลทุก ๖ เดือน",
    "รายงานรอบ 12 เดือน",
    "ประชุมเดือนละ 1 ครั้ง",
    "ดำเนินการตามประเด็นที่ ๔",
    "ให้บริการผ่านระบบ E-Service",
    "บุคลากรสามัคคีกันดี",
    "มีการประชาสัมพันธ์ผ่านสื่อต่าง ๆ",
    "",
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_days_quantities_documents_links_and_places_are_told_apart(text, kinds):
    assert proofs_in(text) == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_a_plan_or_a_praise_proves_nothing(text):
    assert proofs_in(text) == frozenset()


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text):
    assert proofs_in(text) <= {"day", "quantity", "document", "link", "place"}
