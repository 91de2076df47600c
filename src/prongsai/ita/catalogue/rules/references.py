"""Rules on codes: each is given once, and what it points to exists and fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from prongsai.ita.catalogue.model import Framework, Item, Question
from prongsai.ita.catalogue.problems import FieldPath, Problem

_INSTRUMENT_OF_LETTER = {"I": "IIT", "E": "EIT", "O": "OIT"}


def codes_are_unique(framework: Framework) -> Iterator[Problem]:
    """TWICE: no code, indicator, issue or level is given twice."""
    yield from _twice("indicators", "number", (entry.number for entry in framework.indicators))
    yield from _twice("sub_indicators", "code", (entry.code for entry in framework.sub_indicators))
    yield from _twice("questions", "code", (entry.code for entry in framework.questions))
    yield from _twice("items", "code", (entry.code for entry in framework.items))
    yield from _twice("issues", "number", (entry.number for entry in framework.issues))
    for n, issue in enumerate(framework.issues):
        for name, codes in (("questions", issue.questions), ("items", issue.items)):
            for code, count in Counter(codes).items():
                if count > 1:
                    yield Problem("TWICE", f"ประเด็น {issue.number} มีรหัส {code} ซ้ำ", ("issues", n, name))


def _twice(group: str, name: str, codes: Iterable[object]) -> Iterator[Problem]:
    seen: set[object] = set()
    for n, code in enumerate(codes):
        if code in seen:
            yield Problem("TWICE", f"มีรหัส {code} มากกว่าหนึ่งครั้ง", (group, n, name))
        seen.add(code)


def indicators_exist(framework: Framework) -> Iterator[Problem]:
    """Find indicators that do not exist (INDICATOR) or are of another instrument (INSTRUMENT)."""
    entries: list[tuple[FieldPath, str, str, int]] = []
    for n, question in enumerate(framework.questions):
        instrument = _INSTRUMENT_OF_LETTER[question.code[0]]
        entries.append((("questions", n), question.code, instrument, question.indicator))
    entries += [(("items", n), item.code, "OIT", item.indicator) for n, item in enumerate(framework.items)]
    for n, sub in enumerate(framework.sub_indicators):
        entries.append((("sub_indicators", n), sub.code, "OIT", sub.indicator))
    instruments = {entry.number: entry.instrument for entry in framework.indicators}
    for path, code, instrument, number in entries:
        if number not in instruments:
            yield Problem("INDICATOR", f"{code} อยู่ใต้ตัวชี้วัด {number} ซึ่งไม่มีในปีนี้", (*path, "indicator"))
        elif instruments[number] != instrument:
            found = instruments[number]
            message = f"{code} เป็นของ {instrument} แต่ตัวชี้วัด {number} เป็นของ {found}"
            yield Problem("INSTRUMENT", message, (*path, "indicator"))


def sub_indicators_exist(framework: Framework) -> Iterator[Problem]:
    """SUB-INDICATOR: an item's sub-indicator exists and is one of its indicator; its code begins with the indicator."""
    owners = {sub.code: sub.indicator for sub in framework.sub_indicators}
    for n, sub in enumerate(framework.sub_indicators):
        if sub.code.split(".")[0] != str(sub.indicator):
            message = f"ตัวชี้วัดย่อย {sub.code} ไม่ตรงกับตัวชี้วัด {sub.indicator}"
            yield Problem("SUB-INDICATOR", message, ("sub_indicators", n, "indicator"))
    for n, item in enumerate(framework.items):
        if item.sub_indicator is None:
            continue
        path = ("items", n, "sub_indicator")
        if item.sub_indicator not in owners:
            yield Problem("SUB-INDICATOR", f"{item.code}: ไม่มีตัวชี้วัดย่อย {item.sub_indicator}", path)
        elif owners[item.sub_indicator] != item.indicator:
            message = f"{item.code}: ตัวชี้วัดย่อย {item.sub_indicator} ไม่ใช่ของตัวชี้วัด {item.indicator}"
            yield Problem("SUB-INDICATOR", message, path)


def scales_exist(framework: Framework) -> Iterator[Problem]:
    """SCALE: the scale of a question or an item is one of the file's scales."""
    for path, entry in _questions_and_items(framework):
        if entry.scale is not None and entry.scale not in framework.scales:
            yield Problem("SCALE", f"{entry.code}: ไม่มีมาตราคำตอบ {entry.scale}", (*path, "scale"))


def issue_codes_exist(framework: Framework) -> Iterator[Problem]:
    """ISSUE: the codes under an issue exist in the year."""
    questions = {entry.code for entry in framework.questions}
    items = {entry.code for entry in framework.items}
    for n, issue in enumerate(framework.issues):
        for name, codes, known in (("questions", issue.questions, questions), ("items", issue.items, items)):
            for code in codes:
                if code not in known:
                    yield Problem("ISSUE", f"ประเด็น {issue.number}: ไม่มีรหัส {code} ในปีนี้", ("issues", n, name))


def measures_items_exist(framework: Framework) -> Iterator[Problem]:
    """MEASURES: the items of the measures paper and of its report exist, and are two."""
    papers = framework.measures_documents
    for name, code in (("plan_item", papers.plan_item), ("report_item", papers.report_item)):
        if code is not None and framework.item(code) is None:
            yield Problem("MEASURES", f"ไม่มีข้อ {code} ในปีนี้", ("measures_documents", name))
    if papers.plan_item is not None and papers.plan_item == papers.report_item:
        message = f"แผนมาตรการและรายงานผลใช้ข้อ {papers.plan_item} เดียวกัน"
        yield Problem("MEASURES", message, ("measures_documents", "report_item"))


def topics_exist(framework: Framework, topics: Collection[str]) -> Iterator[Problem]:
    """TOPIC: the topic of a question or an item is one of the project's topics."""
    for path, entry in _questions_and_items(framework):
        if entry.topic is not None and entry.topic not in topics:
            yield Problem("TOPIC", f"{entry.code}: ไม่รู้จักเรื่อง {entry.topic}", (*path, "topic"))


def _questions_and_items(framework: Framework) -> Iterator[tuple[FieldPath, Question | Item]]:
    for n, question in enumerate(framework.questions):
        yield ("questions", n), question
    for n, item in enumerate(framework.items):
        yield ("items", n), item
