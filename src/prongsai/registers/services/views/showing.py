"""What pages show of services, ready for templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_changes import PartChange, changes
from prongsai.ita.papers.service_gaps import Lacking
from prongsai.ita.papers.service_json import from_json
from prongsai.ita.papers.service_lines import NONE_WORDS, copies_text, money_text
from prongsai.ita.papers.service_time import WholeTime, time_text, whole_time
from prongsai.platform.audit.row_history import Change, Version, history_of
from prongsai.registers.services.models import Audience, Service, ServiceVersion

ASKS_FOR: dict[str, Promise] = {
    "name": _("the name of the service"),
    "unit": _("the owner unit"),
    "criteria": _("criteria, method and conditions"),
    "steps": _("the steps in order"),
    "times": _("the time of each step"),
    "responsible": _("who is responsible for each step"),
    "documents": _("the papers to bring, or that none is needed"),
    "fees": _("the fees, or that there is none"),
    "amounts": _("amount or rate of each fee"),
    "channels": _("the channels, with place, days and hours"),
    "law": _("the law, or that there is none of its own"),
    "discretion": _("points of discretion, or that there is none"),
    "criterion": _("the criterion of each point of discretion"),
    "complaints": _("where to complain about the service"),
    "example": _("the yes that this example was checked against the rules"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in words, and the part in which it is filled."""

    words: Promise
    part: str
    count: int


def gaps_in_words(gaps: Iterable[Lacking]) -> list[Gap]:
    """Give gaps as the page tells them."""
    return [Gap(ASKS_FOR[gap.gap], gap.part, gap.count) for gap in gaps]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list."""

    service: Service
    newest: ServiceVersion
    gaps: int
    steps: int
    time: WholeTime
    is_posted: bool
    is_review_due: bool

    @classmethod
    def of(cls, service: Service, today: date) -> Listed:
        """Make the line of a service with its versions, the newest first."""
        versions = list(service.versions.all())
        newest = versions[0]
        sheet = newest.sheet
        return cls(
            service,
            newest,
            len(newest.gaps),
            len(sheet.steps),
            whole_time(sheet.steps),
            any(version.is_approved and version.is_posted for version in versions),
            service.is_review_due(today),
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet as pages show it, for staff and for citizens alike."""

    sheet: ServiceSheet

    @property
    def time(self) -> WholeTime:
        """The whole time."""
        return whole_time(self.sheet.steps)

    @property
    def is_public(self) -> bool:
        """Whether it is a service for the public."""
        return self.sheet.audience.value == Audience.PUBLIC

    @property
    def kind(self) -> str:
        """The kind, in words of the page."""
        from prongsai.registers.services.models import ServiceKind  # noqa: PLC0415

        return str(ServiceKind(self.sheet.kind.value).label)

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The steps with their times in words."""
        return [
            {
                "title": step.title,
                "time": time_text(step.time) if step.time else "",
                "unit": step.unit,
                "place": step.place,
            }
            for step in self.sheet.steps
        ]

    @property
    def documents(self) -> list[dict[str, str]]:
        """The papers with their numbers in words."""
        return [
            {"name": paper.name, "count": copies_text(paper), "issuer": paper.issuer, "note": paper.note}
            for paper in self.sheet.documents
        ]

    @property
    def fees(self) -> list[dict[str, str]]:
        """The fees with their amounts in words."""
        return [
            {"item": fee.item, "amount": money_text(fee.amount) if fee.amount is not None else "", "note": fee.note}
            for fee in self.sheet.fees
        ]

    @property
    def none(self) -> dict[str, str]:
        """What is stated to be none, in the words of the manual."""
        return {part: words for part, words in NONE_WORDS.items() if self.sheet.says_none(part)}


def history_with_content(version: ServiceVersion) -> list[Version]:
    """Give the history of a version with what changed in its content, part by part.

    The content is one field to the database, which tells only that it changed.
    """
    kept: Any = version._meta.get_field("events").related_model
    contents = kept.objects.filter(pgh_obj_id=version.pk).order_by("pgh_id").values_list("content", flat=True)
    sheets = [from_json(content) for content in contents]
    told = []
    for entry, before, after in zip(history_of(version)[::-1], [None, *sheets], sheets, strict=False):
        parts = changes(before, after) if before and entry.what == "update" else ()
        found = replace(entry, changes=(*entry.changes, *(_in_words(part) for part in parts)))
        if found.what != "update" or found.changes:
            told.append(found)
    return told[::-1]


def _in_words(part: PartChange) -> Change:
    before, after = (" · ".join(lines) or "–" for lines in (part.before, part.after))
    return Change(part.title, before, after)
