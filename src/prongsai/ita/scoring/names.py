"""Thai names of scores, as they are printed beside the figures."""

from __future__ import annotations

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.climb import Key
from prongsai.ita.scoring.rules import Step
from prongsai.ita.scoring.targets import Target

OVERALL = "คะแนนภาพรวม"


def short_name(step: Step, key: Key) -> str:
    """Name a score by its code alone: `ตัวชี้วัดที่ 4`, `ข้อคำถาม I8`, `IIT`."""
    match step:
        case "question":
            return f"ข้อคำถาม {key}"
        case "sub_indicator":
            return f"ตัวชี้วัดย่อย {key}"
        case "indicator" | "oit_indicator":
            return f"ตัวชี้วัดที่ {key}"
        case "overall":
            return OVERALL
        case _:
            return str(key)


def what_name(framework: Framework, step: Step, key: Key) -> str:
    """Name a score by its code and its name in the year's framework, where it has one."""
    name: str | None = None
    if step in ("indicator", "oit_indicator") and isinstance(key, int):
        indicator = framework.indicator(key)
        name = indicator.name if indicator else None
    elif step == "sub_indicator":
        name = next((sub.name for sub in framework.sub_indicators if sub.code == key), None)
    return f"{short_name(step, key)} {name}" if name else short_name(step, key)


def called(target: Target) -> str:
    """Name a score that a person pointed at: `ข้อ O33`, `ข้อคำถาม I8`, `ตัวชี้วัดที่ 4`."""
    match target.kind:
        case "item":
            return f"ข้อ {target.key}"
        case "eit_part" | "level":
            return {"level": "ระดับ"}.get(target.key, target.key)
        case "question" | "sub_indicator" | "indicator" | "instrument" | "overall":
            return short_name(target.kind, target.key)


def own_name(framework: Framework, target: Target) -> str | None:
    """Give what the year's framework calls a question (its subject), item or indicator; None where it has no name."""
    match target.kind:
        case "question":
            question = framework.question(target.key)
            return question.text if question else None
        case "item":
            item = framework.item(target.key)
            return item.title if item else None
        case "indicator":
            indicator = framework.indicator(int(target.key))
            return indicator.name if indicator else None
        case "sub_indicator":
            return next((sub.name for sub in framework.sub_indicators if sub.code == target.key), None)
    return None
