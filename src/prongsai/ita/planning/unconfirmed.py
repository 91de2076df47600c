"""What a drafted plan leans on although it is not established, said in Thai sentences for its reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.planning.drafts import DraftMeasure
from prongsai.ita.planning.wording import label


def unconfirmed_sentences(
    framework: Framework, results: Framework, weak_points: Sequence[WeakPoint], measures: Iterable[DraftMeasure]
) -> tuple[str, ...]:
    """List what the plan year's framework, the results' framework, the weak points and the rows leave open."""
    return (
        *_of_plan_year(framework),
        *_of_results(results),
        *_of_weak_points(weak_points),
        *_of_measures(tuple(measures)),
    )


def _of_plan_year(framework: Framework) -> Iterator[str]:
    if framework.is_draft:
        yield (
            f"ยังไม่มีประกาศกรอบการประเมินของปี {framework.year} ร่างนี้อิงกรอบปี {framework.drafted_from} และต้องทบทวนเมื่อมีประกาศ"
        )
    if not framework.issues:
        yield f"ยังไม่ทราบการแบ่งประเด็นของปี {framework.year} จึงจัดมาตรการตามตัวชี้วัด"
    elif not all(issue.confirmed for issue in framework.issues):
        yield f"การแบ่งประเด็นของปี {framework.year} ยังไม่ยืนยัน"
    chain = framework.measures_documents
    if framework.is_draft or chain.analysed_result_year is None or chain.plan_execution_year is None:
        yield f"กรอบปี {framework.year} ยังไม่ระบุว่ามาตรการวิเคราะห์ผลของปีใดและดำเนินการในปีใด ปีในร่างนี้เป็นไปตามที่ผู้ใช้เลือก"


def _of_results(results: Framework) -> Iterator[str]:
    if results.weights.values is None:
        yield f"ยังไม่ทราบน้ำหนักแบบวัดของปี {results.year} คะแนนที่เสียในภาพรวมเป็นค่าประมาณภายในจากน้ำหนักของปีอื่น"
    elif not results.weights.confirmed:
        yield f"น้ำหนักแบบวัดของปี {results.year} ยังไม่ยืนยัน คะแนนที่เสียในภาพรวมเป็นค่าประมาณภายใน"
    if not results.questions:
        yield f"ยังไม่ทราบข้อคำถามของปี {results.year} จึงวิเคราะห์ตามตัวชี้วัดและข้อ OIT"


def _of_weak_points(weak_points: Sequence[WeakPoint]) -> Iterator[str]:
    open_questions = [label(weak) for weak in weak_points if weak.kind == "question" and weak.topic is None]
    if open_questions:
        yield f"ยังไม่ยืนยันเนื้อหาของ{' '.join(open_questions)} จึงยังเลือกมาตรการให้ไม่ได้"
    others = [label(weak) for weak in weak_points if not weak.confirmed and label(weak) not in open_questions]
    if others:
        yield f"ข้อมูลที่ใช้กับ{' '.join(others)} ยังไม่ยืนยันทั้งหมด"


def _of_measures(measures: tuple[DraftMeasure, ...]) -> Iterator[str]:
    gaps = sum(row.has_gap for row in measures)
    if gaps:
        yield f"มี {gaps} เรื่องที่ยังไม่มีแบบมาตรการ ต้องกำหนดมาตรการเอง"
    if any(row.feeds for row in measures):
        yield "ข้อ OIT ที่แต่ละมาตรการสนับสนุนเป็นข้อเสนอของโปรแกรม โปรดตรวจกับคู่มือของปี"
