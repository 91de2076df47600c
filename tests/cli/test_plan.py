import pytest
from invented import results_text


def test_weak_points_get_measures_and_never_results(run, paper):
    plan = run("plan", paper(results_text(2567)), "--year", 2568, "--json").json
    assert plan["analysed_year"] == 2567
    codes = {weak["code"] for row in plan["measures"] for weak in row["weak_points"]}
    assert {"4", "8"} <= codes
    assert not {"results", "outcomes", "status"} & set(plan["measures"][0])


def test_a_draft_year_without_questions_works_and_says_what_is_unconfirmed(run, paper):
    ran = run("plan", paper(results_text(2569)), "--year", 2570, "--json")
    plan = ran.json
    assert ran.code == 0
    assert plan["group_by"] == "indicator"
    assert plan["measures"]
    said = " ".join(plan["unconfirmed"])
    assert "2570" in said
    assert "น้ำหนัก" in said


def test_measures_that_the_office_decided_keep_its_words(run, demo_paper):
    plan = run("plan", demo_paper("P2.txt"), "--year", 2567, "--json").json
    reading = run("read", demo_paper("P2.txt"), "--json").json
    told = [row["title"] for row in plan["measures"]]
    for row in reading["measures"]:
        assert row["measures"][0] in told


def test_where_nobody_says_which_result_is_analysed_the_user_is_asked(run, paper):
    first, second = paper(results_text(2568), "a.txt"), paper(results_text(2569), "b.txt")
    ran = run("plan", first, second, "--year", 2570)
    assert ran.code == 3
    assert "--results-year" in ran.err
    assert run("plan", first, second, "--year", 2570, "--results-year", 2569).code == 0


def test_papers_of_two_agencies_are_not_mixed(run, paper):
    other = results_text(2567).replace("องค์การบริหารส่วนตำบลหนองกระจ่าง", "เทศบาลตำบลท่าแจ่มจันทร์")
    ran = run("plan", paper(results_text(2567), "a.txt"), paper(other, "b.txt"), "--year", 2568)
    assert ran.code == 3
    assert "AGENCY" in ran.err


def test_a_person_reads_why_each_measure_is_there(run, paper):
    out = run("plan", paper(results_text(2567)), "--year", 2568).out
    assert "เลือกเรื่องนี้เพราะ" in out
    assert "ยังไม่ยืนยัน" in out


@pytest.mark.parametrize("command", [("plan",), ("report", "--out", "ผล")])
def test_papers_that_tell_nothing_of_these_years_give_no_empty_plan(run, paper, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = run(*command, paper(results_text(2566)), "--year", 2569)
    assert ran.code == 3
    assert "2566" in ran.err
    assert "--results-year" in ran.err
    assert not (tmp_path / "ผล").exists()


def test_a_paper_that_is_something_else_gives_no_plan(run, paper):
    ran = run("plan", paper("เรียน ผู้อำนวยการกองช่าง\n"), "--year", 2568)
    assert ran.code == 3
    assert "[SCORES]" in ran.err
