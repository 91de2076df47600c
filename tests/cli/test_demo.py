PAPERS = ["P1.xlsx", "P2.docx", "P3.pdf", "P4.pdf", "P5.docx", "P6.txt", "P7.txt"]


def test_the_demo_does_the_main_job_and_leaves_papers_and_documents(run, tmp_path):
    ran = run("demo", "--out", tmp_path / "out")
    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("*.*")) == ["measures-2568.docx", "measures-2568.pdf"]
    assert sorted(path.name for path in (tmp_path / "out" / "papers").iterdir()) == PAPERS
    assert "88.75" in ran.out
    assert "สมมุติ" in ran.out


def test_the_checks_of_the_demo_hold_each_paper_against_the_others(run, tmp_path):
    out = run("demo", "--out", tmp_path / "out").out
    for told in ("+2.76", "I8", "22 พฤศจิกายน 2566", "31 ตุลาคม 2567", "83.05", "ซ้ำกับขั้นตอน"):
        assert told in out, told
