"""An office whose posts are filled as each test says."""

from __future__ import annotations

from datetime import date

from prongsai.platform.agency.models import Agency, Holding, HoldingKind, Person, Post, Standing, Unit

DAY = date(2025, 3, 17)
LONG_AGO = date(2024, 10, 1)


class SmallOffice:
    """An agency; makes its units, posts and people, and puts people into posts."""

    def __init__(self) -> None:
        self.agency = Agency.objects.create(code="nongkrachang", name="อบต.หนองกระจ่าง", kind="sao")

    def unit(self, name: str, order: int = 0) -> Unit:
        return Unit.objects.create(agency=self.agency, name=name, order=order)

    def post(self, unit: Unit, title: str, standing: Standing = Standing.STAFF, order: int = 0, **more) -> Post:
        return Post.objects.create(agency=self.agency, unit=unit, title=title, standing=standing, order=order, **more)

    def person(self, name: str, unit: Unit, **more) -> Person:
        return Person.objects.create(agency=self.agency, given_name=name, family_name="ตัวอย่างชัย", unit=unit, **more)

    def holds(self, person: Person, post: Post, *, since=LONG_AGO, until=None, acting=False, order="") -> Holding:
        kind = HoldingKind.ACTING if acting else HoldingKind.SUBSTANTIVE
        return Holding.objects.create(
            agency=self.agency, person=person, post=post, kind=kind, since=since, until=until, order_reference=order
        )  # fmt: skip
