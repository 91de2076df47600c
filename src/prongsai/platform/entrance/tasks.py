"""Work of the entrance that runs by itself."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.platform.accounts.models import PassphraseCode, User
from prongsai.platform.entrance.services.codes import make_code_by_machine
from prongsai.platform.jobs.declaring import task

MAILS_A_DAY = 3
"""Anybody can ask at the log-in page, from many machines: a mailbox is not flooded, and the last code stays good."""


@task()
def send_code(agency: int, user: int) -> None:
    """Send a one-time code to the address of an account of an agency."""
    _send(User.objects.filter(pk=user, agency_id=agency).first())


@task()
def send_installation_code(user: int) -> None:
    """Send a one-time code to the address of an account that runs the installation."""
    _send(User.objects.filter(pk=user, agency=None).first())


def _send(user: User | None) -> None:
    """Make the code only now: in the queue it could be read."""
    if user is None or not user.may_enter or not user.email:
        return
    if PassphraseCode.objects.mailed_lately(user) >= MAILS_A_DAY:
        return
    code = make_code_by_machine(user=user, cause="mail")
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("One-time code for a new passphrase")
        words = _(
            "Somebody asked for a new passphrase for the account “%(name)s”.\n\n"
            "One-time code: %(code)s\n\nIt is good for 24 hours, once."
            " Choose “I have a one-time code” on the log-in page."
            "\n\nIf it was not you, do nothing: the passphrase stays as it is."
        ) % {"name": user.login_name, "code": code}
    send_mail(subject, words, None, [user.email])
