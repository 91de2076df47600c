"""Sending a circular: from now on each receiver is asked, until they have acknowledged or it is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.services import notify, withdraw_follow_up
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.audience import Addressee, addressees_of, post_of
from prongsai.registers.circulars.models import Circular, CircularState, Receiver
from prongsai.registers.circulars.notice_kinds import ACKNOWLEDGE, WITHDRAWN
from prongsai.registers.circulars.services.drafting import draft, locked
from prongsai.registers.circulars.services.telling import link_to, tell_soon
from prongsai.registers.policies.services import Way as PolicyWay
from prongsai.registers.policies.services import note_made_known


@transaction.atomic
def send(*, acting: Acting, circular: Circular, sent: date | None = None) -> Circular:
    """Send a draft; who sends it is its sender. `sent` is an earlier day for what went out on paper before.

    Refuses Conflict: not a draft, nobody to send it to, a sender without a person, a day to come, a term before the
    day of sending, a policy that is no longer in force.
    """
    current, entered = draft(circular), today(acting.agency)
    day = sent or entered
    person = acting.person
    if person is None:
        raise Conflict(_("Your account belongs to nobody on the staff list, so nobody would be the sender."))
    if day > entered:
        raise Conflict(_("A circular cannot have gone out on a day to come."))
    if current.due and current.due < day:
        raise Conflict(_("The day by which it is to be acknowledged lies before the day on which it goes out."))
    addressees = addressees_of(current, day)
    if not addressees:
        raise Conflict(_("Nobody works here who would receive this circular. Choose others."))
    current.state, current.sender, current.sent, current.entered = CircularState.SENT, person, day, entered
    current.save(update_fields=["state", "sender", "sent", "entered"])
    receivers = _receive(current, addressees)
    tell_soon(by=acting, circular=current)
    if current.policy_id:
        note_made_known(acting=acting, policy=current.policy_id, way=PolicyWay.CIRCULAR, day=day, link=link_to(current))
    record(acting, "circulars.sent", thing=current, figures={"receivers": len(receivers), "day": day})
    return current


@transaction.atomic
def add_receivers(*, acting: Acting, circular: Circular, people: Sequence[Person]) -> int:
    """Send a circular to people who came later; give how many are new. Refuses Conflict where it is not out."""
    current = kept(acting, circular)
    known = set(current.receivers.values_list("person", flat=True))
    day = today(acting.agency)
    new = [Addressee(person, post_of(person, day)) for person in people if person.pk not in known]
    receivers = _receive(current, new)
    tell_soon(by=acting, circular=current)
    record(acting, "circulars.added_to", thing=current, figures={"receivers": len(receivers)})
    return len(receivers)


@transaction.atomic
def withdraw(*, acting: Acting, circular: Circular, because: str) -> None:
    """Withdraw a circular: nobody is asked any more, its page says why. Refuses Conflict."""
    current = kept(acting, circular)
    for receiver in current.receivers.missing():
        withdraw_follow_up(kind=ACKNOWLEDGE, thing=receiver.pk, by=acting)
    current.state, current.withdrawn = CircularState.WITHDRAWN, today(acting.agency)
    current.withdrawn_because = because
    current.save(update_fields=["state", "withdrawn", "withdrawn_because"])
    people = [receiver.person for receiver in current.receivers.select_related("person")]
    subject = gettext_lazy("Withdrawn: %(subject)s") % {"subject": current.subject}
    notify(
        to=people, kind=WITHDRAWN, by=acting, subject=subject, words=because, link=link_to(current), thing=current.pk
    )
    record(acting, "circulars.withdrawn", thing=current)


def kept(acting: Acting, circular: Circular) -> Circular:
    """Give a circular that is out, locked. Refuses Conflict where it is not, or where somebody else sent it."""
    current = locked(circular)
    if not current.is_sent:
        raise Conflict(_("This circular is not out."))
    if not current.is_kept_by(acting):
        raise Conflict(_("Only who sent this circular keeps its list."))
    return current


def _receive(circular: Circular, addressees: Iterable[Addressee]) -> list[Receiver]:
    rows = [
        Receiver(
            agency_id=circular.agency_id, circular=circular, person=one.person, unit=one.person.unit, post=one.post
        )
        for one in addressees
    ]
    return Receiver.objects.bulk_create(rows)
