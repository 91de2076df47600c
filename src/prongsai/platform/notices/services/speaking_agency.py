"""The agency on whose behalf a notice is made."""

from __future__ import annotations

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.speaker import current_speaker


def speaking_agency() -> Agency:
    """Give the agency that speaks. Raises ValueError where none does: a notice belongs to an agency."""
    speaker = current_speaker()
    if speaker is None or not speaker.agency:
        raise ValueError("a notice belongs to an agency, and none speaks")
    return Agency.objects.get(pk=speaker.agency)


def actor_of(by: Acting | str) -> str:
    """Give the name under which a deed is recorded."""
    return by if isinstance(by, str) else by.actor
