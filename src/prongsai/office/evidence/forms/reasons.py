"""Why something goes back, or is not done."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import LongTextField
from prongsai.platform.web.strict_form import StrictForm


class BecauseForm(StrictForm, forms.Form):
    """A reason."""

    because = LongTextField(label=_("Reason"), max_length=500)
