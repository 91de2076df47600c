"""Form fields that read Thai as people type it. The stock fields read dates and numbers wrongly: never use those."""

from prongsai.platform.ui.fields.dates import DateField, TimeField, YearField
from prongsai.platform.ui.fields.models import formfield
from prongsai.platform.ui.fields.numbers import MoneyField, NumberField, ScoreField, WholeNumberField
from prongsai.platform.ui.fields.people import CitizenIdField, NameField, PhoneField
from prongsai.platform.ui.fields.text import LongTextField, TextField
from prongsai.platform.ui.fields.web import WebAddressField

__all__ = [
    "CitizenIdField",
    "DateField",
    "LongTextField",
    "MoneyField",
    "NameField",
    "NumberField",
    "PhoneField",
    "ScoreField",
    "TextField",
    "TimeField",
    "WebAddressField",
    "WholeNumberField",
    "YearField",
    "formfield",
]
