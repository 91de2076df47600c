"""Text is normalised before anything asks whether it is there."""

import re
from pathlib import Path

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

import prongsai.ita.thai
from prongsai.ita.thai import Refused
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.ui import fields
from prongsai.platform.ui.fields.refusing import ENGLISH, error_of

THAI = Path(prongsai.ita.thai.__file__).parent


def refusal(field, text):
    with pytest.raises(ValidationError) as refused:
        field.clean(text)
    return refused.value.code


@pytest.mark.parametrize("invisible", ["\u200b", "\ufeff \u200d", "\u202e", "  \n "])
def test_a_text_of_invisible_characters_is_empty(invisible):
    assert refusal(fields.TextField(), invisible) == "required"
    assert fields.TextField(required=False).clean(invisible) == ""


def test_two_spellings_of_one_word_are_stored_alike():
    assert fields.TextField().clean("น\u0e49\u0e4d\u0e32") == fields.TextField().clean("น้ำ")


@given(st.text(max_size=80))
def test_reading_what_was_stored_changes_nothing(text):
    for field in (fields.TextField(required=False), fields.LongTextField(required=False)):
        try:
            stored = field.clean(text)
        except ValidationError:
            continue
        assert field.clean(stored) == stored


def test_one_line_stays_one_line_and_several_stay_several():
    assert fields.TextField().clean("ก\r\nข   ค") == "ก ข ค"
    assert fields.LongTextField().clean("ก\r\nข") == "ก\nข"


def test_a_text_too_long_is_refused_and_never_cut():
    assert refusal(fields.TextField(max_length=5), "123456") == "LENGTH"
    assert "maxlength" not in str(fields.LongTextField().widget_attrs(forms.Textarea()))


def test_what_cannot_be_a_name_is_refused():
    assert fields.NameField().clean("นางสาวพิมพ์ใจ  ตัวอย่างดี") == "นางสาวพิมพ์ใจ ตัวอย่างดี"
    assert refusal(fields.NameField(), "สมชาย😀") == "NAME"
    assert refusal(fields.NameField(), "สมชาย\u202e") == "NAME"


def test_numbers_of_people_are_read_with_blanks_hyphens_and_thai_digits():
    assert fields.CitizenIdField().clean("๐-๑๐๐๐-๐๐๐๐๐-๐๑-๘") == "0100000000018"
    assert refusal(fields.CitizenIdField(), "0100000000019") == "CITIZEN-ID"
    assert fields.PhoneField().clean("๐-๐๐๐๐-๑๑๐๑") == "000001101"
    assert refusal(fields.PhoneField(), "123") == "PHONE"


def test_every_rule_of_the_readers_has_its_english_sentence():
    rules = set()
    for path in THAI.glob("*.py"):
        rules |= set(re.findall(r'Refused\(\s*"([A-Z-]+)"', path.read_text(encoding="utf-8")))
    assert {"DATE", "NUMBER", "NAME"} <= rules
    assert rules <= ENGLISH.keys()


def test_a_refusal_speaks_the_language_of_the_page():
    refused = Refused("NUMBER", "“x” ไม่ใช่ตัวเลข")
    with translation.override("th"):
        assert error_of(refused).messages == ["“x” ไม่ใช่ตัวเลข"]
    with translation.override("en"):
        assert error_of(refused).messages == ["This is not a number."]


def test_a_form_of_a_model_gets_our_fields():
    form = forms.modelform_factory(Person, fields=["given_name", "since", "unit"], formfield_callback=fields.formfield)
    assert isinstance(form.base_fields["given_name"], fields.TextField)
    assert form.base_fields["given_name"].max_length == 100
    assert isinstance(form.base_fields["since"], fields.DateField)
    assert not form.base_fields["since"].required
    assert isinstance(form.base_fields["unit"], forms.ModelChoiceField)


def test_labels_of_a_form_of_a_model_follow_the_language():
    form = forms.modelform_factory(Unit, fields=["order"], formfield_callback=fields.formfield)
    field = form.base_fields["order"]
    assert isinstance(field, fields.WholeNumberField)
    assert field.initial == 0
    with translation.override("en"):
        assert str(field.label) == "Order"


@pytest.mark.parametrize(
    ("stock", "ours"),
    [
        (models.TextField(), fields.LongTextField),
        (models.TimeField(), fields.TimeField),
        (models.DecimalField(max_digits=5, decimal_places=2), fields.NumberField),
        (models.EmailField(), forms.EmailField),
    ],
)
def test_each_kind_of_stored_value_has_its_field(stock, ours):
    assert type(fields.formfield(stock)) is ours


def test_an_address_without_its_scheme_is_read_as_a_safe_one():
    assert fields.formfield(models.URLField()).clean("www.nongkrachang.example") == "https://www.nongkrachang.example"
