"""Nobody has to guess a year: `read` says how to go on, and a refusal names the years that the papers do tell."""

import pytest
from invented import NAMES, SCORES_2567, results_text

MEASURES = "\n".join(
    [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "{agency}อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี",
        "",
        "ข้อคำถาม\tข้อค้นพบ{found}\tมาตรการ\tขั้นตอน / วิธีการปฏิบัติ\tระยะเวลาดำเนินการ\tผู้รับผิดชอบ",
        "E13 มีบริการออนไลน์\tผู้รับบริการบางรายยังไม่ทราบว่ามีบริการออนไลน์\tเปิดรับคำขอทางออนไลน์\t"
        "1. จัดทำแบบฟอร์ม 2. ประชาสัมพันธ์\t{period}\tสำนักปลัด",
        "",
    ]
)
AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง "
WHOLE_YEAR = "1 ตุลาคม 2566 ถึง 30 กันยายน 2567"


def measures_text(*, agency=AGENCY, found="", period=WHOLE_YEAR):
    return MEASURES.format(agency=agency, found=found, period=period)


def yearless_scores():
    rows = [f"{n}\t{name}\t{score}" for n, (name, score) in enumerate(zip(NAMES, SCORES_2567, strict=True), 1)]
    return "\n".join([AGENCY, "", "ตัวชี้วัดที่\tรายละเอียดตัวชี้วัด\tคะแนน", *rows, "คะแนนภาพรวม\t\t88.75", ""])


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (measures_text(found=" ปี 2566"), 2567),
        (measures_text(), 2567),
        (results_text(2567), 2568),
        (results_text(2568), 2569),
    ],
    ids=["measures, result told", "measures, only periods", "results 2567", "results 2568"],
)
def test_read_ends_with_the_command_that_goes_on_and_that_command_works(run, paper, tmp_path, text, year):
    source = paper(text)
    last = run("read", source).out.splitlines()[-1]
    assert f"prongsai report {source} --year {year} --out my-documents" in last
    assert run("report", source, "--year", year, "--out", tmp_path / "out", "--format", "docx").code == 0


def test_a_paper_in_a_folder_with_a_space_is_quoted_in_the_command(run, paper, tmp_path):
    (tmp_path / "เอกสาร ของเรา").mkdir()
    source = paper(results_text(2567), "เอกสาร ของเรา/ผล.txt")
    assert f"prongsai report '{source}' --year 2568" in run("read", source).out


def test_the_measures_year_that_a_paper_prints_goes_before_what_the_catalogue_says(run, demo_paper):
    assert "--year 2567 --out my-documents" in run("read", demo_paper("P2.txt")).out.splitlines()[-1]


def test_where_no_agency_is_named_the_command_asks_for_its_name(run, paper):
    assert "--agency" in run("read", paper(measures_text(agency=""))).out.splitlines()[-1]
    assert "--agency" not in run("read", paper(measures_text())).out.splitlines()[-1]


def test_no_year_is_counted_from_another_where_the_catalogue_is_silent(run, paper):
    last = run("read", paper(results_text(2569))).out.splitlines()[-1]
    assert "--year ปีของมาตรการ" in last
    assert "2570" not in last


def test_a_paper_without_scores_and_measures_says_that_it_gives_no_measures_paper(run, paper):
    ran = run("--lang", "en", "read", paper("เรียน ผู้อำนวยการกองช่าง\n"))
    assert "neither scores nor measures" in ran.out
    assert "prongsai report" not in ran.out


def test_a_refused_year_names_the_year_of_the_measures_that_are_there(run, paper):
    ran = run("plan", paper(measures_text(found=" ปี 2566")), "--year", 2568)
    assert ran.code == 3
    assert "--year 2567" in ran.err


def test_measures_that_only_tell_their_periods_belong_to_the_fiscal_year_of_these(run, paper):
    source = paper(measures_text())
    assert run("plan", source, "--year", 2567, "--json").json["measures"][0]["title"] == "เปิดรับคำขอทางออนไลน์"
    assert run("plan", source, "--year", 2569).code == 3


def test_periods_of_two_fiscal_years_tell_no_year(run, paper):
    source = paper(measures_text(period="1 สิงหาคม 2566 ถึง 30 กันยายน 2567"))
    assert "--year ปีของมาตรการ" in run("read", source).out.splitlines()[-1]


@pytest.mark.parametrize("text", [yearless_scores(), measures_text(period="ทุก 6 เดือน")], ids=["scores", "measures"])
def test_a_paper_silent_about_its_year_is_taken_at_the_word_of_the_user(run, paper, text):
    source = paper(text)
    ran = run("plan", source, "--year", 2567)
    assert ran.code == 3
    assert "--results-year" in ran.err
    assert run("plan", source, "--year", 2567, "--results-year", 2566, "--json").json["measures"]


def test_the_word_of_the_user_does_not_move_scores_that_carry_a_year(run, paper):
    ran = run("plan", paper(results_text(2566)), "--year", 2568, "--results-year", 2567)
    assert ran.code == 3
    assert "2566" in ran.err


def test_scores_of_the_asked_year_go_before_scores_without_a_year(run, paper):
    high = yearless_scores().replace("78.16", "100.00")
    files = [paper(high, "a.txt"), paper(results_text(2567), "b.txt")]
    plan = run("plan", *files, "--year", 2568, "--results-year", 2567, "--json").json
    assert "4" in {weak["code"] for row in plan["measures"] for weak in row["weak_points"]}


def test_a_paper_without_scores_is_told_that_it_may_go_on_without(run, paper):
    ran = run("score", paper(measures_text()))
    assert ran.code == 3
    assert "report" in ran.err


def test_report_says_what_a_person_does_next(run, paper, tmp_path):
    said = run("report", paper(results_text(2567)), "--year", 2568, "--out", tmp_path / "out", "--format", "docx").out
    assert "«โปรดระบุ»" in said
    assert "--agency" not in said
    nameless = paper(measures_text(agency=""))
    said = run("report", nameless, "--year", 2567, "--out", tmp_path / "nameless", "--format", "docx").out
    assert "--agency" in said
