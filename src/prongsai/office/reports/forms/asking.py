"""What is asked by GET: two versions to compare, where a way begins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.reports.models import Report
from prongsai.platform.ui.fields import WholeNumberField
from prongsai.platform.web.strict_form import StrictForm


class VersionsForm(StrictForm, forms.Form):
    """The version with which one is compared."""

    before = forms.ModelChoiceField(label=_("Compare with"), queryset=Report.objects.none())

    def __init__(self, *args: Any, versions: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["before"].queryset = versions  # type: ignore[attr-defined]


class LinksForm(StrictForm, forms.Form):
    """A code, a weak point of the analysed year (in its codes), a measure or a proof; nothing for all."""

    code = forms.RegexField(r"^([IEOieo][1-9][0-9]?|[1-9][0-9]?)$", required=False)
    weak = forms.RegexField(r"^([IEO][1-9][0-9]?|[1-9][0-9]?)$", required=False)
    measure = WholeNumberField(required=False, least=1, most=2**62)
    proof = WholeNumberField(required=False, least=1, most=2**62)
