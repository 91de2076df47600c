"""Accounts: made, switched off and on."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.entrance.services.entering import end_everything, end_other_sessions
from prongsai.platform.entrance.services.granting import is_last_admin


@transaction.atomic
def make_account(
    *,
    acting: Acting,
    login_name: str,
    person: Person | None,
    display_name: str = "",
    email: str = "",
    kiosk: bool = False,
) -> User:
    """Make an account without a passphrase and without a role (a kiosk gets its one role). Refuses TAKEN."""
    try:
        with transaction.atomic():
            user = User.objects.create_account(
                login_name,
                agency=acting.agency,
                person=person,
                display_name=display_name or (person.full_name if person else ""),
                email=email,
                is_kiosk=kiosk,
            )
    except IntegrityError as error:
        raise Refusal(Why.TAKEN) from error
    if kiosk:
        RoleGrant.objects.create(user=user, agency=acting.agency, role=Role.KIOSK, granted_by=acting.user)
    record(acting, "account.made", thing=user, figures={"kiosk": kiosk})
    return user


@transaction.atomic
def switch_off(*, acting: Acting, user: User) -> None:
    """Switch an account off: its sessions and links are dead at the next request. Refuses ONESELF, LAST_ADMIN."""
    if acting.user.pk == user.pk:
        raise Refusal(Why.ONESELF)
    if is_last_admin(user):
        raise Refusal(Why.LAST_ADMIN)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_everything(user)
    record(acting, "account.switched_off", thing=user)


@transaction.atomic
def switch_on(*, acting: Acting, user: User) -> None:
    """Switch an account on again; its roles are as they were."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(acting, "account.switched_on", thing=user)


@transaction.atomic
def log_out_elsewhere(*, acting: Acting, session_key: str | None) -> int:
    """End one's other sessions; give how many."""
    ended = end_other_sessions(acting.user, session_key)
    record(acting, "account.others_ended", thing=acting.user, figures={"sessions": ended})
    return ended
