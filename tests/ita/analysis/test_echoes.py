"""Results that only restate the steps are found; results that tell what was done are not."""

from __future__ import annotations

import pytest

from prongsai.ita.analysis.rules.echoes import ECHO, check_echoes, echo_share
from prongsai.ita.papers.reading import MeasureRow

MANUAL = (
    "จัดทำคู่มือการให้บริการประชาชนให้ครบทุกภารกิจและปิดประกาศไว้หน้าจุดบริการ",
    "กำหนดให้เจ้าหน้าที่ทุกคนปฏิบัติตามระยะเวลาในคู่มือ",
    "ประเมินความพึงพอใจของผู้รับบริการทุกสิ้นเดือน",
)
LOANS = (
    "กำหนดแบบคำขอยืมพัสดุและผู้มีอำนาจอนุญาตของแต่ละประเภท",
    "บันทึกการยืมและการคืนลงทะเบียนทุกครั้ง",
)

RESTATED = [
    (MANUAL, MANUAL),
    (
        MANUAL,
        (
            "มีคู่มือการให้บริการประชาชนครบทุกภารกิจและปิดประกาศไว้หน้าจุดบริการ",
            "เจ้าหน้าที่ทุกคนปฏิบัติตามระยะเวลาในคู่มือ",
            "ได้ประเมินความพึงพอใจของผู้รับบริการทุกสิ้นเดือนแล้ว",
        ),
    ),
    (LOANS, ("ดำเนินการกำหนดแบบคำขอยืมพัสดุและผู้มีอำนาจอนุญาตของแต่ละประเภท", "มีการบันทึกการยืมและการคืนลงทะเบียนทุกครั้ง")),
    (LOANS, ("มีแบบคำขอยืมพัสดุและผู้มีอำนาจอนุญาตของแต่ละประเภท และบันทึกการยืมและการคืนลงทะเบียนทุกครั้ง",)),
    (("อบรมเจ้าหน้าที่ ๒ ครั้ง เรื่องการใช้ทรัพย์สินของราชการ",), ("ได้อบรมเจ้าหน้าที่ 2 ครั้ง เรื่องการใช้ทรัพย์สินของราชการ",)),
    (("จัด  ให้มีช่องทาง รับฟังความคิดเห็นของประชาชน",), ("มีช่องทางรับฟังความคิดเห็นของประชาชน",)),
]

TOLD = [
    (MANUAL, ("ผู้มารับบริการส่วนใหญ่เข้าใจลำดับงานดีขึ้น และเวลารอสั้นลงจากเดิม",)),
    (
        MANUAL,
        (
            "จัดทำคู่มือการให้บริการประชาชน ๑๒ เรื่อง และปิดประกาศไว้หน้าจุดบริการ เมื่อวันที่ ๓๐ ธันวาคม ๒๕๖๖",
            "เจ้าหน้าที่ ๔๔ คนลงนามรับทราบระยะเวลาในคู่มือ",
        ),
    ),
    (LOANS, ("ยืมทั้งหมด 37 รายการ คืนตรงเวลา 31 รายการ ติดตามแล้วสองรายการ",)),
    (LOANS, ("สำนักปลัดเสนอผู้บริหารลงนามแบบฟอร์มใหม่ และกองคลังนำทะเบียนขึ้นใช้ในระบบของหน่วยงาน",)),
    (MANUAL, ("ดำเนินการแล้ว",)),
    (MANUAL, ("ไม่มี",)),
    (MANUAL, ()),
    ((), ("มีคู่มือการให้บริการประชาชนครบทุกภารกิจ",)),
]


@pytest.mark.parametrize(("steps", "results"), RESTATED)
def test_results_that_restate_the_steps_are_an_echo(paper, steps, results):
    findings = list(check_echoes(paper(MeasureRow(steps=steps, results=results))))
    assert [(finding.code, finding.where) for finding in findings] == [("echo", "measures[0].results")]


@pytest.mark.parametrize(("steps", "results"), TOLD)
def test_results_that_tell_what_was_done_are_none(paper, steps, results):
    assert list(check_echoes(paper(MeasureRow(steps=steps, results=results)))) == []


def test_the_two_kinds_lie_well_apart():
    restated = [echo_share(MeasureRow(steps=steps, results=results)) for steps, results in RESTATED]
    told = [echo_share(MeasureRow(steps=steps, results=results)) for steps, results in TOLD]
    assert min(restated) > ECHO + 0.08
    assert max(told) < ECHO - 0.08


def test_the_measure_itself_counts_as_said_before():
    row = MeasureRow(measures=("มาตรการตรวจสอบการใช้ทรัพย์สินของทางราชการ",), results=("ตรวจสอบการใช้ทรัพย์สินของทางราชการ",))
    assert echo_share(row) > ECHO


def test_one_new_sentence_beside_many_old_ones_does_not_hide_the_echo():
    row = MeasureRow(steps=MANUAL, results=("หน่วยตรวจสอบภายในสอบทานแล้ว", *MANUAL))
    assert echo_share(row) > ECHO


def test_the_sentence_suggests_and_does_not_accuse(paper):
    finding = next(check_echoes(paper(MeasureRow(steps=MANUAL, results=MANUAL))))
    assert "ซ้ำกับขั้นตอน" in finding.message
    assert "ควร" in finding.settle
    assert "ลอก" not in finding.message + finding.settle
