"""Whether a person named in a paper stands there for an office or as a private person: by the words beside the name."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["official", "private"]

_POSTS = (
    r"นายก|รองนายก|ปลัด|ผู้อำนวยการ|ผอ\.|หัวหน้า|นักวิชาการ|นักวิเคราะห์|นักทรัพยากร|นักพัฒนาชุมชน|นักจัดการ|นักป้องกัน|เจ้าพนักงาน|เจ้าหน้าที่|นิติกร"
    r"|นายช่าง|วิศวกร|สถาปนิก|กรรมการ|ประธาน|เลขานุการ|ผู้ช่วย|ผู้ใหญ่บ้าน|กำนัน|สมาชิกสภา|ส\.อบต|สารวัตรกำนัน|ครู|ผู้ดูแลเด็ก|พนักงาน|ลูกจ้าง"
    r"|นายอำเภอ|ผู้ว่าราชการ|ตำแหน่ง|ชำนาญการ|ชำนาญงาน|ปฏิบัติการ|ปฏิบัติงาน|อาวุโส|รักษาราชการ|วิทยากร|ผู้บังคับ|สารวัตร|ผู้กำกับ|คณะทำงาน|คณะผู้บริหาร"
    r"|ผู้บริหาร|ท้องถิ่นอำเภอ|พยาบาล|แพทย์|เจ้าอาวาส|ผู้แทน|อาจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|รัฐมนตรี|อธิบดี|เลขาธิการ|ผู้จัดการ|ผู้ควบคุมงาน|ผู้ตรวจรับ"
    r"|คนงาน|ภารโรง|พนักงานขับรถ|ผู้เขียน|ผู้รายงาน|ผู้จัดทำ|ผู้รับผิดชอบ|ผู้ประสานงาน|ผู้อนุมัติ|ผู้ตรวจสอบ|บุคลากร"
)
_PRIVATE = (
    r"ข้าพเจ้า|หน้าบ้าน|ผู้ร้อง|ผู้ถูกร้อง|ผู้แจ้ง|ผู้เสียหาย|ผู้ยื่น|ผู้ขอ|ผู้ป่วย|ผู้พิการ|คนพิการ|ผู้สูงอายุ|ผู้ยากไร้|ผู้รับเบี้ย|ผู้รับสิทธิ|ผู้มีสิทธิ|ผู้รับการสงเคราะห์|ผู้รับบริการ"
    r"|ผู้ประสบ|ผู้เดือดร้อน|ผู้กู้|ผู้ยืม|ผู้เช่า|ผู้ค้าง|ผู้เสียภาษี|ผู้ติด|ผู้ปกครอง|ผู้บริจาค|ลูกหนี้|ราษฎร|บิดา|มารดา|บุตร|นักเรียน|เด็ก(?:ชาย|หญิง|แรกเกิด)?"
    r"|เบี้ยยังชีพ|เบี้ยความพิการ|สงเคราะห์|เงินอุดหนุนเด็ก|เจ้าของ(?:บ้าน|ที่ดิน|กิจการ)|ชาวบ้าน|คำร้องของ|ผู้สมัคร|ผู้อยู่อาศัย|ผู้เข้าร่วม|ผู้ผ่าน|ผู้สอบ"
)
_GIVEN_TO = re.compile(r"(?:ให้แก่|ให้กับ|ให้|แก่|ของ|จาก)[ ]?$")
_CUE = re.compile(rf"(?P<private>{_PRIVATE})|(?P<official>{_POSTS})")
_HEADING_OF_OFFICIALS = re.compile(
    r"คณะกรรมการ|คณะทำงาน|คณะผู้บริหาร|ผู้บริหาร|สมาชิกสภา|บุคลากร|พนักงานส่วน|พนักงานเทศบาล|ข้าราชการ|ผู้มาประชุม|ผู้ไม่มาประชุม|โครงสร้าง|กรรมการ|เจ้าหน้าที่ผู้"
)
_NEAR = 80


def role_beside(before: str, after: str) -> Role | None:
    """Tell the role from the words before and after a name, up to the next name; None where nothing tells.

    The nearest word decides: นักพัฒนาชุมชนมอบเงินให้ <name> is about a private person, <name> นักพัฒนาชุมชน an official.
    """
    cues: list[tuple[int, Role]] = []
    earlier = list(_CUE.finditer(before[-_NEAR:]))
    if earlier:
        last = earlier[-1]
        cues.append((len(before[-_NEAR:]) - last.end(), "private" if last["private"] else "official"))
    if _GIVEN_TO.search(before):
        cues = [(distance, role) for distance, role in cues if role == "private"]
    later = _CUE.search(after[:_NEAR])
    if later:
        cues.append((later.start(), "private" if later["private"] else "official"))
    return min(cues)[1] if cues else None


def heads_officials(heading: str) -> bool:
    """Whether the line above a list says that those named are of the office."""
    return _HEADING_OF_OFFICIALS.search(heading) is not None and not re.search(_PRIVATE, heading)


def heads_private(heading: str) -> bool:
    """Whether the line above a list says that those named are private persons."""
    return re.search(_PRIVATE, heading) is not None
