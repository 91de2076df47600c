"""What is done with services, and what other rooms may ask. Every write is one transaction with its line in the log."""

from prongsai.registers.services.services.drafting import add_service, drop_draft, save_part, start_version
from prongsai.registers.services.services.importing import accept_import
from prongsai.registers.services.services.looking_up import (
    OfferedService,
    manual_of,
    offered_services,
    service_called,
)
from prongsai.registers.services.services.publishing import confirm_review, give_up, post, withdraw
from prongsai.registers.services.services.starting import add_starters, starter_sheets

__all__ = [
    "OfferedService",
    "accept_import",
    "add_service",
    "add_starters",
    "confirm_review",
    "drop_draft",
    "give_up",
    "manual_of",
    "offered_services",
    "post",
    "save_part",
    "service_called",
    "start_version",
    "starter_sheets",
    "withdraw",
]
