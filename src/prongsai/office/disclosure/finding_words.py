"""What kinds of personal data are called on the page before publishing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KIND_WORDS = {
    "citizen-id": _("Citizen number"),
    "mobile-phone": _("Private telephone"),
    "house-address": _("House address"),
    "email": _("Private e-mail address"),
    "person-name": _("Name of a private person"),
    "bank-account": _("Bank account"),
    "vehicle-plate": _("Plate of a vehicle"),
}
