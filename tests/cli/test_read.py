from invented import results_text


def test_read_prints_the_contract_as_json(run, demo_paper):
    reading = run("read", demo_paper("P2.txt"), "--json").json
    assert reading["schema"] == "prongsai.reading/1"
    assert len(reading["measures"]) >= 7


def test_read_tells_a_person_what_was_found(run, paper):
    ran = run("read", paper(results_text(2567)))
    assert "องค์การบริหารส่วนตำบลหนองกระจ่าง" in ran.out
    assert "78.16" in ran.out
    assert ran.code == 0


def test_a_file_that_is_no_text_is_refused_with_its_name(run, tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes(b"\xc0\xaf\xff")
    ran = run("read", path)
    assert ran.code == 3
    assert "broken.txt" in ran.err
    assert "ENCODING" in ran.err
    assert ran.out == ""


def test_an_unknown_kind_of_file_is_refused(run, tmp_path):
    path = tmp_path / "paper.exe"
    path.write_bytes(b"MZ")
    ran = run("read", path)
    assert ran.code == 3
    assert ran.out == ""


def test_an_empty_paper_is_no_empty_success(run, paper):
    ran = run("read", paper(""))
    assert ran.code == 3
