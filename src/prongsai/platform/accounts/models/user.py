"""An account."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Agency, Person


class Accounts(BaseUserManager["User"]):
    """Makes accounts and finds them by agency and login name."""

    def create_account(
        self, login_name: str, *, agency: Agency | None, password: str | None = None, **fields: Any
    ) -> User:
        """Make an account; without a password nobody can log in with it until one is set."""
        user = self.model(login_name=login_name, agency=agency, username=username_of(login_name, agency), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find an account by its installation-wide name."""
        return self.get(username=username)


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
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("Account")

    def __str__(self) -> str:
        return self.display_name or self.login_name


def username_of(login_name: str, agency: Agency | None) -> str:
    """Give the installation-wide name: two agencies may each have a `pimjai`."""
    return f"{login_name}@{agency.code}" if agency else login_name
