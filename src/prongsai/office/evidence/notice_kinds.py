"""What this room tells people about."""

from django.utils.translation import gettext_noop

from prongsai.platform.notices.kinds import Kind

RETURNED = "evidence.proof_returned"
KINDS = (Kind(RETURNED, gettext_noop("Proof returned for changes")),)
