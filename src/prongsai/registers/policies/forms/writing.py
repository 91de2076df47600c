"""Writing a policy, and writing down one that was in force before."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.policies.models import PolicyKind, PolicyVersion
from prongsai.registers.policies.services import PolicyText


class PolicyForm(StrictForm, forms.Form):
    """What a policy says, and whose it is."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PolicyKind.choices)
    title = TextField(label=_("Title"), max_length=300, help_text=_("Without the word “about” and without the kind."))
    unit = forms.ModelChoiceField(label=_("Owner unit"), queryset=Unit.objects.none())
    text = LongTextField(
        label=_("Text"),
        max_length=20_000,
        required=False,
        help_text=_("One paragraph to a line. A longer text can be attached as a file afterwards."),
    )
    is_public = forms.BooleanField(label=_("Everybody may read it on the public page"), required=False, initial=True)

    watched: ClassVar[tuple[str, ...]] = ("title", "text")

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def told(self) -> PolicyText:
        """Give what the services take."""
        told = self.cleaned_data
        return PolicyText(PolicyKind(told["kind"]), told["title"], told["unit"], told["text"], told["is_public"])

    @staticmethod
    def start(version: PolicyVersion) -> dict[str, Any]:
        """Give what the form shows first."""
        policy = version.policy
        return {
            "kind": policy.kind,
            "title": version.title,
            "unit": policy.unit_id,
            "text": version.text,
            "is_public": policy.is_public,
        }


class ExistingForm(PolicyForm):
    """A policy that was signed before it came in here."""

    number = TextField(label=_("Number of the paper"), max_length=60, required=False)
    signed = DateField(label=_("Signed on"))
    since = DateField(label=_("In force since"))
    signer_post = TextField(label=_("Post of the signer"), max_length=200, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, required=False, label=_("Signed paper"))

    def told_of_paper(self) -> dict[str, Any]:
        """Give what `services.add_existing` takes beside the text."""
        told = self.cleaned_data
        return {name: told[name] for name in ("number", "signed", "since", "signer_post", "scan")}
