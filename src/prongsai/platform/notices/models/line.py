"""The LINE official account of an agency, and whose LINE belongs to which account."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models import User
from prongsai.platform.notices.sealing import opened, sealed
from prongsai.platform.tenancy.models import OfAgency

CODE_LIFE = timedelta(minutes=15)


class LineAccount(OfAgency):
    """An official account. Its secrets are sealed: a copy of the database alone can send nothing."""

    basic_id = models.CharField(max_length=40, blank=True)
    sealed_secret = models.TextField(blank=True)
    sealed_token = models.TextField(blank=True)
    on = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("LINE official account")
        constraints = (models.UniqueConstraint(fields=["agency"], name="one_line_account"),)

    @property
    def secret(self) -> str:
        """The channel secret, with which LINE signs what it sends us."""
        return opened(self.sealed_secret)

    @secret.setter
    def secret(self, plain: str) -> None:
        self.sealed_secret = sealed(plain)

    @property
    def token(self) -> str:
        """The channel access token, with which we may send."""
        return opened(self.sealed_token)

    @token.setter
    def token(self, plain: str) -> None:
        self.sealed_token = sealed(plain)

    @property
    def is_ready(self) -> bool:
        """Whether it is switched on and its secrets can be opened."""
        return self.on and bool(self.secret and self.token)


class LineLink(OfAgency):
    """The LINE of the owner of an account, as LINE names it to this official account alone."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    line_user = models.CharField(max_length=64)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("LINE of an account")
        constraints = (models.UniqueConstraint(fields=["agency", "user"], name="one_line_each"),)


class LinkingCodes(models.QuerySet["LinkingCode"]):
    """Codes of one agency."""

    def usable(self) -> LinkingCodes:
        """Give those that were not used and are young."""
        now = timezone.now()
        return self.filter(used__isnull=True, made__gt=now - CODE_LIFE, made__lte=now + timedelta(minutes=2))


class LinkingCode(OfAgency):
    """Shown to somebody who is logged in, and sent by that person to the official account, once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64)
    made = models.DateTimeField(default=timezone.now)
    used = models.DateTimeField(null=True)

    objects = LinkingCodes.as_manager()

    class Meta:
        verbose_name = _("Code that links LINE to an account")
        constraints = (models.UniqueConstraint(fields=["agency", "code_hash"], name="one_owner_of_a_code"),)


class LineSignal(OfAgency):
    """An event that LINE told us, so that the same told again does nothing; and what is still to be answered."""

    event = models.CharField(max_length=64)
    told = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=8, blank=True)
    reply_token = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("Event from LINE")
        constraints = (models.UniqueConstraint(fields=["agency", "event"], name="an_event_counts_once"),)
