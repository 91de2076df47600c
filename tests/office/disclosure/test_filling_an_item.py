"""An item is filled: by words, tables, files, links, what units handed in, what registers hold, papers of the year."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import Brought, Letter, accept, hand_in, make_call, set_owners
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import DisclosedItem, ElementSeen, Piece, PieceKind
from prongsai.office.disclosure.services import PieceTold
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment, StoredFile
from prongsai.platform.files.services import made_here
from prongsai.platform.ui.refusals import Conflict

DATA = b"%PDF-1.4 plan"


@pytest.fixture
def items(here, acting, year) -> dict[str, DisclosedItem]:
    with here.speaks():
        set_owners(acting=acting(), found=year, owners={"O1": here.units["สำนักปลัด"], "O12": here.units["กองคลัง"]})
        return {item.code: item for item in services.ensure_items(year, "test")}


@pytest.fixture
def add(here, acting, items):
    def make(code: str = "O1", kind: PieceKind = PieceKind.WORDS, **told) -> Piece:
        with here.speaks():
            return services.add_piece(acting=acting(), item=items[code], kind=kind, told=PieceTold(**told))

    return make


def test_a_year_has_each_item_of_its_framework_once_in_its_order(here, year, items):
    with here.speaks():
        again = services.ensure_items(year, "test")
        assert [item.code for item in again] == [item.code for item in year.framework.items]
        assert {item.pk for item in again} == {item.pk for item in items.values()}


def test_a_year_without_a_framework_works_on_the_codes_of_the_last_one(here, acting):
    with here.speaks():
        draft = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2571)
        found = services.ensure_items(draft, "test")
        assert draft.is_draft
        assert {item.noted_in for item in found} == {draft.codes_year}


def test_owner_and_day_come_from_the_data_call_and_the_items_own_day_goes_before(here, acting, year, items):
    with here.speaks():
        assert services.owner_of(items["O12"]) == here.units["กองคลัง"]
        told = Letter(title="ขอข้อมูล", sent=date(2025, 1, 6), due=date(2025, 2, 28))
        make_call(acting=acting(), found=year, letter=told, codes=["O12"])
        assert services.due_of(items["O12"]) == date(2025, 2, 28)
        assert services.due_of(items["O1"]) == date(2025, 4, 30)  # the last day on which pages are sent in 2568
        own = services.ItemTold(due=date(2025, 3, 31))
        changed = services.change_item(acting=acting(), item=items["O12"], told=own)
        assert services.due_of(changed) == date(2025, 3, 31)


def test_what_would_be_published_says_everything_in_the_order_of_the_pieces(here, items, add):
    sheet = made_here(DATA, "แผน 2568.pdf", Kind.PDF)
    add(heading="ผัง", words="มีสี่ส่วนราชการ\n\nและหนึ่งหน่วย", covers=2568)
    add(kind=PieceKind.TABLE, heading="ตาราง", rows=[["ก", "ข"], ["1", "2"]], months=["2568-01", "2567-10"])
    add(kind=PieceKind.FILE, heading="แฟ้ม", files=[sheet])
    add(heading="ข้อเสนอแนะ", nothing=True)
    with here.speaks():
        content = services.content_of(items["O1"])
    words, table, file, nothing = content.pieces
    assert (content.year, content.code, content.indicator, content.unit) == (2568, "O1", 9, "สำนักปลัด")
    assert content.title
    assert words.words == ("มีสี่ส่วนราชการ", "และหนึ่งหน่วย")
    assert table.rows == (("ก", "ข"), ("1", "2"))
    assert nothing.nothing
    assert content.years == (2568,)
    assert content.months == ("2567-10", "2568-01")
    (shown,) = file.files
    assert (shown.name, shown.sha256, shown.kind) == ("แผน 2568.pdf", sha256(DATA).hexdigest(), "pdf")
    assert shown.address == f"file-{_file_of(here)}.pdf"


def _file_of(here) -> int:
    with here.speaks():
        return StoredFile.objects.get().pk


def test_pieces_change_places_and_stay_at_the_ends(here, acting, items, add):
    first, second = add(heading="หนึ่ง"), add(heading="สอง")
    with here.speaks():
        services.move_piece(acting=acting(), piece=first, up=True)
        services.move_piece(acting=acting(), piece=second, up=True)
        assert [piece.heading for piece in items["O1"].pieces.all()] == ["สอง", "หนึ่ง"]
        services.move_piece(acting=acting(), piece=first, up=False)
        assert [piece.heading for piece in items["O1"].pieces.all()] == ["สอง", "หนึ่ง"]


def test_a_piece_goes_with_its_files(here, acting, add):
    piece = add(kind=PieceKind.FILE, files=[made_here(b"a,b\n1,2", "ก.csv", Kind.CSV)])
    with here.speaks():
        services.remove_piece(acting=acting(), piece=piece)
        assert not Attachment.objects.exists()
        assert not Piece.objects.exists()


def test_what_a_person_saw_of_an_element_replaces_what_was_said_before(here, acting, add):
    piece = add(kind=PieceKind.LINK, link="https://nongkrachang.example/o1")
    with here.speaks():
        services.say_seen(acting=acting(), piece=piece, element="ผัง", state="blank")
        services.say_seen(acting=acting(), piece=piece, element="ผัง", state="present", place="หน้า 3")
        seen = ElementSeen.objects.get()
        assert (seen.state, seen.place) == ("present", "หน้า 3")


def test_what_a_unit_handed_in_is_taken_over_once_with_its_files_and_days(here, acting, year, items):
    with here.speaks():
        letter = Letter(title="ขอข้อมูล", sent=date(2025, 1, 6), due=date(2025, 2, 28))
        make_call(acting=acting(), found=year, letter=letter, codes=["O1"])
        asked = CalledItem.objects.get()
        told = Brought(words="ผังปี 2568", happened=date(2025, 1, 10), files=[made_here(b"x", "ผัง.txt", Kind.TXT)])
        hand_in(acting=acting(Role.OFFICER), item=asked, brought=told)
        assert services.handed_in_for(items["O1"]) == []  # nobody accepted it yet
        accept(acting=acting_as(here.accounts[Role.UNIT_HEAD]), item=CalledItem.objects.get())
        (offered,) = services.handed_in_for(items["O1"])
        piece = services.take_hand_in(acting=acting(), item=items["O1"], hand_in=offered.hand_in)
        assert (piece.kind, piece.words, piece.happened) == ("file", "ผังปี 2568", date(2025, 1, 10))
        assert services.content_of(items["O1"]).files[0].name == "ผัง.txt"
        with pytest.raises(Conflict):
            services.take_hand_in(acting=acting(), item=items["O1"], hand_in=offered.hand_in)


def test_nothing_is_changed_in_a_closed_year(here, acting, year, items, add):
    piece = add(heading="ผัง")
    with here.speaks():
        year.closed = date(2025, 9, 30)
        year.save()
        for deed in (
            lambda: services.add_piece(acting=acting(), item=items["O1"], kind=PieceKind.WORDS, told=PieceTold()),
            lambda: services.remove_piece(acting=acting(), piece=piece),
            lambda: services.change_item(acting=acting(), item=items["O1"], told=services.ItemTold()),
        ):
            with pytest.raises(Conflict):
                deed()
