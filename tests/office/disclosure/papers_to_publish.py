"""Items of the invented office that are written and could be published, and who publishes them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date

from cast import Office
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here

YEAR = 2568
CITIZEN = "1 1007 01234 56 2"
SAYS = "องค์การบริหารส่วนตำบลจัดประชุมประชาคมหมู่บ้านครบทุกหมู่ (ข้อมูลสมมุติ)"


def who(office: Office, role: Role = Role.COORDINATOR) -> Acting:
    return acting_as(office.accounts[role])


def year_of(office: Office) -> Round:
    """Make the year with its items. Called while the office speaks."""
    cycle = ensure_round(acting=who(office), agency=office.agency, fiscal_year=YEAR)
    services.ensure_items(cycle, "test")
    return cycle


def written(office: Office, code: str = "O26", *lines: str, by: Role = Role.OFFICER, **told: object) -> DisclosedItem:
    """Write words under an item as somebody. Called while the office speaks."""
    item = DisclosedItem.objects.get(round=year_of(office), code=code)
    words = "\n".join(lines or (SAYS,))
    Piece.objects.create(
        agency=office.agency,
        item=item,
        **({"kind": PieceKind.WORDS, "words": words, "made_by": who(office, by).actor} | told),
    )
    return item


def with_file(office: Office, item: DisclosedItem, data: bytes, name: str, kind: Kind = Kind.PDF) -> Piece:
    """Attach a file to an item as an officer. Called while the office speaks."""
    told = services.PieceTold(heading="เอกสาร", files=[made_here(data, name, kind)])
    return services.add_piece(acting=who(office, Role.OFFICER), item=item, kind=PieceKind.FILE, told=told)


@contextmanager
def on_day(office: Office, day: date):
    """Let the office's day be another one."""
    before = office.agency.demo_today
    office.agency.demo_today = day
    office.agency.save()
    yield
    office.agency.demo_today = before
    office.agency.save()
