"""The form of a talk."""

from __future__ import annotations

from django import forms

from prongsai.desks.example.models import Talk
from prongsai.platform.ui.fields import formfield
from prongsai.platform.web.strict_form import StrictForm


class TalkForm(StrictForm, forms.ModelForm[Talk]):
    """Where, when, how many."""

    class Meta:
        model = Talk
        fields = ("village", "happened", "listeners")
        formfield_callback = formfield
