"""What somebody supposes: other scores of the surveys, items that were mended."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.catalogue.model import Instrument
from prongsai.office.disclosure.survey_scores import SurveyScores
from prongsai.platform.ui.fields import ScoreField
from prongsai.platform.web.strict_form import StrictForm


class WhatIfForm(StrictForm, forms.Form):
    """Sent by GET: an answer has an address that can be shared."""

    iit = ScoreField(label=_("IIT"), required=False)
    eit = ScoreField(label=_("EIT"), required=False)
    mended = forms.MultipleChoiceField(
        label=_("As if these items were complete"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["mended"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = items

    def surveys(self, known: SurveyScores) -> SurveyScores:
        """Give the scores of the surveys as typed, else as they are known."""
        typed: dict[Instrument, Decimal | None] = {
            "IIT": self.cleaned_data["iit"],
            "EIT": self.cleaned_data["eit"],
        }
        told = {name: score for name, score in typed.items() if score is not None}
        if not told:
            return known
        return SurveyScores({**known.instruments, **told}, known.presumed_from, supposed=True)
