"""Passphrases: set by a one-time code, changed by their owner, never chosen by anybody else."""

from __future__ import annotations

import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from prongsai.ita.thai.digits import to_arabic
from prongsai.platform.accounts import throttle
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import PassphraseCode, Role, User
from prongsai.platform.accounts.passphrases import Weakness, weakness
from prongsai.platform.accounts.second_factor import remove_all
from prongsai.platform.accounts.separation import BY_TWO, WITH_SECOND_FACTOR
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.entrance.services.entering import buckets_of, end_everything, take
from prongsai.platform.tenancy.speaker import speaking

DIGITS, GROUP = 16, 4


class Weak(Exception):  # noqa: N818 it is an answer, not a fault
    """A passphrase that may not be used, and why."""

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(weakness)
        self.weakness = weakness


@transaction.atomic
def ask_for_code(*, user: User, acting: Acting | None = None) -> PassphraseCode:
    """Ask for a new passphrase: the owner at the log-in page (`acting` None), or the coordinator for somebody.

    One request stands at a time; what is asked at the log-in page, where anybody can ask, never takes the place of what
    a colleague asked. Refuses OFF, ONESELF (who is logged in changes the passphrase instead).
    """
    if not user.may_enter:
        raise Refusal(Why.OFF)
    if acting and acting.user.pk == user.pk:
        raise Refusal(Why.ONESELF)
    standing = PassphraseCode.objects.asked().filter(user=user)
    if acting is None and (asked := standing.first()):
        return asked
    standing.delete()
    asked = PassphraseCode.objects.create(user=user, asked_by=acting.user if acting else None)
    with speaking(user.agency_id, actor=acting.actor if acting else "nobody"):
        record(acting or "nobody", "account.code_asked", thing=user)
    return asked


@transaction.atomic
def make_code(*, acting: Acting, user: User, ends_second_factor: bool = False) -> str:
    """Make a one-time code for an account, as the second person; give it to be shown once.

    An account that never had a passphrase needs no request. Refuses OFF, ONESELF, NOT_ASKED, SAME_PERSON (who asked
    cannot make it), NOT_YOURS_TO_DO (new accounts, and those that need a second step, are the system administrator's),
    and BY_NAME for roles that two persons give: there a colleague must have asked, since who makes the code could have
    asked at the log-in page as well, and would take the account over alone.
    """
    if not user.may_enter:
        raise Refusal(Why.OFF)
    if acting.user.pk == user.pk:
        raise Refusal(Why.ONESELF)
    is_new = not user.has_usable_password()
    if not acting.has(Role.SYSTEM_ADMIN) and (is_new or _roles_to_be(user) & (WITH_SECOND_FACTOR | {Role.KIOSK})):
        raise Refusal(Why.NOT_YOURS_TO_DO)
    asked = PassphraseCode.objects.asked().filter(user=user).first()
    if asked is None and not is_new:
        raise Refusal(Why.NOT_ASKED)
    if asked is not None and asked.asked_by_id == acting.user.pk:
        raise Refusal(Why.SAME_PERSON)
    if asked is not None and asked.asked_by_id is None and _roles_to_be(user) & BY_TWO:
        raise Refusal(Why.BY_NAME)
    code = _new_code(asked or PassphraseCode(user=user), made_by=acting.user, ends_second_factor=ends_second_factor)
    record(
        acting,
        "account.code_made",
        thing=user,
        figures={"asked_by": asked.asked_by_id if asked else None, "ends_second_factor": ends_second_factor},
    )
    return code


@transaction.atomic
def make_code_by_machine(*, user: User, cause: str) -> str:
    """Make a code without a second person: by a command on the server, or for the account's own e-mail address."""
    code = _new_code(PassphraseCode(user=user), made_by=None)
    with speaking(user.agency_id, actor=f"command:{cause}"):
        record(f"command:{cause}", "account.code_made", thing=user)
    return code


def use_code(request: HttpRequest, *, agency: Agency | None, login_name: str, code: str, passphrase: str) -> User:
    """Set one's own passphrase with a code. All sessions and links of the account end. Outside a transaction.

    Refuses WRONG, alike for unknown names and wrong, old or used codes. Raises Weak (the code stays good) and
    `hashing.Busy`.
    """
    user = User.objects.named(login_name, agency)
    buckets = buckets_of(request, agency, login_name, user)
    take(buckets, agency, user)
    kept = PassphraseCode.objects.usable().filter(user=user).order_by("-made").first() if user else None
    typed = "".join(char for char in to_arabic(code) if char.isdigit())
    right = check_password(typed, kept.code_hash if kept else "")
    if not (right and kept and user and user.may_enter):
        raise Refusal(Why.WRONG)
    throttle.forgive(buckets)
    with transaction.atomic(), speaking(user.agency_id, actor=f"user:{user.pk}"):
        if weak := weakness(passphrase, words_about(user)):
            raise Weak(weak)
        if not PassphraseCode.objects.usable().filter(pk=kept.pk).update(used=timezone.now()):
            raise Refusal(Why.WRONG)
        _set_passphrase(user, passphrase)
        if kept.ends_second_factor:
            remove_all(user)
        record(f"user:{user.pk}", "account.code_used", thing=user, figures={"made_by": kept.made_by_id})
    return user


@transaction.atomic
def change_passphrase(*, acting: Acting, passphrase: str) -> None:
    """Change one's own passphrase. All sessions and links end. Raises Weak, `hashing.Busy`."""
    if weak := weakness(passphrase, words_about(acting.user)):
        raise Weak(weak)
    _set_passphrase(acting.user, passphrase)
    record(acting, "account.passphrase_changed", thing=acting.user)


def words_about(user: User) -> list[str]:
    """Give what an attacker would try first: names of the account, its person and its agency. Inside their scope."""
    words = [user.login_name, user.display_name, user.email.partition("@")[0]]
    if user.person:
        words += [user.person.given_name, user.person.family_name]
    if user.agency:
        agency = user.agency
        words += [agency.code, agency.name, agency.short_name, agency.english_name, agency.province, agency.district]
    return [part for word in words for part in (word, *word.split())]


def _roles_to_be(user: User) -> set[Role]:
    """Give the roles of an account, and those that wait for a second person."""
    return {*acting_as(user).roles, *(Role(proposal.role) for proposal in user.proposals.all())}


def _new_code(kept: PassphraseCode, *, made_by: User | None, ends_second_factor: bool = False) -> str:
    """Fill a code in; earlier ones of the account open nothing any more."""
    PassphraseCode.objects.usable().filter(user=kept.user).update(made=None, code_hash="", used=timezone.now())
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    kept.made, kept.made_by, kept.code_hash = timezone.now(), made_by, make_password(code)
    kept.ends_second_factor = ends_second_factor
    kept.save()
    return " ".join(code[start : start + GROUP] for start in range(0, DIGITS, GROUP))


def _set_passphrase(user: User, passphrase: str) -> None:
    user.set_password(passphrase)
    user.save(update_fields=["password"])
    end_everything(user)
