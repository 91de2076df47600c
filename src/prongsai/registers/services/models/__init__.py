"""Services, their versions, and manuals that wait for review."""

from prongsai.registers.services.models.imports import ImportedManuals
from prongsai.registers.services.models.service import Audience, Service, ServiceKind
from prongsai.registers.services.models.version import ServiceVersion, VersionState

__all__ = ["Audience", "ImportedManuals", "Service", "ServiceKind", "ServiceVersion", "VersionState"]
