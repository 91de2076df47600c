"""The proof of a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WebAddressField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.meetings.models import ProofKind


class ProofForm(StrictForm, forms.Form):
    """What was done, and what proves it. `records_for`: the form offers to record it for somebody else."""

    sentence = LongTextField(
        label=_("What was done, when"), max_length=2_000, help_text=_("With numbers, days and places, as they are.")
    )
    kind = forms.ChoiceField(label=_("What proves it"), choices=ProofKind.choices, widget=forms.RadioSelect)
    link = WebAddressField(label=_("Address of the page"), required=False, help_text=_("Begins with https://"))
    paper_number = TextField(label=_("Number of the paper"), required=False, max_length=60)
    paper_day = DateField(label=_("Day of the paper"), required=False)
    recorded_for = forms.ModelChoiceField(
        label=_("Recorded for"), required=False, queryset=Person.objects.none(), empty_label=_("myself")
    )
    received_by = TextField(
        label=_("Received by"), required=False, max_length=100, help_text=_("LINE, paper, telephone, in person")
    )

    def __init__(self, *args: Any, people: Any, records_for: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False)
        self.fields["recorded_for"].queryset = people  # type: ignore[attr-defined]
        if not records_for:
            del self.fields["recorded_for"], self.fields["received_by"]
        self.order_fields(["sentence", "kind", "files", "link", "paper_number", "paper_day", "recorded_for"])

    def clean_link(self) -> str:
        """Take addresses of web pages only."""
        link: str = self.cleaned_data["link"]
        if link and not link.startswith(("https://", "http://")):
            raise forms.ValidationError(_("Give the address of a web page."))
        return link

    def clean(self) -> dict[str, Any]:
        """Ask for what the kind of proof needs, and for the channel of what is recorded for somebody."""
        told = super().clean() or self.cleaned_data
        needed = {"file": ("files",), "link": ("link",), "paper": ("paper_number", "paper_day")}
        for name in needed.get(told.get("kind", ""), ()):
            if not told.get(name) and name not in self.errors:
                self.add_error(name, _("This proves it: it must be there."))
        if told.get("recorded_for") and not told.get("received_by"):
            self.add_error("received_by", _("Say how it reached you."))
        return dict(told)


class ReturnForm(StrictForm, forms.Form):
    """What is lacking in a proof."""

    because = TextField(label=_("What is lacking"), max_length=400)
