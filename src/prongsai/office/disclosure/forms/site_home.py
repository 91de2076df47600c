"""Where the office shows itself on the web."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models import Home, SiteHome
from prongsai.platform.ui.fields import TextField, WebAddressField
from prongsai.platform.web.strict_form import StrictForm

EDITED = ("home", "main", "own", "contractor", "contact", "in_search")


class SiteHomeForm(StrictForm, forms.Form):
    """The choice for all items; each item may differ."""

    home = forms.ChoiceField(label=_("Where items stand"), choices=Home.choices, widget=forms.RadioSelect)
    main = WebAddressField(
        label=_("Address of the main site"), required=False,
        help_text=_("Every item must be reached from there."),
    )  # fmt: skip
    own = WebAddressField(
        label=_("Address of our own site, if it was put elsewhere"), required=False,
        help_text=_("Where the pages that this system makes were copied to. Empty: they stand on this server."),
    )  # fmt: skip
    contractor = TextField(label=_("Contractor who looks after the site"), required=False)
    contact = TextField(label=_("How to reach the contractor"), required=False)
    in_search = forms.BooleanField(label=_("Search engines may list the site"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the main site where a contractor runs it: nothing can be checked without."""
        told = super().clean() or self.cleaned_data
        if told.get("home") == Home.CONTRACTOR and not told.get("main") and "main" not in self.errors:
            self.add_error("main", _("Write the address of the main site."))
        return dict(told)

    @staticmethod
    def start(home: SiteHome) -> dict[str, Any]:
        """Give what the form shows first."""
        return {name: getattr(home, name) for name in EDITED}

    @property
    def told(self) -> dict[str, Any]:
        """What was chosen."""
        return {name: self.cleaned_data[name] for name in EDITED}
