"""Forms of the agency, its units and posts, and its own days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.kinds import kinds
from prongsai.platform.agency.models import Agency, Post, Standing, Unit
from prongsai.platform.ui.fields import DateField, NameField, TextField, WebAddressField, WholeNumberField, formfield
from prongsai.platform.web.strict_form import StrictForm


class AgencyForm(StrictForm, forms.ModelForm[Agency]):
    """What papers say of the agency."""

    name = NameField(label=_("Name"))
    kind = forms.ChoiceField(label=_("Kind of agency"))
    website = WebAddressField(label=_("Main web site"), required=False, max_length=200)
    letter_prefix = TextField(
        label=_("Letter prefix"),
        max_length=40,
        required=False,
        help_text=_("As it stands on your letters. The numbers themselves are typed in: the program gives none."),
    )

    class Meta:  # noqa: D106
        model = Agency
        fields = (
            "name", "short_name", "english_name", "kind", "address", "district", "province", "phone", "email",
            "website", "letter_prefix",
        )  # fmt: skip
        formfield_callback = formfield

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(key, str(kind)) for key, kind in kinds().items()]  # type: ignore[attr-defined]


class UnitForm(StrictForm, forms.ModelForm[Unit]):
    """A unit: its names and its place in the order."""

    name = NameField(label=_("Name"))

    class Meta:  # noqa: D106
        model = Unit
        fields = ("name", "short_name", "order")
        formfield_callback = formfield


class PostForm(StrictForm, forms.ModelForm[Post]):
    """A post: its title, its place in the line of approval and in the order."""

    title = NameField(label=_("Title"))
    standing = forms.ChoiceField(
        label=_("Standing"),
        choices=Standing.choices,
        help_text=_("Of several posts with one standing the first by order leads; the others act only by order."),
    )
    order = WholeNumberField(label=_("Order"), initial=0)

    class Meta:  # noqa: D106
        model = Post
        fields = ("title", "standing", "order")


class CloseForm(StrictForm, forms.Form):
    """The first day on which a unit or post is not there any more."""

    day = DateField(label=_("Not there from this day on"))


class DayOffForm(StrictForm, forms.Form):
    """A day on which the office differs from the nation."""

    day = DateField(label=_("Day"))
    name = TextField(label=_("Occasion"))
    closed = forms.TypedChoiceField(
        label=_("On this day"),
        choices=[("1", _("The office is closed")), ("0", _("The office works, although others do not"))],
        coerce=lambda value: value == "1",
    )
    source = TextField(
        label=_("Where this is announced"), max_length=300, help_text=_("For example the announcement with its day.")
    )
