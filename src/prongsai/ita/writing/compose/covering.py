"""Memos that carry a paper up to be approved or taken note of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from prongsai.ita.papers.blocks import Gap, Inline, Paper, SignatureBlock
from prongsai.ita.planning import DraftPlan
from prongsai.ita.writing.compose.head import MEASURES, PaperHead
from prongsai.ita.writing.compose.memo import OPINIONS, WRITER, MemoText, Opinion, memo


def measures_memo(
    head: PaperHead,
    plan: DraftPlan,
    *,
    to: str | None = None,
    signature: SignatureBlock = WRITER,
    opinions: Sequence[Opinion] = OPINIONS,
) -> Paper:
    """Return the memo that asks for the approval of a plan, with room for the opinions above the writer."""
    year = f"ประจำปีงบประมาณ พ.ศ. {plan.plan_year}"
    analysed: Inline = (
        f"ปีงบประมาณ พ.ศ. {plan.analysed_year}" if plan.analysed_year is not None else Gap("ปีของผลการประเมินที่นำมาวิเคราะห์")
    )
    text = MemoText(
        to=to,
        subject=f"ขออนุมัติ{MEASURES} {year}",
        cause=(f"ตามที่{head.agency}ได้ทราบผลการประเมิน ITA ", analysed, " และได้วิเคราะห์หาเรื่องที่ควรพัฒนาแล้ว นั้น"),
        purpose=(
            f"เพื่อแก้ไขเรื่องดังกล่าว จึงได้จัดทำ{MEASURES} {year} จำนวน {len(plan.measures)} เรื่อง "
            "พร้อมขั้นตอน ผู้รับผิดชอบ และระยะเวลา รายละเอียดตามสิ่งที่ส่งมาด้วย",
        ),
        conclusion=("จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ และให้ส่วนราชการที่เกี่ยวข้องถือปฏิบัติต่อไป",),
        enclosures=(f"{MEASURES} {year}",),
    )
    return memo(head, text, signature=signature, opinions=opinions)


def report_memo(
    head: PaperHead,
    months: Literal[6, 12],
    *,
    to: str | None = None,
    signature: SignatureBlock = WRITER,
    opinions: Sequence[Opinion] = OPINIONS,
) -> Paper:
    """Return the memo that carries the report of six or twelve months on the measures of `head.year`."""
    about = f"ผลการดำเนินการตาม{MEASURES} ประจำปีงบประมาณ พ.ศ. {head.year} รอบ {months} เดือน"
    text = MemoText(
        to=to,
        subject=f"รายงาน{about}",
        cause=(f"ตามที่{head.agency}ได้กำหนด{MEASURES} ประจำปีงบประมาณ พ.ศ. {head.year} นั้น",),
        purpose=(f"บัดนี้ครบรอบ {months} เดือน จึงรวบรวมผลจากส่วนราชการและจัดทำรายงานเสร็จแล้ว รายละเอียดตามสิ่งที่ส่งมาด้วย",),
        conclusion=("จึงเรียนมาเพื่อโปรดทราบ และพิจารณาให้เผยแพร่ต่อไป",),
        enclosures=(f"รายงาน{about}",),
    )
    return memo(head, text, signature=signature, opinions=opinions)
