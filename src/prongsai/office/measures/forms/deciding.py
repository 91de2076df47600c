"""A decision that was taken elsewhere, and when the plan was made known."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import DateField, TextField
from prongsai.platform.web.strict_form import StrictForm


class DecideForm(StrictForm, forms.Form):
    """Day and place of the decision."""

    day = DateField(label=_("Plan decided on"))
    decided_in = TextField(
        label=_("Decided in"), max_length=300,
        help_text=_("Meeting and its number, or the approval on paper with number and day."),
    )  # fmt: skip


class MadeKnownForm(StrictForm, forms.Form):
    """When everybody was told."""

    day = DateField(label=_("Made known on"))
