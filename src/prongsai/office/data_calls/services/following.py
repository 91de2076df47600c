"""Following up who is asked: the nearest day of what is owed counts; it ends when nothing is owed."""

from __future__ import annotations

from django.db.models import Min
from django.utils.translation import gettext_lazy

from prongsai.office.data_calls.models import Addressee, CalledItem
from prongsai.office.data_calls.notice_kinds import ASKED
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import follow_up, notify, settle, withdraw_follow_up


def keep_following(addressee: Addressee, *, by: Acting | str) -> None:
    """Have who is asked followed up from the nearest day on, or no longer where nothing is owed."""
    owed = CalledItem.objects.owed().filter(addressee=addressee)
    nearest = owed.aggregate(nearest=Min("due"))["nearest"]
    if nearest == addressee.followed_due:
        return
    if nearest is None:
        settle(kind=ASKED, thing=addressee.pk, by=by)
    else:
        follow_up(
            kind=ASKED,
            thing=addressee.pk,
            due=nearest,
            by=by,
            unit=addressee.unit,
            person=addressee.officer,
            subject=addressee.call.title,
            link=_link(addressee),
        )
    addressee.followed_due = nearest
    addressee.save(update_fields=["followed_due"])


def stop_following(addressee: Addressee, *, by: Acting | str) -> None:
    """Follow nobody up who is asked for nothing any more, because it went to somebody else."""
    withdraw_follow_up(kind=ASKED, thing=addressee.pk, by=by)
    addressee.followed_due = None
    addressee.save(update_fields=["followed_due"])


def tell_asked(addressee: Addressee, *, by: Acting | str) -> None:
    """Tell who is asked that there is something to hand in."""
    notify(
        to=addressee.officer or addressee.unit,
        kind=ASKED,
        by=by,
        subject=addressee.call.title,
        words=gettext_lazy("Please hand in what is asked for, as files, photographs, numbers or in words."),
        link=_link(addressee),
        thing=addressee.pk,
        due=addressee.followed_due,
    )


def _link(addressee: Addressee) -> Link:
    return Link("data-calls", {"round_id": addressee.call.round_id})
