"""Lists in cells and sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.numbering import list_items, strip_marker
from prongsai.ita.thai import to_thai

WORDS = st.sampled_from(["จัดทำคู่มือ", "ประชุมชี้แจงบุคลากร", "เผยแพร่บนเว็บไซต์", "ติดป้ายประกาศ", "รายงานผู้บริหาร"])
STYLES = ["{}. {}", "{}.{}", "{}) {}", "({}) {}"]


@given(st.lists(WORDS, min_size=2, max_size=9), st.sampled_from(STYLES), st.booleans(), st.sampled_from(["\n", " "]))
def test_a_numbered_list_comes_back_item_by_item(texts, style, thai, joint):
    lines = [style.format(n, text) for n, text in enumerate(texts, 1)]
    joined = joint.join(to_thai(line) if thai else line for line in lines)
    assert list_items(joined.split("\n")) == tuple(texts)


@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from("-•–●"))
def test_a_bulleted_list_comes_back_item_by_item(texts, bullet):
    assert list_items([f"{bullet} {text}" for text in texts]) == tuple(texts)


@given(st.lists(st.text(max_size=40), max_size=6))
def test_no_text_makes_the_list_reader_stumble(lines):
    assert all(item.strip() for item in list_items(lines))


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["๑.จัดประชุม ๒.แจ้งเวียน"], ["จัดประชุม", "แจ้งเวียน"]),
        (["๑.จัดประชุม๒.แจ้งเวียน๓.ติดตาม"], ["จัดประชุม", "แจ้งเวียน", "ติดตาม"]),
        (["1 จัดทำแผน 2 ประชุมแผน"], ["จัดทำแผน", "ประชุมแผน"]),
        (["1. จัดทำ ดังนี้", "1.1 แบบใบยืม", "1.2 ทะเบียนคุม", "2. เผยแพร่"], ["จัดทำ ดังนี้", "แบบใบยืม", "ทะเบียนคุม", "เผยแพร่"]),
        (["๑. จัดทำคู่มือ", "(๑) ชื่องาน", "(๒) กฎหมาย", "๒. เผยแพร่"], ["จัดทำคู่มือ", "ชื่องาน", "กฎหมาย", "เผยแพร่"]),
        (["ดำเนินการ ดังนี้", "๑) ประชุม", "๒) ติดตาม"], ["ประชุม", "ติดตาม"]),
        (["ทบทวนขั้นตอนทุกงาน", "๑) ประชุม", "๒) ติดตาม"], ["ทบทวนขั้นตอนทุกงาน", "ประชุม", "ติดตาม"]),
        (["๑. ตรวจสอบความเสี่ยง", "๑. จัดทำแผน", "๒. รายงาน"], ["ตรวจสอบความเสี่ยง", "จัดทำแผน", "รายงาน"]),
        (["๑. จัดทำบัญชี", "และปรับปรุงทุกเดือน", "๒. รายงาน"], ["จัดทำบัญชี และปรับปรุงทุกเดือน", "รายงาน"]),
        (["๔. กำกับติดตาม"], ["กำกับติดตาม"]),
        (["ขั้นตอนที่ 1 สำรวจ", "ขั้นตอนที่ 2 จัดซื้อ"], ["สำรวจ", "จัดซื้อ"]),
        (["-ประชุมชี้แจงแผน -ปิดประกาศผล"], ["ประชุมชี้แจงแผน", "ปิดประกาศผล"]),
        (["ให้เจ้าหน้าที่ 1. รับเรื่อง 2. ส่งต่อ"], ["ให้เจ้าหน้าที่", "รับเรื่อง", "ส่งต่อ"]),
    ],
)
def test_styles_of_numbering(lines, items):
    assert list(list_items(lines)) == items


@pytest.mark.parametrize(
    "text",
    [
        "จัดประชุมเมื่อวันที่ ๑๐ พฤศจิกายน ๒๕๖๕ และวันที่ ๑๓มกราคม ๒๕๖๖",
        "ประชุมเวลา ๐๙.๓๐ น. ถึง ๑๒.๐๐ น.",
        "มีผู้เข้าร่วม 35 คน จาก 5 หมู่บ้าน",
        "เบิกจ่าย 1,500.50 บาท ตามระเบียบ ข้อ 2. และข้อ 3.",
        "ปรับปรุงช่องทางติดต่อ - สอบถามข้อมูล",
        "ตามมาตรา 1. แห่งพระราชบัญญัติ",
        "ระหว่าง ต.ค. 66 - ก.ย. 67",
    ],
)
def test_figures_inside_a_sentence_number_no_items(text):
    assert list_items([text]) == (text,)


def test_a_text_loses_only_the_number_in_front():
    assert strip_marker("(๑) ชี้แจง 2 ครั้ง") == "ชี้แจง 2 ครั้ง"
    assert strip_marker("5 ส. ในที่ทำงาน") == "5 ส. ในที่ทำงาน"
