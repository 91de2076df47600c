"""A day in three boxes: read as people mean it, in the calendar they live in."""

from datetime import date

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import to_thai
from prongsai.platform.ui.fields import DateField, TimeField, YearField

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


class DueForm(forms.Form):
    due = DateField(label="Due on")


def sent(day="", month="", year=""):
    return DueForm({"due_day": day, "due_month": month, "due_year": year})


def error(form, field="due"):
    assert not form.is_valid()
    return form.errors.as_data()[field][0]


@given(DAYS, st.booleans())
def test_what_is_shown_is_what_is_read_again(day, in_thai_digits):
    boxes = [str(box) for box in DateField().widget.decompress(day)]
    if in_thai_digits:
        boxes = [to_thai(boxes[0]), boxes[1], to_thai(boxes[2])]
    form = sent(*boxes)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["due"] == day


def test_the_leap_day_that_the_stock_field_refuses_is_a_day():
    form = sent("29", "2", "2567")
    assert form.is_valid()
    assert form.cleaned_data["due"] == date(2024, 2, 29)


def test_a_whole_date_in_the_first_box_is_understood():
    form = sent(day="๑๕ พ.ย. ๒๕๖๕")
    assert form.is_valid()
    assert form.cleaned_data["due"] == date(2022, 11, 15)


@pytest.mark.parametrize(
    ("boxes", "rule"),
    [
        (("31", "2", "2568"), "DATE"),
        (("10", "1", "2025"), "ERA"),
        (("10", "1", "68"), "YEAR"),
        (("x", "1", "2568"), "DATE"),
        (("", "1", "2568"), "DATE"),
        (("1", "", "2568"), "DATE"),
        (("1", "1", ""), "DATE"),
        (("1", "13", "2568"), "DATE"),
    ],
)
def test_what_is_no_day_is_refused_with_its_rule(boxes, rule):
    assert error(sent(*boxes)).code == rule


def test_the_missing_part_is_named():
    with translation.override("en"):
        assert "month" in error(sent("1", "", "2568")).messages[0]
        assert "year" in error(sent("1", "1", "")).messages[0]


def test_nothing_at_all_is_refused_only_where_a_day_is_required():
    assert error(sent()).code == "required"
    optional = type("Optional", (forms.Form,), {"due": DateField(required=False)})({})
    assert optional.is_valid()
    assert optional.cleaned_data["due"] is None


def test_what_was_typed_stays_in_the_boxes_after_a_refusal():
    html = str(sent("31", "2", "2568")["due"])
    assert 'value="31"' in html
    assert '<option value="2" selected>' in html
    assert 'value="2568"' in html


def test_a_change_is_noticed_by_the_day_and_not_by_the_spelling():
    field = DateField()
    assert not field.has_changed(date(2025, 3, 17), ["๑๗", "3", "2568"])
    assert field.has_changed(date(2025, 3, 17), ["18", "3", "2568"])
    assert field.has_changed(date(2025, 3, 17), ["x", "3", "2568"])


def test_months_stand_by_name_in_the_language_of_the_page():
    with translation.override("th"):
        assert "มีนาคม" in str(sent()["due"])
    with translation.override("en"):
        assert "March" in str(sent()["due"])


def test_a_year_is_of_the_buddhist_era():
    assert YearField().clean("ปีงบประมาณ ๒๕๖๘") == 2568
    with pytest.raises(forms.ValidationError) as refused:
        YearField().clean("2025")
    assert refused.value.code == "ERA"


def test_a_time_is_written_as_offices_write_it():
    field = TimeField()
    assert field.prepare_value(field.clean("๑๓.๓๐ น.")) == "13.30"
    with pytest.raises(forms.ValidationError):
        field.clean("25.00")


def test_who_fills_no_boxes_may_send_one_text():
    for text in ("2025-03-17", "๑๗ มี.ค. ๒๕๖๘"):
        form = DueForm({"due": text})
        assert form.is_valid()
        assert form.cleaned_data["due"] == date(2025, 3, 17)
