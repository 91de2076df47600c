"""Accounts and their roles."""

from prongsai.platform.accounts.models.roles import Role, RoleGrant
from prongsai.platform.accounts.models.user import User

__all__ = ["Role", "RoleGrant", "User"]
