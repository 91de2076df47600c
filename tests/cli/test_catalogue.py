import json


def test_show_lists_the_years_and_shows_one(run):
    assert "2566" in run("catalogue", "show").out
    assert json.loads(run("catalogue", "show", 2566, "--json").out)["year"] == 2566


def test_a_year_without_a_file_is_shown_as_a_draft(run):
    out = run("catalogue", "show", 2570).out
    assert "ร่าง" in out
    assert "✓✓" not in out.replace("✓✓ สองแหล่ง", "")


def test_an_official_corrects_a_year_in_a_workbook_without_touching_code(run, tmp_path, monkeypatch):
    book, own = tmp_path / "2566.xlsx", tmp_path / "own"
    assert run("catalogue", "export", 2566, book).code == 0
    assert run("catalogue", "check", book).code == 0
    assert run("catalogue", "import", book, "--into", own).code == 0
    assert "ไม่มีความแตกต่าง" in run("catalogue", "diff", 2566, own / "2566.yaml").out
    monkeypatch.setenv("PRONGSAI_CATALOGUE", str(own))
    assert run("catalogue", "check").code == 0


def test_a_changed_title_shows_in_the_difference(run, tmp_path):
    text = tmp_path / "2566.yaml"
    run("catalogue", "export", 2566, text)
    text.write_text(
        text.read_text(encoding="utf-8").replace("title: โครงสร้าง\n", "title: โครงสร้างใหม่\n"), encoding="utf-8"
    )
    assert "โครงสร้างใหม่" in run("catalogue", "diff", 2566, text).out
    assert len(run("catalogue", "diff", 2566, text, "--json").json) == 1


def test_a_bad_file_stops_with_its_name_line_and_rule(run, tmp_path):
    text = tmp_path / "2566.yaml"
    run("catalogue", "export", 2566, text)
    lines = text.read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.strip() == "OIT: 40")
    lines[place] = lines[place].replace("40", "50")
    text.write_text("\n".join(lines), encoding="utf-8")
    ran = run("catalogue", "check", text)
    assert ran.code == 3
    assert "2566.yaml" in ran.err
    assert "บรรทัด" in ran.err


def test_nothing_is_written_over_unasked(run, tmp_path):
    book = tmp_path / "2566.xlsx"
    run("catalogue", "export", 2566, book)
    assert run("catalogue", "export", 2566, book).code == 3
    assert run("catalogue", "export", 2566, book, "--force").code == 0


def test_a_refused_import_writes_nothing(run, tmp_path):
    broken = tmp_path / "2566.yaml"
    broken.write_text("year: 2566\n", encoding="utf-8")
    assert run("catalogue", "import", broken, "--into", tmp_path / "own").code == 3
    assert not (tmp_path / "own").exists()


def test_a_file_of_another_kind_is_no_catalogue(run, tmp_path):
    path = tmp_path / "ปี.docx"
    path.write_bytes(b"PK\x03\x04\xff")
    ran = run("catalogue", "check", path)
    assert ran.code == 3
    assert ".yaml" in ran.err
    assert "ปี.docx" in ran.err


def test_questions_that_are_not_known_are_not_counted_as_none(run):
    (line,) = [line for line in run("catalogue", "show").out.splitlines() if line.strip().startswith("2567")]
    assert line.split()[1] == "–"
