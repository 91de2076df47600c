"""The pages of the check: what the coordinator sees, what a unit sees, the sheet that is copied and printed."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure import services
from prongsai.office.disclosure.home_sources import CheckOfMonth, ItemsReady, ItemsStanding
from prongsai.office.disclosure.models import DisclosedItem, Home, Piece, PieceKind
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed

DAY = date(2025, 3, 17)
FOREVER = "https://nongkrachang.example/o4"


@pytest.fixture
def cycle(here, acting):
    """2568 with its items: o4 is the unit's and stands there, o5 is of the other unit."""
    with here.speaks():
        found = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)
        services.ensure_items(found, "test")
        owners = {"O4": here.units["สำนักปลัด"], "O3": here.units["สำนักปลัด"], "O5": here.units["กองคลัง"]}
        set_owners(acting=acting(), found=found, owners=owners)
        DisclosedItem.objects.filter(code__in=["O3", "O5"]).update(due=date(2025, 1, 31))
        item = DisclosedItem.objects.get(code="O4")
        Piece.objects.create(agency=here.agency, item=item, kind=PieceKind.WORDS, words="ข่าวของปี", made_by="test")
        return found


def shown(client, cycle, name: str = "disclosure-check", query: str = "") -> str:
    answer = client.get(reverse(name, args=[cycle.pk]) + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_coordinator_sees_all_that_is_lacking_with_the_way_to_where_it_is_mended(here, cycle, asks):
    page = shown(asks(), cycle)
    with here.speaks():
        o3 = DisclosedItem.objects.get(code="O3")
    assert "คะแนนคาดการณ์ (ใช้ภายใน)" in page
    assert f'href="{o3.get_absolute_url()}"' in page
    assert "กองคลัง" in page
    assert "เกณฑ์ยังไม่ยืนยัน" in page


def test_a_unit_sees_what_it_owes_itself_and_no_score_of_the_office(here, cycle, asks):
    page = shown(asks(Role.OFFICER), cycle)
    assert "O3" in page
    assert "O5" not in page
    assert "กองคลัง" not in page
    assert "id_iit" not in page


def test_what_if_answers_with_other_scores_and_refuses_what_is_no_score(here, cycle, asks):
    with here.speaks():
        confirmed(here, "P4.pdf")
    client = asks()
    as_it_is = shown(client, cycle)
    assert "2567" in as_it_is
    assert "(ตามที่เป็นอยู่" not in as_it_is
    page = shown(client, cycle, query="?iit=100&eit=100&mended=O3")
    assert "(ตามที่เป็นอยู่" in page
    refused = client.get(reverse("disclosure-check", args=[cycle.pk]) + "?iit=101")
    assert refused.status_code == 400
    assert client.get(reverse("disclosure-check", args=[cycle.pk]) + "?mended=O99").status_code == 400


def test_before_the_items_were_begun_the_pages_say_where_to_begin(here, acting, asks):
    with here.speaks():
        empty = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)
        assert [list(source.lines(DAY)) for source in (ItemsReady(), CheckOfMonth())] == [[], []]
    for name in ("disclosure-check", "disclosure-answers"):
        assert reverse("disclosure", args=[empty.pk]) in shown(asks(), empty, name)


def test_the_sheet_names_items_without_an_address_and_invents_none(here, cycle, asks):
    with here.speaks():
        DisclosedItem.objects.update(home=Home.CONTRACTOR)
        DisclosedItem.objects.filter(code="O4").update(address=FOREVER, explanation="ข่าวตั้งแต่ตุลาคม 2567")
    page = shown(asks(), cycle, "disclosure-answers")
    assert FOREVER in page
    assert "ข่าวตั้งแต่ตุลาคม 2567" in page
    assert page.count("<textarea") == 2
    assert asks(Role.OFFICER).get(reverse("disclosure-answers", args=[cycle.pk])).status_code == 404


@pytest.mark.parametrize(("form", "head"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_the_sheet_can_be_printed_and_taken_out(here, cycle, asks, form, head):
    with here.speaks():
        DisclosedItem.objects.filter(code="O4").update(home=Home.CONTRACTOR, address=FOREVER, explanation="=1+1")
    answer = asks().get(reverse("disclosure-answers-file", args=[cycle.pk, form]))
    content = answer.getvalue()
    assert content.startswith(head)
    if form == "xlsx":
        cells = [cell for sheet in load_workbook(BytesIO(content)) for row in sheet.iter_rows() for cell in row]
        assert any(FOREVER in str(cell.value) for cell in cells)
        assert all(cell.data_type != "f" for cell in cells)


def test_there_is_no_sheet_in_another_form(cycle, asks):
    assert asks().get(reverse("disclosure-answers-file", args=[cycle.pk, "odt"])).status_code == 404


def test_home_tells_how_many_are_ready_in_march_what_is_at_stake_in_april_what_is_left_to_send(here, cycle):
    figure, month, standing = ItemsReady(), CheckOfMonth(), ItemsStanding()
    with here.speaks():
        (line,) = figure.lines(DAY)
        assert line.words == "พร้อม 1 จาก 28 ข้อ"
        unit = here.units["กองคลัง"]
        theirs = [owner for owner in services.owners_by_code(cycle).values() if services.unit_of(owner) == unit]
        (own,) = figure.lines(DAY, units=frozenset({unit.pk}))
        assert own.words == f"พร้อม 0 จาก {len(theirs)} ข้อ"
        (march,) = month.lines(DAY)
        assert "27" in march.words
        assert "เหลือ 44 วัน (ประมาณการ)" in march.words
        april = list(month.lines(date(2025, 4, 17)))
        assert {line.url_name for line in april} == {"disclosure-check", "disclosure", "disclosure-answers"}
        assert list(month.lines(DAY, units=frozenset({1}))) == []
        told = standing.standing(2568, DAY)
        assert (told.done, told.whole) == (1, 28)
        assert standing.standing(2567, DAY) is None
