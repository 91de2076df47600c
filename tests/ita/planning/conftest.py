"""Weak points of the invented demo agency, and a short way to write one."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.files import load_framework
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.playbook import Playbook, load_playbook

MakeWeak = Callable[..., WeakPoint]


def make_weak(
    framework: Framework, code: str, *, price: str | None = "0.10", score: str = "80.00", kind: str | None = None
) -> WeakPoint:
    kind = kind or {"I": "question", "E": "question", "O": "item"}.get(code[0], "indicator")
    entry = framework.question(code) or framework.item(code)
    indicator = framework.indicator(int(code)) if code.isdigit() else None
    return WeakPoint(
        kind=kind,
        code=code,
        name=getattr(entry, "text", None) or getattr(entry, "title", None) or getattr(indicator, "name", None),
        topic=entry.topic if entry else None,
        score=Decimal("0") if kind == "item" else Decimal(score),
        price=Decimal(price) if price is not None else None,
        confirmed=entry is None or entry.confirmed,
    )


@pytest.fixture(scope="session")
def weak() -> MakeWeak:
    return make_weak


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load_playbook()


@pytest.fixture(scope="session")
def fy2566() -> Framework:
    return load_framework(2566)


@pytest.fixture(scope="session")
def fy2567() -> Framework:
    return load_framework(2567)


@pytest.fixture(scope="session")
def fy2569() -> Framework:
    return load_framework(2569)


@pytest.fixture
def demo_2566(fy2566: Framework) -> list[WeakPoint]:
    """The weak questions and lost items of the demo agency in FY 2566."""
    questions = ["I3", "I8", "I7", "I14", "I15", "I20", "I19", "I24", "I28"]
    questions += ["E2", "E8", "E10", "E7", "E13", "E14", "E12"]
    items = ["O17", "O21", "O30", "O38"]
    return [
        *(make_weak(fy2566, code, price=f"0.{50 - n:02d}") for n, code in enumerate(questions)),
        *(
            make_weak(fy2566, code, price=price)
            for code, price in zip(items, ("0.50", "1.00", "1.00", "1.25"), strict=True)
        ),
    ]
