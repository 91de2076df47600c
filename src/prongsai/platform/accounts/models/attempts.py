"""Tries to log in, counted."""

from __future__ import annotations

from django.db import models


class Attempts(models.Model):
    """Tries for one account from one place. The key is a keyed hash of both: no name and no address is kept."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last = models.DateTimeField(db_index=True)
    closed_until = models.DateTimeField(null=True)
