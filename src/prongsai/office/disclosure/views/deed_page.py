"""One form on one page, for a deed that takes a form and nothing else: shown, refused, or done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from prongsai.ita.thai import Refused
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.register import code_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True)
class DeedPage:
    """What the page says: title, a sentence before the form, where one comes from, what is said once it is done."""

    title: str
    round: Round
    back: str
    done: str
    intro: str = ""
    item: DisclosedItem | None = None
    multipart: bool = False

    def answer(self, request: StaffRequest, form: forms.Form, do: Callable[[], str]) -> HttpResponse:
        """Do the deed where the form is right, and go where it says; what it refuses is told beside the form."""
        status = status_of(form)
        if form.is_valid():
            try:
                leads_to = do()
            except Conflict as conflict:
                form.add_error(None, conflict.said)
                status = 409
            except Refused as refused:
                form.add_error(None, refused.message)
                status = 503
            else:
                messages.success(request, self.done)
                return redirect(leads_to)
        told = {"form": form, "page": self, "round": self.round, "code": code_of(self.item) if self.item else ""}
        return render(request, "disclosure/deed.html", told, status=status)
