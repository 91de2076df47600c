"""What is said about a list for the contractor, and about each change on it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models import AddressCheck
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WebAddressField
from prongsai.platform.web.strict_form import StrictForm


class SentForm(StrictForm, forms.Form):
    """On which day a list was sent, and how."""

    sent = DateField(label=_("Day of sending"))
    sent_by = TextField(
        label=_("By which way"), max_length=100, required=False, help_text=_("LINE, e-mail, handed over on paper …")
    )


class WhereForm(StrictForm, forms.Form):
    """Where on the site a change belongs."""

    where = TextField(label=_("Where on the site"), max_length=300, required=False, help_text=_("Menu, page, place."))


class AddressForm(StrictForm, forms.Form):
    """The address that came back."""

    address = WebAddressField(
        label=_("Address where it stands"), help_text=_("Copy it from the browser with the page open.")
    )


class SeenLiveForm(StrictForm, forms.Form):
    """On which day somebody saw it."""

    day = DateField(label=_("Seen live on"))


class DropForm(StrictForm, forms.Form):
    """Why it is not needed any more."""

    because = LongTextField(label=_("Reason"), max_length=300)


class ReachedForm(StrictForm, forms.Form):
    """What somebody found who opened the page."""

    outcome = forms.ChoiceField(
        label=_("What was found"),
        widget=forms.RadioSelect,
        choices=[
            choice for choice in AddressCheck.Outcome.choices if choice[0] != AddressCheck.Outcome.SITE_DOWN.value
        ],
    )
    detail = TextField(label=_("How one gets there, or what was seen"), max_length=300, required=False)
