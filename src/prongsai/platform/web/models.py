"""Forms that were answered already."""

from __future__ import annotations

from django.db import models


class Submission(models.Model):
    """A form that was posted, and where its poster was sent. Of no agency: it holds a key and an address, no data."""

    key = models.UUIDField(primary_key=True)
    poster = models.CharField(max_length=64)
    path = models.CharField(max_length=500)
    location = models.CharField(max_length=500, blank=True)
    made = models.DateTimeField(auto_now_add=True, db_index=True)
