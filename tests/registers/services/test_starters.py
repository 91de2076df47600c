"""The starter catalogue: sixteen examples that say that they are examples."""

from __future__ import annotations

from django.urls import reverse

from prongsai.ita.papers.service_gaps import gaps_of
from prongsai.registers.services.models import Service
from prongsai.registers.services.services import starter_sheets


def test_there_are_sixteen_each_with_a_name_of_its_own():
    starters = starter_sheets()
    assert len({starter.key for starter in starters}) == len({starter.sheet.name for starter in starters}) == 16


def test_none_says_how_long_it_takes_or_what_it_costs():
    for starter in starter_sheets():
        gaps = {gap.gap for gap in gaps_of(starter.sheet)}
        assert {"example", "times", "fees", "channels", "complaints"} <= gaps, starter.key
        assert starter.sheet.steps
        assert starter.sheet.criteria


def test_one_whose_name_tells_too_much_is_marked_sensitive():
    assert [starter.key for starter in starter_sheets() if starter.is_sensitive] == ["aids-assistance"]


def test_chosen_ones_are_added_once_as_marked_drafts(here, asks):
    client, told = asks(), {"keys": ["tent-loan", "aids-assistance"], "owner": here.units["กองคลัง"].pk}
    for _ in range(2):
        assert client.post(reverse("service-starters"), told).status_code == 302
    with here.speaks():
        assert Service.objects.count() == 2
        assert Service.objects.filter(is_sensitive=True).count() == 1
        service = Service.objects.get(name="การขอยืมเต็นท์ โต๊ะ และเก้าอี้")
    assert "ตัวอย่าง ต้องตรวจกับระเบียบ" in client.get(service.get_absolute_url()).content.decode()


def test_nothing_chosen_is_asked_for_again(here, asks):
    assert asks().post(reverse("service-starters"), {"owner": here.units["กองคลัง"].pk}).status_code == 400


def test_the_mark_goes_when_a_person_says_that_it_was_checked(here, asks):
    client = asks()
    client.post(reverse("service-starters"), {"keys": ["tent-loan"], "owner": here.units["กองคลัง"].pk})
    with here.speaks():
        version = Service.objects.get().versions.get()
    address = reverse("service-edit", args=[version.pk, "basics"])
    form = client.get(address).context["form"]
    told = {name: value for name, value in form.initial.items() if value not in (None, False)}
    client.post(address, told | {"owner": here.units["กองคลัง"].pk, "checked": "on"})
    with here.speaks():
        version.refresh_from_db()
        assert not version.sheet.is_example
