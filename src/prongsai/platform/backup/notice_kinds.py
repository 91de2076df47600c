"""What this room tells people."""

from django.utils.translation import gettext_noop

from prongsai.platform.notices.kinds import Kind

TROUBLE = Kind("backup.trouble", gettext_noop("Back-ups or the record of deeds need looking after"), urgent=True)
KINDS = (TROUBLE,)
"""Urgent: without a back-up a broken disk takes everything, and nobody opens a page to find that out."""
