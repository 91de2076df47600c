"""What this room says on the home page: the last confirmed result, and what it cost most."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from prongsai.office.findings.services import findings_of
from prongsai.office.results.models import LineKind, ResultSheet, ScoreLine
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.platform.ui.wording import number_in_words


class WhatTheLastResultSays:
    """The newest year with a confirmed result."""

    key = "findings.last"
    part = HomePart.WHERE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:  # noqa: ARG002
        """Give one line; none where no result is confirmed."""
        sheet = _newest(today)
        overall = _overall(sheet) if sheet else None
        if sheet is None or overall is None:
            return
        told = {"year": sheet.round.fiscal_year, "score": number_in_words(overall, 2)}
        words = _("Result of %(year)s: %(score)s. See what cost most") % told
        yield HomeLine(words, "findings", {"round_id": sheet.round_id}, order=200)


def _newest(today: date) -> ResultSheet | None:
    """Give the newest confirmed sheet with its published overall: one question, for this page is opened often."""
    published = ScoreLine.objects.filter(sheet=OuterRef("pk"), kind=LineKind.OVERALL).values("value")[:1]
    confirmed = ResultSheet.objects.confirmed().filter(confirmed__lte=today).select_related("round")
    return confirmed.annotate(overall=Subquery(published)).order_by("-round__fiscal_year", "-number").first()


def _overall(sheet: ResultSheet) -> Decimal | None:
    published: Decimal | None = sheet.overall  # type: ignore[attr-defined]
    if published is not None:
        return published
    found = findings_of(sheet.round)
    return found.overall if found else None
