"""A kind of thing that holds files, for the tests: the units of an agency. Importing it registers it."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.files.holders import Holder, Told, holders


def _is_there(acting: Acting, unit: int) -> bool:
    """Whoever has a role in the agency may read: row-level security knows whose unit it is."""
    return bool(acting.roles) and Unit.objects.filter(pk=unit).exists()


UNIT_PAPERS = Holder(
    key="unit-paper",
    may_read=_is_there,
    may_change=lambda _acting, _unit: True,
    tell=lambda unit: Told(Unit.objects.get(pk=unit).name, reverse("home")),
    by_link=True,
    listed=True,
)
SECRET_PAPERS = Holder(
    key="secret-paper",
    may_read=lambda acting, unit: acting.has(Role.INVESTIGATOR) and Unit.objects.filter(pk=unit).exists(),
    may_change=lambda acting, _unit: acting.has(Role.INVESTIGATOR),
    tell=lambda _unit: Told("เรื่องลับ", reverse("home")),
)
CLOSED_PAPERS = Holder(
    key="closed-paper",
    may_read=_is_there,
    may_change=lambda _acting, _unit: False,
    tell=lambda _unit: Told("เรื่องที่ปิดแล้ว", reverse("home")),
)
FORGETFUL_PAPERS = Holder(
    key="forgetful-paper",
    may_read=lambda _acting, _unit: False,
    may_change=lambda _acting, _unit: True,
    tell=lambda _unit: Told("ลืมถาม", reverse("home")),
)
for held in (UNIT_PAPERS, SECRET_PAPERS, CLOSED_PAPERS, FORGETFUL_PAPERS):
    holders.register(held)
