"""The check of an item before sending: each element by itself, the price named, never green without a source."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from ita.analysis.placed_items import complete, with_element  # type: ignore[import-not-found]
from prongsai.ita.analysis.item_check import (
    Month,
    PlacedItem,
    asked_of,
    check_item,
    earlier_elements,
    months_of_first_half,
)
from prongsai.ita.analysis.item_check.checking import COMPLETE, COMPLETE_BY_EXAMPLE, CRITERION_UNKNOWN
from prongsai.ita.catalogue import framework_for, load_framework
from prongsai.ita.scoring.exact import rounded

CASES = yaml.safe_load(Path(__file__).with_name("item_cases.yaml").read_text(encoding="utf-8"))
LABELS = {"unknown": CRITERION_UNKNOWN, "example": COMPLETE_BY_EXAMPLE}
FRAMEWORK = load_framework(CASES["year"])
PROPOSAL = "ข้อเสนอแนะ (ถ้าไม่มีต้องระบุว่าไม่มีหรือขีด)"


def verdicts(check, kind="element"):
    return {part.key: part.verdict for part in check.parts if part.kind == kind}


def test_the_cases_are_the_items_of_the_year():
    assert list(CASES["items"]) == [item.code for item in FRAMEWORK.items]


@pytest.mark.parametrize("code", CASES["items"])
def test_an_item_asks_for_what_the_catalogue_holds_and_costs_its_share(code):
    case = CASES["items"][code]
    asked = asked_of(FRAMEWORK, code)
    check = check_item(FRAMEWORK, asked, complete(asked))
    assert [wanted.year for wanted in asked.years] == case["years"]
    assert len(asked.elements) == case["elements"]
    assert asked.sourced is case["sourced"]
    assert check.price is not None
    assert rounded(check.price, 2) == Decimal(case["price"])
    assert f"{case['price']} คะแนน" in str(check.price_in_words)


@pytest.mark.parametrize("code", CASES["items"])
def test_all_in_place_is_green_only_where_the_criteria_are_established(code):
    case = CASES["items"][code]
    asked = asked_of(FRAMEWORK, code)
    placed = complete(asked)
    if code == "O3":  # its leads are no criterion; the place has them too
        placed = with_element(placed, "พิกัดหรือแผนที่ตั้ง", "present")
    check = check_item(FRAMEWORK, asked, placed)
    assert check.label == LABELS.get(case["complete"], COMPLETE)
    assert (check.low, check.high) == ((100, 100) if case["sourced"] else (0, 100))
    assert check.green is case["sourced"]
    assert check.ready


@pytest.mark.parametrize("code", ["O1", "O2", "O9"])
def test_removing_one_heading_turns_exactly_that_element_and_loses_the_item(code):
    asked = asked_of(FRAMEWORK, code)
    before = check_item(FRAMEWORK, asked, complete(asked))
    for element in asked.elements:
        after = check_item(FRAMEWORK, asked, with_element(complete(asked), element.text, "missing"))
        turned = {key for key, verdict in verdicts(after).items() if verdict != verdicts(before)[key]}
        assert turned == {element.text}
        assert (after.low, after.high) == (0, 0)
        assert [part.key for part in after.gaps] == [element.text]
        assert "ไม่มี" in after.gaps[0].reason


def test_the_missing_proposal_of_the_yearly_report_costs_two_and_a_half_and_none_is_an_answer():
    leads = earlier_elements(FRAMEWORK, "O26").elements
    asked = asked_of(FRAMEWORK, "O26", leads=leads)
    without = check_item(FRAMEWORK, asked, with_element(complete(asked), PROPOSAL, "missing"))
    assert [part.key for part in without.gaps] == [PROPOSAL]
    assert without.price == Decimal("2.50")
    said = check_item(FRAMEWORK, asked, with_element(complete(asked), PROPOSAL, "said-none"))
    assert said.gaps == ()
    assert said.label == COMPLETE_BY_EXAMPLE
    assert not said.green


def test_the_lost_report_of_the_year_before_cost_as_much():
    earlier = load_framework(2567)
    check = check_item(earlier, asked_of(earlier, "O33"), PlacedItem(published="no"))
    assert (check.high, check.price) == (0, Decimal("2.50"))


def test_in_the_year_whose_criteria_are_known_the_same_gap_is_sure():
    framework = load_framework(2566)
    asked = asked_of(framework, "O38")
    assert check_item(framework, asked, with_element(complete(asked), PROPOSAL, "missing")).high == 0
    assert check_item(framework, asked, with_element(complete(asked), PROPOSAL, "blank")).high == 0
    assert check_item(framework, asked, with_element(complete(asked), PROPOSAL, "said-none")).green


def test_elements_are_green_with_a_lead_missing_only_if_nobody_asks_for_it():
    asked = asked_of(FRAMEWORK, "O3")
    check = check_item(FRAMEWORK, asked, with_element(complete(asked), "พิกัดหรือแผนที่ตั้ง", "missing"))
    assert verdicts(check)["พิกัดหรือแผนที่ตั้ง"] == "doubtful"
    assert (check.low, check.high) == (0, 100)


def test_a_report_of_another_year_is_lost_and_both_years_are_named():
    asked = asked_of(FRAMEWORK, "O7")
    check = check_item(FRAMEWORK, asked, replace(complete(asked), years=frozenset({2566})))
    assert check.high == 0
    assert "2567" in check.gaps[0].reason
    assert "2566" in check.gaps[0].reason


def test_a_month_without_purchases_counts_when_it_says_so_and_not_when_it_is_left_out():
    asked = asked_of(FRAMEWORK, "O12")
    assert [wanted.month for wanted in asked.months] == list(months_of_first_half(2568))
    december = Month(2567, 12)
    months = {wanted.month: "present" for wanted in asked.months}
    said = check_item(FRAMEWORK, asked, replace(complete(asked), months={**months, december: "said-none"}))
    assert said.label == COMPLETE_BY_EXAMPLE
    del months[december]
    left_out = check_item(FRAMEWORK, asked, replace(complete(asked), months=months))
    assert [(part.kind, part.key) for part in left_out.gaps] == [("month", "ธันวาคม 2567")]


def test_months_that_an_office_was_told_of_hold_instead_of_those_of_the_catalogue():
    asked = asked_of(FRAMEWORK, "O12", months=[Month(2568, 4)])
    assert [wanted.month.name for wanted in asked.months] == ["เมษายน 2568"]
    lost = check_item(FRAMEWORK, asked, replace(complete(asked), months={}))
    assert lost.high == 0


@pytest.mark.parametrize(("field", "word"), [("files_open", "เปิดไม่ได้"), ("reachable", "เว็บไซต์หลัก")])
def test_a_file_that_does_not_open_and_a_page_that_nobody_reaches_lose_the_item(field, word):
    asked = asked_of(FRAMEWORK, "O4")
    check = check_item(FRAMEWORK, asked, replace(complete(asked), **{field: "no"}))
    assert (check.low, check.high) == (0, 0)
    assert word in check.gaps[0].reason


@pytest.mark.parametrize("field", ["text_layer", "accessible"])
def test_what_helps_readers_is_advice_and_never_a_loss(field):
    asked = asked_of(FRAMEWORK, "O1")
    check = check_item(FRAMEWORK, asked, replace(complete(asked), **{field: "no"}))
    assert check.green
    assert check.ready
    assert [part.verdict for part in check.parts if part.kind in ("text-layer", "accessibility")] == ["advice"]


def test_an_open_address_is_a_step_before_sending_and_no_loss():
    asked = asked_of(FRAMEWORK, "O1")
    check = check_item(FRAMEWORK, asked, replace(complete(asked), address_frozen="no"))
    assert check.green
    assert not check.ready


def test_what_nobody_checked_is_never_taken_for_good():
    asked = asked_of(FRAMEWORK, "O1")
    check = check_item(FRAMEWORK, asked, PlacedItem())
    assert (check.low, check.high) == (0, 100)
    assert set(verdicts(check).values()) == {"open"}
    assert not check.green


def test_an_item_that_is_not_there_at_all_says_only_that():
    check = check_item(FRAMEWORK, asked_of(FRAMEWORK, "O1"), PlacedItem(published="no"))
    assert [part.kind for part in check.parts] == ["published"]
    assert check.high == 0


def test_in_a_year_that_is_only_a_draft_nothing_is_green_and_no_year_is_asked_for():
    draft = framework_for(2570)
    assert draft.is_draft
    asked = asked_of(draft, "O1")
    check = check_item(draft, asked, complete(asked))
    assert asked.years == ()
    assert not check.green
    assert check.label == COMPLETE_BY_EXAMPLE


def test_a_copy_of_a_year_asks_for_nothing_as_established():
    copied = FRAMEWORK.model_copy(update={"drafted_from": 2568, "year": 2570})
    assert not any(element.sourced for element in asked_of(copied, "O1").elements)
    assert asked_of(copied, "O7").years == ()
    assert asked_of(copied, "O12").months == ()


def test_what_an_earlier_year_asked_for_is_a_lead_for_the_same_item():
    found = earlier_elements(FRAMEWORK, "O26")
    assert (found.year, found.code) == (2566, "O38")
    assert PROPOSAL in found.elements
    past_a_doubtful_year = earlier_elements(load_framework(2569), "O26")
    assert (past_a_doubtful_year.year, past_a_doubtful_year.code) == (2567, "O35")
    assert earlier_elements(framework_for(2570), "O1").year == 2569  # the year that the draft was copied from
    assert earlier_elements(FRAMEWORK, "O1") is None  # it has its own
    assert earlier_elements(FRAMEWORK, "O21") is None  # merged from two: not the same item
    assert earlier_elements(FRAMEWORK, "O43") is None


def test_the_year_of_the_report_on_measures_comes_from_the_chain_where_the_item_has_no_period():
    bare = FRAMEWORK.model_copy(
        update={"items": tuple(item.model_copy(update={"period": None}) for item in FRAMEWORK.items)}
    )
    assert [wanted.year for wanted in asked_of(bare, "O28").years] == [2567]
    assert [wanted.year for wanted in asked_of(bare, "O27").years] == [2568]
    assert asked_of(bare, "O26").years == ()


HARSH = ("ผิดพลาด", "บกพร่อง", "ลอก", "ทุจริตของ", "ทวง", "ละเลย", "ล่าช้า")


@pytest.mark.parametrize("code", CASES["items"])
def test_every_reason_suggests_in_plain_thai_and_accuses_nobody(code):
    asked = asked_of(FRAMEWORK, code)
    states = ("present", "said-none", "blank", "missing", "not-checked")
    places = [
        PlacedItem(),
        PlacedItem(published="no"),
        PlacedItem(years=frozenset(), files_open="no", reachable="no", text_layer="no", accessible="no"),
        *(PlacedItem(elements={element.text: state for element in asked.elements}) for state in states),
    ]
    for placed in places:
        check = check_item(FRAMEWORK, asked, placed)
        for part in check.parts:
            own_words = part.reason.replace(part.key, "")
            assert own_words.strip()
            assert not any(word in own_words for word in HARSH)
            assert not any(char.isascii() and char.isalpha() for char in own_words)


def test_a_place_where_the_year_is_not_named_says_so():
    asked = asked_of(FRAMEWORK, "O7")
    check = check_item(FRAMEWORK, asked, replace(complete(asked), years=frozenset()))
    assert check.high == 0
    assert "ไม่ได้ระบุปี" in check.gaps[0].reason


def test_parts_come_in_the_order_in_which_a_person_looks():
    asked = asked_of(FRAMEWORK, "O12")
    kinds = [part.kind for part in check_item(FRAMEWORK, asked, replace(complete(asked), text_layer="no")).parts]
    assert list(dict.fromkeys(kinds)) == ["element", "year", "month", "files", "link", "address", "text-layer"]


def test_the_first_half_of_a_fiscal_year_begins_in_the_october_before():
    assert [month.name for month in months_of_first_half(2568)] == [
        "ตุลาคม 2567", "พฤศจิกายน 2567", "ธันวาคม 2567", "มกราคม 2568", "กุมภาพันธ์ 2568", "มีนาคม 2568",
    ]  # fmt: skip


def test_an_item_that_the_year_has_not_is_refused():
    with pytest.raises(KeyError, match="O43"):
        asked_of(FRAMEWORK, "O43")
