"""A data call beyond the items of the year: free words, days of their own, examples on pages of their own."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from prongsai.ita.catalogue import load_framework
from prongsai.ita.catalogue.pages import page_for
from prongsai.ita.papers.blocks import Heading, PageBreak, Table
from prongsai.ita.writing.compose import (
    CalledItem,
    DataCall,
    called_items,
    data_call_examples,
    data_call_memo,
    line_text,
)

OWN_DAY = CalledItem("", "ใบตรวจนับพัสดุ", ("จำนวนที่ตรวจ", "ชำรุด"), due=date(2025, 3, 31))
CALL = DataCall(unit="กองคลัง", items=(OWN_DAY, CalledItem("", "ภาพถ่าย")), due=date(2025, 1, 31))


def test_something_without_a_code_stands_without_one_and_is_not_called_unconfirmed(head, texts_of):
    assert "• ใบตรวจนับพัสดุ (ภายใน 31 มี.ค. 68)" in line_text(CALL, 2568).splitlines()
    assert "• ภาพถ่าย" in line_text(CALL, 2568).splitlines()
    texts = texts_of(data_call_memo(head(), CALL))
    assert "ใบตรวจนับพัสดุ (ภายใน 31 มี.ค. 68)" in texts
    assert not any("ยังไม่ยืนยัน" in text for text in texts)
    assert texts.count("–") == 3  # no code twice, and nothing said of what must be in the photograph


def test_an_item_of_the_year_without_established_elements_still_says_so(head, texts_of):
    call = dataclasses.replace(CALL, items=called_items(load_framework(2568), ["O6"]))
    assert any("ยังไม่ยืนยัน" in text for text in texts_of(data_call_memo(head(), call)))


def test_each_example_stands_on_its_own_page_with_its_elements(head, texts_of):
    framework = load_framework(2568)
    items = called_items(framework, ["O1", "O6"])
    paper = data_call_examples(head(), "กองคลัง", items, [page_for(framework, item.code) for item in items])
    texts = texts_of(paper)
    assert "สิ่งที่ต้องมี: ผังการแบ่งส่วนราชการ" in texts
    assert any("ข้อนี้ยังไม่มีตัวอย่าง" in text for text in texts)
    assert sum(isinstance(block, PageBreak) for block in paper.blocks) == 1
    assert [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 2] == [
        "ข้อ O1 โครงสร้างและอำนาจหน้าที่",
        f"ข้อ O6 {items[1].title}",
    ]
    assert any(isinstance(block, Table) for block in paper.blocks)


def test_elements_that_are_only_leads_are_marked_in_the_example(head, texts_of):
    framework = load_framework(2568)
    items = called_items(framework, ["O20"])
    texts = texts_of(data_call_examples(head(), "สำนักปลัด", items, [page_for(framework, "O20")]))
    assert "สิ่งที่ต้องมี: การนำผลไปปรับปรุงงาน (ยังไม่ยืนยัน)" in texts


def test_items_and_their_pages_go_together(head):
    with pytest.raises(ValueError, match="zip"):
        data_call_examples(head(), "กองคลัง", called_items(load_framework(2568), ["O1"]), [])
