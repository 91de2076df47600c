"""What is missing before a score can be computed, and what it rests on that is not established: said in Thai."""

from __future__ import annotations

from prongsai.ita.catalogue.model import Framework, Instrument
from prongsai.ita.scoring.climb import Climb
from prongsai.ita.scoring.names import OVERALL, what_name
from prongsai.ita.scoring.rules import AppliedRule, Presumption, Step, applied_rule, applied_weights
from prongsai.ita.scoring.scores import INSTRUMENTS

_STEP_NAMES: dict[Step, str] = {
    "question": "คะแนนข้อคำถามจากคำตอบ",
    "indicator": "คะแนนตัวชี้วัดจากข้อคำถาม",
    "sub_indicator": "คะแนนตัวชี้วัดย่อยจากข้อ OIT",
    "oit_indicator": "คะแนนตัวชี้วัด OIT จากตัวชี้วัดย่อย",
    "instrument": "คะแนนแบบวัดจากตัวชี้วัด",
    "overall": "คะแนนภาพรวมจากแบบวัด",
}


def missing_sentences(framework: Framework, reached: Climb, presumed: Presumption | None) -> tuple[str, ...]:
    """Say what is missing for the overall; empty where it was computed."""
    if reached.overall:
        return ()
    sentences = [
        _missing_instrument(framework, reached, name) for name in INSTRUMENTS if name not in reached.instruments
    ]
    if applied_rule(framework, "overall", presumed) is None:
        sentences.append(f"ยังไม่ทราบวิธีคำนวณ{OVERALL}ของปี {framework.year}")
    if applied_weights(framework, presumed) is None:
        sentences.append(f"ยังไม่ทราบน้ำหนักของแบบวัดของปี {framework.year}")
    return tuple(sentences)


def _missing_instrument(framework: Framework, reached: Climb, instrument: Instrument) -> str:
    lacking = [
        what_name(framework, "indicator", indicator.number)
        for indicator in framework.indicators_of(instrument)
        if indicator.number not in reached.indicators
    ]
    if lacking:
        return f"ยังไม่มีคะแนน {instrument} เพราะขาด{' '.join(lacking)}"
    return f"ยังไม่ทราบวิธีคำนวณคะแนน {instrument} ของปี {framework.year}"


def unconfirmed_sentences(framework: Framework, reached: Climb) -> tuple[str, ...]:
    """Say which rules behind the computed scores are not established for the year, each once."""
    doubtful = [node for node in reached.nodes() if node.rule and not node.rule.confirmed]
    said = [unconfirmed_sentence(framework, node.step, node.rule) for node in doubtful if node.rule]
    return tuple(dict.fromkeys(said))


def unconfirmed_sentence(framework: Framework, step: Step, rule: AppliedRule) -> str:
    """Say that a rule is not established for the year, and where it was taken from."""
    origin = f"ใช้ตามปี {rule.from_year} ไปก่อน" if rule.from_year else f"ปี {framework.year} มีที่มาไม่เพียงพอ"
    return f"วิธีคำนวณ{_STEP_NAMES[step]}ยังไม่ยืนยัน ({origin})"
