import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.blocks import PaperStyle
from prongsai.ita.thai import to_thai
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.numerals import as_printed
from prongsai.ita.writing.template_fields import FIELDS, MeasuresContent, measures_fields
from prongsai.ita.writing.template_file import check_template_file
from prongsai.ita.writing.template_starter import template_of
from prongsai.ita.writing.templated import write_from_template

AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"


@pytest.fixture(scope="module")
def content_of(planned):
    """A function: changes in, the content of the demo agency's paper of 2568 out."""

    def make(year=2567, plan_year=2568, known=None, **more):
        plan, result = planned(year, plan_year, **(known or {}))
        return MeasuresContent(plan, result, framework_for(plan_year), **{"agency": AGENCY, **more})

    return make


@pytest.fixture(scope="module")
def starter():
    return template_of()


@pytest.fixture(scope="module")
def fill(content_of, day, opened):
    """A function: a template in, the document filled with the demo agency's content out."""
    return lambda template, content=None, **more: opened(
        write_from_template(template, content or content_of(), day, **more)
    )


def edited(template, change):
    """Change a template as a person would in Word."""
    document = docx.Document(io.BytesIO(template))
    change(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def with_text(*paragraphs):
    """Make a template of a few paragraphs."""

    def add(document):
        for text in paragraphs:
            document.add_paragraph(text)

    empty = io.BytesIO()
    docx.Document().save(empty)
    return edited(empty.getvalue(), add)


def repacked(template, change):
    """Give a template whose parts went through `change(name, data)`; None drops a part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = change(part.filename, source.read(part))
            if data is not None:
                target.writestr(part.filename, data)
    return made.getvalue()


def refusal_of(template, content, day):
    with pytest.raises(Refused) as refused:
        write_from_template(template, content, day)
    assert refused.value.rule == "TEMPLATE"
    return refused.value.message


def texts(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def measures_rows(document):
    table = next(table for table in document.tables if len(table.columns) == 7)
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_starter_uses_every_field_but_those_for_other_sentences(starter):
    document = docx.Document(io.BytesIO(starter))
    shown = texts(document) + "".join(part.footer.paragraphs[0].text for part in document.sections)
    records = [shape[0] for shape in FIELDS.values() if isinstance(shape, tuple) and isinstance(shape[0], dict)]
    names = {*FIELDS, *(name for record in records for name in record)} - {"subject", "year_before"}
    assert sorted(name for name in names if name not in shown) == []


def test_the_filled_starter_holds_every_measure_and_no_tag(fill, starter, content_of):
    content = content_of()
    document = fill(starter, content)
    rows = measures_rows(document)
    assert "{" not in texts(document)
    for measure in content.plan.measures:
        assert any(as_printed(measure.title, "thai") == row[2] for row in rows)
        for step in measure.steps:
            assert any(as_printed(step, "thai") in row[3] for row in rows)


def test_every_issue_has_its_band_and_one_without_measures_says_none(fill, starter, content_of):
    content = content_of()
    rows = measures_rows(fill(starter, content))
    for issue in content.plan_framework.issues:
        at = next(n for n, row in enumerate(rows) if as_printed(issue.name, "thai") in row[0])
        if not content.plan.of_group(issue.number):
            assert rows[at + 1] == ["ไม่มี", *["–"] * 6]


def test_a_plan_by_indicator_has_bands_of_indicators(fill, starter, content_of):
    rows = measures_rows(fill(starter, content_of(2569, 2570, known={"level": None})))
    assert any(row[0].startswith("ตัวชี้วัดที่ ") and row[0] == row[-1] for row in rows)


def test_the_same_content_gives_the_same_bytes(starter, content_of, day):
    assert template_of() == starter
    assert write_from_template(starter, content_of(), day) == write_from_template(starter, content_of(), day)


@pytest.mark.parametrize(("digits", "year"), [("thai", "๒๕๖๘"), ("arabic", "2568")])
def test_figures_and_fixed_texts_have_the_numerals_wished_for(fill, digits, year):
    document = fill(template_of("measures", PaperStyle(digits=digits)), digits=digits)
    wrong = "0123456789" if digits == "thai" else to_thai("0123456789")
    assert year in texts(document)
    assert not any(digit in texts(document) for digit in wrong)


def test_what_nobody_wrote_says_none_and_gaps_say_what_belongs_there(fill, starter):
    shown = texts(fill(starter))
    at = shown.index("ข้อเสนอแนะ\nไม่มี")
    assert shown.index("«โปรดระบุ: ชื่อ-สกุล»") > at


def test_prices_are_left_out_where_they_are_not_wished_for(fill, starter, content_of):
    assert "คะแนนที่เสียในภาพรวม" in texts(fill(starter))
    assert "คะแนนที่เสียในภาพรวม" not in texts(fill(starter, content_of(with_prices=False)))


def test_a_known_year_before_fills_its_columns(fill, starter, content_of):
    known = {"changes": {1: Decimal("1.50")}, "year_before": 2566}
    table = fill(starter, content_of(known=known)).tables[0]
    assert [cell.text for cell in table.rows[1].cells][2:] == ["๙๑.๙๐", "๙๓.๔๐", "+๑.๕๐"]


def test_an_edited_template_gives_its_paper_with_the_same_measures(fill, starter):
    def restyle(document):
        heading = next(p for p in document.paragraphs if p.text.startswith("ส่วนที่ ๒"))
        heading.runs[0].text = "แผนของเรา ปี {{ plan_year }}"
        table = next(table for table in document.tables if len(table.columns) == 7)
        document.paragraphs[0]._p.addprevious(table._tbl)
        document.styles["Normal"].font.italic = True

    before, after = fill(starter), fill(edited(starter, restyle))
    assert measures_rows(after) == measures_rows(before)
    assert after.element.body[0].tag == qn("w:tbl")
    assert "แผนของเรา ปี ๒๕๖๘" in texts(after)
    assert "ส่วนที่ ๒ มาตรการ" not in texts(after)
    assert after.styles["Normal"].font.italic


def test_a_line_that_was_added_and_a_field_that_was_moved_stand_where_the_office_put_them(fill, starter):
    def rearrange(document):
        closing = next(p for p in document.paragraphs if p.text.startswith("จึงขอเสนอ"))
        closing.insert_paragraph_before("สำเนาเรียน ประธานสภา{{ agency }}")
        agency = next(p for p in document.paragraphs if p.text == "{{ agency }}")
        document.paragraphs[0]._p.addprevious(agency._p)
        table = next(table for table in document.tables if len(table.columns) == 7)
        period, unit = (next(c for c in table._cells if field in c.text) for field in ("row.period", "row.units"))
        (moved,), (other,) = ([run for p in cell.paragraphs for run in p.runs] for cell in (period, unit))
        moved.text, other.text = other.text, moved.text

    before, after = fill(starter), fill(edited(starter, rearrange))
    said = [p.text for p in after.paragraphs if p.text]
    assert said[0] == AGENCY
    assert said[said.index(f"สำเนาเรียน ประธานสภา{AGENCY}") + 1].startswith("จึงขอเสนอ")
    swapped = [[*row[:4], row[5], row[4], *row[6:]] for row in measures_rows(before) if len(set(row)) > 1]
    assert [row for row in measures_rows(after) if len(set(row)) > 1][1:] == swapped[1:]


def test_a_tag_that_word_split_into_runs_is_still_one(fill):
    def split(document):
        paragraph = document.add_paragraph()
        for piece in ("{", "{ age", "ncy }", "}"):
            paragraph.add_run(piece)

    assert AGENCY in texts(fill(edited(with_text(), split)))


def test_headers_and_footers_are_filled_too(starter, content_of, fill):
    document = fill(starter, content_of(footer="ข้อมูลสมมุติ"))
    assert {section.footer.paragraphs[0].text for section in document.sections} == {"ข้อมูลสมมุติ"}


HOSTILE = ["ก & ข < ค > ง", "{{7*7}}", "{% for x in y %}", "{{ agency }}", "</w:t><w:p/>", "ก\n\nข", "{_{ 7 }_}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_tag_or_like_xml_in_data_is_text(fill, starter, content_of, text):
    shown = texts(fill(starter, content_of(limitations=(text,)), digits="arabic"))
    expected = text.replace("{_{", "{{").replace("}_}", "}}")
    assert expected in shown
    assert "49" not in shown


@given(text=st.text(max_size=60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_of_an_agency_gives_a_document_that_opens(content_of, fill, text):
    document = fill(with_text("ก{{ agency }}ข"), content_of(agency=text))
    assert document.paragraphs[-1].text.startswith("ก") or len(document.paragraphs) > 1


ATTACKS = {
    "arithmetic": "{{ 7*7 }}",
    "dunder": "{{ agency.__class__ }}",
    "subscript": "{{ agency['__class__'] }}",
    "call": "{{ agency.upper() }}",
    "global": "{{ range }}",
    "self": "{{ self }}",
    "filter": "{{ agency|safe }}",
    "include": "{% include '/etc/hostname' %}",
    "import": "{% import 'x' as y %}",
    "extends": "{% extends 'x' %}",
    "macro": "{% macro m() %}{% endmacro %}",
    "set": "{% set agency = 'x' %}",
    "autoescape off": "{% autoescape false %}{{ agency }}{% endautoescape %}",
    "endless text": "{{ 'a' * 1000000000 }}",
    "multiplied rows": "{% for a in scores %}{% for b in scores %}x{% endfor %}{% endfor %}",
    "recursive": "{% for a in scores recursive %}x{% endfor %}",
    "conditional loop": "{% for a in scores if a.score %}x{% endfor %}",
    "debug": "{% debug %}",
    "dead branch": "{% if footer %}{{ lipsum(999) }}{% endif %}",
    "a list as text": "{{ scores }}",
    "loop over text": "{% for a in agency %}x{% endfor %}",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_template_that_asks_for_more_than_fields_is_refused(name, content_of, day):
    assert refusal_of(with_text(ATTACKS[name]), content_of(), day)


@pytest.mark.parametrize("where", ["header", "properties"])
def test_attacks_outside_the_body_are_refused_too(where, content_of, day):
    def attack(document):
        if where == "header":
            document.sections[0].header.paragraphs[0].text = "{{ 7*7 }}"
        else:
            document.core_properties.title = "{{ 7*7 }}"

    assert "7*7" in refusal_of(edited(with_text("{{ agency }}"), attack), content_of(), day)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{{ agnecy }}", "agnecy"),
        ("{% for row in scores %}{{ row.skore }}{% endfor %}", "row.skore"),
        ("{{ row.score }}", "row.score"),
        ("{% for row in measures %}{% endfor %}", "measures"),
        ("{% frobnicate %}", "frobnicate"),
        ("{% if level %}ก", "if level"),
    ],
)
def test_the_refusal_names_the_tag(text, named, content_of, day):
    assert named in refusal_of(with_text(text), content_of(), day)


def test_a_loop_that_ends_in_another_paragraph_is_refused_instead_of_losing_text(content_of, day):
    def split_over_a_table(document):
        document.add_table(1, 1).rows[0].cells[0].text = "{% if footer %}ก"
        document.add_paragraph("ข{% endif %}ค")

    template = edited(with_text(), split_over_a_table)
    message = refusal_of(template, content_of(), day)
    assert "เปิดและปิด" in message


def test_too_much_inside_a_loop_is_refused(content_of, day):
    loop = ["{%p for row in scores %}", "ก" * 210_000, "{%p endfor %}"]
    assert "มากเกินไป" in refusal_of(with_text(*loop), content_of(), day)


def test_what_is_no_word_file_is_refused(content_of, day):
    empty_zip = io.BytesIO()
    zipfile.ZipFile(empty_zip, "w").close()
    for data in (b"", b"PK\x03\x04", b"%PDF-1.7", empty_zip.getvalue(), with_text("ก")[:-40]):
        assert refusal_of(data, content_of(), day)


def test_a_template_of_more_than_five_megabytes_is_refused():
    with pytest.raises(Refused, match="5 MB"):
        check_template_file(b"PK" + b"\0" * 5_000_000)


def test_too_many_parts_and_parts_that_unpack_too_far_are_refused(starter):
    def pad(files):
        made = io.BytesIO(starter)
        with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files:
                archive.writestr(name, data)
        return made.getvalue()

    for files in (
        [(f"word/media/{n}.png", b"") for n in range(500)],
        [("word/more.xml", b"<a>" + b" " * 2_000_000 + b"</a>")],
        [("word/media/1.png", b"\0" * 50_000_001)],
    ):
        with pytest.raises(Refused, match="มากเกินไป"):
            check_template_file(pad(files))


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("word/vbaProject.bin", b"x"),
        ("word/embeddings/oleObject1.bin", b"x"),
        ("word/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" TargetMode="External" '
            b'Target="http://example.org/t.dotm"/></Relationships>',
        ),
    ],
)
def test_programs_entities_and_calls_to_elsewhere_are_refused(starter, part, data):
    made = io.BytesIO(starter)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(part, data)
    with pytest.raises(Refused) as refused:
        check_template_file(made.getvalue())
    assert refused.value.rule == "TEMPLATE"


def test_a_link_in_a_template_is_no_call_to_elsewhere(starter, fill):
    def link(document):
        document.part.relate_to("https://example.org", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    assert AGENCY in texts(fill(edited(starter, link)))


def test_a_broken_body_is_refused(starter, content_of, day):
    broken = repacked(starter, lambda name, data: data[:-30] if name == "word/document.xml" else data)
    assert refusal_of(broken, content_of(), day)
    without = repacked(starter, lambda name, data: None if name == "[Content_Types].xml" else data)
    assert refusal_of(without, content_of(), day)


def test_every_field_is_explained_to_the_office():
    page = (Path(__file__).parents[3] / "docs/how-to/use-your-own-word-template.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:\{\{ )?(?:\w+\.)?(\w+)(?: \}\})?`", page))
    records = [shape[0] for shape in FIELDS.values() if isinstance(shape, tuple) and isinstance(shape[0], dict)]
    assert {*FIELDS, *(name for record in records for name in record)} <= named


def test_fields_and_shapes_agree(content_of):
    fields = measures_fields(content_of())
    assert set(fields) == set(FIELDS)

    def check(value, shape):
        if shape is None:
            assert isinstance(value, str)
        elif isinstance(shape, tuple):
            for entry in value:
                check(entry, shape[0])
        else:
            assert set(value) == set(shape)
            for name in shape:
                check(value[name], shape[name])

    check(fields, FIELDS)


def test_the_properties_name_the_agency_and_the_day(fill, starter, day):
    properties = fill(starter).core_properties
    assert properties.author == AGENCY
    assert properties.created.date() == day
