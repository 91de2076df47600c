"""Personal links: one's own tasks without a passphrase."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models.user import User
from prongsai.platform.tenancy.models import OfAgency

LIFE = timedelta(days=7)


_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 26


def fresh_token() -> str:
    """Give a token of 128 bits for an address, of letters that nobody mistakes when typing them from a slip."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def in_groups(key: str) -> str:
    """Write a key (`agency.token`) for a slip, the token in groups of five."""
    agency, _, token = key.partition(".")
    return f"{agency}. " + " ".join(token[start : start + 5] for start in range(0, len(token), 5))


def hash_of_token(token: str) -> str:
    """Give what is kept of a token. It is random enough to need no slow hash. Capitals and blanks do not matter."""
    letters = "".join(token.lower().split()).replace("-", "")
    return hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest()


class PersonalLinks(models.QuerySet["PersonalLink"]):
    """Links of one agency."""

    def usable(self) -> PersonalLinks:
        """Give links that still open: young, not withdrawn, their owner unchanged since."""
        now = timezone.now()
        return self.filter(
            withdrawn__isnull=True,
            made__gt=now - LIFE,
            made__lte=now + timedelta(minutes=2),
            stamp=models.F("user__access_stamp"),
            user__is_active=True,
        )


class PersonalLink(OfAgency):
    """Opens the tasks of one account for seven days. Only the hash of its token is kept: it is shown once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="links")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made = models.DateTimeField(_("Made"), default=timezone.now)
    token_hash = models.CharField(max_length=64)
    stamp = models.CharField(max_length=32)
    withdrawn = models.DateTimeField(_("Withdrawn"), null=True)
    opened = models.PositiveIntegerField(_("Times opened"), default=0)
    last_opened = models.DateTimeField(_("Last opened"), null=True)

    objects = PersonalLinks.as_manager()

    class Meta:
        verbose_name = _("Personal link")
        ordering = ("-made",)
        constraints = (models.UniqueConstraint(fields=["agency", "token_hash"], name="one_link_of_a_token"),)

    @property
    def ends(self) -> datetime:
        """The moment after which it opens nothing."""
        return self.made + LIFE
