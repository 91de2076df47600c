"""The look at a site from outside, without a database: walk, find, open, compare. See the README of the room."""

from prongsai.office.site.audit.auditing import INTERNAL, NOT_OFFICIAL, Audit, AuditBounds, AuditedItem, audit_site
from prongsai.office.site.audit.folder import FolderSite
from prongsai.office.site.audit.walking import WalkBounds
from prongsai.office.site.audit.web import WebSite

__all__ = [
    "INTERNAL",
    "NOT_OFFICIAL",
    "Audit",
    "AuditBounds",
    "AuditedItem",
    "FolderSite",
    "WalkBounds",
    "WebSite",
    "audit_site",
]
