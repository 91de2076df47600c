"""Forms at the door."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.entrance.forms.fields import CredentialField, NewPassphrase, WhoForm, passphrase_field
from prongsai.platform.ui.fields import TextField
from prongsai.platform.web.strict_form import StrictForm


class LogInForm(WhoForm):
    """Login name and passphrase."""

    passphrase = passphrase_field(_("Passphrase"))


class SecondStepForm(StrictForm, forms.Form):
    """A code of the app or of the printed list; or, put there by the script, the answer of a passkey."""

    code = TextField(
        label=_("Code"),
        help_text=_("Six figures from the app on your telephone, or ten from your printed list."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    credential = CredentialField(required=False)


class ProveForm(StrictForm, forms.Form):
    """The passphrase once more."""

    also = frozenset({"then"})

    passphrase = passphrase_field(_("Passphrase"))


class ForgottenForm(WhoForm):
    """Whose passphrase was forgotten."""


class UseCodeForm(WhoForm, NewPassphrase):
    """A one-time code and the passphrase chosen with it."""

    code = TextField(
        label=_("One-time code"),
        help_text=_("Sixteen figures from the slip. Blanks and Thai figures are fine."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    field_order = ("agency_code", "login_name", "code", "passphrase", "again")


class ChangePassphraseForm(NewPassphrase):
    """A new passphrase of one's own."""


class AppCodeForm(StrictForm, forms.Form):
    """The first code an app shows."""

    code = TextField(
        label=_("Code the app shows now"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasskeyForm(StrictForm, forms.Form):
    """What to call a passkey, and what the device answered."""

    name = TextField(label=_("What you call this device"), max_length=60)
    credential = CredentialField()


class LinkKeyForm(StrictForm, forms.Form):
    """The key of a personal link, as typed from a slip."""

    key = TextField(
        label=_("Key on the slip"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
