"""What this room tells people about."""

from django.utils.translation import gettext_noop

from prongsai.platform.notices.kinds import Kind

DOWN = "disclosure.down"

KINDS = (Kind(DOWN, gettext_noop("A page or the site cannot be opened")),)
