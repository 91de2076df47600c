"""What a site gives to programs: whole, shaped as it says, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import posixpath
from collections.abc import Iterator
from datetime import date

import jsonschema
import pytest
from openpyxl import load_workbook

from office.disclosure.papers_to_publish import who, written
from plans_of_an_office import add, plan_for
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import Piece, PieceKind
from prongsai.office.evidence.services import progress_of
from prongsai.office.measures.services import decide
from prongsai.office.site.generating import facts_of
from prongsai.office.site.made import File, Made, Page
from prongsai.office.site.open_data import data_pages
from prongsai.office.site.open_data.lists import as_csv, guarded
from prongsai.office.site.open_data.records import FILES
from prongsai.platform.tenancy.speaker import speaking
from years_of_an_office import confirmed

ELEMENT = "ข้อเสนอแนะ"
ROWS = (("รายการ", "จำนวน"), ('=HYPERLINK("http://evil.example")', "-5.00"), ("ซื้อวัสดุ", "๑๒"))


@pytest.fixture
def made(here) -> dict[str, Made]:
    """An office with an item that was published, one that was withdrawn, and a table in the first."""
    with speaking(here.agency.pk, actor="test"):
        item = written(here, "O26", heading="สิ่งที่เสนอ", element=ELEMENT)
        rows = [list(row) for row in ROWS]
        Piece.objects.create(
            agency=here.agency,
            item=item,
            kind=PieceKind.TABLE,
            heading="รายการจัดซื้อ",
            rows=rows,
            order=2,
            made_by="user:0",
        )
        services.publish(who(here), item)
        gone = services.publish(who(here), written(here, "O27"))
        services.withdraw(who(here), gone, "ข้อมูลผิด")
        return made_by(here)


def made_by(office) -> dict[str, Made]:
    return {each.file if isinstance(each, Page) else each.path: each for each in data_pages(facts_of(office.agency))}


def told(made, path):
    return json.loads(made[path].content)


def item_of(made, code):
    return next(item for item in told(made, "data/2568/items.json")["items"] if item["code"] == code)


def files_in(made) -> Iterator[File]:
    return (each for each in made.values() if isinstance(each, File))


def test_every_file_is_shaped_as_its_schema_says(made):
    for kind in FILES:
        schema = told(made, f"data/schema/{kind}.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        for path in (path for path in made if path.endswith((f"/{kind}.json",))):
            jsonschema.validate(told(made, path), schema, cls=jsonschema.Draft202012Validator)


def test_an_item_says_where_it_stands_and_under_which_heading_each_element(made):
    item = item_of(made, "O26")
    assert (item["path"], item["version"], item["withdrawn"]) == ("ita/2568/o26/", 1, None)
    assert item["answers"] == [{"element": ELEMENT, "heading": "สิ่งที่เสนอ"}]
    assert item["versions"][0]["mark"]


def test_of_what_was_withdrawn_only_the_tombstone_is_told(made):
    item = item_of(made, "O27")
    assert item["withdrawn"]
    assert item["withdrawn_because"] == "ข้อมูลผิด"
    assert (item["answers"], item["files"], item["tables"], item["unit"]) == ([], [], [], "")


def test_a_table_is_given_as_csv_and_as_a_workbook_without_formulas(made):
    text = made["data/2568/tables/o26-1.csv"].content.decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows == [["รายการ", "จำนวน"], ['\'=HYPERLINK("http://evil.example")', "-5.00"], ["ซื้อวัสดุ", "12"]]
    sheet = load_workbook(io.BytesIO(made["data/2568/tables/o26-1.xlsx"].content)).worksheets[0]
    assert [[cell.data_type for cell in row] for row in sheet.iter_rows()] == [["s", "s"]] * 3


def test_every_set_of_the_index_and_the_catalogue_leads_to_a_file(made):
    paths = {path for entry in told(made, "data/index.json")["sets"] for path in entry["files"]}
    assert paths
    assert paths <= set(made)
    catalogue = told(made, "data/catalog.jsonld")
    spread = [entry for each in catalogue["dcat:dataset"] for entry in each["dcat:distribution"]]
    for entry in spread:
        path = posixpath.normpath(posixpath.join("data", entry["dcat:downloadURL"]["@id"]))
        assert int(entry["dcat:byteSize"]["@value"]) == len(made[path].content)
    assert {posixpath.normpath(posixpath.join("data", entry["dcat:downloadURL"]["@id"])) for entry in spread} == paths


def test_an_office_that_shows_nothing_has_no_data_page(here):
    with speaking(here.agency.pk, actor="test"):
        assert made_by(here) == {}


def test_scores_are_those_of_confirmed_results_and_measures_never_say_who_is_late(here):
    with speaking(here.agency.pk, actor="test"):
        confirmed(here, "P4.pdf")
        add(here, plan := plan_for(here))
        decide(acting=who(here), plan=plan, day=date(2024, 10, 15), decided_in="ที่ประชุม")
        assert [each.state.value for each in progress_of(plan.round, facts_of(here.agency).today)] == ["overdue"]
        found = made_by(here)
    scores = told(found, "data/scores.json")
    assert {"year": 2567, "kind": "overall", "code": "overall", "name": "", "score": 88.75} in scores["scores"]
    assert scores["levels"] == [{"year": 2567, "level": "ผ่าน"}]
    [measure] = told(found, "data/2568/measures.json")["measures"]
    assert measure["state"] != "overdue"
    assert not any("สำนักปลัด".encode() in file.content for file in files_in(found))


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", ";=1", " =1", "−1+1"])
def test_a_text_never_becomes_a_formula(text):
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["-5.00", "+2.29", "1,234.50", "ซื้อวัสดุ", "", "O26", "-"])
def test_figures_and_plain_texts_stay(text):
    assert guarded(text) == text


def test_an_empty_cell_stays_empty():
    assert as_csv(("a", "b"), [(None, 1)]).decode() == "\ufeffa,b\r\n,1\r\n"
