"""Accounts, their roles, and the ways in."""

from prongsai.platform.accounts.models.attempts import Attempts
from prongsai.platform.accounts.models.codes import PassphraseCode
from prongsai.platform.accounts.models.links import PersonalLink
from prongsai.platform.accounts.models.proposals import RoleProposal
from prongsai.platform.accounts.models.roles import Role, RoleGrant
from prongsai.platform.accounts.models.sessions import AccountSession
from prongsai.platform.accounts.models.user import User

__all__ = [
    "AccountSession",
    "Attempts",
    "PassphraseCode",
    "PersonalLink",
    "Role",
    "RoleGrant",
    "RoleProposal",
    "User",
]
