"""What hangs where, and finding it in the list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PICTURES
from prongsai.platform.ui.fields import DateField, TextField, formfield
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.placements.habits import months_unseen
from prongsai.registers.placements.models import Kind, Place, Placement, State
from prongsai.registers.placements.models.placement import Placements
from prongsai.registers.placements.services import Hung

EDITED = ("title", "kind", "place", "unit", "topic", "about", "since")
STANDINGS = (
    ("", _("All that hang")),
    ("no-photograph", _("No photograph this fiscal year")),
    ("unseen", _("Not seen for long")),
    *State.choices[1:],
)


class PlacementForm(StrictForm, forms.ModelForm[Placement]):
    """What hangs. A new one may bring its first photographs."""

    class Meta:  # noqa: D106
        model = Placement
        fields = EDITED
        formfield_callback = formfield

    def __init__(self, *args: Any, places: Any, units: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        if not self.instance.pk:
            self.fields["photographs"] = FilesField(purpose=PICTURES, required=False, label=_("Photographs"))

    def clean_since(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["since"]
        if day > self.today:
            raise forms.ValidationError(_("The day has not come yet."))
        return day

    @property
    def hung(self) -> Hung:
        """What was written, as the services take it."""
        return Hung(**{name: self.cleaned_data[name] for name in EDITED})


class PlaceForm(StrictForm, forms.ModelForm[Place]):
    """A place; one that is there may be given up."""

    class Meta:  # noqa: D106
        model = Place
        fields = ("name", "area", "closed")
        formfield_callback = formfield

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.instance.pk:
            del self.fields["closed"]

    def validate_constraints(self) -> None:
        """Leave it to the services, which know the agency."""


class TakeDownForm(StrictForm, forms.Form):
    """When and why something was taken down."""

    day = DateField(label=_("Taken down on"))
    because = TextField(label=_("Taken down because"), max_length=300)


class SearchForm(forms.Form):
    """Words, kind, unit, standing."""

    q = TextField(label=_("Title, place or unit"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *Kind.choices])
    owner = forms.ModelChoiceField(label=_("Owner unit"), required=False, queryset=Unit.objects.none())
    standing = forms.ChoiceField(label=_("Show"), required=False, choices=STANDINGS)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]

    def found_in(self, placements: Placements, today: date) -> Placements:
        """Give the placements that were asked for; what cannot be read narrows nothing."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        standing = told.get("standing") or ""
        found = placements.filter(state=standing) if standing in State.values else placements.standing()
        if standing == "no-photograph":
            found = found.without_photograph(today)
        if standing == "unseen":
            found = found.unseen(today, months_unseen())
        if told.get("q"):
            found = found.saying(told["q"])
        if told.get("kind"):
            found = found.filter(kind=told["kind"])
        if told.get("owner"):
            found = found.filter(unit=told["owner"])
        return found
