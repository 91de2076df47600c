"""The card of the accounts."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts import removal
from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

DUTY = "duty to keep data safe (s. 37 (1)) within the public task of the agency (s. 24 (4))"

MODULE = Module(
    key="accounts",
    title=gettext_noop("Accounts"),
    records=(
        PersonalRecord(
            "accounts.User",
            ("login_name", "display_name", "email", "person"),
            purpose="who may log in",
            ground=DUTY,
            until="as long as records name the account as who acted; it is switched off when the person leaves",
        ),
        PersonalRecord(
            "accounts.RoleGrant",
            ("user", "granted_by"),
            purpose="what an account may do, and who said so",
            ground=DUTY,
            until="until the role is taken away; that it was held stays in the history",
        ),
        PersonalRecord(
            "accounts.RoleProposal",
            ("user", "proposed_by"),
            purpose="roles that wait for a second person",
            ground=DUTY,
            until="until it is confirmed or taken back",
        ),
        PersonalRecord(
            "accounts.AccountSession",
            ("user", "device", "began", "seen"),
            purpose="where an account is logged in, shown to its owner",
            ground=DUTY,
            until="the night after the session ended",
            period=removal.SESSIONS_KEPT,
            remove=removal.remove_ended_sessions,
        ),
        PersonalRecord(
            "accounts.PassphraseCode",
            ("user", "asked_by", "made_by"),
            purpose="who asked for a new passphrase, and who helped",
            ground=DUTY,
            until="thirty days; the deed stays in the log",
            period=removal.KEPT,
            remove=removal.remove_old_codes,
        ),
        PersonalRecord(
            "accounts.PersonalLink",
            ("user", "made_by", "last_opened"),
            purpose="which links stand, and whether they were used",
            ground=DUTY,
            until="thirty days; the deed stays in the log",
            period=removal.KEPT,
            remove=removal.remove_old_links,
        ),
        NoPersonalData("accounts.Attempts", because="keyed hashes of a name and a place, and counts, for a day"),
    ),
)
