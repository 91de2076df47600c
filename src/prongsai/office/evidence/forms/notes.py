"""A problem or a proposal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.models import NoteKind
from prongsai.office.measures.models import Measure
from prongsai.platform.ui.fields import LongTextField
from prongsai.platform.web.strict_form import StrictForm


class NoteForm(StrictForm, forms.Form):
    """One problem or proposal; about one measure or the whole year."""

    kind = forms.ChoiceField(label=_("Kind"), choices=NoteKind.choices, widget=forms.RadioSelect)
    words = LongTextField(
        label=_("In words"), max_length=500,
        help_text=_("Short and about the work. No names of people."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, measures: Any = None, units: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if measures is not None:
            self.fields["measure"] = MeasureField(
                label=_("Measure"), queryset=measures, required=False, empty_label=_("The whole year")
            )
        if units is not None:
            self.fields["unit"] = forms.ModelChoiceField(label=_("Unit"), queryset=units, required=False)


class MeasureField(forms.ModelChoiceField[Measure]):
    """A measure by its label and words."""

    def label_from_instance(self, measure: Measure) -> str:
        """Give `M03 …`."""
        return f"{measure.label} {measure.title}"
