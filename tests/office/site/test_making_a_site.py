"""The site as files: what stands where, what a reader sees, what is never shown."""

import hashlib
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from lxml import html

from prongsai.ita.papers.block_json import paper_to_json
from prongsai.ita.papers.blocks import Heading, Paper, Paragraph
from prongsai.office.disclosure import services as disclosure
from prongsai.office.disclosure.content import ShownPiece
from prongsai.office.disclosure.models import Publication
from prongsai.office.site import folder, generating
from prongsai.office.site.drawing import WITH_SLASH
from prongsai.office.site.services import export_site, rebuild, rebuild_item
from prongsai.platform.files.kinds import Kind
from published_site import page_of, publish_file, publish_words, small_site, standing


@pytest.fixture
def made(here):
    with here.speaks():
        yield small_site(here)


def broken_links(site: Path) -> list[str]:
    """Follow every link and every picture, sheet and script of every page, as they would be on a disk."""
    broken = []
    for page in site.rglob("*.html"):
        tree = html.fromstring(page.read_bytes())
        for address in tree.xpath("//@href|//@src|//@action"):
            if address.startswith(("#", "https://example", "mailto:")):
                continue
            target = urljoin(page.as_uri(), address.partition("?")[0].partition("#")[0])
            path = Path(unquote(target.removeprefix("file://")))
            if not path.exists() or not path.is_relative_to(site):
                broken.append(f"{page.relative_to(site)}: {address}")
    return broken


def test_an_item_stands_at_its_permanent_address_with_its_versions(here, made):
    page = page_of(here, "ita/2568/o26")
    assert "ระบบน้ำประปาหมู่บ้าน" in page
    assert "ฉบับที่ 1" in page and made["words"].mark in page
    assert "o26/index.html" in page_of(here, "ita/2568")


def test_a_withdrawn_item_leaves_a_tombstone_and_no_word_of_what_it_said(here, made):
    page = page_of(here, "ita/2568/o1")
    assert "เผยแพร่ผิดข้อ" in page
    assert "ระบบน้ำประปาหมู่บ้าน" not in page
    assert "ยกเลิกการเผยแพร่: " in page_of(here, "")
    assert "ยกเลิกการเผยแพร่: " in (standing(here) / "feed.xml").read_text(encoding="utf-8")
    assert sorted(path.name for path in (standing(here) / "ita/2568/o1").iterdir()) == ["index.html"]


def test_an_exported_site_leads_nowhere_but_into_itself(here, made, tmp_path):
    count = export_site(here.agency, tmp_path / "usb")
    assert count > 20
    assert broken_links(tmp_path / "usb") == []
    with pytest.raises(Exception, match="โฟลเดอร์ปลายทาง"):
        export_site(here.agency, tmp_path)


def test_the_log_on_the_site_stands_the_check_of_an_outsider_against_its_files(here, made):
    site = standing(here)
    run = [sys.executable, "publication_proof.py", ".", "--site", ".."]
    checked = subprocess.run(run, cwd=site / "log", capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    (site / "ita/2568/o26/content.json").write_bytes(b"{}")
    assert subprocess.run(run, cwd=site / "log", capture_output=True, check=False).returncode == 1


@pytest.fixture
def with_file(here):
    with here.speaks():
        yield small_site(here, with_file=True)


def test_a_file_of_a_page_is_the_published_one_and_can_be_read_by_any_server(here, with_file):
    made = with_file
    (file,) = disclosure.standing_publications(here.agency).get(pk=made["file"].pk).content["pieces"][1]["files"]
    at = standing(here) / "ita/2568/o2" / file["address"]
    assert hashlib.sha256(at.read_bytes()).hexdigest() == file["sha256"]
    assert at.stat().st_mode & 0o044 == 0o044


def test_what_somebody_attached_as_a_web_page_is_given_as_text(here):
    bad = b"<html><body><p>hi</p></body></html>"
    with here.speaks():
        publish_file(here, "O3", "x.html", bad, Kind.HTML)
        rebuild(here.agency)
    names = [path.name for path in (standing(here) / "ita/2568/o3").iterdir()]
    assert any(name.endswith(".html.txt") for name in names)
    assert [name for name in names if name.endswith(".html")] == ["index.html"]


def test_a_report_stands_as_a_page_and_as_a_pdf_without_signed_copy(here):
    with here.speaks():
        made = publish_words(here, "O26")
        told = Paper(("รายงาน",), "รายงาน", (Heading("ข้อเสนอแนะ"), Paragraph(("ไม่มี",))), here.agency.name, 2568)
        piece = ShownPiece(kind="report", heading="รายงาน", paper=paper_to_json(told))
        content = {**made.content, "pieces": [piece.model_dump(mode="json")]}
        Publication.objects.filter(pk=made.pk).update(content=content)
        rebuild(here.agency)
    page = html.fromstring(page_of(here, "ita/2568/o26"))
    assert page.xpath("//div[@class='paper']/h2")[0].text_content() == "ข้อเสนอแนะ"
    (pdf,) = (standing(here) / "ita/2568/o26").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-") and page.xpath(f"//a[@href='{pdf.name}']")


def test_a_table_of_5000_rows_and_names_of_300_letters_stand_on_a_page(here):
    with here.speaks():
        made = publish_words(here, "O26")
        rows = (("ที่", "ชื่อ"), *((str(n), "ช" * 300) for n in range(5_000)))
        piece = ShownPiece(kind="table", heading="ก" * 300, rows=rows)
        content = {**made.content, "pieces": [piece.model_dump(mode="json")]}
        Publication.objects.filter(pk=made.pk).update(content=content)
        rebuild(here.agency)
    assert page_of(here, "ita/2568/o26").count("<tr>") == 5_001


def test_words_of_people_are_shown_as_words(here):
    with here.speaks():
        publish_words(here, "O26", "<script>alert(1)</script> {{ 7|add:7 }}")
        rebuild(here.agency)
    page = page_of(here, "ita/2568/o26")
    assert "&lt;script&gt;alert(1)" in page and "{{ 7|add:7 }}" in page


def test_a_site_says_by_itself_that_nothing_foreign_and_no_inline_script_but_one_may_run(here, made):
    for page in standing(here).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        tree = html.fromstring(text)
        assert "default-src 'none'; script-src 'self'" in tree.xpath("string(//meta[@http-equiv]/@content)")
        assert tree.xpath("//script[not(@src)]/text()") == [WITH_SLASH], page
        assert tree.xpath("//style|//*[@style]|//*[@onclick]") == [], page


def test_the_other_office_is_not_on_the_site(here, there, made):
    with there.speaks():
        publish_words(there, "O26")
    with here.speaks():
        rebuild(here.agency)
    told = "".join(path.read_text(encoding="utf-8") for path in standing(here).rglob("*.html"))
    assert here.canary in told
    assert there.canary not in told


def test_a_correction_is_seen_at_once_and_the_old_file_is_gone(here, with_file):
    made = with_file
    item = made["file"].item
    before = {path.name for path in (standing(here) / "ita/2568/o2").glob("*.pdf")}
    item.pieces.filter(kind="file").delete()
    item.pieces.update(words="แฟ้มถูกถอนออก")
    rebuild_item(publish_words(here, "O2"))
    assert before and not list((standing(here) / "ita/2568/o2").glob("*.pdf"))
    assert "แฟ้มถูกถอนออก" in page_of(here, "ita/2568/o2")
    assert 'aria-current="page"' in page_of(here, "ita/2568/o2")


def test_what_breaks_while_a_site_is_made_leaves_the_standing_one(here, made, monkeypatch):
    before = page_of(here, "ita/2568/o26")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generating, "write", full)
    with pytest.raises(OSError, match="No space"):
        rebuild(here.agency)
    assert page_of(here, "ita/2568/o26") == before
    assert len(list((standing(here).parent / ".made" / here.agency.code).iterdir())) == 1


def test_a_disk_without_links_gets_the_site_too(here, made, monkeypatch):
    def refused(*_args, **_options):
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refused)
    monkeypatch.setattr(folder.os, "link", refused)
    standing(here).unlink()
    rebuild(here.agency)
    rebuild(here.agency)
    assert standing(here).is_dir() and not standing(here).is_symlink()
    assert "ระบบน้ำประปา" in page_of(here, "ita/2568/o26")


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", "a\\..\\x", "a\x00b"])
def test_no_path_leads_out_of_a_site(path, tmp_path):
    with pytest.raises(ValueError, match="no path of a site"):
        folder.inside(tmp_path, path)
