import docx
import pypdfium2
import pytest
from invented import results_text

from prongsai.ita.thai import compact


def pdf_text(path) -> str:
    return compact("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)))


def test_report_writes_pdf_and_word_with_the_same_measures(run, paper, tmp_path):
    source = paper(results_text(2567))
    written = run("report", source, "--year", 2568, "--out", tmp_path / "out", "--json").json["written"]
    pdf, word = sorted(written, key=lambda name: not name.endswith(".pdf"))
    plan = run("plan", source, "--year", 2568, "--json").json
    document = docx.Document(word)
    in_word = compact("".join(cell.text for table in document.tables for row in table.rows for cell in row.cells))
    in_pdf = pdf_text(pdf)
    for row in plan["measures"]:
        assert compact(row["title"]) in in_pdf
        assert compact(row["title"]) in in_word


def test_one_format_may_be_chosen(run, paper, tmp_path):
    run("report", paper(results_text(2567)), "--year", 2568, "--out", tmp_path / "out", "--format", "docx")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".docx"]


def test_all_four_formats_may_be_chosen_and_unasked_come_pdf_and_word(run, paper, tmp_path):
    source = paper(results_text(2567))
    run("report", source, "--year", 2568, "--out", tmp_path / "usual")
    assert sorted(path.suffix for path in (tmp_path / "usual").iterdir()) == [".docx", ".pdf"]
    chosen = [word for name in ("pdf", "docx", "xlsx", "html") for word in ("--format", name)]
    run("report", source, "--year", 2568, "--out", tmp_path / "all", *chosen)
    starts = {path.suffix: path.read_bytes()[:15] for path in (tmp_path / "all").iterdir()}
    assert {name: start[:2] for name, start in starts.items() if name != ".html"} == {
        ".pdf": b"%P",
        ".docx": b"PK",
        ".xlsx": b"PK",
    }
    assert starts[".html"] == b"<!DOCTYPE html>"


def test_a_paper_of_a_draft_year_says_that_nothing_is_announced(run, paper, tmp_path):
    run("report", paper(results_text(2569)), "--year", 2570, "--out", tmp_path / "out", "--format", "pdf")
    assert compact("ยังไม่มีประกาศกรอบการประเมินของปี 2570") in pdf_text(tmp_path / "out/measures-2570.pdf")


@pytest.mark.parametrize("prices", [True, False])
def test_the_list_of_points_lost_is_internal_unless_asked_for(run, paper, tmp_path, prices):
    extra = ["--prices"] if prices else []
    run("report", paper(results_text(2567)), "--year", 2568, "--out", tmp_path / "out", "--format", "pdf", *extra)
    assert (compact("คะแนนที่เสียในภาพรวม") in pdf_text(tmp_path / "out/measures-2568.pdf")) is prices


def test_a_document_that_a_person_may_have_edited_is_not_written_over(run, paper, tmp_path):
    source, word = paper(results_text(2567)), tmp_path / "out/measures-2568.docx"
    asked = ("report", source, "--year", 2568, "--out", tmp_path / "out", "--format", "docx")
    assert run(*asked).code == 0
    word.write_bytes(b"edited")
    ran = run(*asked)
    assert ran.code == 3
    assert "measures-2568.docx" in ran.err
    assert "--force" in ran.err
    assert word.read_bytes() == b"edited"
    assert run(*asked, "--force").code == 0
    assert word.read_bytes()[:2] == b"PK"


def test_nothing_is_written_where_one_of_the_formats_is_there_already(run, paper, tmp_path):
    source, folder = paper(results_text(2567)), tmp_path / "out"
    run("report", source, "--year", 2568, "--out", folder, "--format", "docx")
    assert run("report", source, "--year", 2568, "--out", folder, "--format", "html", "--format", "docx").code == 3
    assert [path.name for path in folder.iterdir()] == ["measures-2568.docx"]


def test_a_refused_paper_leaves_no_document(run, tmp_path):
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\xff\xfe\xff")
    ran = run("report", broken, "--year", 2568, "--out", tmp_path / "out")
    assert ran.code == 3
    assert not (tmp_path / "out").exists()


def test_change_from_the_year_before_stands_beside_the_score(run, paper, tmp_path):
    before = ("91.90", "82.67", "84.19", "83.05", "85.40", "84.12", "81.36", "80.28", "87.50", "93.75")
    files = [paper(results_text(2566, before, "86.46"), "a.txt"), paper(results_text(2567), "b.txt")]
    run("report", *files, "--year", 2568, "--out", tmp_path / "out", "--format", "pdf")
    printed = pdf_text(tmp_path / "out/measures-2568.pdf")
    assert "-4.89" in printed
    assert compact("คะแนน ปี 2566") in printed
