"""Makes what the arguments of a URL name, in an office: gives the arguments. Called while the office speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.desks.example.models import Talk

Maker = Callable[[Office], Mapping[str, object]]


def talk(office: Office) -> Mapping[str, object]:
    village = f"บ้านหนองใส {office.canary}"
    return {
        "talk_id": Talk.objects.create(
            agency=office.agency, village=village, happened=date(2025, 3, 3), listeners=40
        ).pk
    }


MAKERS: dict[str, Maker] = {"talk": talk}
NOWHERE: dict[str, object] = {"talk_id": 2**40}
"""Arguments that name nothing, by name of the argument."""
