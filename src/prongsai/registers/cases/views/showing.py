"""What pages show of a case: its lines with their papers, and the deeds it offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import people_of, units_of
from prongsai.platform.audit.actors import names_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.web import stale
from prongsai.registers.cases.forms.deeds import DEED_FORMS, WATCHED, Deed, DeedForm, EndToldForm, HandOverForm
from prongsai.registers.cases.models import Case, CaseEntry
from prongsai.registers.cases.services.messages import APPLICANT
from prongsai.registers.cases.services.writing import CASE_PAPER


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a case as a page shows it. `papers` are the newest versions of what came with it."""

    entry: CaseEntry
    who: str
    is_of_applicant: bool
    papers: list[FileVersion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OfferedDeed:
    """A deed and its form, open where it was refused."""

    deed: Deed
    form: DeedForm
    is_open: bool = False


def lines_for_staff(case: Case) -> list[Line]:
    """Give all lines, the newest first, with who wrote them."""
    entries = list(case.entries.all())
    names = names_of([entry.by for entry in entries if entry.by != APPLICANT])
    return _lines(entries, names)[::-1]


def lines_for_applicant(case: Case) -> list[Line]:
    """Give what the applicant may see, the newest first. No officer is named: the office speaks."""
    return _lines(list(case.entries.for_applicant()), {})[::-1]


def offered_deeds(acting: Acting, case: Case, *, refused: OfferedDeed | None = None) -> list[OfferedDeed]:
    """Give the deeds that the case offers now."""
    day = today(acting.agency)
    return [
        refused if refused and refused.deed.key == deed.key else OfferedDeed(deed, deed_form(deed, acting, case))
        for deed in DEED_FORMS.values()
        if deed.is_offered(case, day)
    ]


def deed_form(deed: Deed, acting: Acting, case: Case, **sent: Any) -> DeedForm:
    """Give the form of a deed, with the mark of what stands now. Names of boxes are told apart by their ids."""
    options: dict[str, Any] = {"case": case, "seen": stale.version_of(case, WATCHED), "auto_id": f"id_{deed.key}_%s"}
    if issubclass(deed.form, HandOverForm):
        options |= {"units": units_of(acting), "people": people_of(acting)}
    if issubclass(deed.form, EndToldForm):
        options |= {"today": today(acting.agency)}
    return deed.form(**sent, **options)


def papers_of(entries: Iterable[CaseEntry]) -> dict[int, list[FileVersion]]:
    """Give the papers of lines by their numbers."""
    held = Attachment.objects.filter(holder=CASE_PAPER, thing__in=[entry.pk for entry in entries])
    found: dict[int, list[FileVersion]] = defaultdict(list)
    for attachment in held.select_related("file").prefetch_related("file__versions"):
        found[attachment.thing].append(attachment.file.newest)
    return found


def days_left(case: Case, day: date) -> int | None:
    """Give the calendar days to the due day, negative when it is over; None where no clock runs."""
    if case.due is None or not case.is_open or case.is_waiting:
        return None
    return (case.due - day).days


def _lines(entries: list[CaseEntry], names: dict[str, str]) -> list[Line]:
    papers = papers_of(entries)
    return [Line(entry, names.get(entry.by, ""), entry.by == APPLICANT, papers.get(entry.pk, [])) for entry in entries]
