"""What the page of a file tells."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.actors import names_of
from prongsai.platform.files.holders import Told, holders
from prongsai.platform.files.models import Attachment, FileVersion, StoredFile


@dataclass(frozen=True, slots=True)
class Use:
    """A thing that holds the file and that the reader may see; `attachment` where the reader may take it away."""

    thing: Told
    attachment: int | None


@dataclass(frozen=True, slots=True)
class FilePage:
    """A file as its reader may see it."""

    stored: StoredFile
    acting: Acting

    @property
    def newest(self) -> FileVersion:
        """The version that holds now."""
        return self.stored.newest

    @property
    def versions(self) -> list[tuple[FileVersion, str]]:
        """All versions, the newest first, each with who attached it."""
        versions = list(self.stored.versions.all())[::-1]
        names = names_of(version.made_by for version in versions)
        return [(version, names[version.made_by]) for version in versions]

    @property
    def uses(self) -> list[Use]:
        """Where the file is used, as far as the reader may know."""
        return [use for use in map(self._use, self.stored.attachments.all()) if use]

    @property
    def may_change(self) -> bool:
        """Whether the reader may give it a new version."""
        return holders.may_change(self.acting, self.stored)

    def _use(self, attachment: Attachment) -> Use | None:
        holder = holders.known.get(attachment.holder)
        if holder is None or not holder.reads(self.acting, attachment.thing):
            return None
        changes = holder.changes(self.acting, attachment.thing)
        return Use(holder.tell(attachment.thing), attachment.pk if changes else None)
