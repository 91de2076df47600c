"""Deeds on a case, each with its small form; which of them are offered depends on where the case stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.stale import FIELD as SEEN
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.states import CaseState

WATCHED = ("state", "unit_id", "officer_id", "papers_asked_on", "closed_on")
"""What may have changed under the eyes of who sends one of these forms."""


class DeedForm(StrictForm, forms.Form):
    """The words of a deed. `case` and `units` are for those that choose."""

    files_label: Any = None

    def __init__(self, *args: Any, case: Case, seen: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.case = case
        self.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False, initial=seen)
        if self.files_label:
            self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=self.files_label)


class EmptyForm(DeedForm):
    """Nothing but the button."""


class WordsForm(DeedForm):
    """Words that must be there."""

    words = LongTextField(label=_("What the applicant is to know"), max_length=5_000)


class WordsAndPapersForm(WordsForm):
    """Words with papers."""

    files_label = _("Papers or photographs")


class BackToWorkForm(DeedForm):
    """What came, if something is to be said of it."""

    words = LongTextField(label=_("What came in"), required=False, max_length=2_000)
    files_label = _("Papers or photographs")


class NoteForm(DeedForm):
    """A note."""

    words = LongTextField(label=_("Note, seen by staff only"), max_length=5_000)
    files_label = _("Papers or photographs")


class WithdrawForm(DeedForm):
    """What the applicant said."""

    words = LongTextField(label=_("What the applicant said"), required=False, max_length=2_000)


class HandOverForm(DeedForm):
    """To which unit, to whom."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    officer = forms.ModelChoiceField(
        label=_("Officer in charge"), queryset=Person.objects.none(), required=False,
        help_text=_("Leave it empty to let the unit decide."),
    )  # fmt: skip
    words = LongTextField(label=_("Words to the colleague"), required=False, max_length=2_000)

    def __init__(self, *args: Any, units: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["officer"].queryset = people  # type: ignore[attr-defined]
        self.fields["unit"].initial = self.case.unit_id


class EndToldForm(DeedForm):
    """When and how the applicant heard of the end."""

    day = DateField(label=_("Told on"))
    words = TextField(
        label=_("How it was told"), max_length=200, help_text=_("For example: by telephone, by letter with its number")
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["day"].initial = today


class JoinForm(DeedForm):
    """The number of the case that goes on."""

    number = TextField(label=_("Number of the case that goes on"), max_length=30, help_text=_("For example 12/2568"))


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its key in the address, its words, its form, the state to which it leads, where it is offered."""

    key: str
    label: Promise
    form: type[DeedForm]
    to: CaseState | None = None
    offered: Callable[[Case, date], bool] = lambda _case, _today: True
    kind: str = "secondary"

    def is_offered(self, case: Case, today: date) -> bool:
        """Whether the page of a case offers it."""
        return (self.to is None or case.may_become(self.to)) and self.offered(case, today)


def _open(case: Case, _today: date) -> bool:
    return case.is_open


_S = CaseState
DEED_FORMS = {
    deed.key: deed
    for deed in (
        Deed("start", _("Take it up"), EmptyForm, _S.IN_WORK, lambda c, _t: not c.is_waiting, kind=""),
        Deed("came", _("The applicant has answered: go on"), BackToWorkForm, _S.IN_WORK, lambda c, _t: c.is_waiting,
             kind=""),
        Deed("finish", _("Finish and tell the result"), WordsAndPapersForm, _S.FINISHED, kind=""),
        Deed("late", _("Tell why it takes longer"), WordsForm, None, lambda c, t: c.is_late(t), kind=""),
        Deed("end-told", _("Write down that the end was told"), EndToldForm, None,
             lambda c, _t: c.end_due is not None, kind=""),
        Deed("write", _("Write to the applicant"), WordsAndPapersForm),
        Deed("papers", _("Ask for papers"), WordsForm, _S.PAPERS_ASKED, lambda c, _t: c.papers_asked_on is None),
        Deed("ask", _("Wait for the applicant"), WordsForm, _S.WITH_APPLICANT),
        Deed("hand-over", _("Hand over"), HandOverForm, None, _open),
        Deed("note", _("Add a note"), NoteForm),
        Deed("reject", _("Reject with a reason"), WordsAndPapersForm, _S.REJECTED),
        Deed("forward", _("Forward to another agency"), WordsAndPapersForm, _S.FORWARDED),
        Deed("withdraw", _("The applicant withdraws"), WithdrawForm, _S.WITHDRAWN),
        Deed("join", _("Join to another case"), JoinForm, _S.MERGED),
    )
}  # fmt: skip
"""All deeds, in the order in which the page offers them."""
