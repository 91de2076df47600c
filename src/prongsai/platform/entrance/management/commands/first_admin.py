"""The first account of an installation, or of an agency: `prongsai manage first_admin`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.accounts.models.user import username_of
from prongsai.platform.accounts.names import parse_login_name
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.services.codes import make_code_by_machine
from prongsai.platform.entrance.slips import tell_code
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:first_admin"


class Command(BaseCommand):
    """Makes a system administrator and prints a one-time code; for one that is there already, only the code.

    There is no page on which a stranger could become the first one: whoever runs commands on the server is trusted.
    """

    help = "Make the first system administrator, or let one in again who lost the passphrase"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the login name and, with several agencies, the code of one."""
        parser.add_argument("login_name", nargs="?", default="admin")
        parser.add_argument(
            "--agency", default="", help="code of the agency; left out, the account runs the installation"
        )

    def handle(self, *_args: Any, login_name: str, agency: str, **_options: Any) -> None:
        """Make it, and print what its owner needs."""
        found = Agency.objects.filter(code=agency).first() if agency else None
        if agency and found is None:
            raise CommandError(_("There is no agency with the code “%(code)s”.") % {"code": agency})
        try:
            name = parse_login_name(login_name)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        user = _admin(name, found)
        code = make_code_by_machine(user=user, cause="first_admin")
        tell_code(self.stdout.write, user, code)


@transaction.atomic
def _admin(name: str, agency: Agency | None) -> User:
    """Give the system administrator of a name, made if need be; an account with other roles is not taken."""
    with speaking(agency.pk if agency else None, actor=ACTOR):
        user = User.objects.filter(username=username_of(name, agency)).first()
        if user is None:
            user = User.objects.create_account(name, agency=agency, display_name=str(Role.SYSTEM_ADMIN.label))
            RoleGrant.objects.create(user=user, agency=agency, role=Role.SYSTEM_ADMIN)
            record(ACTOR, "account.made", thing=user)
            record(ACTOR, "role.granted", thing=user, figures={"role": Role.SYSTEM_ADMIN.value})
        elif not user.grants.filter(role=Role.SYSTEM_ADMIN).exists():
            raise CommandError(_("“%(name)s” is there already and is no system administrator.") % {"name": name})
        elif not user.may_enter:
            raise CommandError(_("“%(name)s” is switched off.") % {"name": name})
    return user
