"""What lists of meetings and decisions are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.meetings.models import DecisionState, MeetingGroup, MeetingState
from prongsai.registers.meetings.models.decision import Decisions
from prongsai.registers.meetings.models.meeting import Meetings


class SearchForm(StrictForm, forms.Form):
    """Words, group, state. What cannot be read narrows nothing."""

    also = frozenset({"page"})
    q = TextField(label=_("Group, agenda or minutes"), required=False, max_length=200)
    group = forms.ModelChoiceField(label=_("Group that meets"), required=False, queryset=MeetingGroup.objects.none())
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *MeetingState.choices])

    def __init__(self, *args: Any, groups: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]

    def found_in(self, meetings: Meetings) -> Meetings:
        """Give the meetings that were asked for."""
        if not self.is_bound:
            return meetings
        self.is_valid()
        told = self.cleaned_data
        if told.get("q"):
            meetings = meetings.saying(told["q"])
        return meetings.filter(**{name: told[name] for name in ("group", "state") if told.get(name)})


class DecisionSearchForm(StrictForm, forms.Form):
    """State, unit. Unfinished ones where nothing is asked."""

    also = frozenset({"page"})
    standing = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("unfinished")), ("late", _("past its day")), ("all", _("all")), *DecisionState.choices],
    )
    owner = forms.ModelChoiceField(label=_("Unit that owns it"), required=False, queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]

    def found_in(self, decisions: Decisions, on: date) -> Decisions:
        """Give the decisions that were asked for."""
        told: dict[str, Any] = {}
        if self.is_bound:
            self.is_valid()
            told = self.cleaned_data
        standing = told.get("standing") or ""
        if standing == "late":
            decisions = decisions.unfinished().filter(due__lt=on)
        elif standing in DecisionState.values:
            decisions = decisions.filter(state=standing)
        elif standing != "all":
            decisions = decisions.unfinished()
        if told.get("owner"):
            owner = told["owner"]
            decisions = decisions.filter(unit=owner) | decisions.filter(person__unit=owner)
        return decisions
