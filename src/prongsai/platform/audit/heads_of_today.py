"""The newest signed head of a chain, for a sheet that an office prints and files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from prongsai.platform.audit.heads import Head
from prongsai.platform.audit.services import journal


@dataclass(frozen=True, slots=True)
class HeadSheet:
    """What stands on the sheet. `mark` is what `prongsai verify --head` takes."""

    head: Head | None
    key: str

    @property
    def mark(self) -> str:
        """Chain, line and the beginning of its hash."""
        return f"{self.head.chain}:{self.head.last}:{self.head.hash[:32]}" if self.head else ""

    @property
    def signed(self) -> datetime | None:
        """When the head was signed."""
        return datetime.strptime(self.head.at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) if self.head else None


def heads_of(chain: int) -> HeadSheet:
    """Find the newest genuine head of a chain in the journal."""
    heads = [head for head in journal().read() if head.chain == chain and head.genuine]
    return HeadSheet(max(heads, key=lambda head: head.last, default=None), journal().signer.name)
