"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "orders.added": gettext_noop("Began an order or announcement"),
    "orders.saved": gettext_noop("Changed the draft of an order"),
    "orders.members_saved": gettext_noop("Changed whom an order appoints"),
    "orders.dropped": gettext_noop("Dropped the draft of an order"),
    "orders.sent_to_sign": gettext_noop("Sent an order to be signed"),
    "orders.taken_back": gettext_noop("Took an order back for changes"),
    "orders.signed": gettext_noop("Wrote down that an order was signed"),
    "orders.scan_attached": gettext_noop("Attached the signed scan of an order"),
    "orders.revoked": gettext_noop("Wrote down that an order was revoked"),
    "orders.imported": gettext_noop("Took in orders from a file"),
    "orders.exported": gettext_noop("Took the register of orders out as a file"),
}

FIGURES = {
    "orders": gettext_noop("orders"),
}
