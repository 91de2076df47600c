"""A form that carries the mark of what its writer saw."""

from __future__ import annotations

from django import forms

from prongsai.platform.web.strict_form import StrictForm


class SeenForm(StrictForm, forms.Form):
    """Base of forms that change something somebody else may change too."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
