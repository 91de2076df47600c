"""Two offices, an order in any state, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from cast import Office, make_twins
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.room import store
from prongsai.platform.files.services import made_here
from prongsai.registers.orders import services
from prongsai.registers.orders.models import Order

TODAY = date(2025, 3, 17)


@pytest.fixture(autouse=True)
def _thai():
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_FOLDER, settings.FILES_ARRIVING = tmp_path / "files", tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    store.cache_clear()
    yield
    store.cache_clear()


@pytest.fixture
def twins(db):
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    office = twins[0]
    office.agency.demo_today = TODAY
    office.agency.save()
    return office


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def acting(here) -> Callable[..., Acting]:
    return lambda role=Role.OFFICER: acting_as(here.accounts[role])


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role."""

    def enter(role: Role = Role.OFFICER, office: Office = here) -> Client:
        client = Client(headers={"accept-language": "th"})
        office.enters(client, role)
        return client

    return enter


@pytest.fixture
def scan() -> list[CleanFile]:
    return [made_here(b"signed", "ลงนามแล้ว.txt", Kind.TXT)]


@pytest.fixture
def drafted(acting) -> Callable[..., Order]:
    """A draft of an order that appoints two. Called while an office speaks."""

    def draft(office: Office, **told: object) -> Order:
        content = {
            "unit": office.units["สำนักปลัด"],
            "subject": "แต่งตั้งคณะทำงานสนับสนุนการประเมิน ITA",
            "cause": "ด้วยหน่วยงานจะเข้ารับการประเมิน",
            "authority": "มาตรา 59 แห่งพระราชบัญญัติตัวอย่าง",
            "clauses": "ประชุมเดือนละครั้ง\nรายงานผลต่อผู้บริหาร",
            "duties_before": "เตรียมข้อมูล",
            "signer_post": "นายกองค์การบริหารส่วนตำบล",
            **told,
        }
        by = acting_as(office.accounts[Role.OFFICER])
        order = services.add_order(acting=by, agency=office.agency.pk, told=content)
        people = office.people
        members = [
            services.MemberTold("หัวหน้าสำนักปลัด", "chair", "ประธานคณะทำงาน", person=people[Role.UNIT_HEAD]),
            services.MemberTold("นักวิเคราะห์นโยบายและแผน", "secretary", person=people[Role.COORDINATOR]),
        ]
        services.save_members(acting=by, order=order, members=members)
        return Order.objects.get(pk=order.pk)

    return draft


@pytest.fixture
def waiting(drafted, acting) -> Callable[..., Order]:
    """An order that waits for its signature. Called while an office speaks."""

    def send(office: Office, **told: object) -> Order:
        order = drafted(office, **told)
        services.send_to_sign(acting=acting_as(office.accounts[Role.OFFICER]), order=order)
        return Order.objects.get(pk=order.pk)

    return send


@pytest.fixture
def signed(waiting, scan) -> Callable[..., Order]:
    """An order in force. Called while an office speaks."""

    def sign(office: Office, number: str = "312", year: int = 2567, day: date = date(2024, 10, 7), **told) -> Order:
        order = waiting(office, **told)
        by = acting_as(office.accounts[Role.OFFICER])
        services.put_in_force(acting=by, order=order, number=number, year=year, day=day, scan=scan)
        return Order.objects.get(pk=order.pk)

    return sign
