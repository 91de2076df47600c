"""The check of a year against the records: what each item is, what it costs, who has to do what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from prongsai.ita.catalogue import load_framework, to_yaml
from prongsai.ita.scoring import item_price
from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure import services
from prongsai.office.disclosure.asked import asked_in
from prongsai.office.disclosure.demo import demo_items, put_in
from prongsai.office.disclosure.models import (
    AddressCheck,
    ClosedSet,
    DisclosedItem,
    ElementSeen,
    Home,
    PeriodSaid,
    Piece,
    PieceKind,
    Publication,
)
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.disclosure.what_lacks import by_unit, lacking_in, week_text
from prongsai.office.rounds.frameworks import presumption
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed

DAY = date(2025, 3, 17)
PROPOSAL = "ข้อเสนอแนะ"


@pytest.fixture
def cycle(here):
    with here.speaks():
        found = ensure_round(acting=acting_as(here.accounts[Role.COORDINATOR]), agency=here.agency, fiscal_year=2568)
        services.ensure_items(found, "test")
        found.agency = here.agency
        yield found


def item_of(cycle, code: str) -> DisclosedItem:
    return next(item for item in services.items_of(cycle) if item.code == code)


def put(item: DisclosedItem, element: str = "", **told: object) -> Piece:
    told = {"kind": PieceKind.WORDS, "words": "ดำเนินการแล้ว", "covers": 2567} | told
    return Piece.objects.create(agency_id=item.agency_id, item=item, element=element, made_by="test", **told)


def standing(cycle, code: str) -> ItemStanding:
    return next(each.standing for each in services.checks_of(cycle).items if each.check.code == code)


def o26_without_proposal(cycle) -> tuple[DisclosedItem, str]:
    """Everything of o26 but its proposals; the words of that element."""
    item = item_of(cycle, "O26")
    elements = [element.text for element in asked_in(cycle.framework)["O26"].item.elements]
    for element in elements:
        if PROPOSAL not in element:
            put(item, element)
    return item, next(element for element in elements if PROPOSAL in element)


def test_an_item_without_a_piece_is_not_due_until_its_day_and_then_not_handed_in(cycle):
    DisclosedItem.objects.filter(code="O6").update(due=date(2025, 4, 4))
    DisclosedItem.objects.filter(code="O15").update(due=date(2025, 1, 31))
    assert standing(cycle, "O6") is ItemStanding.NOT_YET_DUE
    assert standing(cycle, "O15") is ItemStanding.NOT_HANDED_IN


def test_o26_lacks_its_proposals_until_somebody_writes_that_there_are_none(cycle):
    item, proposal = o26_without_proposal(cycle)
    before = services.checks_of(cycle)
    (line,) = [line for line in lacking_in(before.items) if line.check.code == "O26"]
    assert (line.standing, line.sure) == (ItemStanding.LACKING, False)
    assert [(reason.words.count(PROPOSAL), reason.anchor) for reason in line.reasons] == [(1, "element-4")]
    assert line.check.price == pytest.approx(Decimal("2.5"))

    put(item, proposal, words="", nothing=True)
    after = services.checks_of(cycle)
    assert standing(cycle, "O26") is ItemStanding.READY
    assert services.check_of(item).label == "ครบตามตัวอย่าง เกณฑ์ยังไม่ยืนยัน"
    assert before.prediction.at_risk == after.prediction.at_risk, "without a source it may still be lost"


def test_taking_one_piece_from_the_demonstration_turns_exactly_its_element_and_names_the_price(cycle):
    put_in(cycle, demo_items()["items"])
    pieces = [
        piece
        for item in services.items_of(cycle)
        if asked_in(cycle.framework)[item.code].item.sourced
        for piece in item.pieces.exclude(element="").select_related("item")
    ]
    assert len(pieces) > 15
    for piece in pieces:
        piece.item.round = cycle
        Piece.objects.filter(pk=piece.pk).update(element="", heading="", words="", rows=[])
        check = services.check_of(piece.item)
        turned = [part.key for part in check.parts if part.kind == "element" and part.verdict != "met"]
        assert turned == [piece.element]
        assert check.price == item_price(cycle.framework, piece.item.code, presumption())
        assert not check.green
        piece.save()


def test_with_a_list_of_elements_that_the_office_loaded_o26_turns_green(cycle, settings, tmp_path):
    settings.CATALOGUE_FOLDER = tmp_path / "catalogue"
    settings.CATALOGUE_FOLDER.mkdir()
    framework = load_framework(2568)
    item = framework.item("O26")
    source = {"confidence": "high", "source": item.source or tuple(framework.sources)[:1]}
    elements = item.elements.model_copy(
        update={"values": ("ผลรายโครงการ", "งบที่ใช้", "ปัญหาอุปสรรค", PROPOSAL), "candidates": (), **source}
    )
    sure = item.model_copy(update={"elements": elements, "period": "ปีงบประมาณ 2567", **source})
    items = tuple(sure if each.code == "O26" else each for each in framework.items)
    (settings.CATALOGUE_FOLDER / "2568.yaml").write_text(
        to_yaml(framework.model_copy(update={"items": items})), encoding="utf-8"
    )

    found = item_of(cycle, "O26")
    for element in ("ผลรายโครงการ", "งบที่ใช้", "ปัญหาอุปสรรค"):
        put(found, element)
    lacking = services.check_of(found)
    assert [(part.key, part.verdict) for part in lacking.gaps] == [(PROPOSAL, "lost")]
    assert (lacking.low, lacking.high) == (0, 0)
    put(found, PROPOSAL, words="", nothing=True)
    mended = services.check_of(found)
    assert (mended.green, mended.label) == (True, "ครบทุกองค์ประกอบ")


def test_what_somebody_saw_in_a_file_counts_and_a_file_that_is_gone_does_not_open(cycle):
    item = item_of(cycle, "O3")
    scan = put(item, kind=PieceKind.FILE, words="", heading="หนังสือของอำเภอ")
    assert standing(cycle, "O3") is ItemStanding.LACKING
    assert [part.kind for part in services.check_of(item).gaps] == ["files"]
    scan.kind = PieceKind.WORDS
    scan.words = "ดูหน้าติดต่อเรา"
    scan.save()
    elements = [element.text for element in asked_in(cycle.framework)["O3"].item.elements]
    for element in elements:
        ElementSeen.objects.create(
            agency_id=item.agency_id, piece=scan, element=element, state=ElementSeen.State.PRESENT, made_by="test"
        )
    check = services.check_of(item)
    assert check.green
    assert {part.key for part in check.parts if part.kind == "element" and part.verdict == "met"} == set(elements)


def test_what_is_published_is_ready_again_once_the_office_has_something_better_than_what_stands(cycle):
    item, proposal = o26_without_proposal(cycle)
    put(item, proposal, words="", nothing=True)
    elements = dict(services.looked_at(item).placed.elements)
    version = Publication.objects.create(
        agency_id=item.agency_id, item=item, version=1, path="ita/2568/o26/", content={},
        found={"elements": elements},
        mark="0" * 64, published="2025-03-17T03:00Z", made_by="test",
    )  # fmt: skip
    assert standing(cycle, "O26") is ItemStanding.PUBLISHED
    assert item.pk in services.checks_of(cycle).live
    version.found = {"elements": elements | {proposal: "missing"}}
    version.save()
    assert standing(cycle, "O26") is ItemStanding.READY
    version.withdrawn, version.withdrawn_because = version.published, "ผิดฉบับ"
    version.save()
    assert item.pk not in services.checks_of(cycle).live


def test_what_waits_for_a_signature_or_for_days_to_be_looked_at_is_not_ready(cycle):
    item = item_of(cycle, "O4")
    piece = put(item)
    assert standing(cycle, "O4") is ItemStanding.READY
    DisclosedItem.objects.filter(pk=item.pk).update(waits=DisclosedItem.Waits.SIGNATURE)
    assert standing(cycle, "O4") is ItemStanding.WAITS_FOR_SIGNATURE
    DisclosedItem.objects.filter(pk=item.pk).update(waits=DisclosedItem.Waits.PROOF)
    assert standing(cycle, "O4") is ItemStanding.PROOF_MISSING
    DisclosedItem.objects.filter(pk=item.pk).update(waits="")
    piece.dates = PeriodSaid.OPEN
    piece.save()
    assert standing(cycle, "O4") is ItemStanding.TO_LOOK_THROUGH


def test_what_came_from_another_year_counts_for_no_year_until_its_days_were_looked_at(cycle):
    item = item_of(cycle, "O14")
    piece = put(item, covers=2568, dates=PeriodSaid.OPEN)
    assert [part.verdict for part in services.check_of(item).parts if part.kind == "year"] == ["open"]
    piece.dates = PeriodSaid.CONFIRMED
    piece.save()
    assert [part.verdict for part in services.check_of(item).parts if part.kind == "year"] == ["met"]
    piece.covers = 2567
    piece.save()
    assert [part.verdict for part in services.check_of(item).parts if part.kind == "year"] == ["lost"]


def test_at_the_contractors_only_a_look_at_the_address_of_now_says_that_it_is_reached(cycle):
    item = item_of(cycle, "O4")
    put(item)
    item.home, item.address = Home.CONTRACTOR, "https://nongkrachang.example/news"
    item.save()

    def looked(outcome: str, address: str = item.address) -> None:
        AddressCheck.objects.create(
            agency_id=item.agency_id, item=item, address=address, at=f"2025-03-1{AddressCheck.objects.count()}T08:00Z",
            outcome=outcome, made_by="test",
        )  # fmt: skip

    def link() -> str:
        return next(part.verdict for part in services.check_of(item).parts if part.kind == "link")

    assert link() == "open"
    looked(AddressCheck.Outcome.NOT_LINKED)
    assert link() == "lost"
    assert standing(cycle, "O4") is ItemStanding.LACKING
    looked(AddressCheck.Outcome.REACHED, "https://nongkrachang.example/old")
    assert link() == "lost"
    looked(AddressCheck.Outcome.REACHED)
    assert link() == "met"
    looked(AddressCheck.Outcome.CHANGED)
    assert link() == "open"


def test_a_closed_set_freezes_the_address(cycle):
    item = item_of(cycle, "O4")
    put(item)

    def address() -> str:
        return next(part.verdict for part in services.check_of(item).parts if part.kind == "address")

    assert address() == "step"
    ClosedSet.objects.create(
        agency_id=item.agency_id, round=cycle, closed=DAY, addresses={"O4": "a"}, mark="0" * 64, made_by="test"
    )
    assert address() == "met"


def test_iit_and_eit_are_presumed_from_the_year_before_and_said_to_be(here, cycle):
    put(item_of(cycle, "O4"))
    assert services.checks_of(cycle).prediction.overall is None
    confirmed(here, "P4.pdf")
    checked = services.checks_of(cycle)
    assert checked.surveys.presumed_from == 2567
    assert checked.surveys.instruments == pytest.approx({"IIT": Decimal("86.86"), "EIT": Decimal("87.30")})
    assert checked.prediction.overall is not None
    assert not checked.prediction.overall.settled
    mended = checked.predicted(checked.surveys, ["O26"])
    assert mended.overall is not None
    assert mended.overall.low - checked.prediction.overall.low == pytest.approx(Decimal("2.5"))


def test_the_text_of_a_unit_says_what_to_do_and_names_nobody(here, cycle):

    person = here.people[Role.OFFICER]
    set_owners(acting=acting_as(here.accounts[Role.COORDINATOR]), found=cycle, owners={"O26": person, "O6": person})
    DisclosedItem.objects.filter(code="O6").update(due=date(2025, 4, 4))
    o26_without_proposal(cycle)
    lines = [line for line in lacking_in(services.checks_of(cycle).items) if line.check.code in ("O26", "O6")]
    (part,) = by_unit(lines, DAY)
    assert part.unit == person.unit
    words = week_text(part, 2568)
    assert "O26" in words
    assert PROPOSAL in words
    assert "O6 " not in words, "not due within a week"
    assert person.given_name not in words
    assert [line.check.code for line in by_unit(lines, date(2025, 3, 28))[0].lines] == ["O26", "O6"]


def test_the_text_is_thai_whatever_the_language_of_who_copies_it(cycle):
    DisclosedItem.objects.filter(pk=put(item_of(cycle, "O4")).item_id).update(waits=DisclosedItem.Waits.SIGNATURE)
    with translation.override("en"):
        lines = [line for line in lacking_in(services.checks_of(cycle).items) if line.check.code == "O4"]
        (part,) = by_unit(lines, DAY)
        assert "รอลงนาม" in week_text(part, 2568)


def test_in_a_draft_year_nothing_is_called_complete(here, acting):
    with here.speaks():
        draft = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2571)
        assert draft.is_draft
        item = services.ensure_items(draft, "test")[0]
        put(item, "", words="ผังโครงสร้าง")
        checked = services.checks_of(draft)
    assert not any(each.check.green for each in checked.items)
    assert all(not part.sourced for each in checked.items for part in each.check.parts if part.kind == "element")


def test_a_year_is_checked_in_a_few_queries_whatever_its_items_hold(cycle, django_assert_max_num_queries):
    for item in services.items_of(cycle):
        put(item)
        put(item)
    with django_assert_max_num_queries(30):
        assert len(services.checks_of(cycle).items) == 28
