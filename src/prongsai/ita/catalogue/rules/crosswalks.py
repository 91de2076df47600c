"""Rules on crosswalks: nothing is lost, nothing is claimed twice, and no guess passes for equal meaning."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from prongsai.ita.catalogue.crosswalk import Crosswalk, Part, Relation
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import FieldPath, Problem

_SHAPES = {
    "same": (range(1, 2), range(1, 2)),
    "changed": (range(1, 2), range(1, 2)),
    "split": (range(1, 2), range(2, 100)),
    "merged": (range(2, 100), range(1, 2)),
    "dropped": (range(1, 2), range(1)),
    "new": (range(1), range(1, 2)),
}


def check_crosswalk(crosswalk: Crosswalk, before: Framework, after: Framework) -> list[Problem]:
    """Give every rule that a crosswalk between two frameworks breaks."""
    problems = list(_years_fit(crosswalk, before, after))
    for name, codes_before, codes_after in (
        ("indicators", _indicator_codes(before), _indicator_codes(after)),
        ("items", _item_codes(before), _item_codes(after)),
        ("questions", _question_codes(before), _question_codes(after)),
    ):
        part: Part = getattr(crosswalk, name)
        if part.established:
            problems += _sides_complete(part, name, codes_before, codes_after)
            problems += [
                found for n, r in enumerate(part.relations) for found in _relation_stands(r, (name, "relations", n))
            ]
        elif part.relations or part.open_from or part.open_to:
            problems.append(Problem("ESTABLISHED", "ส่วนที่ยังไม่ทราบต้องไม่มีความสัมพันธ์", (name, "established")))
    problems += _guesses(crosswalk, before, after)
    problems += _sources(crosswalk)
    return problems


def _years_fit(crosswalk: Crosswalk, before: Framework, after: Framework) -> Iterator[Problem]:
    """YEAR: the file is between the two years for which it is used, the earlier first."""
    if (crosswalk.from_year, crosswalk.to_year) != (before.year, after.year):
        yield Problem("YEAR", f"แฟ้มต้องเป็นของปี {before.year} ไปปี {after.year}", ("from_year",))
    if crosswalk.from_year >= crosswalk.to_year:
        yield Problem("YEAR", "ปีต้นทางต้องมาก่อนปีปลายทาง", ("to_year",))


def _sides_complete(part: Part, name: str, before: Collection[str], after: Collection[str]) -> Iterator[Problem]:
    """CODE, TWICE, LEFT-OUT: on each side every code of the year stands exactly once, and no other."""
    sides = (
        ("from", before, [*(c for r in part.relations for c in r.from_), *part.open_from]),
        ("to", after, [*(c for r in part.relations for c in r.to), *part.open_to]),
    )
    for side, known, stated in sides:
        seen: set[str] = set()
        for code in stated:
            if code not in known:
                yield Problem("CODE", f"ไม่มีรหัส {code} ในปีที่อ้าง", _where(part, name, side, code))
            elif code in seen:
                yield Problem("TWICE", f"รหัส {code} อยู่ในความสัมพันธ์มากกว่าหนึ่งแห่ง", _where(part, name, side, code))
            seen.add(code)
        for code in known:
            if code not in seen:
                side_name = "ต้นทาง" if side == "from" else "ปลายทาง"
                yield Problem("LEFT-OUT", f"รหัส {code} ของปี{side_name}ยังไม่อยู่ในความสัมพันธ์ใด", (name,))


def _where(part: Part, name: str, side: str, code: str) -> FieldPath:
    """Give the path of the last mention of a code: where a doubled code was added."""
    for n in range(len(part.relations) - 1, -1, -1):
        relation = part.relations[n]
        if code in (relation.from_ if side == "from" else relation.to):
            return (name, "relations", n, side)
    return (name, f"open_{side}")


def _relation_stands(relation: Relation, path: FieldPath) -> Iterator[Problem]:
    """SHAPE: same and changed are one to one, split one to many, merged many to one, dropped to none, new from none."""
    from_count, to_count = _SHAPES[relation.relation]
    if len(relation.from_) not in from_count or len(relation.to) not in to_count:
        shape = f"{len(relation.from_)} ต่อ {len(relation.to)}"
        yield Problem("SHAPE", f"ความสัมพันธ์ {relation.relation} มีรหัส {shape} ซึ่งไม่เข้ารูป", path)


def _guesses(crosswalk: Crosswalk, before: Framework, after: Framework) -> Iterator[Problem]:
    """GUESS: where one side's title or text is not established, *same* is of low confidence."""
    established = {False: _established_codes(before), True: _established_codes(after)}
    for name in ("items", "questions"):
        part: Part = getattr(crosswalk, name)
        for n, relation in enumerate(part.relations):
            known = set(relation.from_) <= established[False] and set(relation.to) <= established[True]
            if relation.relation == "same" and relation.confirmed and not known:
                message = f"{' '.join(relation.from_)} ยังไม่ยืนยันชื่อหรือข้อความทั้งสองปี ความเชื่อมั่นต้องเป็น low"
                yield Problem("GUESS", message, (name, "relations", n, "confidence"))


def _sources(crosswalk: Crosswalk) -> Iterator[Problem]:
    """SOURCE, CONFIDENCE: as in a catalogue file."""
    for name in ("indicators", "items", "questions"):
        part: Part = getattr(crosswalk, name)
        for n, relation in enumerate(part.relations):
            path = (name, "relations", n)
            for key in relation.source:
                if key not in crosswalk.sources:
                    yield Problem("SOURCE", f"ไม่มีแหล่งที่มา {key} ในรายการแหล่งที่มา", (*path, "source"))
            if relation.confirmed and not relation.source:
                message = f"ความเชื่อมั่นระดับ {relation.confidence} ต้องอ้างแหล่งที่มาอย่างน้อยหนึ่งแหล่ง"
                yield Problem("CONFIDENCE", message, (*path, "confidence"))


def _indicator_codes(framework: Framework) -> list[str]:
    return [str(entry.number) for entry in framework.indicators]


def _item_codes(framework: Framework) -> list[str]:
    return [entry.code for entry in framework.items]


def _question_codes(framework: Framework) -> list[str]:
    return [entry.code for entry in framework.questions]


def _established_codes(framework: Framework) -> set[str]:
    titles = {entry.code for entry in framework.items if entry.title is not None}
    return titles | {entry.code for entry in framework.questions if entry.text is not None}
