"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "account.entered": gettext_noop("Logged in"),
    "account.tries_slowed": gettext_noop("Too many tries to log in: slowed down"),
    "account.code_asked": gettext_noop("Asked for a new passphrase"),
    "account.code_made": gettext_noop("Made a one-time code for a passphrase"),
    "account.code_used": gettext_noop("Set a passphrase with a one-time code"),
    "account.passphrase_changed": gettext_noop("Changed the own passphrase"),
    "account.step_added": gettext_noop("Set up a second step"),
    "account.step_removed": gettext_noop("Removed a second step"),
    "account.made": gettext_noop("Made an account"),
    "account.switched_off": gettext_noop("Switched an account off"),
    "account.switched_on": gettext_noop("Switched an account on"),
    "account.others_ended": gettext_noop("Logged out in all other places"),
    "account.sign_on_tied": gettext_noop("Tied an account to single sign-on"),
    "account.sign_on_untied": gettext_noop("Untied an account from single sign-on"),
    "role.proposed": gettext_noop("Proposed a role"),
    "role.granted": gettext_noop("Gave a role"),
    "role.revoked": gettext_noop("Took a role away"),
    "role.proposal_dropped": gettext_noop("Took a proposed role back"),
    "link.made": gettext_noop("Made a personal link"),
    "link.withdrawn": gettext_noop("Withdrew a personal link"),
    "link.opened": gettext_noop("Opened a personal link"),
}
