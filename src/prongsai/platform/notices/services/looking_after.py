"""What the coordinator and the system administrator do with the sending of an agency."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.notices.models import FollowUpDays, LineAccount, Sending, State
from prongsai.platform.notices.outbox import send_later
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def send_again(*, acting: Acting, sending: Sending) -> None:
    """Let a message that did not get through be sent once more, now. Refuses Conflict for one under way or sent.

    Of one whose fate is unknown a second copy may arrive: that is for a person to decide.
    """
    again = Sending.objects.troubled().filter(pk=sending.pk)
    now = timezone.now()
    if not again.update(state=State.WAITING, key=None, tries=0, trouble="", wanted=now, not_before=now, changed=now):
        raise Conflict(_("This message is on its way or has been sent meanwhile."))
    send_later(sending.agency_id, now)
    record(acting, "notice.sent_again", thing=sending)


@transaction.atomic
def set_line_account(
    *, acting: Acting, agency: Agency, on: bool, basic_id: str, secret: str = "", token: str = ""
) -> LineAccount:
    """Set up the official account of an agency; an empty secret or token stays as it is.

    Refuses Conflict to switch on without both.
    """
    account, _made = LineAccount.objects.select_for_update().get_or_create(agency=agency)
    account.basic_id = basic_id
    if secret:
        account.secret = secret
    if token:
        account.token = token
    account.on = on
    if on and not account.is_ready:
        raise Conflict(_("LINE can be switched on once the channel secret and the access token are there."))
    account.save()
    record(acting, "line.account_set", thing=account, figures={"on": on, "secret": bool(secret), "token": bool(token)})
    return account


@transaction.atomic
def set_follow_up_days(*, acting: Acting, agency: Agency, days: Mapping[str, int | None]) -> None:
    """Say when each step of a follow-up is taken; None: never."""
    kept, _made = FollowUpDays.objects.update_or_create(agency=agency, defaults=dict(days))
    record(acting, "follow_up.days_set", thing=kept, figures=dict(days))
