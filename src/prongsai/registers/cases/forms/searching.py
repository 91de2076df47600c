"""Finding cases in the inbox, and the period of counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import fiscal_year_of, fiscal_year_span
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.ui.fields import TextField, YearField
from prongsai.registers.cases.kinds import kinds
from prongsai.registers.cases.models.case import Cases
from prongsai.registers.cases.states import CaseState, Channel

VIEWS = {
    "open": _("All in work"),
    "mine": _("In my hands"),
    "today": _("Due today"),
    "late": _("Late"),
    "waiting": _("Waiting for the applicant"),
    "unowned": _("Nobody in charge"),
    "closed": _("At an end"),
}
"""What the inbox shows, and its words."""


class SearchForm(forms.Form):
    """Words, kind, channel, state."""

    q = TextField(label=_("Number, subject, applicant or service"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind of case"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False, choices=[("", _("All")), *Channel.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *CaseState.choices])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [("", _("All")), *((kind.key, kind.shown) for kind in kinds)]  # type: ignore[attr-defined]

    def found_in(self, cases: Cases) -> Cases:
        """Give the cases that were asked for; what cannot be read narrows nothing."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if told.get("q"):
            cases = cases.saying(told["q"])
        for name in ("kind", "channel", "state"):
            if told.get(name):
                cases = cases.filter(**{name: told[name]})
        return cases


def narrowed(cases: Cases, view: str, acting: Acting, today: date) -> Cases:
    """Give what one of the views of the inbox shows: what is due first comes first, of the ended the newest."""
    if view == "closed":
        return cases.filter(closed_on__isnull=False).order_by("-received_on", "-pk")
    found = cases.open()
    if view == "mine":
        found = cases.in_hand(acting.person)
    elif view == "today":
        found = cases.due_on(today)
    elif view == "late":
        found = cases.late(today)
    elif view == "waiting":
        found = cases.waiting()
    elif view == "unowned":
        found = found.filter(officer=None)
    return found.order_by("due", "pk")


class PeriodForm(forms.Form):
    """A fiscal year."""

    year = YearField(label=_("Fiscal year"), required=False)

    def span(self, today: date) -> tuple[int, date, date]:
        """Give the year and its days up to today; the running one where none can be read."""
        running = fiscal_year_of(today)
        year = (self.cleaned_data.get("year") if self.is_bound and self.is_valid() else None) or running
        span = fiscal_year_span(year)
        since = span.start or span.end
        return year, since, min(span.end, today) if since <= today else span.end
