"""Kinds of thing that files can be attached to. Whether somebody may read a file is answered by what holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import Http404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.kinds import EVIDENCE, Purpose
from prongsai.platform.files.models import Attachment, StoredFile


@dataclass(frozen=True, slots=True)
class Told:
    """A thing in words, for the page of a file: its title and its own page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A kind of thing that holds files.

    `key` is short and of small letters and hyphens (`evidence-item`). The functions are asked while the agency speaks,
    with the number of a thing that may not be there, and say no then. `by_link`: who came by a personal link may be
    asked about too. `listed`: the coordinator sees the names of these files in the list of all files; never for files
    with personal data of citizens.
    """

    key: str
    may_read: Callable[[Acting, int], bool]
    may_change: Callable[[Acting, int], bool]
    tell: Callable[[int], Told]
    purpose: Purpose = EVIDENCE
    by_link: bool = False
    listed: bool = False

    def reads(self, acting: Acting, thing: int) -> bool:
        """Say whether somebody may read the files of a thing."""
        return self._asks(acting) and self.may_read(acting, thing)

    def changes(self, acting: Acting, thing: int) -> bool:
        """Say whether somebody may attach files to a thing and take them away: only who may read them."""
        return self.reads(acting, thing) and self.may_change(acting, thing)

    def _asks(self, acting: Acting) -> bool:
        return self.by_link or not acting.by_link


@dataclass
class Holders:
    """The registry, filled by each room when it starts (`AppConfig.ready`)."""

    known: dict[str, Holder] = field(default_factory=dict)

    def register(self, holder: Holder) -> None:
        """Add a kind of thing. Refuses (ValueError) a second one of a key."""
        if holder.key in self.known:
            raise ValueError(f"two kinds of thing hold files under the name {holder.key}")
        self.known[holder.key] = holder

    def get_or_404(self, key: str) -> Holder:
        """Give a kind of thing."""
        holder = self.known.get(key)
        if holder is None:
            raise Http404
        return holder

    def listed(self) -> list[str]:
        """Give the keys of which the coordinator sees the names of files."""
        return [key for key, holder in self.known.items() if holder.listed]

    def may_read(self, acting: Acting, file: StoredFile) -> bool:
        """Say whether somebody may read a file: one thing that holds it is enough."""
        return any(self._says(attachment, acting, change=False) for attachment in file.attachments.all())

    def may_change(self, acting: Acting, file: StoredFile) -> bool:
        """Say whether somebody may give a file a new version: every thing that holds it must allow this."""
        held = list(file.attachments.all())
        return bool(held) and all(self._says(attachment, acting, change=True) for attachment in held)

    def _says(self, attachment: Attachment, acting: Acting, *, change: bool) -> bool:
        holder = self.known.get(attachment.holder)
        if holder is None:
            return False
        return holder.changes(acting, attachment.thing) if change else holder.reads(acting, attachment.thing)


holders = Holders()
