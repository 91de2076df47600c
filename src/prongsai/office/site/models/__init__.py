"""Basic pages of an office, what stands beside the names of its executives, and when its site was made."""

from prongsai.office.site.models.pages import BasicPage, OfficeContact
from prongsai.office.site.models.site import Site

__all__ = ["BasicPage", "OfficeContact", "Site"]
