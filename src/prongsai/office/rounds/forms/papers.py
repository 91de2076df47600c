"""What is typed for the papers of a year. All of it may be left out: the paper then has a marked gap."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm


class _PaperForm(StrictForm, forms.Form):
    also = frozenset({"as"})

    held_on = DateField(label=_("Day"), required=False)
    place = TextField(label=_("Place"), required=False, max_length=200)


class BriefingForm(_PaperForm):
    """When and where staff are briefed, and whom they may ask."""

    contact = TextField(
        label=_("Whom to ask"), required=False, max_length=200, help_text=_("Post and telephone of the office.")
    )


class MeetingForm(_PaperForm):
    """Of which meeting the page is, and what it is to decide."""

    agenda_item = TextField(label=_("Number of the agenda item"), required=False, max_length=40)
    to_decide = LongTextField(
        label=_("To be decided"), required=False, max_length=2_000, help_text=_("One matter to a line.")
    )
