"""Forms of the notices."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from prongsai.platform.notices.models import Quiet, Rhythm, Step
from prongsai.platform.ui.fields import TextField, WholeNumberField
from prongsai.platform.web.strict_form import StrictForm

MOST_DAYS = 60


class WishesForm(StrictForm, forms.Form):
    """How one wishes to be told."""

    by_mail = forms.BooleanField(label=_("By e-mail"), required=False)
    by_line = forms.BooleanField(label=_("By LINE"), required=False)
    rhythm = forms.ChoiceField(label=_("How often"), choices=Rhythm.choices, widget=forms.RadioSelect)
    quiet = forms.ChoiceField(
        label=_("Quiet hours"),
        choices=Quiet.choices,
        widget=forms.RadioSelect,
        help_text=_("What cannot wait is sent all the same."),
    )

    def say_where(self, *, by_mail: str, by_line: str) -> None:
        """Say beside each way whether it is open, and where it leads."""
        self.fields["by_mail"].help_text = escape(by_mail)  # forms draw help as it is, and an address may hold tags
        self.fields["by_line"].help_text = escape(by_line)


class LineAccountForm(StrictForm, forms.Form):
    """The official account of the agency."""

    basic_id = TextField(
        label=_("Name of the account"),
        max_length=40,
        required=False,
        help_text=_("It begins with @ and is shown to the people of the office, who add it as a friend."),
    )
    secret = forms.CharField(
        label=_("Channel secret"),
        max_length=100,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("It is never shown again."),
    )
    token = forms.CharField(
        label=_("Channel access token"),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("It is never shown again."),
    )
    on = forms.BooleanField(label=_("Send notices by LINE"), required=False)

    def say_what_is_kept(self) -> None:
        """Say that what is kept stays where nothing new is given."""
        for name in ("secret", "token"):
            self.fields[name].help_text = _("One is kept, and never shown. Leave it empty to keep it.")

    def clean_basic_id(self) -> str:
        """Refuse what is no name of an official account."""
        name: str = self.cleaned_data["basic_id"]
        if name and not (name.startswith("@") and name[1:].replace("_", "a").replace("-", "a").isalnum()):
            raise forms.ValidationError(_("The name begins with @, for example @office."))
        return name

    def clean_secret(self) -> str:
        """Refuse what cannot be a secret."""
        return self._plain("secret")

    def clean_token(self) -> str:
        """Refuse what cannot be a token."""
        return self._plain("token")

    def _plain(self, name: str) -> str:
        given: str = self.cleaned_data[name]
        if not given.isascii() or " " in given:
            raise forms.ValidationError(_("Copy it as a whole, without blanks."))
        return given


def _days(step: Step, hint: Any) -> WholeNumberField:
    return WholeNumberField(label=step.label, least=0, most=MOST_DAYS, required=False, help_text=hint)


class FollowUpDaysForm(StrictForm, forms.Form):
    """When each step is taken; an empty one is left out."""

    first = _days(Step.FIRST, _("Working days before the due day"))
    second = _days(Step.SECOND, _("Working days after the due day"))
    third = _days(Step.THIRD, _("Working days after the due day"))
    head = _days(Step.HEAD, _("Working days after the due day"))
    approver = _days(Step.APPROVER, _("Working days after the due day"))
    executive = _days(Step.EXECUTIVE, _("Working days after the due day"))

    def clean(self) -> dict[str, Any]:
        """Refuse days that do not rise: superiors hear of a delay after those below them."""
        given = super().clean() or {}
        after = [(name, given[name]) for name in list(self.fields)[1:] if given.get(name) is not None]
        for (_name, earlier), (name, later) in pairwise(after):
            if later <= earlier:
                self.add_error(name, _("This step must come later than the one before it."))
        return given
