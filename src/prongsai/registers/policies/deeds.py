"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "policies.added": gettext_noop("Added a policy"),
    "policies.written_down": gettext_noop("Wrote down a policy that was in force before"),
    "policies.draft_saved": gettext_noop("Changed the draft of a policy"),
    "policies.draft_dropped": gettext_noop("Dropped the draft of a policy"),
    "policies.version_begun": gettext_noop("Began a new version of a policy"),
    "policies.put_in_force": gettext_noop("Put a signed policy in force"),
    "policies.made_known": gettext_noop("Wrote down that a policy was made known"),
    "policies.reviewed": gettext_noop("Reviewed a policy without change"),
    "policies.repealed": gettext_noop("Repealed a policy"),
    "policies.imported": gettext_noop("Took in policies from a file"),
    "policies.exported": gettext_noop("Took the register of policies out as a file"),
}

FIGURES = {
    "policies": gettext_noop("policies"),
}
