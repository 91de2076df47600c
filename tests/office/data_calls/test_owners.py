"""ใครส่งข้อไหน: proposed by the catalogue, written down once, kept for the years to come."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.data_calls.models import ItemOwner
from prongsai.office.data_calls.services import From, owners_of, set_owners
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.refusals import Conflict


def known(found) -> dict[str, tuple[str, str]]:
    return {each.code: (str(each.officer or each.unit or ""), each.known.value) for each in owners_of(found)}


def test_the_catalogue_proposes_a_unit_for_every_item(here, year):
    with here.speaks():
        told = known(year)
        assert len(told) == 28
        assert told["O12"] == ("กองคลัง", "proposed")  # purchases
        assert told["O14"] == ("สำนักปลัด", "proposed")  # personnel
        assert From.NOBODY.value not in {how for _who, how in told.values()}


def test_a_role_finds_the_unit_whatever_follows_its_name(here, year):
    with here.speaks():
        Unit.objects.filter(name="สำนักปลัด").update(name="สำนักปลัดเทศบาล")
        assert known(year)["O14"] == ("สำนักปลัดเทศบาล", "proposed")


def test_what_is_saved_holds_for_the_next_year_under_its_new_code(here, acting, asks, witthaya):
    with here.speaks():
        before = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2567)
        set_owners(acting=acting(), found=before, owners={"O25": witthaya.person})
        now = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)
        assert known(before)["O25"] == (str(witthaya.person), "written")
        assert known(now)["O20"] == (str(witthaya.person), "earlier")


def test_this_years_word_goes_before_that_of_an_earlier_year(here, acting, witthaya):
    with here.speaks():
        before = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2567)
        set_owners(acting=acting(), found=before, owners={"O25": witthaya.person})
        now = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)
        set_owners(acting=acting(), found=now, owners={"O20": here.units["สำนักปลัด"]})
        assert known(now)["O20"] == ("สำนักปลัด", "written")
        set_owners(acting=acting(), found=now, owners={"O20": None})
        assert known(now)["O20"] == (str(witthaya.person), "earlier")


def test_one_page_keeps_all(here, asks, year):
    address = reverse("item-owners", args=[year.pk])
    form = asks().get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"O1": f"unit-{here.units['กองคลัง'].pk}"}
    assert asks().post(address, sent).status_code == 302
    with here.speaks():
        assert ItemOwner.objects.count() == 28
        assert ItemOwner.objects.get(code="O1").unit.name == "กองคลัง"


def test_two_who_say_who_hands_in_what_do_not_overwrite_each_other(here, acting, asks, year):
    address = reverse("item-owners", args=[year.pk])
    form = asks().get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    with here.speaks():
        set_owners(acting=acting(), found=year, owners={"O1": here.units["กองคลัง"]})
    answer = asks().post(address, sent)
    assert answer.status_code == 409
    assert "กองคลัง" in answer.content.decode()
    with here.speaks():
        assert ItemOwner.objects.count() == 1


@pytest.mark.parametrize("value", ["unit-0", "unit-999999", "person-1;2", "x"])
def test_a_unit_that_is_none_is_refused(here, asks, year, value):
    address = reverse("item-owners", args=[year.pk])
    form = asks().get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"O1": value}
    assert asks().post(address, sent).status_code == 400
    with here.speaks():
        assert not ItemOwner.objects.exists()


def test_the_unit_of_another_agency_cannot_be_chosen(here, there, asks, year):
    address = reverse("item-owners", args=[year.pk])
    form = asks().get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"O1": f"unit-{there.units['กองคลัง'].pk}"}
    assert asks().post(address, sent).status_code == 400


def test_a_unit_that_was_closed_is_named_and_another_proposed(here, acting, asks, year):
    with here.speaks():
        set_owners(acting=acting(), found=year, owners={"O14": here.units["กองคลัง"]})
        Unit.objects.filter(name="กองคลัง").update(closed=date(2025, 3, 1))
        owned = next(each for each in owners_of(year) if each.code == "O14")
        assert (owned.gone, owned.unit.name, owned.known) == ("กองคลัง", "สำนักปลัด", From.PROPOSED)
    assert "กองคลัง: ไม่อยู่แล้ว" in asks().get(reverse("item-owners", args=[year.pk])).content.decode()


def test_an_officer_who_left_leaves_the_item_to_the_unit(here, acting, year, witthaya):
    with here.speaks():
        set_owners(acting=acting(), found=year, owners={"O12": witthaya.person})
        witthaya.person.left = date(2025, 3, 1)
        witthaya.person.save()
        owned = next(each for each in owners_of(year) if each.code == "O12")
        assert (owned.unit.name, owned.officer, owned.gone) == ("กองคลัง", None, str(witthaya.person))


def test_a_draft_year_takes_over_what_the_codes_mean(here, acting, witthaya):
    with here.speaks():
        before = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2569)
        set_owners(acting=acting(), found=before, owners={"O1": witthaya.person})
        draft = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2570)
        assert draft.is_draft
        assert known(draft)["O1"][0] == str(witthaya.person)


def test_a_closed_year_keeps_its_owners(here, acting, year):
    with here.speaks():
        year.closed = date(2025, 3, 1)
        year.save()
        with pytest.raises(Conflict):
            set_owners(acting=acting(), found=year, owners={"O1": here.units["กองคลัง"]})


def test_a_code_that_the_year_has_not_is_left_alone(here, acting, year):
    with here.speaks():
        assert set_owners(acting=acting(), found=year, owners={"O99": here.units["กองคลัง"]}) == 0
        assert not ItemOwner.objects.exists()
