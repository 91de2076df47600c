from invented import SCORES_2567, results_text


def test_a_clean_paper_ends_with_zero(run, paper):
    ran = run("check", paper(results_text(2567)), "--json")
    assert ran.code == 0
    assert [entry for entry in ran.json if entry["severity"] != "hint"] == []


def test_a_wrong_total_ends_with_one_and_says_what_was_found_and_expected(run, paper):
    ran = run("check", paper(results_text(2567, total="89.75")), "--json")
    assert ran.code == 1
    (total,) = [entry for entry in ran.json if entry["code"] == "overall-mismatch"]
    assert (total["found"], total["expected"]) == ("89.75", "88.75")
    assert {"code", "severity", "where", "message", "found", "expected", "settle"} <= set(total)


def test_a_score_that_no_items_can_give_is_named(run, paper):
    scores = (*SCORES_2567[:8], "95.01", "87.50")
    codes = {entry["code"] for entry in run("check", paper(results_text(2566, scores)), "--json").json}
    assert "unreachable-value" in codes


def test_many_papers_are_told_apart(run, demo_paper):
    found = run("check", demo_paper("P2.txt"), demo_paper("P5.txt"), "--json").json
    assert {entry["file"] for entry in found} <= {"P2.txt", "P5.txt"}
    assert any(entry["code"] == "echo" for entry in found)


def test_a_person_reads_sentences_and_many_of_a_kind_as_one(run, demo_paper):
    out = run("check", demo_paper("P7.txt")).out
    assert "วิธีดำเนินการ" in out
    assert out.count("code-repaired") <= 3


def test_many_of_a_kind_are_told_in_a_sentence_and_not_by_their_code_alone(run, demo_paper):
    (line,) = [line for line in run("check", demo_paper("P7.txt")).out.splitlines() if "code-repaired" in line]
    assert "อ่าน “1๑๙” เป็นรหัส I19" in line
    assert "ลักษณะเดียวกัน 6 แห่ง" in line
