"""Thai names of scores, as they are printed beside the figures."""

from __future__ import annotations

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.climb import Key
from prongsai.ita.scoring.rules import Step

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
