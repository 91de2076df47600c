"""The number, day and scan of a signed paper; revoking it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, TextField, YearField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.orders.models import Order, OrderKind
from prongsai.registers.orders.sheet import doubts_of


class SignedForm(StrictForm, forms.Form):
    """What the signed paper carries. A day that looks wrong asks for a second yes."""

    number = TextField(
        label=_("Paper number"), max_length=20, help_text=_("As the registry wrote it, without the year.")
    )
    year = YearField(label=_("Year of the number (B.E.)"))
    day = DateField(label=_("Day on the paper"))
    sure = forms.BooleanField(label=_("The paper says so. I have looked."), required=False)

    def __init__(self, *args: Any, order: Order, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Scan of the signed paper"))
        if order.kind == OrderKind.ANNOUNCEMENT:
            self.fields["number"].required = self.fields["year"].required = False
            self.fields["number"].help_text = _("Leave it open where announcements have no number.")
        if not self.is_bound or not self._doubts():
            self.fields["sure"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Ask again where the day is later than today, or of another year than the number."""
        told = super().clean() or self.cleaned_data
        for _rule, sentence in doubts_of(told.get("year"), told.get("day"), self.today):
            if not told.get("sure"):
                self.add_error("sure", sentence)
        return dict(told)

    def _doubts(self) -> list[tuple[str, str]]:
        told = {}
        for name in ("year", "day"):
            field = self.fields[name]
            try:
                told[name] = field.clean(field.widget.value_from_datadict(self.data, self.files, name))
            except forms.ValidationError:
                told[name] = None
        return doubts_of(told["year"], told["day"], self.today)


class ScanForm(StrictForm, forms.Form):
    """The scan of a paper that was taken in from a list."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Scan of the signed paper"))


class RevokeForm(StrictForm, forms.Form):
    """By which paper, since when, or why."""

    by = forms.ModelChoiceField(
        label=_("Revoked by"), queryset=Order.objects.none(), required=False, empty_label=_("none in this register")
    )
    on = DateField(label=_("Revoked on"))
    because = TextField(label=_("Why"), max_length=400, required=False)

    def __init__(self, *args: Any, others: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["by"].queryset = others  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where no paper is named."""
        told = super().clean() or self.cleaned_data
        if not told.get("by") and not told.get("because"):
            self.add_error("because", _("Say by which paper, or why."))
        return dict(told)
