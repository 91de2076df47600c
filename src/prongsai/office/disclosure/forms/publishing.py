"""What is said before something is published, when it is withdrawn, and when a set is closed or opened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models import PrivacyAnswer
from prongsai.office.disclosure.services.looking_through import Finding
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm

_SHORT = 16


class PrivacyForm(StrictForm, forms.Form):
    """For each finding whether it is hidden or shown, and why it may be shown. What is left open stays open."""

    def __init__(self, *args: Any, findings: Iterable[Finding], **options: Any) -> None:
        super().__init__(*args, **options)
        self.findings = {each.mark[:_SHORT]: each for each in findings}
        for key, each in self.findings.items():
            choices = [PrivacyAnswer.Answer.SHOW] if each.fixed else list(PrivacyAnswer.Answer)
            self.fields[f"answer-{key}"] = forms.ChoiceField(
                label=_("What becomes of it"),
                choices=[(choice.value, choice.label) for choice in choices],
                widget=forms.RadioSelect,
                required=False,
                initial=each.answer.answer if each.answer else None,
            )
            self.fields[f"because-{key}"] = TextField(
                label=_("Why it may be shown"),
                max_length=300,
                required=False,
                initial=each.answer.because if each.answer else "",
            )

    def clean(self) -> dict[str, Any]:
        """Ask why, of each that is shown."""
        told = dict(super().clean() or self.cleaned_data)
        for key in self.findings:
            if told.get(f"answer-{key}") == PrivacyAnswer.Answer.SHOW and not told.get(f"because-{key}"):
                self.add_error(f"because-{key}", _("Say why it may be shown."))
        return told

    @property
    def answers(self) -> dict[str, tuple[str, str]]:
        """The answers by the mark of the finding: what becomes of it, and the reason."""
        told = self.cleaned_data
        return {
            each.mark: (told[f"answer-{key}"], told.get(f"because-{key}", ""))
            for key, each in self.findings.items()
            if told.get(f"answer-{key}")
        }

    def beside(self) -> list[tuple[Finding, forms.BoundField, forms.BoundField]]:
        """Give each finding with its two fields."""
        return [(each, self[f"answer-{key}"], self[f"because-{key}"]) for key, each in self.findings.items()]


class PublishForm(StrictForm, forms.Form):
    """What was on the page (`seen`, its mark), and the days of the content, where the office knows them."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    happened = DateField(label=_("Happened on"), required=False)
    received = DateField(label=_("Received by the office on"), required=False)


class ManyForm(StrictForm, forms.Form):
    """Which items are published with one press."""

    items = forms.MultipleChoiceField(label=_("Items"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["items"].choices = list(choices)  # type: ignore[attr-defined]


class BecauseForm(StrictForm, forms.Form):
    """Why a page is withdrawn, or a closed set is opened."""

    because = LongTextField(label=_("Reason"), max_length=500)


class SureForm(StrictForm, forms.Form):
    """Nothing but a yes."""

    sure = forms.BooleanField(label=_("Yes, close the set"))
