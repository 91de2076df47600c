"""One-time codes with which a person sets a passphrase of one's own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.models.user import User

if TYPE_CHECKING:
    from prongsai.platform.accounts.acting import Acting

LIFE = timedelta(hours=24)


class PassphraseCodes(models.QuerySet["PassphraseCode"]):
    """Asked, made, used codes."""

    def visible_to(self, acting: Acting) -> PassphraseCodes:
        """Give those for accounts of the asker's own agency."""
        return self.filter(user__agency=acting.agency) if acting.agency else self.none()

    def asked(self) -> PassphraseCodes:
        """Give requests that wait for a second person, a week at most."""
        return self.filter(made__isnull=True, asked__gt=timezone.now() - timedelta(days=7))

    def usable(self) -> PassphraseCodes:
        """Give codes that still open the account."""
        now = timezone.now()
        return self.filter(used__isnull=True, made__gt=now - LIFE, made__lte=now + timedelta(minutes=2))

    def mailed_lately(self, user: User) -> int:
        """Count the codes of an account that no person made within a day, those that newer ones replaced too."""
        made = self.filter(user=user, made_by=None, asked__gt=timezone.now() - LIFE)
        return made.exclude(made=None, used=None).count()


class PassphraseCode(models.Model):
    """Asked for by one person, made by another, used once within a day. Nobody ever chooses another's passphrase.

    `asked_by` is empty when the owner asked at the log-in page; `made_by` when a command or an e-mail made it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="codes")
    asked = models.DateTimeField(_("Asked"), default=timezone.now)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made = models.DateTimeField(_("Made"), null=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    code_hash = models.CharField(max_length=200, blank=True)
    ends_second_factor = models.BooleanField(_("Removes the second step too"), default=False)
    used = models.DateTimeField(_("Used"), null=True)

    objects = PassphraseCodes.as_manager()

    class Meta:
        verbose_name = _("One-time code")
        ordering = ("-asked",)
