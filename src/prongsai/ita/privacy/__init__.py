"""Finders of personal data and suppression of small groups: see README.md."""

from prongsai.ita.privacy.finders import PersonalData, PersonalDataKind, find_personal_data, mask_personal_data
from prongsai.ita.privacy.small_groups import suppress_small

__all__ = ["PersonalData", "PersonalDataKind", "find_personal_data", "mask_personal_data", "suppress_small"]
