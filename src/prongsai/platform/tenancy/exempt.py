"""Tables that carry an agency and yet no policy, each with its reason; every other table with `agency_id` has one."""

from __future__ import annotations

EXEMPT: dict[str, str] = {
    "accounts_user": "log-in finds the account before it is known whose agency speaks",
    "accounts_rolegrant": "the roles of an account are read before its agency speaks",
}
