"""What today is: in Thailand, or in the demonstration."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from prongsai.platform.agency.models import Agency


def today(agency: Agency | None = None) -> date:
    """Give the day of the demonstration for a demo agency, else today in Thailand."""
    return (agency.demo_today if agency else None) or timezone.localdate()
