"""A small site of an invented office, as a contractor may have built it: for 2566, with some things missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prongsai.ita.papers.blocks import Heading, Paper, Paragraph
from prongsai.ita.writing import write_pdf

NAME = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
FRAME = '<nav><a href="/index.html">หน้าแรก</a> <a href="/ita/index.html">ITA</a> <a href="/rules.pdf">ระเบียบ</a></nav>'


def html(title: str, body: str, frame: str = FRAME) -> str:
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!doctype html><html lang="th"><head>{head}</head><body>{frame}<h1>{title}</h1>{body}</body></html>'


def paper(*headings: tuple[str, str]) -> bytes:
    blocks = tuple(block for heading, text in headings for block in (Heading(heading, 1), Paragraph((text,))))
    return write_pdf(Paper(("เอกสาร",), "", blocks, NAME, 2566, draft=False), date(2023, 3, 17))


PAGES = {
    "index.html": html(NAME, '<p>ยินดีต้อนรับ</p><a href="/news/index.html">ข่าว</a>'),
    "news/index.html": html("ข่าว", '<a href="/news/1.html">ข่าวที่ 1</a><a href="/gone.html">ข่าวเก่า</a>'),
    "news/1.html": html("ข่าวที่ 1", "<p>โครงสร้างพื้นฐานของตำบล</p>"),
    "ita/index.html": html(
        "การเปิดเผยข้อมูลสาธารณะ",
        '<a href="2566/index.html">ITA 2566</a> <a href="2565/index.html">ITA ปีงบประมาณ พ.ศ. 2565</a>',
    ),
    "ita/2566/index.html": html(
        "ITA ปีงบประมาณ พ.ศ. ๒๕๖๖",
        '<ul><li><a href="structure.html">O1 โครงสร้าง</a></li>'
        '<li><a href="people.html">๒. ข้อมูลผู้บริหาร</a></li>'
        '<li><a href="powers.pdf">O3 อำนาจหน้าที่</a></li>'
        '<li><a href="o38.html">o๓๘ รายงานผลการดำเนินการป้องกันการทุจริตประจำปี</a></li></ul>',
    ),
    "ita/2566/structure.html": html(
        "O1 โครงสร้าง",
        "<h2>ผังโครงสร้างการแบ่งส่วนงาน</h2><p>มีห้าส่วนราชการ</p><h2>ตำแหน่งสำคัญและส่วนงานย่อย</h2>"
        "<h2>ทั้งฝ่ายการเมืองและฝ่ายประจำ</h2><p>นายก และปลัด</p>",
    ),
    "ita/2566/people.html": html("ข้อมูลผู้บริหาร", '<p>ดูไฟล์</p><a href="broken.pdf">รายชื่อ</a>'),
    "ita/2565/index.html": html("ITA ปีงบประมาณ พ.ศ. 2565", '<a href="old.html">O1 โครงสร้าง</a>'),
    "ita/2565/old.html": html("O1 โครงสร้าง", "<p>ของเก่า</p>"),
}


def build(folder: Path) -> Path:
    for name, text in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "ita/2566/powers.pdf").write_bytes(paper(("หน้าที่และอำนาจตามกฎหมายจัดตั้ง", "ตามพระราชบัญญัติ")))
    (folder / "ita/2566/broken.pdf").write_bytes(b"%PDF-1.7 cut off")
    (folder / "rules.pdf").write_bytes(paper(("ระเบียบ", "ข้อ 1")))
    return folder
