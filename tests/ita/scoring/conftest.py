"""Small frameworks in the shape of real years, so that the arithmetic is tested apart from the catalogue's data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from prongsai.ita.catalogue.model import Framework

SOURCED = {"confidence": "high", "source": ("ARITH",)}
MEAN = {"rule": "mean", **SOURCED}
SPLITS: Mapping[int, Mapping[str, int]] = {
    2565: {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2},
    2566: {"9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5},
    2567: {"9.1": 6, "9.2": 7, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 6, "10.2": 4},
    2568: {"9.1": 4, "9.2": 7, "9.3": 2, "9.4": 3, "9.5": 4, "10.1": 4, "10.2": 4},
}
LETTERS = [("AA", 95, 100), ("A", 85, 94.99), ("B", 75, 84.99), ("C", 65, 74.99), ("D", 55, 64.99), ("E", 50, 54.99)]


def _levels(year: int) -> list[dict[str, Any]]:
    if year < 2566:
        return [
            {"name": name, "overall_min": str(least), "overall_max": str(most), **SOURCED}
            for name, least, most in [*LETTERS, ("F", 0, 49.99)]
        ]
    parts = ("IIT", "EIT1", "EIT2", "OIT")
    return [
        {
            "name": "ผ่านดีเยี่ยม",
            "overall_min": 95,
            "overall_max": 100,
            "component_min": 95,
            "components": parts,
            **SOURCED,
        },
        {"name": "ผ่านดี", "overall_min": 85, "overall_max": 100, "component_min": 85, "components": parts, **SOURCED},
        {"name": "ผ่าน", "overall_min": 85, "overall_max": 100, **SOURCED},
        {"name": "ต้องปรับปรุง", "overall_min": 70, "overall_max": "84.99", **SOURCED},
        {"name": "ต้องปรับปรุงโดยด่วน", "overall_min": 0, "overall_max": "69.99", **SOURCED},
    ]


def _questions() -> list[dict[str, Any]]:
    internal = [
        {"code": f"I{n + 1}", "indicator": 1 + n // 6, "scale": "level4", "scale_confidence": "medium"}
        for n in range(30)
    ]
    external = [{"code": f"E{n + 1}", "indicator": 6 + n // 5} for n in range(15)]
    return [{**question, **SOURCED} for question in internal + external]


def _indicators() -> list[dict[str, Any]]:
    names = [
        ("IIT", "การปฏิบัติหน้าที่"),
        ("IIT", "การใช้งบประมาณ"),
        ("IIT", "การใช้อำนาจ"),
        ("IIT", "การใช้ทรัพย์สินของราชการ"),
        ("IIT", "การแก้ไขปัญหาการทุจริต"),
        ("EIT", "คุณภาพการดำเนินงาน"),
        ("EIT", "ประสิทธิภาพการสื่อสาร"),
        ("EIT", "การปรับปรุงการทำงาน"),
        ("OIT", "การเปิดเผยข้อมูล"),
        ("OIT", "การป้องกันการทุจริต"),
    ]
    return [
        {"number": n, "instrument": instrument, "name": name, **SOURCED}
        for n, (instrument, name) in enumerate(names, 1)
    ]


def _items(split: Mapping[str, int]) -> list[dict[str, Any]]:
    owners = [sub for sub, count in split.items() for _ in range(count)]
    return [
        {"code": f"O{n}", "indicator": int(sub.split(".")[0]), "sub_indicator": sub, "title": f"ข้อที่ {n}", **SOURCED}
        for n, sub in enumerate(owners, 1)
    ]


def build_framework(year: int, *, questions: bool = False, **changes: Any) -> Framework:
    """A year with the ten indicators, its split of OIT items, and every rule confirmed unless changed."""
    split = SPLITS.get(year, {})
    facts: dict[str, Any] = {
        "schema": "prongsai.catalogue/1",
        "scheme": "nacc",
        "year": year,
        "title": f"การประเมินทดสอบ ปีงบประมาณ พ.ศ. {year}",
        "weights": {"values": {"IIT": 30, "EIT": 30, "OIT": 40}, **SOURCED},
        "scoring": {
            **dict.fromkeys(("question", "indicator", "sub_indicator", "oit_indicator", "instrument"), MEAN),
            "item": {"rule": "all-or-nothing", **SOURCED},
            "overall": {"rule": "weighted-sum", **SOURCED},
        },
        "scales": {"level4": {"answers": ("น้อยที่สุด", "น้อย", "มาก", "มากที่สุด"), "points": (0, 33, 67, 100), **SOURCED}},
        "indicators": _indicators(),
        "sub_indicators": [{"code": sub, "indicator": int(sub.split(".")[0]), **SOURCED} for sub in split],
        "items": _items(split),
        "questions": _questions() if questions else [],
        "ratings": {"levels": _levels(year), **SOURCED},
        "pass_mark": {"overall": 85, **SOURCED},
        "sources": {"ARITH": {"title": "arithmetic", "kind": "test"}},
    }
    return Framework.model_validate({**facts, **changes})


@pytest.fixture(scope="session")
def framework_of() -> Callable[..., Framework]:
    return build_framework


@pytest.fixture(scope="session")
def demo_2567() -> dict[int, Decimal]:
    figures = ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]
    return {number: Decimal(figure) for number, figure in enumerate(figures, 1)}


@pytest.fixture(scope="session")
def demo_2566() -> dict[int, Decimal]:
    figures = ["91.90", "82.67", "84.19", "83.05", "85.40", "84.12", "81.36", "80.28", "87.50", "93.75"]
    return {number: Decimal(figure) for number, figure in enumerate(figures, 1)}


@pytest.fixture(scope="session")
def demo_2566_questions() -> dict[str, Decimal]:
    internal = [
        "90.12",
        "91.05",
        "88.47",
        "94.60",
        "93.90",
        "93.26",
        "78.50",
        "71.20",
        "84.90",
        "90.30",
        "91.40",
        "79.72",
        "82.30",
        "76.85",
        "79.40",
        "91.02",
        "90.15",
        "85.42",
        "80.10",
        "78.95",
        "84.60",
        "85.75",
        "86.30",
        "82.60",
        "89.10",
        "84.20",
        "86.75",
        "77.95",
        "85.60",
        "88.80",
    ]
    external = [
        "83.40",
        "79.25",
        "85.65",
        "90.10",
        "82.20",
        "83.90",
        "80.75",
        "77.40",
        "84.35",
        "80.40",
        "86.20",
        "80.15",
        "72.90",
        "77.35",
        "84.80",
    ]
    coded = [(f"I{n}", score) for n, score in enumerate(internal, 1)] + [
        (f"E{n}", score) for n, score in enumerate(external, 1)
    ]
    return {code: Decimal(score) for code, score in coded}
