"""What every output of a service carries beside the sheet itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.ita.writing.numerals import Digits


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHead:
    """The agency, where its page about the service is, and what is known of the version.

    `address` is the permanent public address (empty while there is none: no square code is drawn). `contact` is a
    telephone or place of the agency. `posted` is the day on which the version was made public. `draft` prints ร่าง.
    """

    agency: str
    contact: str = ""
    address: str = ""
    version: int = 1
    posted: date | None = None
    draft: bool = True
    footer: str = ""
    digits: Digits = "thai"
