import docx
import pytest
from invented import results_text


@pytest.fixture
def template(run, tmp_path):
    file = tmp_path / "ours.docx"
    assert run("report", "--write-template", file).code == 0
    return file


def rows(path):
    table = next(table for table in docx.Document(path).tables if len(table.columns) in (6, 7))
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_template_to_start_from_needs_no_paper(run, tmp_path):
    file = tmp_path / "new" / "ours.docx"
    assert run("report", "--write-template", file, "--json").json == {"written": [str(file)]}
    assert "{{ agency }}" in [paragraph.text for paragraph in docx.Document(file).paragraphs]


def test_a_template_that_somebody_edited_is_not_written_over(run, template):
    template.write_bytes(b"mine")
    ran = run("report", "--write-template", template)
    assert ran.code == 3
    assert template.read_bytes() == b"mine"
    assert run("report", "--write-template", template, "--force").code == 0
    assert template.read_bytes()[:2] == b"PK"


def test_the_word_file_comes_from_the_template_with_the_measures_of_the_usual_one(run, paper, template, tmp_path):
    document = docx.Document(template)
    document.paragraphs[0].runs[0].text = "หัวเรื่องของเราเอง"
    document.save(template)
    source = paper(results_text(2567))
    asked = ("report", source, "--year", 2568)
    assert run(*asked, "--out", tmp_path / "ours", "--template", template).code == 0
    run(*asked, "--out", tmp_path / "usual")
    ours, usual = tmp_path / "ours/measures-2568.docx", tmp_path / "usual/measures-2568.docx"
    assert docx.Document(ours).paragraphs[0].text == "หัวเรื่องของเราเอง"
    assert [row[2] for row in rows(ours)] == [row[2] for row in rows(usual)]
    assert [row[1] for row in rows(ours)] == [row[1] for row in rows(usual)]
    assert (tmp_path / "ours/measures-2568.pdf").read_bytes()[:5] == b"%PDF-"


def test_an_unknown_field_is_refused_with_the_name_of_the_file_and_nothing_is_written(run, paper, template, tmp_path):
    document = docx.Document(template)
    document.add_paragraph("{{ mayor }}")
    document.save(template)
    ran = run("report", paper(results_text(2567)), "--year", 2568, "--out", tmp_path / "out", "--template", template)
    assert ran.code == 3
    assert "mayor" in ran.err
    assert "[TEMPLATE]" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_template_is_refused_before_any_paper_is_read(run, paper, tmp_path):
    bad = paper("ไม่ใช่แม่แบบ", "bad.docx")
    ran = run("report", paper("ก", "a.txt"), "--year", 2568, "--out", tmp_path / "out", "--template", bad)
    assert ran.code == 3
    assert ran.err.startswith("bad.docx: ")


@pytest.mark.parametrize(
    "wrong",
    [
        ["--write-template", "ours.pdf"],
        [],
        ["--year", "2568"],
        ["{paper}", "--year", "2568"],
        ["{paper}", "--out", "out"],
        ["{paper}", "--year", "2568", "--out", "out", "--batch", "{folder}"],
        ["--year", "2568", "--out", "out", "--batch", "{folder}", "--agency", "ก"],
        ["{paper}", "--year", "2568", "--out", "out", "--template", "{paper}", "--format", "pdf"],
        ["--year", "2568", "--out", "{folder}", "--batch", "{folder}"],
        ["--year", "2568", "--out", "out", "--batch", "{empty}"],
    ],
)
def test_wishes_that_do_not_go_together_are_wrong_usage(run, paper, tmp_path, wrong):
    (tmp_path / "empty").mkdir()
    source = paper("ก")
    known = {"{paper}": source, "{folder}": tmp_path, "{empty}": tmp_path / "empty"}
    ran = run("report", *(known.get(word, word) for word in wrong))
    assert ran.code == 2
    assert "--" in ran.err or ".docx" in ran.err
