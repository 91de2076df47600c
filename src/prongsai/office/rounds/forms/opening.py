"""Opening a year."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import YearField
from prongsai.platform.web.strict_form import StrictForm


class OpenForm(StrictForm, forms.Form):
    """Which fiscal year."""

    fiscal_year = YearField(label=_("Fiscal year"), help_text=_("Buddhist era, for example 2568."))
