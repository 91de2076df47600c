"""What a measure says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.analysis import WeakPoint
from prongsai.ita.planning.wording import label
from prongsai.ita.thai import Period, Recurrence, format_decimal
from prongsai.office.measures.answering import key_of
from prongsai.office.measures.forms.because import AmendingForm
from prongsai.office.measures.forms.listed import CodesField, LinesField, PeriodField
from prongsai.office.measures.models import Measure
from prongsai.office.measures.told import MeasureTold
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import LongTextField

Heads = Sequence[tuple[int, str]]


class MeasureForm(AmendingForm):
    """A measure without its steps. `heads` are the issues of the year, or its indicators."""

    titles = LinesField(
        label=_("Measure"), longest=500, most=9,
        help_text=_("A verb phrase: what the office will do. Several in one row: one to a line."),
    )  # fmt: skip
    head = forms.TypedChoiceField(label=_("Issue or indicator"), required=False, coerce=int, empty_value=None)
    answers = forms.MultipleChoiceField(
        label=_("Weak points it answers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    codes = CodesField(
        label=_("Questions and items"), required=False, max_length=300,
        help_text=_("In the numbering of the analysed year, such as E2 I19 O33."),
    )  # fmt: skip
    finding = LongTextField(
        label=_("Finding"), required=False, max_length=2_000, help_text=_("Soft words that accuse nobody.")
    )
    lead_unit = forms.ModelChoiceField(label=_("Responsible unit"), required=False, queryset=Unit.objects.none())
    supporting = forms.ModelMultipleChoiceField(
        label=_("Supporting units"), required=False, queryset=Unit.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    period = PeriodField(
        label=_("Period"), required=False, max_length=120,
        help_text=_("For example 1 Nov 2567 – 30 Sep 2568, within 31 March 2568, every 6 months; in Thai."),
    )  # fmt: skip
    follow_up = LongTextField(label=_("Follow-up"), required=False, max_length=2_000)
    expected_proof = LinesField(label=_("Expected proof"), required=False, help_text=_("One to a line."))
    feeds = CodesField(
        label=_("Gives proof for"), required=False, max_length=300,
        help_text=_("OIT items in the numbering of the year of the plan."),
    )  # fmt: skip

    def __init__(self, *args: Any, units: Any, heads: Heads, weak: Sequence[WeakPoint], **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("lead_unit", "supporting"):
            self.fields[name].queryset = units  # type: ignore[attr-defined]
        self.fields["head"].choices = [("", "–"), *heads]  # type: ignore[attr-defined]
        self.fields["answers"].choices = [(key_of(point), weak_words(point)) for point in weak]  # type: ignore[attr-defined]
        if not weak:
            del self.fields["answers"]

    def told(self, *, by_issue: bool, stands: Measure | None) -> MeasureTold:
        """Give what was written; what the form does not ask stays as it stands."""
        sent = self.cleaned_data
        period, head = sent["period"], sent["head"]
        return MeasureTold(
            title=sent["titles"][0],
            further_titles=sent["titles"][1:],
            issue=head if by_issue else (stands.issue if stands else None),
            indicator=(stands.indicator if stands else None) if by_issue else head,
            codes=sent["codes"],
            answers=list(sent.get("answers") or (stands.answers if stands and "answers" not in self.fields else [])),
            finding=sent["finding"],
            lead_unit=sent["lead_unit"],
            supporting=tuple(sent["supporting"]),
            units_as_printed=stands.units_as_printed if stands else "",
            since=_start(period),
            until=period.end if isinstance(period, Period) else None,
            every_months=period.every_months if isinstance(period, Recurrence) else 0,
            follow_up=sent["follow_up"],
            expected_proof=sent["expected_proof"],
            feeds=sent["feeds"],
        )


def start_of(measure: Measure, *, by_issue: bool) -> dict[str, Any]:
    """Give what a measure says now, as the boxes of the form have it."""
    return {
        "titles": [measure.title, *measure.further_titles],
        "head": measure.issue if by_issue else measure.indicator,
        "answers": list(measure.answers),
        "codes": list(measure.codes),
        "finding": measure.finding,
        "lead_unit": measure.lead_unit_id,
        "supporting": [entry.unit_id for entry in measure.supporting.all()],
        "period": measure.period,
        "follow_up": measure.follow_up,
        "expected_proof": list(measure.expected_proof),
        "feeds": list(measure.feeds),
    }


def weak_words(point: WeakPoint) -> str:
    """Name a weak point with what it is about and what it costs."""
    about = f" {point.name}" if point.name and point.kind != "component" else ""
    costs = _("costs")
    cost = f" ({costs} {format_decimal(point.price)})" if point.price is not None else ""
    return f"{label(point)}{about}{cost}"


def _start(period: Period | Recurrence | None) -> date | None:
    return period.start if isinstance(period, Period) else None
