"""`prongsai site audit`: what a person sees, what a program gets, and how it leaves."""

from __future__ import annotations

import contractor_site


def test_a_site_with_gaps_is_shown_with_its_prices_and_leaves_with_one(run, tmp_path):
    ran = run("site", "audit", contractor_site.build(tmp_path), "--year", "๒๕๖๖", "--agency-name", "เทศบาลอื่น")
    assert ran.code == 1
    assert "คะแนนคาดการณ์ (ใช้ภายใน) ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช." in ran.out
    assert "“ตำแหน่งสำคัญและส่วนงานย่อย”เว้นว่างไว้" in ran.out
    assert "หน้าแรกไม่แสดงชื่อหน่วยงานตามที่ระบุ" in ran.out
    assert "พบ 4 จาก 43 ข้อ" in ran.out


def test_a_program_gets_the_same_as_json(run, tmp_path):
    told = run("site", "audit", contractor_site.build(tmp_path), "--year", "2566", "--json").json
    assert told["estimate"] is True
    assert (told["pages"], len(told["items"])) == (9, 43)
    structure = told["items"][0]
    assert structure["found"]["by"] == ["รหัส", "ชื่อข้อ", "ปีที่ประเมิน"]
    assert {part["verdict"] for part in structure["parts"] if part["kind"] == "element"} == {"met", "lost"}


def test_what_cannot_be_read_is_refused_in_thai(run, tmp_path):
    assert run("site", "audit", tmp_path / "none", "--year", "2566").code == 3
    assert "เปิดหน้าแรกของเว็บไซต์ไม่ได้ (ไม่พบแฟ้มนี้ในโฟลเดอร์)" in run("site", "audit", tmp_path, "--year", "2566").err
    assert "เครือข่ายภายใน" in run("site", "audit", "http://127.0.0.1:8009/", "--year", "2566").err
    assert run("site", "audit", tmp_path, "--year", "2566", "--pages", "0").code == 2
