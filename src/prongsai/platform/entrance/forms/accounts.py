"""Forms of the system administrator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.names import parse_login_name
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.ui.fields import TextField
from prongsai.platform.web.strict_form import StrictForm


class AccountForm(StrictForm, forms.Form):
    """A new account, of a person of the agency or for a kiosk."""

    login_name = TextField(
        label=_("Login name"),
        max_length=60,
        help_text=_("2 to 60 letters or figures without blanks; Thai is fine. It need not be secret."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Person"),
        required=False,
        help_text=_("Needed for every account but that of a kiosk. Who is not in the list is added first."),
    )
    kiosk = forms.BooleanField(
        label=_("For a kiosk: stands where everybody can use it, and may do nothing else"), required=False
    )
    display_name = TextField(label=_("Shown name"), max_length=200, required=False)
    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("Only for setting a new passphrase. Most do without.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(left=None, account=None)
        self.fields["person"].queryset = people  # type: ignore[attr-defined] # a ModelChoiceField

    def clean_login_name(self) -> str:
        """Give the canonical name."""
        try:
            return parse_login_name(self.cleaned_data["login_name"])
        except Refused as refused:
            raise forms.ValidationError(refused.message) from refused

    def clean(self) -> dict[str, Any]:
        """Refuse an account of nobody, and one both of a person and of a kiosk."""
        given = super().clean() or {}
        if bool(given.get("person")) == bool(given.get("kiosk")):
            self.add_error("person", _("Choose a person, or say that it is for a kiosk."))
        return given


class GrantForm(StrictForm, forms.Form):
    """A role to give."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, role.label) for role in Role if role != Role.KIOSK])
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit"), required=False, help_text=_("For officers and heads of units only.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(closed=None)  # type: ignore[attr-defined]

    def clean_role(self) -> Role:
        """Give the role itself."""
        return Role(self.cleaned_data["role"])


class CodeForm(StrictForm, forms.Form):
    """What a one-time code does besides."""

    ends_second_factor = forms.BooleanField(
        label=_("The telephone or the printed list was lost: take off the second step as well"), required=False
    )
