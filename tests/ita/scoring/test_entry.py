"""Forms refuse what is wrong line by line, show what is doubtful, and never fill in what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.scoring import TypedRow, enter_scores, rows_from_json, rows_from_paste
from prongsai.ita.thai.refusal import Refused

NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
FIGURES = ("93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50")


def _sheet(**changed):
    rows = [TypedRow(n, f"ตัวชี้วัดที่ {n}", figure) for n, figure in enumerate(FIGURES, 1)]
    return [TypedRow(row.row, row.what, changed.get(f"n{row.row}", row.value)) for row in rows]


def _rules(result):
    return [(refusal.rule, refusal.place.row) for refusal in result.refusals]


def test_a_whole_sheet_is_taken_over_and_explained(framework_of):
    rows = [*_sheet(), TypedRow(11, "คะแนนเฉลี่ย", "88.75"), TypedRow(12, "ระดับผลการประเมิน", "“ผ่าน”")]
    result = enter_scores(framework_of(2567), rows)
    assert result.may_publish
    assert result.notices == ()
    assert result.outcome.overall == Decimal("88.748")
    assert (result.scores.overall, result.scores.level) == (Decimal("88.75"), "ผ่าน")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("๙๑.๓๖", "91.36"), ("91.36", "91.36"), (" ๙๑.๓๖ คะแนน", "91.36"), ("๘๕.๘๕.....คะแนน", "85.85"),
        (",,,,๘๓.๐๖,,,,,", "83.06"), ("๐..... คะแนน", "0"), ("100", "100"), ("๑๐๐.๐๐", "100.00"),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_offices_write_it(framework_of, typed, value):
    result = enter_scores(framework_of(2567), [TypedRow(1, "1", typed)])
    assert result.scores.indicators == {1: Decimal(value)}
    assert result.refusals == ()


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("10000", "RANGE"), ("100.01", "RANGE"), ("101", "RANGE"), ("-0.01", "RANGE"), ("1000000000", "RANGE"),
        ("100.004", "SCALE"), ("91.365", "SCALE"), ("NaN", "NUMBER"), ("Infinity", "NUMBER"), ("-0", "NUMBER"),
        ("1e2", "NUMBER"), ("1e9", "NUMBER"), ("1_0", "NUMBER"), ("0x5F", "NUMBER"), ("½", "NUMBER"), ("²", "NUMBER"),
        ("٩١.٣٦", "DIGITS"), ("９１.３６", "DIGITS"), ("९१", "DIGITS"), ("91,36", "COMMA"), ("1,23,4", "NUMBER"),
        ("1,234.50", "NUMBER"),
    ],
)  # fmt: skip
def test_a_figure_that_is_no_score_is_refused_with_its_row(framework_of, typed, rule):
    result = enter_scores(framework_of(2567), _sheet(n4=typed))
    assert _rules(result) == [(rule, 4)]
    assert "บรรทัด 4" in str(result.refusals[0])
    assert 4 not in result.scores.indicators
    assert not result.may_publish


def test_a_hundred_that_lost_its_point_is_refused_with_what_it_may_mean(framework_of):
    result = enter_scores(framework_of(2567), _sheet(n9="๑๐๐๐๐"))
    assert "หมายถึง 100.00 หรือไม่" in result.refusals[0].message


def test_mixed_digits_are_accepted_with_a_notice_that_names_the_row(framework_of):
    result = enter_scores(framework_of(2567), _sheet(n2="๙1.๓6"))
    assert result.scores.indicators[2] == Decimal("91.36")
    assert [notice.rule for notice in result.notices] == ["MIXED-DIGITS"]
    assert result.notices[0].message.startswith("บรรทัด 2:")


@pytest.mark.parametrize("typed", ["", "  ", "-", "–", "ไม่มี"])
def test_nothing_stated_is_missing_and_not_zero(framework_of, typed):
    result = enter_scores(framework_of(2567), _sheet(n4=typed))
    assert 4 not in result.scores.indicators
    assert result.refusals == ()
    assert result.missing == ("ยังไม่มีคะแนน IIT เพราะขาดตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ",)
    assert result.outcome.overall is None
    assert not result.may_publish


def test_a_zero_is_a_score(framework_of):
    result = enter_scores(framework_of(2567), _sheet(n10="๐..... คะแนน"))
    assert result.scores.indicators[10] == 0
    assert result.outcome.overall is not None


def test_the_same_value_twice_is_noticed(framework_of):
    result = enter_scores(framework_of(2567), [*_sheet(), TypedRow(11, "3", "86.75")])
    assert result.may_publish
    assert [notice.rule for notice in result.notices] == ["DUPLICATE"]


def test_two_values_for_one_indicator_are_refused_with_both_places(framework_of):
    result = enter_scores(framework_of(2567), [*_sheet(), TypedRow(11, "การใช้อำนาจ", "68.75")])
    assert _rules(result) == [("DUPLICATE", 11)]
    assert "86.75 (บรรทัด 3)" in result.refusals[0].message
    assert result.scores.indicators[3] == Decimal("86.75")


def test_two_numbers_under_one_name_are_kept_by_number_and_noticed(framework_of):
    rows = [TypedRow(9, "9 การเปิดเผยข้อมูล", "23.60"), TypedRow(10, "10 การเปิดเผยข้อมูล", "0")]
    result = enter_scores(framework_of(2567), rows)
    assert result.scores.indicators == {9: Decimal("23.60"), 10: Decimal(0)}
    assert {notice.rule for notice in result.notices} == {"NAME", "UNREACHABLE"}


@pytest.mark.parametrize("what", ["11", "ตัวชี้วัดที่ 11", "๐", "X", "", "ตัวชี้วัดที่ X", "การเดินทาง"])
def test_an_indicator_that_the_year_does_not_have_is_refused(framework_of, what):
    result = enter_scores(framework_of(2567), [TypedRow(7, what, "90.00")])
    assert _rules(result) == [("INDICATOR", 7)]


@pytest.mark.parametrize(
    "what", ["4", "๔", "ตัวชี้วัดที่ ๔", "4. การใช้ทรัพย์สินของราชการ", "การใช้ทรัพย์สินของราชการ", "การใช้ทรัพยสินของราชการ"]
)
def test_an_indicator_is_found_by_number_or_name(framework_of, what):
    result = enter_scores(framework_of(2567), [TypedRow(1, what, "78.16")])
    assert result.scores.indicators == {4: Decimal("78.16")}


def test_instruments_parts_questions_and_items_find_their_place(framework_of):
    rows = [("IIT", "86.86"), ("EIT ส่วนที่ ๒", "84.58"), ("i๘", "71.20"), ("o38", "0"), ("9.3", "75")]
    typed = [TypedRow(n, what, value) for n, (what, value) in enumerate(rows, 1)]
    scores = enter_scores(framework_of(2566, questions=True), typed).scores
    assert scores.instruments == {"IIT": Decimal("86.86")}
    assert scores.eit_parts == {"EIT2": Decimal("84.58")}
    assert scores.questions == {"I8": Decimal("71.20")}
    assert scores.items == {"O38": Decimal(0)}
    assert scores.sub_indicators == {"9.3": Decimal(75)}


@pytest.mark.parametrize(("what", "rule"), [("i31", "QUESTION"), ("e16", "QUESTION"), ("o44", "ITEM")])
def test_a_code_of_another_year_is_refused(framework_of, what, rule):
    result = enter_scores(framework_of(2566, questions=True), [TypedRow(1, what, "90")])
    assert _rules(result) == [(rule, 1)]


def test_an_item_is_all_or_nothing(framework_of):
    assert _rules(enter_scores(framework_of(2566), [TypedRow(3, "O38", "50")])) == [("ITEM", 3)]


def test_a_total_and_a_level_that_do_not_match_are_noticed_and_kept(framework_of):
    rows = [*_sheet(), TypedRow(11, "ภาพรวม", "89.99"), TypedRow(12, "ระดับ", "E")]
    result = enter_scores(framework_of(2567), rows)
    assert [notice.rule for notice in result.notices] == ["TOTAL", "LEVEL"]
    assert result.notices[0].message == "คะแนนภาพรวม ที่พิมพ์ 89.99 ต่างจากที่คำนวณได้ 88.75 อยู่ 1.24"
    assert result.scores.overall == Decimal("89.99")


def test_an_unreachable_value_is_noticed_with_its_neighbours(framework_of):
    result = enter_scores(framework_of(2566), [TypedRow(1, "9", "90.20")])
    assert result.notices[0].rule == "UNREACHABLE"
    assert result.notices[0].message.endswith("ค่าใกล้เคียงคือ 90.00 หรือ 90.50")


def test_a_pasted_table_and_a_sent_one_mean_the_same(framework_of):
    pasted = "\n".join(f"{n}\t{name}\t{figure}" for n, (name, figure) in enumerate(zip(NAMES, FIGURES, strict=True), 1))
    sent = ",".join(f'{{"number": {n}, "score": {figure}}}' for n, figure in enumerate(FIGURES, 1))
    framework = framework_of(2567)
    by_paste = enter_scores(framework, rows_from_paste(f"\n{pasted}\nรวม\t88.75\n"))
    by_json = enter_scores(framework, rows_from_json(f'{{"overall": 88.75, "level": null, "indicators": [{sent}]}}'))
    assert by_paste.scores == by_json.scores
    assert by_paste.may_publish
    assert by_paste.notices == ()


@pytest.mark.parametrize(
    "text",
    [
        '{"overall": NaN}', '{"overall": Infinity}', '{"overall": 90, "overall": 91}',
        '{"indicators": [{"number": 1, "score": 90, "score": 91}]}', "[1, 2]", "{", "", '{"indicators": {"1": 90}}',
        '{"indicators": [{"number": 1}]}', '{"instruments": [90]}', '{"overall": [90]}', '{"overall": true}',
        "[" * 50_000, '{"indicators": 90}', '{"indicators": [90]}', '{"overall": {"a": 1}}',
    ],
)  # fmt: skip
def test_json_that_says_two_things_or_nothing_is_refused(text):
    with pytest.raises(Refused) as refusal:
        rows_from_json(text)
    assert refusal.value.rule == "JSON"


def test_questions_and_items_may_be_sent_by_code(framework_of):
    codes = '"questions": {"I8": 71.20}, "items": {"O38": 0}, "sub_indicators": {"9.3": 75}'
    sent = f'{{{codes}, "instruments": {{"EIT1": 83.66}}}}'
    scores = enter_scores(framework_of(2566, questions=True), rows_from_json(sent)).scores
    assert (scores.questions, scores.items) == ({"I8": Decimal("71.20")}, {"O38": Decimal(0)})
    assert (scores.sub_indicators, scores.eit_parts) == ({"9.3": Decimal(75)}, {"EIT1": Decimal("83.66")})


@pytest.mark.parametrize("figure", ["1e2", "1e999", "-0.01", "91.365"])
def test_a_json_number_meets_the_same_parser_as_a_typed_one(framework_of, figure):
    rows = rows_from_json(f'{{"indicators": [{{"number": 1, "score": {figure}}}]}}')
    assert len(enter_scores(framework_of(2567), rows).refusals) == 1


def test_a_sheet_beyond_all_measure_is_refused():
    with pytest.raises(Refused) as refusal:
        rows_from_paste("1\t90\n" * 30_000)
    assert refusal.value.rule == "LENGTH"


@given(rows=st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=6))
def test_no_input_breaks_the_form(framework_of, rows):
    typed = [TypedRow(n, what, value) for n, (what, value) in enumerate(rows, 1)]
    result = enter_scores(framework_of(2567), typed)
    assert all(refusal.place.row for refusal in result.refusals)
    assert all(0 <= score <= 100 for score in result.scores.indicators.values())
