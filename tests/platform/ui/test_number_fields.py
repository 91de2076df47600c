"""Numbers as people type them, and none of the computer's own spellings."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import to_thai
from prongsai.platform.ui.fields import MoneyField, NumberField, ScoreField, WholeNumberField

SATANG = st.integers(min_value=0, max_value=10**13).map(lambda satang: Decimal(satang).scaleb(-2))


def refusal(field, text):
    with pytest.raises(ValidationError) as refused:
        field.clean(text)
    return refused.value.code


@given(SATANG, st.booleans())
def test_an_amount_is_read_again_as_it_is_shown(amount, in_thai_digits):
    field = MoneyField()
    shown = field.prepare_value(amount)
    assert field.clean(to_thai(shown) if in_thai_digits else shown) == amount


@pytest.mark.parametrize("text", ["1e2", "1_0", "NaN", "Infinity", "0x5F", "½", "²", "１２", "٣", "--1", "1..2"])
@pytest.mark.parametrize(
    "field", [NumberField(), MoneyField(), ScoreField(), WholeNumberField()], ids=lambda f: type(f).__name__
)
def test_spellings_of_computers_and_foreign_digits_are_refused(field, text):
    assert refusal(field, text) in {"NUMBER", "DIGITS", "COMMA"}


def test_a_score_is_never_rounded():
    assert ScoreField().clean("๙๑.๓๖") == Decimal("91.36")
    assert refusal(ScoreField(), "100.004") == "SCALE"
    assert refusal(ScoreField(), "100.01") == "RANGE"
    assert refusal(ScoreField(), "-0.01") == "RANGE"


def test_money_has_no_part_of_a_satang_and_is_not_below_zero():
    assert MoneyField().clean("46,800,000 บาท") == Decimal(46_800_000)
    assert refusal(MoneyField(), "0.005") == "SCALE"
    assert refusal(MoneyField(), "-1") == "RANGE"
    assert refusal(MoneyField(), "1,2") == "COMMA"


def test_a_count_is_whole_and_inside_its_range():
    field = WholeNumberField(least=1, most=40)
    assert field.clean("๔๐") == 40
    assert refusal(field, "0") == "RANGE"
    assert refusal(field, "41") == "RANGE"
    assert refusal(field, "1.5") == "NUMBER"


@pytest.mark.parametrize("text", ["", "  ", "-", "ไม่มี"])
def test_none_is_a_value_where_it_may_be(text):
    assert NumberField(required=False).clean(text) is None
    assert refusal(NumberField(), text) == "required"


def test_the_range_is_said_in_the_language_of_the_page():
    field = NumberField(least=1)
    with translation.override("th"), pytest.raises(ValidationError, match="ต้องไม่น้อยกว่า 1"):
        field.clean("0")
    with translation.override("en"), pytest.raises(ValidationError, match="must be 1 or more"):
        field.clean("0")
