"""Personal links: made by the coordinator, opened by whoever has the slip, withdrawn by either."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import PersonalLink, Role, User
from prongsai.platform.accounts.models.links import fresh_token, hash_of_token
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.tenancy.speaker import speaking

NO_LINKS = frozenset({Role.INVESTIGATOR, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.KIOSK})


@transaction.atomic
def make_link(*, acting: Acting, user: User) -> tuple[PersonalLink, str]:
    """Make a link of seven days; give it and its key, which is shown once and not kept.

    Earlier ones are withdrawn, and sessions that they opened end.
    Refuses OFF, and NO_LINK for roles whose work nobody may reach without a passphrase.
    """
    if acting.agency is None or not user.may_enter:
        raise Refusal(Why.OFF)
    if acting_as(user).roles & NO_LINKS:
        raise Refusal(Why.NO_LINK)
    PersonalLink.objects.usable().filter(user=user).update(withdrawn=timezone.now())
    user.sessions.filter(by_link=True).delete()
    token = fresh_token()
    link = PersonalLink.objects.create(
        agency=acting.agency, user=user, made_by=acting.user, token_hash=hash_of_token(token), stamp=user.access_stamp
    )
    record(acting, "link.made", thing=link, figures={"user": user.pk})
    return link, f"{acting.agency.code}.{token}"


@transaction.atomic
def withdraw_link(*, acting: Acting, link: PersonalLink) -> None:
    """Withdraw a link; sessions that it opened end with it."""
    link.withdrawn = timezone.now()
    link.save(update_fields=["withdrawn"])
    link.user.sessions.filter(by_link=True).delete()
    record(acting, "link.withdrawn", thing=link, figures={"user": link.user_id})


@transaction.atomic
def find_link(key: str) -> PersonalLink | None:
    """Find the link of a key (`agency.token`); None if unknown, old, withdrawn, or its account changed since."""
    code, _, token = key.replace("\x00", "").partition(".")
    agency = Agency.objects.filter(code=code.strip().lower()).first() if token else None
    if agency is None:
        return None
    with speaking(agency.pk, actor="nobody"):
        links = PersonalLink.objects.usable().select_related("user__agency", "user__person")
        link = links.filter(token_hash=hash_of_token(token)).first()
    return link if link and link.user.may_enter else None


@transaction.atomic
def note_opening(link: PersonalLink) -> None:
    """Count an opening, and record by whose link it was."""
    with speaking(link.agency_id, actor=f"link:{link.user_id}"):
        PersonalLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, last_opened=timezone.now())
        record(f"link:{link.user_id}", "link.opened", thing=link, figures={"made_by": link.made_by_id})
