"""Who hands in which item, all on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.data_calls.forms.choosing import Owner, Owners, key_of
from prongsai.office.data_calls.services import Owned
from prongsai.platform.web.strict_form import StrictForm


class OwnersForm(StrictForm, forms.Form):
    """A box for each item of the year, filled with who handed it in last or who is proposed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, owned: Sequence[Owned], owners: Owners, **options: Any) -> None:
        super().__init__(*args, **options)
        self.owned, self.owners = owned, owners
        for each in owned:
            label = _("Who hands in %(code)s") % {"code": each.code}
            self.fields[each.code] = owners.field(label, required=False)
            self.fields[each.code].initial = key_of(each.officer or each.unit)

    def rows(self) -> list[tuple[Owned, forms.BoundField]]:
        """Give each item beside its box."""
        return [(each, self[each.code]) for each in self.owned]

    def chosen(self) -> Mapping[str, Owner | None]:
        """Give who was chosen for each item, None for nobody."""
        return {each.code: self.owners.known.get(self.cleaned_data[each.code]) for each in self.owned}
