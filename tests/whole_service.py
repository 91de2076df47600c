"""A service of which everything is said: for the public, and one inside the office."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from prongsai.ita.papers.service import (
    Audience,
    Channel,
    Discretion,
    Fee,
    NeededDocument,
    ServiceKind,
    ServiceSheet,
    ServiceStep,
    TimeSpan,
    TimeUnit,
)

WHOLE = ServiceSheet(
    name="การแจ้งซ่อมไฟฟ้าสาธารณะ",
    kind=ServiceKind.NOTIFY,
    unit="สำนักปลัด",
    criteria=("พบไฟฟ้าสาธารณะชำรุดในเขตของหน่วยงาน",),
    discretion=(Discretion("ลำดับจุดที่ซ่อม", "จุดเสี่ยงอันตรายก่อน"),),
    steps=(
        ServiceStep("แจ้งและรับเลขที่คำขอ", TimeSpan(10, TimeUnit.MINUTES), "สำนักปลัด", "จุดบริการชั้นล่าง"),
        ServiceStep("ตรวจสอบ", TimeSpan(1, TimeUnit.WORKING_DAYS), "กองช่าง"),
        ServiceStep("ซ่อม", TimeSpan(3, TimeUnit.WORKING_DAYS), "กองช่าง"),
    ),
    documents=(NeededDocument("บัตรประจำตัวประชาชน", 1, 1),),
    fees=(Fee("ค่าธรรมเนียมตรวจสอบ", Decimal("20")),),
    channels=(Channel("ที่ทำการ", "ชั้นล่าง", "จันทร์ถึงศุกร์", "08.30-16.30 น."),),
    complaints=("สายด่วน 1111",),
    stated_none=frozenset({"law"}),
)
INSIDE = replace(WHOLE, name="การเบิกวัสดุ", audience=Audience.INTERNAL, channels=(), complaints=())
