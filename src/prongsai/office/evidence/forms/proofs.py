"""Proof: what it shows, its three days, what it is used for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.models import Proof
from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WebAddressField
from prongsai.platform.web.strict_form import StrictForm

EDITED = ("words", "document_number", "link", "happened", "published", "expires", "may_be_public")


class ProofForm(StrictForm, forms.Form):
    """A proof as it is given or changed. With `uses` it can be used for one thing at once."""

    words = LongTextField(
        label=_("What it shows"), max_length=2_000,
        help_text=_("One sentence: what, how many, where, when."),
    )  # fmt: skip
    happened = DateField(label=_("Happened on"), required=False)
    document_number = TextField(label=_("Number of the document"), required=False, max_length=80)
    link = WebAddressField(label=_("Address"), required=False)
    published = DateField(label=_("Published on"), required=False)
    expires = DateField(label=_("Valid until"), required=False, help_text=_("After this day a newer one is asked for."))
    may_be_public = forms.BooleanField(label=_("May be shown to the public"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, day: date, uses: Iterable[Any] = (), units: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = day
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Photographs or files"))
        if uses:
            self.fields["use"] = forms.ChoiceField(label=_("Used for"), required=False, choices=[("", "–"), *uses])
        if units is not None:
            self.fields["unit"] = forms.ModelChoiceField(label=_("Unit"), queryset=units, required=False)
        self.order_fields(("words", "files", "happened", "document_number", "link", "use", "unit"))

    def clean(self) -> dict[str, Any]:
        """Refuse days to come, and a proof that ends before it begins."""
        told = super().clean() or self.cleaned_data
        for name in ("happened", "published"):
            if told.get(name) and told[name] > self.today:
                self.add_error(name, _("The day has not come yet."))
        if told.get("expires") and told.get("happened") and told["expires"] < told["happened"]:
            self.add_error("expires", _("It ends before it happened."))
        return dict(told)

    @staticmethod
    def start(proof: Proof) -> dict[str, Any]:
        """Give what the form shows first."""
        return {name: getattr(proof, name) for name in EDITED}

    @property
    def unit(self) -> Unit | None:
        """The unit that was chosen."""
        found: Unit | None = self.cleaned_data.get("unit")
        return found


class UseForm(StrictForm, forms.Form):
    """One thing more for which a proof is used."""

    use = forms.ChoiceField(label=_("Used for"))

    def __init__(self, *args: Any, uses: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["use"].choices = [("", "–"), *uses]  # type: ignore[attr-defined]


class AnswerForm(StrictForm, forms.Form):
    """What a person says to the questions about a proof."""

    also: ClassVar[frozenset[str]] = frozenset({"back"})
    answer = LongTextField(label=_("Answer to the questions"), max_length=500)
