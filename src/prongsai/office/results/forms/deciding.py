"""Correcting a score."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import LongTextField, ScoreField, TextField
from prongsai.platform.web.strict_form import StrictForm


class LineForm(StrictForm, forms.Form):
    """What holds. An item is passed or not: 0 or 100."""

    value = ScoreField(label=_("Score that holds"), required=False, help_text=_("Left empty it is missing, never 0."))
    remark = LongTextField(label=_("Remark of the assessor"), required=False, max_length=2_000)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, is_item: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_item = is_item
        if not is_item:
            del self.fields["remark"]

    def clean_value(self) -> Any:
        """Refuse an item that is neither."""
        value = self.cleaned_data["value"]
        if self.is_item and value is not None and value not in (0, 100):
            raise forms.ValidationError(_("An OIT item has 0 or 100."), code="ITEM")
        return value


class LevelForm(StrictForm, forms.Form):
    """The level as announced."""

    word = TextField(label=_("Level that holds"), required=False, max_length=40)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
