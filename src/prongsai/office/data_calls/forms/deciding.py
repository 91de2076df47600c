"""Why something goes back or is not needed; who is asked instead; that somebody was followed up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.forms.choosing import Owner, Owners, key_of
from prongsai.office.data_calls.models import CalledItem
from prongsai.platform.ui.fields import DateField, LongTextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.tasks.services import Channel


class BecauseForm(StrictForm, forms.Form):
    """A reason."""

    because = LongTextField(label=_("Reason"), max_length=500)


class ReturnForm(BecauseForm):
    """A reason, and a new day."""

    due = DateField(label=_("New day to hand it in by"), required=False, help_text=_("Without one the old day holds."))


class MoveForm(StrictForm, forms.Form):
    """Who is asked, and until when."""

    due = DateField(label=_("To be handed in by"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, owners: Owners, **options: Any) -> None:
        super().__init__(*args, **options)
        self.owners = owners
        self.fields["owner"] = owners.field(_("Who is to hand it in"))
        self.order_fields(("owner", "due"))

    @property
    def owner(self) -> Owner:
        """Who is asked."""
        return self.owners.known[self.cleaned_data["owner"]]

    @staticmethod
    def start(item: CalledItem) -> dict[str, Any]:
        """Give what the form shows first."""
        return {"owner": key_of(item.addressee.officer or item.addressee.unit), "due": item.due}


class ReminderForm(StrictForm, forms.Form):
    """By which channel somebody was followed up, and in which words."""

    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices, widget=forms.RadioSelect, initial="line")
    words = LongTextField(label=_("Words with it"), max_length=4_000)
