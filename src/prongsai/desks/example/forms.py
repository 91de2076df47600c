"""The form of a talk."""

from __future__ import annotations

from django import forms

from prongsai.desks.example.models import Talk


class TalkForm(forms.ModelForm[Talk]):
    """Where, when, how many."""

    class Meta:
        model = Talk
        fields = ("village", "happened", "listeners")
