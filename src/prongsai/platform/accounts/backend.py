"""Who a name and a passphrase belong to, and who a session still belongs to."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password, verify_password
from django.http import HttpRequest

from prongsai.platform.accounts.models import User
from prongsai.platform.accounts.passphrases import canonical_passphrase
from prongsai.platform.agency.models import Agency


class AccountBackend(BaseBackend):
    """Finds accounts by agency and login name. It hashes exactly once whoever is asked for, known or not."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 Django passes it
        *,
        agency: Agency | None = None,
        login_name: str = "",
        passphrase: str = "",
        **_: Any,
    ) -> User | None:
        """Give the account if the passphrase is its own and it may enter. Raises `hashing.Busy`."""
        user = User.objects.named(login_name, agency)
        if user is None or not user.has_usable_password():
            make_password(canonical_passphrase(passphrase))
            return None
        right, _outdated = verify_password(canonical_passphrase(passphrase), user.password)
        return user if right and user.may_enter else None

    def get_user(self, user_id: int) -> User | None:
        """Give the account of a session, None once it is off or its agency closed."""
        user = User.objects.select_related("agency").filter(pk=user_id).first()
        return user if user and user.may_enter else None
