"""What a finding says: a weakness, that all is well, or neither."""

from __future__ import annotations

import pytest

from prongsai.ita.analysis.wording import states_no_weakness

ALL_IS_WELL = [
    "มีการตรวจสอบการใช้ทรัพย์สินอยู่อย่างสม่ำเสมอ",
    "หน่วยงานดำเนินการเรื่องงบประมาณเป็นไปด้วยความเรียบร้อย",
    "เจ้าหน้าที่ให้บริการอย่างเป็นธรรมและไม่เลือกปฏิบัติ",
    "มีช่องทางการร้องเรียนที่ชัดเจนและเป็นปัจจุบัน",
    "ไม่พบการทุจริตและไม่มีเรื่องร้องเรียนในรอบปี",
    "มีการประเมินความเสี่ยงการทุจริตครบถ้วนตามระเบียบ",
    "จัดทำแผนพัฒนาท้องถิ่นถูกต้องตามขั้นตอน",
    "มี  การ กำกับ ติดตาม อย่าง ต่อเนื่อง",
]
SAYS_A_WEAKNESS = [
    "ผู้มารับบริการบางรายไม่ทราบลำดับของตน",
    "การประชาสัมพันธ์ยังไปไม่ถึงผู้สูงอายุ แม้จะทำอย่างต่อเนื่อง",
    "เผยแพร่ครบถ้วนแล้ว แต่ล่าช้ากว่ากำหนด",
    "ควรทบทวนเกณฑ์ให้ชัดเจน",
    "ขั้นตอนยุ่งยากและใช้เวลานาน",
    "ขาดความชัดเจนในการมอบหมายงาน",
    "คะแนนข้อนี้ลดลงจากปีก่อน ทั้งที่ดำเนินการถูกต้อง",
    "มีเรื่องร้องเรียนเกี่ยวกับการใช้รถอย่างต่อเนื่อง",
]
NEITHER = [
    "การใช้รถยนต์ส่วนกลางของหน่วยงาน",
    "หน่วยงานเผยแพร่ข้อมูลอย่างชัดเจน เพียงใด",
    "เจ้าหน้าที่ปฏิบัติงานอย่างเป็นธรรมหรือไม่",
    "",
]


@pytest.mark.parametrize("text", ALL_IS_WELL)
def test_a_finding_that_only_praises_states_no_weakness(text):
    assert states_no_weakness(text)


@pytest.mark.parametrize("text", SAYS_A_WEAKNESS)
def test_a_finding_with_a_weakness_is_one_even_beside_praise(text):
    assert not states_no_weakness(text)


@pytest.mark.parametrize("text", NEITHER)
def test_a_subject_or_a_question_is_not_taken_for_praise(text):
    assert not states_no_weakness(text)
