"""All papers of the demo office: each comes out, says what the demo knows, and leaves to type what it does not."""

import pypdfium2
import pytest

from prongsai.cli import main
from prongsai.ita.reading import read_file

NAMES = [
    "analysis-2566",
    "analysis-2567",
    "announcement-measures-2567",
    "announcement-measures-2568",
    "announcement-result-2566",
    "announcement-result-2567",
    "briefing-2568",
    "data-call-2568",
    "measures-2567",
    "measures-2568",
    "measures-by-indicator-2567",
    "measures-by-indicator-2568",
    "measures-free-2567",
    "measures-free-2568",
    "meeting-2568",
    "memo-measures-2567",
    "memo-measures-2568",
    "memo-monthly-2568",
    "memo-report-2567",
    "order-working-group-2568",
    "report-12-months-2567",
    "report-6-months-2568",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("office")
    with pytest.raises(SystemExit) as left:
        main(["demo", "--all-papers", "--out", str(out)])
    assert not left.value.code
    return out


@pytest.fixture(scope="module")
def text_of(folder):
    def read(name):
        document = pypdfium2.PdfDocument(folder / f"{name}.pdf")
        return "".join(page.get_textpage().get_text_range() for page in document).replace(" ", "").replace("\r\n", "")

    return read


def test_every_paper_comes_out_as_pdf_and_as_word(folder):
    assert sorted(path.stem for path in folder.glob("*.pdf")) == NAMES
    assert sorted(path.stem for path in folder.glob("*.docx")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_that_it_is_invented_and_a_draft(folder, name):
    for page in pypdfium2.PdfDocument(folder / f"{name}.pdf"):
        text = page.get_textpage().get_text_range()
        assert "ข้อมูลสมมุติเพื่อการสาธิต" in text
        assert "ร่าง" in text


@pytest.mark.parametrize(
    "name", ["meeting-2568", "memo-monthly-2568", "memo-measures-2567", "memo-measures-2568", "data-call-2568"]
)
def test_papers_of_one_page_keep_to_one_page(folder, name):
    assert len(pypdfium2.PdfDocument(folder / f"{name}.pdf")) == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("analysis-2566", ["๘๖.๔๖", "๗๑.๒๐", "๘๐.๒๘"]),
        ("announcement-result-2566", ["“ผ่าน”", "๘๐.๒๘"]),
        ("analysis-2567", ["๘๘.๗๕", "๒.๕๐", "-๔.๘๙"]),
        ("report-12-months-2567", ["๑,๙๘๖", "+๒.๖๗", "ดำเนินการแล้วเสร็จ"]),
        ("report-6-months-2568", ["สถานะการดำเนินการ", "๓๑มีนาคม๒๕๖๘"]),
        ("order-working-group-2568", ["๓๑๒/๒๕๖๗", "๗ตุลาคมพ.ศ.๒๕๖๗"]),
        ("memo-monthly-2568", ["๒๐จาก๒๘ข้อ", "๓๑มีนาคม๒๕๖๘"]),
        ("memo-measures-2568", ["เลขที่หนังสือ"]),
        ("announcement-result-2567", ["“ผ่าน”", "๗๘.๑๖"]),
        ("data-call-2568", ["๘เมษายน๒๕๖๘", "กองคลัง"]),
    ],
)
def test_papers_say_what_the_demo_knows(text_of, name, told):
    text = text_of(name)
    assert [part for part in told if part not in text] == []


def test_the_papers_of_the_closed_year_hold_its_eight_measures_and_nothing_drafted(folder):
    read = read_file(folder / "measures-2567.docx")
    decided = read_file(folder / "papers" / "P2.docx")
    assert [row.measures for row in read.measures] == [row.measures for row in decided.measures]
    assert [set(row.questions) for row in read.measures] == [set(row.questions) for row in decided.measures]
    assert len(read.measures) == 8
    assert read.document.assessed_year == 2566


def test_the_report_takes_the_change_from_the_scores_and_not_the_slip_of_the_old_paper(text_of):
    assert "+๒.๗๖" not in text_of("report-12-months-2567")


def test_the_text_for_the_group_lies_beside_its_memo(folder):
    text = (folder / "data-call-2568.txt").read_text(encoding="utf-8")
    assert text.startswith("เรียน กองคลัง\n")
    assert "8 เม.ย. 68" in text
