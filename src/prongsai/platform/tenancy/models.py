"""The base of rows that belong to an agency, and of their history."""

from __future__ import annotations

import pghistory.models
from django.db import models


class OfAgency(models.Model):
    """A row of one agency. Row-level security and paired keys follow from the field `agency`, after each migration."""

    agency = models.ForeignKey("agency.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class WrittenByTriggers(models.Model):
    """The base of tables that nobody writes but the database itself: the application may only read them."""

    class Meta:
        abstract = True


class Event(WrittenByTriggers, pghistory.models.Event):
    """The base of history rows: an identifier of 64 bits, since histories are long."""

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True
