"""What holds for all composed papers: they can be set in every size of name, they invent no figure, they are drafts."""

import io
import re
from datetime import date

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.thai import to_arabic
from prongsai.ita.writing import compose, write_docx, write_pdf
from prongsai.ita.writing.compose.briefing_text import BRIEFING_FILE

DAY = date(2025, 3, 17)
FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
SITTING = compose.Sitting("คณะทำงาน")
TOLD = date(2025, 6, 2)
ITEMS = (compose.MinutesItem("4", "เรื่องพิจารณา"), compose.MinutesItem("4.1", "แผน", resolution="เห็นชอบ"))
COUNTER = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]? |^\d{1,2}$|\(\d\)")


@pytest.fixture(scope="session")
def all_papers(framework, result, weak, plan, years, done):
    """A function: a head in, every composed paper by its name out."""

    def make(head) -> dict[str, Paper]:
        rows = compose.rows_of_reading([done])
        items = compose.called_items(framework, ("O1", "O2"))
        text = compose.MemoText(to=None, subject=head.agency, cause=("ก",), purpose=("ข",), conclusion=("ค",))
        return {
            "analysis": compose.analysis_paper(head, result, weak),
            "by indicator": compose.measures_by_indicator_paper(head, plan, framework, framework),
            "free": compose.measures_free_paper(head, plan),
            "report 12": compose.report_paper(head, rows, framework, months=12, comparison=years),
            "report 6": compose.report_paper(head, compose.rows_of_plan(plan), framework, months=6),
            "memo": compose.memo(head, text, opinions=compose.OPINIONS),
            "measures memo": compose.measures_memo(head, plan),
            "report memo": compose.report_memo(head, 12),
            "order": compose.working_group_order(head, [compose.Member(head.agency, "ประธาน")], compose.Duties()),
            "measures announced": compose.measures_announcement(head, plan, framework, framework),
            "result announced": compose.result_announcement(head, result),
            "monthly": compose.monthly_memo(head, compose.MonthState(as_of=DAY)),
            "meeting": compose.meeting_page(head, compose.MeetingAgenda(to_decide=[head.agency])),
            "data call": compose.data_call_memo(head, compose.DataCall(unit=head.agency, items=items)),
            "circular": compose.circular_memo(
                head, compose.CircularText(to=head.agency, subject=head.agency, paragraphs=("ก", "ข"), due=None)
            ),
            "clarification": compose.clarification_paper(
                head,
                compose.ClarifiedItem(code="O1", title=head.agency, remark=head.agency, told=TOLD, address=""),
            ),
            "order of the office": compose.order_paper(head, head.agency, [compose.members_table([])]),
            "invitation": compose.invitation_memo(head, SITTING, ITEMS),
            "attendance": compose.attendance_sheet(head, SITTING, [compose.Attendee(head.agency, "ปลัด")]),
            "minutes": compose.minutes_paper(
                head, SITTING, compose.Present(came=[compose.Attendee(head.agency, "ปลัด")]), ITEMS
            ),
            "extract": compose.minutes_extract(head, SITTING, ITEMS[0], ITEMS[1]),
            "signature sheet": compose.signature_sheet(
                head,
                compose.SignatureSheet(
                    title=("แบบลงชื่อ",),
                    about=[(head.agency,)],
                    signees=[compose.Signee(head.agency, "", "")],
                    blanks=2,
                ),
            ),
            "briefing": compose.briefing_pack(
                head, compose.Briefing(framework=framework, result=result, weak_points=weak, plan=plan)
            ),
        }

    return make


NAMES = ["analysis", "by indicator", "free", "report 12", "report 6", "memo", "measures memo", "report memo", "order"]
NAMES += [
    "measures announced",
    "result announced",
    "monthly",
    "meeting",
    "data call",
    "circular",
    "clarification",
    "order of the office",
    "invitation",
    "attendance",
    "minutes",
    "extract",
    "signature sheet",
    "briefing",
]


def test_every_paper_is_here(all_papers, head):
    assert list(all_papers(head())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_comes_out_as_pdf_and_word_with_the_name_of_its_agency(all_papers, head, text_of, name):
    paper = all_papers(head(footer="ข้อมูลสมมุติเพื่อการสาธิต"))[name]
    text = text_of(write_pdf(paper, DAY)).replace(" ", "").replace("\n", "")
    assert "หนองกระจ่าง" in text or name == "monthly"
    assert "ข้อมูลสมมุติเพื่อการสาธิต" in text
    word = docx.Document(io.BytesIO(write_docx(paper, DAY)))
    assert word.core_properties.author == paper.agency


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_is_a_draft_until_told_otherwise_and_asks_for_its_signers(all_papers, head, gaps_of, name):
    paper = all_papers(head())[name]
    assert paper.draft
    assert not all_papers(head(draft=False))[name].draft
    assert gaps_of(paper)


@given(
    name=st.text(st.sampled_from("กขคงจชทนมรลสหอาิีุูเแโ่้ 0๗xA-"), min_size=250, max_size=300),
    which=st.sampled_from(NAMES),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_name_of_three_hundred_letters_is_set_in_every_paper(all_papers, head, name, which):
    paper = all_papers(head(agency=name, unit=name, place=name))[which]
    pages = len(pypdfium2.PdfDocument(write_pdf(paper, DAY)))
    assert 1 <= pages <= 40
    assert write_docx(paper, DAY)


def figures(texts):
    """Give the figures of texts, without the numbers that count entries."""
    return {to_arabic(found) for text in texts for found in FIGURE.findall(COUNTER.sub("", to_arabic(text)))}


def known_figures(framework, result, weak, plan, years, done):
    """Give every figure that stands in what the papers were made from."""
    given_ = repr((framework.model_dump(), result, weak, plan, done)) + BRIEFING_FILE.read_text("utf-8")
    scores = [
        *result.outcome.indicators.values(),
        *years.earlier.indicators.values(),
        *(p.points for p in result.prices),
    ]
    scores += [price.score for price in result.prices] + [entry.change for entry in years.changes if entry.change]
    scores += [weak_point.score for weak_point in weak if weak_point.score is not None]
    shown = {f"{abs(score):.2f}" for score in scores} | {"86.46", "88.75", "2.29"}
    return shown | figures([given_]) | {f"{n}" for n in range(32)}  # counts and days of a month


def test_no_paper_holds_a_figure_that_was_not_given(
    all_papers, head, framework, result, weak, plan, years, done, texts_of
):
    years_told = {"2566", "2567", "2568", "67", "68", "85"}
    allowed = known_figures(framework, result, weak, plan, years, done) | years_told
    for name, paper in all_papers(head(year=2567)).items():
        assert figures(texts_of(paper)) - allowed == set(), name


@given(
    number=st.none() | st.from_regex(r"[1-9][0-9]{0,3}/25[0-9]{2}", fullmatch=True),
    day=st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31)),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_number_and_the_day_of_an_order_are_the_typed_ones_or_gaps(head, texts_of, gaps_of, number, day):
    paper = compose.working_group_order(head(year=2568, number=number, day=day), (), compose.Duties())
    typed = figures(["2568", number or "", *([f"{day.day} {day.year + 543}"] if day else [])])
    assert figures(texts_of(paper)) - {"1.1", "2.1", "3.1"} == typed
    assert ("เลขที่คำสั่ง" in gaps_of(paper)) == (number is None)
    assert ("วันที่ของคำสั่ง" in gaps_of(paper)) == (day is None)


counts = st.none() | st.integers(100, 999)


@given(ready=counts, total=counts, day=st.dates(date(2020, 1, 1), date(2030, 12, 31)), matters=st.lists(counts))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_monthly_memo_holds_the_counted_figures_and_no_other(head, texts_of, ready, total, day, matters):
    told = [f"เหลือ {count} หน้า" for count in matters if count is not None]
    state = compose.MonthState(as_of=day, ready=ready, total=total, open_matters=told)
    given_ = [str(count) for count in (ready, total) if count is not None]
    wanted = figures([*(f"ก {count}" for count in given_), *told, f"วันที่ {day.day} {day.year + 543}", "ปี 2568"])
    enumerated = {str(n) for n in range(1, len(told) + 1)} if len(told) > 1 else set()
    found = figures([f"ก {text}" for text in texts_of(compose.monthly_memo(head(), state))])
    assert wanted <= found <= wanted | enumerated
