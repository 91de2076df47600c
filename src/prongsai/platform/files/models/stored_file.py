"""A file of an agency, and its versions."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.kinds import Kind
from prongsai.platform.tenancy.models import OfAgency


class StoredFile(OfAgency):
    """One paper or picture, whatever versions it has had. `public_id` stands in addresses and tells nothing."""

    public_id = models.UUIDField(default=uuid4, editable=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("File")
        ordering = ("-made", "-id")
        constraints = (models.UniqueConstraint(fields=["agency", "public_id"], name="one_file_of_a_public_id"),)

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def newest(self) -> FileVersion:
        """The version that holds now."""
        return list(self.versions.all())[-1]

    def get_absolute_url(self) -> str:
        """Give the address of the page about the file."""
        return reverse("file", args=[self.public_id])


class FileVersion(OfAgency):
    """A version of a file. It never changes: another one comes after it.

    `sha256` and `size` are of what is kept and served, `sent_sha256` and `sent_size` of what came in before it was
    cleaned. `as_sent`: nothing was cleaned, because an electronic signature would have broken.
    """

    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("Version"))
    public_id = models.UUIDField(default=uuid4, editable=False)
    name = models.CharField(_("File name"), max_length=200)
    kind = models.CharField(_("Kind of file"), max_length=5, choices=[(kind.value, kind.value) for kind in Kind])
    size = models.PositiveIntegerField(_("Size"))
    sha256 = models.CharField(max_length=64)
    sent_size = models.PositiveIntegerField()
    sent_sha256 = models.CharField(max_length=64)
    as_sent = models.BooleanField(_("Kept as it was sent"), default=False)
    made_by = models.CharField(_("Attached by"), max_length=40)
    made = models.DateTimeField(_("Attached on"), auto_now_add=True)

    class Meta:
        verbose_name = _("Version of a file")
        ordering = ("file_id", "number")
        indexes = (models.Index(fields=["agency", "sha256"], name="file_version_by_content"),)
        constraints = (
            models.UniqueConstraint(fields=["agency", "file", "number"], name="one_file_version_of_a_number"),
            models.UniqueConstraint(fields=["agency", "public_id"], name="one_file_version_of_a_public_id"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def told_kind(self) -> Kind:
        """The kind."""
        return Kind(self.kind)

    def get_absolute_url(self) -> str:
        """Give the address from which the version is downloaded."""
        return reverse("file-download", args=[self.public_id, self.name])
