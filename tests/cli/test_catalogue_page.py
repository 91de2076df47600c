"""`prongsai catalogue page`: what a complete page of an OIT item looks like."""


def test_the_page_of_an_item_marks_every_element_and_says_what_to_write_for_none(run):
    ran = run("catalogue", "page", 2566, "O38")
    assert ran.code == 0
    assert "ตัวอย่าง ข้อมูลสมมุติเพื่อการสาธิต" in ran.out
    assert "✓ ข้อเสนอแนะ (ถ้าไม่มีต้องระบุว่าไม่มีหรือขีด)" in ran.out
    assert "เมื่อไม่มีข้อมูล: ไม่มีข้อเสนอแนะ" in ran.out


def test_a_page_of_leads_is_headed_as_unconfirmed(run):
    out = run("catalogue", "page", 2563, "O1").out
    assert "ตัวอย่าง เกณฑ์ยังไม่ยืนยัน" in out
    assert "? ผังโครงสร้างการแบ่งส่วนงาน" in out


def test_a_code_may_be_typed_as_officers_write_it(run):
    assert run("catalogue", "page", 2566, "o๓๘").out == run("catalogue", "page", 2566, "O38").out


def test_json_holds_the_whole_page(run):
    page = run("catalogue", "page", 2568, "O9", "--json").json
    assert (page["year"], page["code"], page["confirmed"]) == (2568, "O9", True)
    elements = {element["text"] for section in page["sections"] for element in section["elements"]}
    assert "ค่าธรรมเนียม ไม่มีต้องระบุ" in elements
    assert all({"heading", "text", "table", "note", "none_text"} <= set(section) for section in page["sections"])


def test_without_a_code_the_pages_of_the_year_are_listed(run):
    out = run("catalogue", "page", 2568).out
    assert "O27" in out
    listed = run("catalogue", "page", 2568, "--json").json
    assert [page["code"] for page in listed][:3] == ["O1", "O2", "O3"]


def test_a_wide_table_is_printed_cell_by_cell(run):
    out = run("catalogue", "page", 2568, "O12").out
    assert "เลขที่โครงการในระบบ e-GP: " in out


def test_an_unknown_code_and_an_item_of_unknown_elements_are_refused(run):
    unknown = run("catalogue", "page", 2568, "O99")
    assert unknown.code == 3
    assert "CODE" in unknown.err
    bare = run("catalogue", "page", 2568, "O8")
    assert bare.code == 3
    assert "ยังไม่มีหน้าตัวอย่าง" in bare.err


def test_elements_of_an_own_list_that_no_section_answers_are_shown(run, tmp_path, monkeypatch):
    own = tmp_path / "2566.yaml"
    run("catalogue", "export", 2566, own)
    text = own.read_text(encoding="utf-8")
    known = "ผังโครงสร้างการแบ่งส่วนงาน"
    assert known in text
    own.write_text(text.replace(known, "แสดงอัตรากำลังทุกตำแหน่ง", 1), encoding="utf-8")
    monkeypatch.setenv("PRONGSAI_CATALOGUE", str(tmp_path))
    out = run("catalogue", "page", 2566, "O1").out
    assert "องค์ประกอบที่ยังไม่มีหัวข้อในหน้าตัวอย่างนี้" in out
    assert "แสดงอัตรากำลังทุกตำแหน่ง" in out
