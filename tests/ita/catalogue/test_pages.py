"""Model pages: every element that is known to be asked for has its section, and nothing in a page is anybody's."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai.ita.catalogue import CatalogueError, available_years, load_framework, load_topics, open_draft
from prongsai.ita.catalogue.page_files import (
    WrittenPage,
    WrittenSection,
    load_topic_pages,
    read_topic_pages,
    topics_with_pages,
)
from prongsai.ita.catalogue.pages import CONFIRMED_LABEL, UNCONFIRMED_LABEL, page_for, pages_of
from prongsai.ita.thai import compact

FRAMEWORKS = {year: load_framework(year) for year in available_years()}
ITEMS = [(year, item) for year, framework in FRAMEWORKS.items() for item in framework.items]
SOURCED = [(year, item) for year, item in ITEMS if item.elements.values]
LEADS = [(year, item) for year, item in ITEMS if item.elements.candidates and item.topic in topics_with_pages()]
FILES = {topic: load_topic_pages(topic) for topic in topics_with_pages()}
WRITTEN = [(topic, page) for topic, file in FILES.items() if file for page in file.pages]
DATA = Path(__file__).parents[3] / "src/prongsai/ita/catalogue/data/pages"

by_item = pytest.mark.parametrize(("year", "item"), SOURCED, ids=lambda value: str(getattr(value, "code", value)))
by_lead = pytest.mark.parametrize(("year", "item"), LEADS, ids=lambda value: str(getattr(value, "code", value)))
by_page = pytest.mark.parametrize(("topic", "page"), WRITTEN, ids=lambda value: getattr(value, "id", value))


def texts_of_section(section: WrittenSection) -> Iterator[str]:
    yield from (section.heading, *section.text)
    yield from (text for text in (section.note, section.none_text) if text)


def all_texts(page: WrittenPage) -> Iterator[str]:
    yield page.title
    for section in page.sections:
        yield from texts_of_section(section)
        if section.table:
            yield from (cell for row in (section.table.columns, *section.table.rows) for cell in row)


def answered(year: int, code: str) -> dict[str, bool]:
    page = page_for(FRAMEWORKS[year], code)
    assert page is not None
    return {element.text: element.confirmed for section in page.sections for element in section.elements}


def test_there_are_sourced_items_to_write_pages_for():
    assert len(SOURCED) >= 35


@by_item
def test_every_sourced_element_of_every_year_has_a_section(year, item):
    page = page_for(FRAMEWORKS[year], item.code)
    assert page is not None
    assert page.unanswered == ()
    assert set(item.elements.values) <= set(answered(year, item.code))


@by_lead
def test_every_lead_of_a_topic_that_has_pages_is_answered_and_marked_unconfirmed(year, item):
    marks = answered(year, item.code)
    only_leads = set(item.elements.candidates) - set(item.elements.values or ())
    assert only_leads <= set(marks)
    assert not any(marks[text] for text in only_leads)


@by_page
def test_an_answer_names_an_element_of_the_item_in_the_catalogues_own_words(topic, page):
    for listed in page.items:
        for year in listed.years:
            item = FRAMEWORKS[year].item(listed.code)
            assert item is not None, (year, listed.code)
            assert item.topic == topic, (year, listed.code)
            known = {*(item.elements.values or ()), *item.elements.candidates}
            named = {answer.element for part in page.sections for answer in part.answers if year in answer.years}
            assert named <= known, (year, listed.code)


@pytest.mark.parametrize(
    ("year", "code", "confirmed"),
    [
        (2566, "O1", True),
        (2566, "O38", True),
        (2567, "O25", True),
        (2563, "O1", False),  # leads only
        (2568, "O27", False),  # elements of low confidence
        (2567, "O34", False),  # elements of one source under a title that is only a lead
        (2568, "O12", False),
    ],
)
def test_a_page_is_confirmed_only_where_elements_and_title_are_established(year, code, confirmed):
    page = page_for(FRAMEWORKS[year], code)
    assert page is not None
    assert page.confirmed is confirmed
    assert page.label == (CONFIRMED_LABEL if confirmed else UNCONFIRMED_LABEL)


def test_leads_beside_established_elements_stay_marked_one_by_one():
    marks = answered(2568, "O3")
    assert marks["ที่อยู่หน่วยงาน"]
    assert not marks["พิกัดหรือแผนที่ตั้ง"]


def test_a_section_stands_only_in_the_years_that_ask_for_it():
    powers = "หน้าที่และอำนาจ เขียนด้วยถ้อยคำของหน่วยงาน"
    headings = {
        year: [section.heading for section in page.sections]
        for year in (2567, 2568)
        if (page := page_for(FRAMEWORKS[year], "O1"))
    }
    assert powers not in headings[2567]
    assert powers in headings[2568]


def test_the_year_of_the_item_stands_in_thai_numerals_where_the_page_speaks_of_it():
    page = page_for(FRAMEWORKS[2566], "O11")
    assert page is not None
    assert page.title == "แผนดำเนินงานประจำปีงบประมาณ พ.ศ. ๒๕๖๖"
    told = [
        text for year in FRAMEWORKS for page in pages_of(FRAMEWORKS[year]) for s in page.sections for text in s.text
    ]
    assert not any("{" in text for text in told)


def test_nothing_of_a_draft_years_page_is_confirmed_and_its_sections_are_those_of_the_year_copied():
    draft = open_draft(2570)
    page, before = page_for(draft, "O1"), page_for(FRAMEWORKS[2569], "O1")
    assert page is not None
    assert before is not None
    assert (page.year, page.confirmed, page.label) == (2570, False, UNCONFIRMED_LABEL)
    assert [section.heading for section in page.sections] == [section.heading for section in before.sections]
    assert not any(element.confirmed for section in page.sections for element in section.elements)


def test_an_element_that_an_agency_added_to_its_own_list_is_shown_as_unanswered():
    framework = FRAMEWORKS[2566]
    item = framework.item("O1")
    assert item is not None
    longer = item.elements.model_copy(update={"values": (*(item.elements.values or ()), "แสดงจำนวนอัตรากำลัง")})
    changed = tuple(
        entry.model_copy(update={"elements": longer}) if entry.code == "O1" else entry for entry in framework.items
    )
    page = page_for(framework.model_copy(update={"items": changed}), "O1")
    assert page is not None
    assert [element.text for element in page.unanswered] == ["แสดงจำนวนอัตรากำลัง"]


def test_no_page_is_made_up_for_an_item_of_which_nothing_is_known():
    assert page_for(FRAMEWORKS[2568], "O8") is None
    assert page_for(FRAMEWORKS[2568], "O99") is None
    assert load_topic_pages("personal-data") is None


def test_pages_of_a_year_come_in_the_order_of_its_items():
    codes = [page.code for page in pages_of(FRAMEWORKS[2566])]
    assert codes == [item.code for item in FRAMEWORKS[2566].items if item.code in codes]
    assert {"O1", "O38", "O43"} <= set(codes)


def test_the_table_of_purchases_has_exactly_the_columns_of_the_catalogue():
    for year, code in ((2568, "O12"), (2569, "O11")):
        item, page = FRAMEWORKS[year].item(code), page_for(FRAMEWORKS[year], code)
        assert item is not None
        assert page is not None
        table = page.sections[0].table
        assert table is not None
        assert table.columns == item.elements.candidate_columns


def test_no_text_is_shared_between_pages_or_said_twice():
    places: dict[str, list[str]] = defaultdict(list)
    for topic, page in WRITTEN:
        for text in (page.title, *(text for section in page.sections for text in texts_of_section(section))):
            places[compact(text)].append(f"{topic}/{page.id}")
    assert {text: found for text, found in places.items() if len(found) > 1} == {}


@by_page
def test_a_page_says_what_to_write_where_there_is_nothing(topic, page):
    told = [section.none_text for section in page.sections if section.none_text]
    assert told
    assert [text for text in told if not re.search("ไม่มี|ไม่ใช้|ไม่ได้|ไม่กำหนด|ไม่รวม|ยังไม่|ว่าง", text)] == []
    reports = [part for part in page.sections if re.match("ปัญหา|ข้อเสนอแนะ", part.heading)]
    assert all((part.none_text or "").startswith("ไม่มี") for part in reports)


@by_page
def test_nothing_in_a_page_is_anybodys_real_data(topic, page):
    said = "\n".join(all_texts(page))
    assert re.findall(r"0-(?!0000-11)[0-9-]{6,}|[0-9]{9,}", said) == []
    assert set(re.findall(r"[\w.]+@[\w.]+", said)) <= {"saraban@nongkrachang.example"}
    assert re.findall(r"https?:|www\.|\.go\.th|\.com", said) == []
    people = re.findall(r"(?:^|\s)(?:นาย|นางสาว|นาง)(?!ก|ช่าง)([^\s]+)\s+([^\s]+)", said, re.MULTILINE)
    assert [name for name, surname in people if not surname.startswith("ตัวอย่าง")] == []
    offices = re.findall(r"(?:องค์การบริหารส่วนตำบล|เทศบาลตำบล|เทศบาลเมือง)(หนอง[^\s]+|บ้าน[^\s]+|เมือง[^\s]+)", said)
    assert [name for name in offices if not name.startswith("หนองกระจ่าง")] == []


@by_page
def test_pages_accuse_nobody_and_shout_nowhere(topic, page):
    said = " ".join(all_texts(page))
    assert not re.search("ละเลย|เพิกเฉย|ลอก|ฝ่าฝืน|!", said)


@pytest.mark.parametrize("topic", topics_with_pages())
def test_every_file_of_pages_is_of_a_topic(topic):
    assert topic in load_topics()


BAD = {
    "an unknown field": ("title: ประมวลจริยธรรมและ", "titel: ประมวลจริยธรรมและ", "FIELD"),
    "an unknown topic": ("topic: ethics", "topic: etiquette", "TOPIC"),
    "another topic's name": ("topic: ethics", "topic: online-service", "FILE-NAME"),
    "an id given twice": ("- id: drive", "- id: code", "TWICE"),
    "an item of two pages": ("{code: O41, years: [2566]}", "{code: O40, years: [2566]}", "TWICE"),
    "two items of one year": ("{code: O16, years: [2568]}", "{code: O16, years: [2566]}", "TWICE"),
    "a code that is none": ("{code: O41, years: [2566]}", "{code: X41, years: [2566]}", "CODE"),
    "an answer for a year of no item": (
        "{element: ประมวลจริยธรรม, years: [2566]}",
        "{element: ประมวลจริยธรรม, years: [2569]}",
        "YEAR",
    ),
    "a section that says nothing": (
        "        text:\n          - คำสั่ง แนวปฏิบัติ และการอบรมข้างต้นดำเนินการในปีงบประมาณ พ.ศ. {year}\n",
        "",
        "EMPTY",
    ),
    "a row that does not fit": ("[สถานการณ์, ควรทำ, ไม่ควรทำ]", "[สถานการณ์, ควรทำ]", "SHAPE"),
    "another mark than the year's": ("ในปีงบประมาณ พ.ศ. {year}", "ในปีงบประมาณ พ.ศ. {year} {agency}", "MARK"),
    "an empty text": ("none_text: ไม่มีข้อกำหนดจริยธรรมเพิ่มเติมจากประมวลจริยธรรม", 'none_text: ""', "TEXT"),
}


@pytest.mark.parametrize(("before", "after", "rule"), BAD.values(), ids=BAD)
def test_a_bad_file_of_pages_stops_and_names_file_line_and_rule(tmp_path, before, after, rule):
    text = (DATA / "ethics.yaml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "ethics.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_topic_pages(path)
    assert rule in {problem.rule for problem in caught.value.problems}
    assert caught.value.problems[0].place.file == "ethics.yaml"
    assert caught.value.problems[0].place.row is not None


def test_a_stray_mark_in_the_title_is_found_too(tmp_path):
    text = (DATA / "ethics.yaml").read_text(encoding="utf-8")
    path = tmp_path / "ethics.yaml"
    path.write_text(text.replace("title: การประเมินจริยธรรม", "title: การประเมินจริยธรรม {"), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_topic_pages(path)
    assert caught.value.rule == "MARK"
