"""Forms of advice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.privacy import find_personal_data
from prongsai.office.advice.models import Adviser
from prongsai.office.advice.overview import NOT_SUBMITTED
from prongsai.office.rounds.milestones import Phase
from prongsai.platform.ui.fields import LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm

MOST_WISHES = 1_000


class AcceptForm(StrictForm, forms.Form):
    """The code of an invitation; first looked at, then accepted."""

    also = frozenset({"accept"})

    code = TextField(
        label=_("Code of the invitation"), max_length=80,
        help_text=_("The adviser gives it to you. Blanks and Thai figures are fine."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )  # fmt: skip


class InviteForm(StrictForm, forms.Form):
    """For whom an invitation is."""

    note = TextField(
        label=_("For which agency"), max_length=200, help_text=_("For your own list. The agency does not see it.")
    )


class SubmitForm(StrictForm, forms.Form):
    """To whom the figures go, and what help is wished for. `seen` marks the figures that were looked at."""

    adviser = forms.ModelChoiceField(label=_("To which adviser"), queryset=Adviser.objects.none(), empty_label=None)
    wishes = LongTextField(
        label=_("What do you wish help with?"), required=False, max_length=MOST_WISHES,
        help_text=_("In your own words; empty where no help is needed. No names of persons, no numbers of persons."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: object, advisers: Iterable[Adviser], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["adviser"].queryset = advisers  # type: ignore[attr-defined]

    def clean_wishes(self) -> str:
        """Refuse numbers that point to a person: they must not leave the agency."""
        told: str = self.cleaned_data["wishes"]
        if found := find_personal_data(told):
            raise ValidationError(
                _("The number %(masked)s points to a person. Take it out: this text leaves your agency."),
                code="PERSONAL",
                params={"masked": found[0].masked},
            )
        return told


class NarrowForm(StrictForm, forms.Form):
    """Which agencies a list shows. What cannot be read narrows nothing."""

    also = frozenset({"page", "year", "why"})

    q = TextField(label=_("Name or place"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind of agency"), required=False)
    province = forms.ChoiceField(label=_("Province"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)
    phase = forms.ChoiceField(
        label=_("Part of the year"), required=False,
        choices=[("", _("All")), *Phase.choices, (NOT_SUBMITTED, _("Not submitted"))],
    )  # fmt: skip

    def __init__(
        self,
        *args: object,
        kinds: Sequence[tuple[str, str]],
        provinces: Sequence[str],
        districts: Sequence[str],
        **options: object,
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._offer("kind", [("", _("All")), *kinds])
        for name, places in (("province", provinces), ("district", districts)):
            if len(places) > 1:
                self._offer(name, [("", _("All")), *((place, place) for place in places)])
            else:
                del self.fields[name]

    def _offer(self, name: str, choices: Sequence[tuple[object, object]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
