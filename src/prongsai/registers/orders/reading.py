"""One order as a file of the office: what the reader found in it, as the content of a draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.papers.reading import Reading
from prongsai.ita.thai import Refused, format_date
from prongsai.platform.agency.models.units import Units

_SUBJECT = "แต่งตั้งคณะทำงานสนับสนุนการประเมินคุณธรรมและความโปร่งใส"


def order_of_reading(reading: Reading, units: Units) -> tuple[dict[str, Any], str]:
    """Give the content of a draft, and its printed number and day in words.

    Refuses ORDER where no order that appoints a working group was found.
    """
    group = reading.working_group
    unit = units.first()
    if group is None or unit is None:
        raise Refused("ORDER", _("No order that appoints a working group was found in this file."))
    subject = f"{_SUBJECT} ประจำปีงบประมาณ พ.ศ. {group.year}" if group.year else _SUBJECT
    told = {"unit": unit, "subject": subject, "clauses": "\n".join(group.duties)}
    day = date.fromisoformat(group.order_date) if group.order_date else None
    printed = [group.order_number or "", format_date(day, digits="arabic") if day else ""]
    return told, " ".join(part for part in printed if part)
