"""How something reached the office when one person writes it down for another (บันทึกแทน)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """The way by which it came."""

    LINE = "line", _("LINE")
    PAPER = "paper", _("By paper")
    TELEPHONE = "telephone", _("Telephone")
    IN_PERSON = "in-person", _("In person")
    EMAIL = "email", _("E-mail")
