"""An exported site in a folder is looked at as an assessor would look at it."""

from __future__ import annotations

from prongsai.office.site.audit import FolderSite, WalkBounds
from prongsai.office.site.audit.walking import walk


def item(found, code):
    return next(entry for entry in found.items if entry.check.code == code)


def verdicts(found, code):
    return {part.key or part.kind: part.verdict for part in item(found, code).check.parts}


def test_an_item_is_found_by_its_code_and_its_title_and_only_in_the_right_year(found):
    place = item(found, "O1").found
    assert (place.address, place.by) == ("ita/2566/structure.html", ("รหัส", "ชื่อข้อ", "ปีที่ประเมิน"))
    assert place.clicks == 3


def test_an_item_is_found_by_its_title_alone_and_by_a_code_in_thai_digits(found):
    assert item(found, "O2").found.address == "ita/2566/people.html"
    assert "รหัส" in item(found, "O38").found.by


def test_each_element_is_seen_by_its_heading_and_an_empty_one_is_a_gap(found):
    assert verdicts(found, "O1")["ผังโครงสร้างการแบ่งส่วนงาน"] == "met"
    assert verdicts(found, "O1")["ตำแหน่งสำคัญและส่วนงานย่อย"] == "lost"


def test_a_link_that_leads_to_a_file_is_the_item_and_its_text_is_read(found):
    assert verdicts(found, "O3")["หน้าที่และอำนาจตามกฎหมายจัดตั้ง"] == "met"
    assert [(file.name, file.opens, file.text) for file in item(found, "O3").files] == [("powers.pdf", "yes", "yes")]


def test_a_damaged_file_loses_the_item_and_hides_nothing_else(found):
    assert verdicts(found, "O2")["files"] == "lost"
    assert verdicts(found, "O2")["ครบทั้งผู้บริหารสูงสุดและรอง"] == "open"


def test_the_files_of_the_frame_belong_to_no_item(found):
    assert not any(file.name == "rules.pdf" for entry in found.items for file in entry.files)


def test_a_link_to_an_item_that_does_not_open_is_told_with_its_address(found):
    assert verdicts(found, "O38")["link"] == "lost"
    assert {address for address, _reason in found.broken} == {"ita/2566/o38.html", "gone.html"}


def test_what_is_not_found_is_never_called_lost(found):
    assert item(found, "O20").found is None
    assert {part.verdict for part in item(found, "O20").check.parts} <= {"open", "step"}
    assert item(found, "O20") in found.gaps


def test_the_walk_stops_at_its_bounds_and_says_so(folder):
    cut = walk(FolderSite(folder), WalkBounds(pages=3))
    assert (len(cut.pages), cut.cut) == (3, "หยุดเมื่อเปิดครบ 3 หน้า")
    shallow = walk(FolderSite(folder), WalkBounds(depth=1))
    assert shallow.cut == "ไม่ได้เปิดหน้าที่ต้องกดเกิน 1 ครั้งจากหน้าแรก"


def test_nothing_outside_the_folder_is_opened(folder, tmp_path):
    (tmp_path / "secret.html").write_text("<h1>ลับ</h1>", "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text('<h1>หน้าแรก</h1><a href="../secret.html">a</a><a href="b.html">b</a>', "utf-8")
    (site / "b.html").symlink_to(tmp_path / "secret.html")
    source = FolderSite(site)
    for address in ("https://folder.invalid/%2e%2e/secret.html", "https://folder.invalid/b.html", "file:///etc/passwd"):
        visit = source.visit(address)
        assert not visit.opens
        assert not visit.body
