"""Asking: a call to all units, what it says, one thing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.forms.choosing import Owners
from prongsai.office.data_calls.services import Asked, Letter, Owned
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm

MOST_FIGURES, LONGEST_FIGURE = 10, 100


class CallForm(StrictForm, forms.Form):
    """What a call says. Number and day of the memo come from the registry and may be typed later."""

    title = TextField(label=_("Title of the call"), max_length=200)
    due = DateField(label=_("To be handed in by"))
    contact = TextField(
        label=_("Whom to ask"),
        required=False,
        max_length=200,
        help_text=_("Post and office telephone of who answers questions."),
    )
    sent = DateField(label=_("Asked on"), help_text=_("The day of the memo, or today."))
    memo_number = TextField(
        label=_("Number of the memo"), required=False, max_length=60, help_text=_("As the registry wrote it.")
    )
    memo_day = DateField(label=_("Day of the memo"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for days in order."""
        told = dict(super().clean() or self.cleaned_data)
        if told.get("due") and told.get("sent") and told["due"] < told["sent"]:
            self.add_error("due", _("The last day lies before the first day."))
        return told

    @property
    def letter(self) -> Letter:
        """What the call says, as the services take it."""
        names = ("title", "sent", "due", "memo_number", "memo_day", "contact")
        return Letter(**{name: self.cleaned_data[name] for name in names})


class NewCallForm(CallForm):
    """The same, with the items of the year that have somebody to hand them in."""

    field_order = ("title", "due", "contact", "codes", "sent", "memo_number", "memo_day")

    def __init__(self, *args: Any, owned: Sequence[Owned], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(each.code, f"{each.code} {each.title} · {each.officer or each.unit}") for each in owned]
        self.fields["codes"] = forms.MultipleChoiceField(
            label=_("What to ask for"),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            initial=[code for code, _words in choices],
        )
        self.order_fields(self.field_order)


class ItemForm(StrictForm, forms.Form):
    """One thing more, in free words."""

    title = TextField(label=_("Thing asked for"), max_length=300)
    due = DateField(label=_("To be handed in by"))
    details = LongTextField(label=_("More about it"), required=False, max_length=3_000)
    figures = LongTextField(
        label=_("Numbers asked for"), required=False, max_length=1_200,
        help_text=_("One to a line, for example: articles looked at. Each gets its own box."),
    )  # fmt: skip

    def __init__(self, *args: Any, owners: Owners, **options: Any) -> None:
        super().__init__(*args, **options)
        self.owners = owners
        self.fields["owner"] = owners.field(_("Who is to hand it in"))
        self.order_fields(("title", "owner", "due", "details", "figures"))

    def clean_figures(self) -> list[str]:
        """Give the numbers by their words, each once; refuse too many and too long ones."""
        lines = list(dict.fromkeys(line.strip() for line in self.cleaned_data["figures"].splitlines() if line.strip()))
        if len(lines) > MOST_FIGURES:
            raise forms.ValidationError(_("At most ten numbers."))
        if any(len(line) > LONGEST_FIGURE for line in lines):
            raise forms.ValidationError(_("Say each number in at most a hundred characters."))
        return lines

    @property
    def asked(self) -> Asked:
        """What is asked, as the services take it."""
        told = self.cleaned_data
        return Asked(
            title=told["title"],
            owner=self.owners.known[told["owner"]],
            due=told["due"],
            details=told["details"],
            figures=told["figures"],
        )
