"""Which of our fields stands for a field of a model: `formfield_callback = formfield` in a form's Meta."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

from prongsai.platform.ui.fields.dates import DateField, TimeField
from prongsai.platform.ui.fields.numbers import NumberField, WholeNumberField
from prongsai.platform.ui.fields.text import LongTextField, TextField
from prongsai.platform.ui.fields.web import WebAddressField

_OURS: tuple[tuple[type[models.Field[Any, Any]], type[forms.Field]], ...] = (
    (models.TextField, LongTextField),
    (models.DateField, DateField),
    (models.TimeField, TimeField),
    (models.DecimalField, NumberField),
    (models.FloatField, NumberField),
    (models.PositiveIntegerField, WholeNumberField),
    (models.PositiveSmallIntegerField, WholeNumberField),
    (models.PositiveBigIntegerField, WholeNumberField),
)
_STOCK = (models.EmailField, models.SlugField, models.DateTimeField)


def formfield(field: models.Field[Any, Any], **options: Any) -> forms.Field | None:
    """Give the form field of a model's field: ours for text, numbers, days and times, Django's for the rest."""
    if field.choices or isinstance(field, _STOCK) or not field.editable:
        return field.formfield(**options)
    told = {
        "required": not field.blank,
        "label": capfirst(field.verbose_name),
        "help_text": field.help_text,
        **options,
    }
    if field.has_default():
        told.setdefault("initial", field.get_default())
    for model_field, ours in _OURS:
        if isinstance(field, model_field):
            return ours(**told)
    if isinstance(field, models.URLField):
        return WebAddressField(max_length=field.max_length or 200, **told)
    if isinstance(field, models.CharField):
        return TextField(max_length=field.max_length or 200, empty_value=None if field.null else "", **told)
    return field.formfield(**options)
