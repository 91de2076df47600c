def test_the_demo_does_the_main_job_and_leaves_documents(run, tmp_path):
    ran = run("demo", "--out", tmp_path / "out")
    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["measures-2568.docx", "measures-2568.pdf"]
    assert "2.76" in ran.out
    assert "88.75" in ran.out
    assert "สมมุติ" in ran.out
