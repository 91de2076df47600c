"""The pages of items: who changes what, what no form takes, two people at one piece, what an earlier year had."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import DisclosedItem, Home, PeriodSaid, Piece, PieceKind, SiteHome
from prongsai.office.disclosure.pointing import pointed_out
from prongsai.office.disclosure.register import left_over
from prongsai.office.disclosure.services import PieceTold
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here

LINES = "ข้อ\tจำนวน\n"


@pytest.fixture
def items(here, acting, year) -> dict[str, DisclosedItem]:
    with here.speaks():
        owners = {"O1": here.units["สำนักปลัด"], "O7": here.units["กองคลัง"], "O12": here.units["กองคลัง"]}
        set_owners(acting=acting(), found=year, owners=owners)
        return {item.code: item for item in services.ensure_items(year, "test")}


@pytest.fixture
def add(here, acting):
    def make(item: DisclosedItem, kind: PieceKind = PieceKind.WORDS, **told) -> Piece:
        with here.speaks():
            return services.add_piece(acting=acting(), item=item, kind=kind, told=PieceTold(**told))

    return make


def at(name: str, *args: object) -> str:
    return reverse(name, args=args)


def test_an_officer_changes_the_items_of_the_own_unit_alone(here, asks, items, add):
    page = asks(Role.OFFICER)
    own, other = items["O1"], items["O12"]
    piece = add(other, heading="รายการ")
    assert page.post(at("disclosure-piece-add", own.pk, "words"), {"words": "ก"}).status_code == 302
    for address in (
        at("disclosure-piece-add", other.pk, "words"),
        at("disclosed-item-change", other.pk),
        at("disclosure-piece", piece.pk),
        at("disclosure-piece-remove", piece.pk),
        at("disclosure-piece-move", piece.pk),
        at("disclosure-nothing", other.pk),
    ):
        assert page.post(address, {"words": "ข"}).status_code == 409, address
    assert page.get(at("disclosed-item", other.pk)).status_code == 200
    with here.speaks():
        assert list(Piece.objects.filter(item=other)) == [piece]


def test_the_list_narrows_by_unit_and_state_and_ignores_what_it_cannot_read(here, asks, year, items):
    page, address = asks(), at("disclosure", year.pk)
    found = page.get(address, {"unit": here.units["กองคลัง"].pk, "state": "not-yet-due"})
    assert "O12 " in found.text
    assert "O1 " not in found.text
    assert "O1 " in page.get(address, {"unit": "x", "state": "'; DROP"}).text


@pytest.mark.parametrize(
    ("kind", "sent", "field"),
    [
        ("link", {"link": "javascript:alert(1)"}, "link"),
        ("link", {"link": "http://127.0.0.1/"}, "link"),
        ("link", {"link": "http://2130706433/"}, "link"),
        ("link", {"link": "file:///etc/passwd"}, "link"),
        ("link", {"link": "https://a.example/" + "ก" * 500}, "link"),
        ("words", {"words": "ก", "heading": "ก" * 301}, "heading"),
        ("words", {}, "words"),
        ("words", {"words": "ก", "nothing": "on"}, "words"),
        ("words", {"words": "ก", "element": "องค์ประกอบที่ไม่มี"}, "element"),
        ("words", {"words": "ก", "months": "2550-01"}, "months"),
        ("table", {}, "pasted"),
        ("table", {"pasted": "หัวตารางอย่างเดียว"}, "pasted"),
        ("table", {"pasted": LINES + "ก\t1\n" * 5_001}, "pasted"),
        ("table", {"pasted": LINES + "\t".join("ก" * 31) + "\n"}, "pasted"),
        ("table", {"pasted": LINES + "ก" * 2_001 + "\t1\n"}, "pasted"),
        ("table", {"sheet": SimpleUploadedFile("ก.xlsx", b"<html>not a workbook</html>")}, "sheet"),
        ("file", {}, "files"),
        ("file", {"files": SimpleUploadedFile("ก.pdf", b"MZ" + b"0" * 200)}, "files"),
        ("file", {"files": SimpleUploadedFile("ก.svg", b"<svg onload='alert(1)'/>")}, "files"),
        ("file", {"files": SimpleUploadedFile("ก.pdf", b"")}, "files"),
    ],
)
def test_what_no_form_takes_is_said_at_its_field_and_nothing_is_kept(here, asks, items, kind, sent, field):
    answer = asks().post(at("disclosure-piece-add", items["O1"].pk, kind), sent)
    assert 400 <= answer.status_code < 500
    assert f'id="id_{field}_error"' in answer.text or f"#id_{field}" in answer.text
    with here.speaks():
        assert not Piece.objects.exists()


def test_five_thousand_rows_and_names_of_300_letters_are_kept_as_they_are(here, asks, items):
    name, formula = "ก" * 300, '=HYPERLINK("http://evil.example")'
    lines = LINES + "".join(f"{name}\t{formula}\n" for _ in range(5_000))
    answer = asks().post(at("disclosure-piece-add", items["O1"].pk, "table"), {"pasted": lines, "heading": name})
    assert answer.status_code == 302
    with here.speaks():
        piece = Piece.objects.get()
        content = services.content_of(items["O1"])
    assert (len(piece.rows), piece.heading) == (5_001, name)
    assert content.pieces[0].rows[5_000] == (name, formula)
    shown = asks().get(at("disclosed-item", items["O1"].pk)).text
    assert shown.count(formula.replace('"', "&quot;")) == 20  # the beginning alone


def test_markup_is_shown_as_text(asks, items, add):
    add(items["O1"], heading="<script>alert(1)</script>", words="<img src=x onerror=alert(1)> {{ 7|add:7 }}")
    shown = asks().get(at("disclosed-item", items["O1"].pk)).text
    assert "<script>alert(1)" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt; {{ 7|add:7 }}" in shown


def test_a_table_comes_from_a_workbook_with_its_quirks_named(here, asks, items):
    address = at("disclosure-piece-add", items["O1"].pk, "table")
    data = write_row_sheet("แผ่นที่ 1", [("ข้อ", 20), ("จำนวน", 10)], [("ก", "1"), ("ข", "2")])
    assert asks().post(address, {"sheet": SimpleUploadedFile("ก.xlsx", data)}).status_code == 302
    with here.speaks():
        assert Piece.objects.get().rows == [["ข้อ", "จำนวน"], ["ก", "1"], ["ข", "2"]]
    book = Workbook()
    book.active.append(["ข้อ", "จำนวน"])
    book.active.append(["ก", "1"])
    book.active.append(["ลับ", "2"])
    book.active.row_dimensions[3].hidden = True
    held = BytesIO()
    book.save(held)
    answer = asks().post(address, {"sheet": SimpleUploadedFile("ข.xlsx", held.getvalue())})
    assert answer.status_code == 400
    assert "มีบรรทัดที่ซ่อน" in answer.text


def test_cells_of_several_lines_come_whole_from_the_clipboard(here, asks, items):
    pasted = 'ชื่อ\tที่อยู่\n"ก\nข"\t"ถนน ""ใหญ่"""\n'
    asks().post(at("disclosure-piece-add", items["O1"].pk, "table"), {"pasted": pasted})
    with here.speaks():
        assert Piece.objects.get().rows == [["ชื่อ", "ที่อยู่"], ["ก\nข", 'ถนน "ใหญ่"']]


@pytest.mark.parametrize("name", ["disclosure-piece", "disclosed-item-change", "disclosure-home"])
def test_the_second_of_two_people_is_told_what_differs(here, asks, items, add, name):
    piece = add(items["O1"], heading="เดิม", words="ก")
    args = {"disclosure-piece": (piece.pk,), "disclosed-item-change": (items["O1"].pk,)}.get(name, ())
    first, second = asks(), asks()
    seen = first.get(at(name, *args)).context["form"].initial["seen"]
    sent = {"words": "ข", "heading": "ใหม่", "explanation": "ใหม่", "home": "own", "main": "https://new.example"}
    assert first.post(at(name, *args), sent | {"seen": seen}).status_code == 302
    other = {key: f"{value}กว่า" if key != "home" else value for key, value in sent.items()}
    other["main"] = "https://other.example"
    late = second.post(at(name, *args), other | {"seen": seen})
    assert late.status_code == 409
    assert second.post(at(name, *args), other).status_code == 400  # without its mark


def test_a_contractors_site_needs_its_main_address(here, asks):
    page = asks()
    seen = page.get(at("disclosure-home")).context["form"].initial["seen"]
    assert page.post(at("disclosure-home"), {"home": "contractor", "seen": seen}).status_code == 400
    told = {"home": "contractor", "main": "https://nongkrachang.example", "contractor": "ร้านเว็บตัวอย่าง", "seen": seen}
    assert page.post(at("disclosure-home"), told).status_code == 302
    with here.speaks():
        assert SiteHome.objects.get().home == Home.CONTRACTOR


def test_what_an_earlier_year_had_comes_over_once_with_its_days_open(here, acting, asks, items):
    chart = made_here(b"%PDF-1.4 chart", "ผัง.pdf", Kind.PDF)
    with here.speaks():
        before = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2567)
        old = {item.code: item for item in services.ensure_items(before, "test")}
        told = PieceTold(heading="ผัง", words="ณ วันที่ 5 มกราคม 2567", files=[chart], covers=2567)
        services.add_piece(acting=acting(), item=old["O2"], kind=PieceKind.FILE, told=told)
        services.add_piece(acting=acting(), item=old["O2"], kind=PieceKind.RECORDS, told=PieceTold(source="x"))
        assert services.earlier_of(items["O2"]).pieces == 1
    page = asks()
    for _time in range(2):
        page.post(at("disclosed-item-reuse", items["O2"].pk))
    with here.speaks():
        piece = items["O2"].pieces.get()
        assert (piece.dates, piece.covers, piece.taken_from.item) == (PeriodSaid.OPEN, 2567, old["O2"])
        assert services.content_of(items["O2"]).files[0].name == "ผัง.pdf"
        said = " ".join(pointed_out(items["O2"], [piece])[piece.pk])
        assert "ปีงบประมาณ 2567" in said
        assert "ไฟล์ “ผัง.pdf” เป็นไฟล์เดียวกับที่ใช้ในปี 2567" in said
        assert services.looked_at(items["O2"]).placed.years in (None, frozenset())  # not passed off as of any year
    days = at("disclosure-piece-dates", piece.pk)
    assert page.post(days, {"covers": "2568"}).status_code == 400  # without having looked
    sent = {"covers": "๒๕๖๘", "looked": "on", "happened_0": "", "happened_1": "", "happened_2": ""}
    assert page.post(days, sent).status_code == 302
    with here.speaks():
        piece.refresh_from_db()
        assert (piece.dates, piece.covers) == (PeriodSaid.CONFIRMED, 2568)


def test_a_whole_year_begins_with_the_last_one_but_full_items_stay(here, acting, asks, year, items, add):
    with here.speaks():
        before = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2567)
        old = {item.code: item for item in services.ensure_items(before, "test")}
    for code in ("O1", "O2", "O4"):
        add(old[code], heading=f"ปีก่อน {code}", words="ก")
    add(items["O2"], heading="ปีนี้", words="ข")
    assert asks().post(at("disclosure-reuse", year.pk)).status_code == 302
    with here.speaks():
        assert [piece.heading for piece in items["O1"].pieces.all()] == []  # the crosswalk calls it no longer the same
        assert [piece.heading for piece in items["O3"].pieces.all()] == ["ปีก่อน O4"]
        assert [piece.heading for piece in items["O2"].pieces.all()] == ["ปีนี้"]


def test_days_of_another_year_are_pointed_out_where_the_item_asks_for_one(here, items, add):
    piece = add(items["O7"], heading="รายงาน", words="ลงวันที่ 5 พฤศจิกายน 2568", covers=2566)
    plain = add(items["O1"], heading="ผัง", words="ลงวันที่ 5 พฤศจิกายน 2560")
    with here.speaks():
        said = pointed_out(items["O7"], [piece])[piece.pk]
        assert len(said) == 2
        assert "2567" in said[0]
        assert pointed_out(items["O1"], [plain])[plain.pk] == ()


def test_a_broken_desk_silences_nobody_and_its_piece_is_empty(here, items, add):
    piece = add(items["O1"], PieceKind.RECORDS, source="example.crashing", topic="agency-information")
    with here.speaks():
        content = services.content_of(items["O1"])
        assert content.pieces[0].blocks.blocks == ()
        assert services.speakers_for(items["O1"]) == []
    assert piece.kind == "records"


def test_items_follow_their_codes_to_another_list_and_none_is_lost(here, acting, asks, year):
    with here.speaks():
        year.codes_year = 2567
        year.save()
        old = {item.code: item for item in services.ensure_items(year, "test")}
        for code in ("O2", "O4", "O5", "O6"):
            told = PieceTold(heading=f"เดิม {code}")
            services.add_piece(acting=acting(), item=old[code], kind=PieceKind.WORDS, told=told)
        year.codes_year = 2568
        year.save()
        now = services.ensure_items(year, "test")
        assert [services.code_of(item) for item in now] == [item.code for item in year.framework.items]
        assert now[2].pk == old["O4"].pk  # O3 of 2568
        lost = left_over(year)
        kept = {piece.heading for item in (*now, *lost) for piece in item.pieces.all()}
        assert kept == {"เดิม O2", "เดิม O4", "เดิม O5", "เดิม O6"}
        assert lost
    page = asks().get(at("disclosure", year.pk)).text
    assert "จากรายการข้อเดิม" in page
    assert asks().get(lost[0].get_absolute_url()).status_code == 200
