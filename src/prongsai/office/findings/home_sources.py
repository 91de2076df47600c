"""What this room says on the home page: the last confirmed result, and what it cost most."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from prongsai.office.findings.services import findings_of
from prongsai.office.results.models import ResultSheet
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.platform.ui.wording import number_in_words


class WhatTheLastResultSays:
    """The newest year with a confirmed result."""

    key = "findings.last"
    part = HomePart.WHERE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:  # noqa: ARG002
        """Give one line; none where no result is confirmed."""
        sheet = ResultSheet.objects.confirmed().select_related("round").order_by("-round__fiscal_year").first()
        found = findings_of(sheet.round) if sheet else None
        if sheet is None or found is None:
            return
        overall = found.published_overall if found.published_overall is not None else found.overall
        if overall is None:
            return
        told = {"year": found.year, "score": number_in_words(overall, 2)}
        words = _("Result of %(year)s: %(score)s. See what cost most") % told
        yield HomeLine(words, "findings", {"round_id": sheet.round_id}, order=200)
