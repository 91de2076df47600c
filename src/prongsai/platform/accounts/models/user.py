"""An account."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.names import canonical_login_name
from prongsai.platform.accounts.passphrases import canonical_passphrase
from prongsai.platform.agency.models import Agency, Person


def fresh_stamp() -> str:
    """Give a new stamp: sessions and links that carry an older one are dead."""
    return secrets.token_hex(16)


class Accounts(BaseUserManager["User"]):
    """Makes accounts and finds them by agency and login name."""

    def create_account(
        self, login_name: str, *, agency: Agency | None, password: str | None = None, **fields: Any
    ) -> User:
        """Make an account; without a password nobody can log in with it until one is set."""
        name = canonical_login_name(login_name)
        user = self.model(login_name=name, agency=agency, username=username_of(name, agency), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find an account by its installation-wide name."""
        return self.get(username=username)

    def named(self, login_name: str, agency: Agency | None) -> User | None:
        """Find the account a typed name means: the agency's own, else one that runs the installation."""
        name = canonical_login_name(login_name)
        wanted = {username_of(name, agency), name}
        found = {user.username: user for user in self.select_related("agency").filter(username__in=wanted)}
        own, outside = found.get(username_of(name, agency)) if agency else None, found.get(name)
        # `officer@office` is what an account is called inside; typed, it would be a second name to guess under.
        return own or (outside if outside and outside.agency_id is None else None)


class User(AbstractBaseUser):
    """An account of one agency, or of none for who runs the installation."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="accounts")
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="account")
    login_name = models.CharField(_("Login name"), max_length=60)
    username = models.CharField(max_length=120, unique=True, editable=False)
    display_name = models.CharField(_("Shown name"), max_length=200, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    is_active = models.BooleanField(_("May log in"), default=True)
    is_kiosk = models.BooleanField(_("Kiosk account"), default=False)
    access_stamp = models.CharField(max_length=32, default=fresh_stamp, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("Account")

    def __str__(self) -> str:
        return self.display_name or self.login_name

    @property
    def may_enter(self) -> bool:
        """Whether the account is on and its agency not closed."""
        closed = self.agency.closed if self.agency else None
        return self.is_active and (closed is None or closed > timezone.localdate())

    def set_password(self, raw_password: str | None) -> None:
        """Set the passphrase in its canonical spelling; None locks it. Does not save."""
        super().set_password(None if raw_password is None else canonical_passphrase(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """Compare a typed passphrase, in whatever order its marks were typed."""
        return super().check_password(None if raw_password is None else canonical_passphrase(raw_password))

    def get_session_auth_hash(self) -> str:
        """Give what each session of the account carries: passphrase and stamp. When either changes, it dies."""
        return self._stamp_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Give the same under the keys that were in use before."""
        for key in settings.SECRET_KEY_FALLBACKS:
            yield self._stamp_hash(key)

    def _stamp_hash(self, key: str) -> str:
        return salted_hmac(
            "prongsai.session", f"{self.password}:{self.access_stamp}", secret=key, algorithm="sha256"
        ).hexdigest()


def username_of(login_name: str, agency: Agency | None) -> str:
    """Give the installation-wide name: two agencies may each have a `pimjai`."""
    return f"{login_name}@{agency.code}" if agency else login_name
