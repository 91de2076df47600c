"""Fields and words that several forms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.passphrases import Weakness
from prongsai.platform.agency.models import Agency
from prongsai.platform.entrance.places import agency_of_code
from prongsai.platform.ui.fields import TextField
from prongsai.platform.web.strict_form import StrictForm

WEAK_WORDS = {
    Weakness.SHORT: _("Too short: at least 15 characters. Four or five words in a row are easy to remember."),
    Weakness.LONG: _("Too long: at most 128 characters."),
    Weakness.COMMON: _("Too well known: it is on the list of passwords that are tried first."),
    Weakness.REPEATED: _("Too easy to guess: it repeats itself or follows the keyboard."),
    Weakness.NAMED: _("Too easy to guess: little is left without the names of the office, of you or of this program."),
}


def passphrase_field(label: Any, *, new: bool = False, hint: Any = "") -> forms.CharField:
    """Make a field for a passphrase: blanks count, pasting and password managers are welcome, nothing is cut off."""
    attributes = {"autocomplete": "new-password" if new else "current-password", "spellcheck": "false"}
    return forms.CharField(
        label=label, help_text=hint, strip=False, max_length=512, widget=forms.PasswordInput(attrs=attributes)
    )


class CredentialField(forms.JSONField):
    """The answer of a passkey. What no device sends, far too long or nested a thousand deep, counts as no answer."""

    widget = forms.HiddenInput
    longest, most_nested = 50_000, 100

    def to_python(self, value: Any) -> Any:
        """Read it."""
        return super().to_python(None if self._is_strange(value) else value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Give what the form shows again: nothing of what is strange."""
        return None if self._is_strange(data) else super().bound_data(data, initial)

    def _is_strange(self, sent: Any) -> bool:
        return isinstance(sent, str) and (
            len(sent) > self.longest or sent.count("[") + sent.count("{") > self.most_nested
        )


class NewPassphrase(StrictForm, forms.Form):
    """A new passphrase, typed twice. Whether it is good is for the service to say."""

    passphrase = passphrase_field(
        _("New passphrase"),
        new=True,
        hint=_("15 characters or more, Thai or English. A short sentence that only you would think of is best."),
    )
    again = passphrase_field(_("The same once more"), new=True)

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        given = super().clean() or {}
        if given.get("passphrase") and given.get("again") and given["passphrase"] != given["again"]:
            self.add_error("again", _("The two are not the same."))
        return given


class WhoForm(StrictForm, forms.Form):
    """A login name, and the code of its agency where the address does not say which agency it is."""

    agency_code = TextField(
        label=_("Code of the agency"),
        help_text=_("It stands on the slip you were given. Leave it empty if you run this installation."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization", "autocapitalize": "none", "spellcheck": "false"}),
    )
    login_name = TextField(
        label=_("Login name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, settled: Agency | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.settled = settled
        if settled:
            del self.fields["agency_code"]

    @property
    def agency(self) -> Agency | None:
        """The agency meant, None for the installation or an unknown code."""
        return self.settled or agency_of_code(self.cleaned_data.get("agency_code", ""))
