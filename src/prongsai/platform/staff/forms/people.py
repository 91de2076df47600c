"""Forms of people and of the posts they hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.reading import LARGEST_FILE
from prongsai.platform.agency.models import HoldingKind, Person, Post, Unit
from prongsai.platform.staff.open_things import ToHandOver
from prongsai.platform.ui.fields import DateField, NameField, TextField, formfield
from prongsai.platform.ui.refusals import NoSpace
from prongsai.platform.web.strict_form import StrictForm

ANOTHER = _("Another person of this name is here already. Tick below if this is somebody else.")


class PersonForm(StrictForm, forms.ModelForm[Person]):
    """A person, without citizen number, salary or anything else that the work here does not need."""

    given_name = NameField(label=_("Given name"), max_length=100)
    family_name = NameField(label=_("Family name"), max_length=100)
    since = DateField(label=_("Works here since"), required=False)

    class Meta:  # noqa: D106
        model = Person
        fields = ("prefix", "given_name", "family_name", "unit", "employment", "email", "since")
        formfield_callback = formfield

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        units = self.fields["unit"]
        units.queryset = Unit.objects.standing(on)  # type: ignore[attr-defined] # a ModelChoiceField


class NewPersonForm(PersonForm):
    """A new person; a second one of the same name is asked about."""

    namesake = forms.BooleanField(label=_("Yes, somebody else of the same name"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a name that is here already, unless it is said to be another person."""
        given = super().clean() or {}
        names = {name: given.get(name) for name in ("given_name", "family_name")}
        if all(names.values()) and not given.get("namesake") and Person.objects.filter(left=None, **names).exists():
            self.add_error("given_name", ANOTHER)
        return given


class HoldingForm(StrictForm, forms.Form):
    """A person holds a post, from a day to a day."""

    post = forms.ModelChoiceField(Post.objects.none(), label=_("Post"))
    kind = forms.ChoiceField(label=_("Kind"), choices=HoldingKind.choices)
    since = DateField(label=_("Since"))
    until = DateField(label=_("Until"), required=False, help_text=_("The last day. Leave it empty if it is not known."))
    order_reference = TextField(
        label=_("By order"),
        required=False,
        help_text=_("Number and day as they stand on the order. Needed for acting."),
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        posts = Post.objects.standing(on).select_related("unit").order_by("unit__order", "unit_id", "order", "id")
        field = self.fields["post"]
        field.queryset = posts  # type: ignore[attr-defined] # a ModelChoiceField
        field.label_from_instance = _post_in_unit  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning, and acting without an order."""
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first."))
        if given.get("kind") == HoldingKind.ACTING and not given.get("order_reference"):
            self.add_error("order_reference", _("Acting needs an order: type its number and day as they stand on it."))
        return given


class EndForm(StrictForm, forms.Form):
    """The last day of holding a post."""

    until = DateField(label=_("Last day"))


class LeaveForm(StrictForm, forms.Form):
    """The day of leaving, and for each open thing who takes it."""

    day = DateField(label=_("First day not here any more"))

    def __init__(self, *args: Any, things: Sequence[ToHandOver], people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.named = {f"thing-{n}": each for n, each in enumerate(things)}
        for name, each in self.named.items():
            label = f"{each.kind}: {each.thing.title}"
            self.fields[name] = forms.ModelChoiceField(people, label=label, help_text=_("Who takes this over"))

    def successors(self) -> dict[str, Person]:
        """Give who takes what, by the name of the thing."""
        return {each.name: self.cleaned_data[name] for name, each in self.named.items()}


class ListForm(StrictForm, forms.Form):
    """A staff list, and the day for which it holds."""

    as_of = DateField(
        label=_("The list holds for this day"), help_text=_("New posts are held from this day on, as far as we know.")
    )
    file = forms.FileField(
        label=_("Staff list"),
        help_text=_("Excel (.xlsx) or .csv, at most 20 MB."),
        allow_empty_file=True,  # the reader says in better words that it is empty
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large, or did not arrive whole for lack of space."""
        file = self.cleaned_data["file"]
        if getattr(file, "fault", None) is not None:
            raise NoSpace
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is too large: at most 20 MB, and 100 MB unpacked."), code="SIZE")
        return file


def _post_in_unit(post: Post) -> str:
    return f"{post.unit}: {post.title}"
