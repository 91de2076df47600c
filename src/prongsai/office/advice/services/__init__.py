"""What is done between agencies and their advisers. Every write is one transaction with its line in each log."""

from prongsai.office.advice.services.inviting import invite, withdraw_invitation
from prongsai.office.advice.services.relating import accept, end_as_advised, end_as_adviser, who_invites
from prongsai.office.advice.services.submitting import submit, withdraw

__all__ = [
    "accept",
    "end_as_advised",
    "end_as_adviser",
    "invite",
    "submit",
    "who_invites",
    "withdraw",
    "withdraw_invitation",
]
