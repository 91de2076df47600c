"""Whether files and rows agree, and the removal of contents that no row names."""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import hold_contents, store

DAY = 24 * 3600


@dataclass
class Disagreement:
    """What does not agree in one agency: rows whose content is missing or changed; contents without a row, by age."""

    damaged: list[FileVersion] = field(default_factory=list)
    young_orphans: int = 0
    old_orphans: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether every row has its content and nothing lies about for longer than a day."""
        return not self.damaged and not self.old_orphans


def compare(agency: int, *, reading: bool = False) -> Disagreement:
    """Compare the rows of the agency that speaks with its folder; `reading`: read every content, not only its size."""
    found = Disagreement()
    for version in FileVersion.objects.filter(agency_id=agency).order_by("pk").iterator():
        if not _is_whole(version, reading=reading):
            found.damaged.append(version)
    known = _known(agency)
    for kept in store().kept(agency):
        if kept.sha256 not in known:
            found.young_orphans += kept.age < DAY
            found.old_orphans += kept.age >= DAY
    return found


def remove_orphans(agency: int) -> int:
    """Remove contents a day old that no row names, and what was left unfinished; give how many. In a transaction.

    The lock keeps an upload that is just writing the same content from losing it between our look and our removal.
    """
    hold_contents(agency)
    known = _known(agency)
    orphans = [kept for kept in store().kept(agency) if kept.age >= DAY and kept.sha256 not in known]
    for kept in orphans:
        kept.path.unlink(missing_ok=True)
    return len(orphans)


def _is_whole(version: FileVersion, *, reading: bool) -> bool:
    if not store().holds(version.agency_id, version.sha256, version.size):
        return False
    return not reading or store().is_whole(version.agency_id, version.sha256)


def _known(agency: int) -> set[str]:
    return set(FileVersion.objects.filter(agency_id=agency).values_list("sha256", flat=True))
