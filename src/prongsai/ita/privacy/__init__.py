"""Finders of personal data and suppression of small groups: see README.md."""

from prongsai.ita.privacy.allowed import NOTHING_ALLOWED, Allowed
from prongsai.ita.privacy.finders import (
    PersonalData,
    PersonalDataKind,
    find_personal_data,
    mask_personal_data,
    redacted_text,
)
from prongsai.ita.privacy.group_medians import SMALLEST_GROUP, group_median
from prongsai.ita.privacy.publishing import find_before_publishing, mask_before_publishing
from prongsai.ita.privacy.small_groups import suppress_small
from prongsai.ita.privacy.tables import CellData, find_in_table

__all__ = [
    "NOTHING_ALLOWED",
    "SMALLEST_GROUP",
    "Allowed",
    "CellData",
    "PersonalData",
    "PersonalDataKind",
    "find_before_publishing",
    "find_in_table",
    "find_personal_data",
    "group_median",
    "mask_before_publishing",
    "mask_personal_data",
    "redacted_text",
    "suppress_small",
]
