from invented import results_text

from bad_inputs.office_files import docx_parts, zipped


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


def test_an_office_file_is_read_like_a_text(run, tmp_path):
    path = tmp_path / "มาตรการ.docx"
    path.write_bytes(zipped(docx_parts()))
    ran = run("read", path, "--json")
    assert ran.code == 0
    assert ran.json["agency"]["name"] == "องค์การบริหารส่วนตำบลหนองกระจ่าง"


def test_a_file_whose_name_says_something_else_is_refused(run, tmp_path):
    path = tmp_path / "มาตรการ.pdf"
    path.write_bytes(zipped(docx_parts()))
    ran = run("read", path)
    assert ran.code == 3
    assert "KIND" in ran.err
    assert ".docx" in ran.err


def national(tmp_path, *rows):
    path = tmp_path / "all.csv"
    lines = ["ที่,หน่วยงาน,จังหวัด,ตัวชี้วัดที่ 1,คะแนนรวม,ระดับ", *rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_results_of_many_agencies_are_read_row_by_row(run, tmp_path):
    path = national(tmp_path, "1,อบต.หนองกระจ่าง,ตัวอย่างธานี,91.36,89.10,A", "2,ทต.ท่าแจ่มจันทร์,ตัวอย่างธานี,-,75.00,C")
    ran = run("read", "--national", path, "--json")
    assert ran.code == 0
    assert [(row["agency"], row["overall"]) for row in ran.json["rows"]] == [
        ("อบต.หนองกระจ่าง", 89.10),
        ("ทต.ท่าแจ่มจันทร์", 75.00),
    ]
    assert ran.json["rows"][0]["indicators"] == {"1": 91.36}
    assert ran.json["columns"][0]["unread"] == ["ที่"]
    assert ran.json["errors"] == []


def test_rows_in_doubt_are_told_to_a_person_with_their_place(run, tmp_path):
    rows = [f"{n},อบต.ที่ {n},ตัวอย่างธานี,910.36,89.10,A" for n in range(25)]
    ran = run("read", "--national", national(tmp_path, "1,อบต.หนองกระจ่าง,ตัวอย่างธานี,91.36,89.10,A", *rows))
    assert ran.code == 1
    assert "อ่านได้ 1 หน่วยงาน" in ran.out
    assert "แถวที่ควรตรวจสอบ: 25" in ran.out
    assert "บรรทัด 3 ช่อง D" in ran.out
    assert "RANGE" in ran.out
    assert "บรรทัด 27" not in ran.out


def test_a_paper_is_no_list_of_agencies(run, paper):
    ran = run("read", "--national", paper("หน่วยงาน", "a.csv"))
    assert ran.code == 3
    assert "HEADER" in ran.err


def test_doubts_tell_a_person_where_they_stand(run, paper):
    ran = run("read", paper("บันทึกข้อความ\n"))
    assert "ส่วนหัวของเอกสาร · agency-missing" in ran.out
    assert "prongsai check" in ran.out
