"""To what a file is attached."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.models.stored_file import StoredFile
from prongsai.platform.tenancy.models import OfAgency


class Attachment(OfAgency):
    """A file belongs to a thing of some room: `holder` names the kind of thing (`holders`), `thing` its number.

    Files do not know the rooms above them, so this is no foreign key; the room that made the thing takes its files
    away with it (`services.detach_all`).
    """

    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="attachments")
    holder = models.CharField(max_length=40)
    thing = models.BigIntegerField()
    made_by = models.CharField(max_length=40)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Attached file")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "holder", "thing", "file"], name="a_file_is_attached_once"),
        )
