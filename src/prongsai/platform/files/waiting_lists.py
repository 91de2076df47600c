"""Lists that were read from a file and wait: somebody looks through one, then it is taken in whole, or goes.

A room has a model of its own (`WaitingList`), reads rows that can be kept as plain data (`KeptRow`), and takes them in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.ita.thai import Refused, single_line
from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.fields import file_error
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.tenancy.models import OfAgency
from prongsai.platform.ui.refusals import Conflict

KEPT = timedelta(days=7)
"""A list that nobody looked through goes after a week."""
Read = TypeVar("Read")
List = TypeVar("List", bound="WaitingList")


class KeptRow(Protocol):
    """A row of a list, with what keeps the list out (`faults`)."""

    @property
    def faults(self) -> tuple[Any, ...]:
        """What is wrong with it."""
        ...

    def as_json(self) -> Mapping[str, Any]:
        """Give it as plain data."""
        ...


class JsonRow(Protocol):
    """What can be kept as plain data."""

    def as_json(self) -> Mapping[str, Any]:
        """Give it as plain data."""
        ...


class WaitingLists(models.QuerySet[List]):
    """Lists that wait."""

    def visible_to(self, acting: Acting) -> WaitingLists[List]:
        """Give those of one's agency: who sent a file may be away when it is looked through."""
        return self.filter(agency=acting.agency)


class WaitingList(OfAgency):
    """What a file was read as: its rows as plain data."""

    file_name = models.CharField(gettext_lazy("File name"), max_length=200)
    found = models.JSONField()
    made_by = models.CharField(max_length=40)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The newest first."""

        abstract = True
        ordering = ("-made", "-id")

    def __str__(self) -> str:
        return self.file_name


def sent_files(request: StaffRequest) -> dict[str, Any]:
    """Give a form what was posted with its files, nothing where the page is only opened."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def read_sent(form: forms.Form, read: Callable[[CleanFile], Read]) -> Read | None:
    """Read the one file of a form that is whole; what is refused is said at its field, and None is given."""
    if not form.is_valid():
        return None
    (file,) = form.cleaned_data["file"]
    try:
        return read(file)
    except Refused as refused:
        form.add_error("file", file_error(refused, file.name))
        return None


@transaction.atomic
def keep_list(
    model: type[List], *, acting: Acting, agency: int, file_name: str, rows: Iterable[JsonRow], **more: Any
) -> List:
    """Keep what a file was read as until somebody has looked through it. `more` are further fields of the model."""
    return model._default_manager.create(
        agency_id=agency,
        file_name=single_line(file_name)[:200],
        found=[row.as_json() for row in rows],
        made_by=acting.actor,
        **more,
    )


def open_list(waiting: List) -> List:
    """Give a list locked, to take it in. Refuses Conflict where somebody took it in or dropped it before."""
    lists = type(waiting)._default_manager.select_for_update(of=("self",))
    current = lists.filter(pk=waiting.pk).first()
    if current is None:
        raise Conflict(_("This file was taken in or dropped before."))
    return current


def refuse_faults(rows: Iterable[KeptRow]) -> None:
    """Refuse Conflict where a row cannot be read: all is taken in, or nothing."""
    if any(row.faults for row in rows):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))


@transaction.atomic
def drop_list(waiting: WaitingList) -> None:
    """Take nothing of a list."""
    waiting.delete()


def removal_of(model: type[WaitingList]) -> Callable[[datetime], int]:
    """Give the remover of a room's lists: those that nobody looked through within a week go; it says how many."""

    def remove(now: datetime) -> int:
        removed, _each = model._default_manager.filter(made__lt=now - KEPT).delete()
        return int(removed)

    return remove
