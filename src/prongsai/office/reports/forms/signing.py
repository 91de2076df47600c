"""The number and day that the registry of papers gave, and the signed copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, TextField
from prongsai.platform.web.strict_form import StrictForm


class NumberForm(StrictForm, forms.Form):
    """Number and day as they stand on the paper."""

    number = TextField(
        label=_("Number of the paper"),
        max_length=60,
        required=False,
        help_text=_("As the registry of papers gave it. Leave empty where it carries none."),
    )
    day = DateField(label=_("Date of the paper"))


class SignForm(NumberForm):
    """With the signed copy."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Signed copy"))
