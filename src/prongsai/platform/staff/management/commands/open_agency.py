"""A new agency with its first account: `prongsai manage open_agency`."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.names import parse_login_name
from prongsai.platform.entrance.services.codes import make_code_by_machine
from prongsai.platform.entrance.slips import tell_code
from prongsai.platform.staff.services.opening import Opened, open_agency
from prongsai.platform.ui.refusals import Conflict

ACTOR = "command:open_agency"


class Command(BaseCommand):
    """Makes the agency with the units that are usual for its kind, and an account that does everything at first."""

    help = "Open an agency and make its first account, coordinator and system administrator in one"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what cannot be guessed."""
        parser.add_argument("code", help="short code in addresses: Latin letters, digits, hyphens")
        parser.add_argument("name", help="full Thai name of the agency; its kind is told from the beginning")
        parser.add_argument("person", help="given and family name of the person who begins")
        parser.add_argument("--login", default="ita", help="login name of that person (default: ita)")

    def handle(self, *_args: Any, code: str, name: str, person: str, login: str, **_options: Any) -> None:
        """Make it, and print what the person needs to get in."""
        opened = _opened(code, name.strip(), person, login)
        told = {"name": opened.agency.name, "kind": opened.kind, "units": len(opened.units)}
        self.stdout.write(_("Opened: %(name)s (%(kind)s), with %(units)s units to look through.") % told)
        tell_code(self.stdout.write, opened.begins, make_code_by_machine(user=opened.begins, cause="open_agency"))


def _opened(code: str, name: str, person: str, login: str) -> Opened:
    try:
        return open_agency(actor=ACTOR, code=code, name=name, login_name=parse_login_name(login), person=person)
    except Refused as refused:
        raise CommandError(refused.message) from refused
    except Conflict as conflict:
        raise CommandError(conflict.said) from conflict
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
