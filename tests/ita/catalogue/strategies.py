"""Frameworks made up at random that keep every rule, and one small framework by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from prongsai.ita.catalogue import Framework, load_topics
from prongsai.ita.catalogue.scalars import one_line

SOURCE_KEYS = ("S0", "W14", "BG", "a-b_c")
AWKWARD = [
    "no",
    "1e2",
    "null",
    "2567",
    "9.1",
    "=1+1",
    "+66",
    "-",
    "@x",
    "# ไม่ใช่",
    "ก: ข",
    "_x0041_",
    "'",
    '"',
    "๑๒",
    "ใช่",
]

characters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"))
thai = st.sampled_from("กขคงจฉชซญฐณดตถทธนบปผพฟมยรลวศสหอฮะาิีึืุูเแโใไ่้๊๋์ํๆฯ๐๑๒ ")


@st.composite
def texts(draw: st.DrawFn) -> str:
    raw = draw(st.one_of(st.sampled_from(AWKWARD), st.text(thai, max_size=30), st.text(characters, max_size=30)))
    try:
        return one_line(raw)
    except ValueError:  # what is no text is simply not used
        return "ข้อความ"


lines = st.lists(texts(), max_size=3).map(tuple)
percents = st.decimals(0, 100, places=2)
wholes = st.integers(0, 10**9)
cited = st.lists(st.sampled_from(SOURCE_KEYS), unique=True, max_size=3).map(tuple)
words = st.none() | texts()
confidences = st.sampled_from([None, "high", "medium", "low"])


@st.composite
def trusts(draw: st.DrawFn) -> dict[str, Any]:
    source = draw(cited)
    choices = [None, "low", "medium", "high"] if source else [None, "low"]
    return {"source": source, "confidence": draw(st.sampled_from(choices)), "note": draw(words)}


def record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(st.fixed_dictionaries(fields), trusts()).map(lambda parts: parts[0] | parts[1])


elements = record(
    values=st.none() | st.lists(texts(), min_size=1, max_size=3).map(tuple),
    candidates=lines,
    candidate_columns=lines,
    candidate_source=cited,
    candidate_note=words,
)
rules = record(rule=st.sampled_from([None, "mean", "all-or-nothing", "weighted-sum"]))
layouts = record(
    group_by=st.sampled_from([None, "issue", "indicator", "free"]),
    columns=st.lists(st.sampled_from(["group", "question", "finding", "measure", "unit"]), max_size=4).map(tuple),
)
samples = record(
    fraction=st.none() | st.decimals(0, 1, places=3),
    minimum=st.none() | wholes,
    everyone_below_minimum=st.none() | st.booleans(),
    population_cap=st.none() | wholes,
    sample_at_cap=st.none() | wholes,
    candidate=words,
)
topics = st.none() | st.sampled_from(sorted(load_topics()))


@st.composite
def weights(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.decimals(0, 50, places=2))
    second = draw(st.decimals(0, 50, places=2))
    values = {"IIT": first, "EIT": second, "OIT": 100 - first - second}
    return {"values": draw(st.sampled_from([None, values]))} | draw(trusts())


@st.composite
def levels(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    cuts = sorted(draw(st.lists(st.integers(1, 9999), unique=True, max_size=5)), reverse=True)
    tops = [10000, *(cut - 1 for cut in cuts)]
    plain = [
        {"name": f"ระดับ {n}", "overall_min": Decimal(low) / 100, "overall_max": Decimal(top) / 100} | draw(trusts())
        for n, (low, top) in enumerate(zip([*cuts, 0], tops, strict=True))
    ]
    best = {"name": "ดีเยี่ยม", "overall_min": 90, "overall_max": 100, "component_min": 85, "components": ("IIT", "EIT2")}
    return (*draw(st.sampled_from([[], [best]])), *plain) if draw(st.booleans()) else ()


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    year = draw(st.integers(2560, 2600))
    scales = draw(st.dictionaries(st.sampled_from(["level4", "yes-no"]), scale(), max_size=2))
    scale_keys = st.sampled_from([None, *scales])
    questions = tuple(draw(question(code, scale_keys)) for code in draw(codes("I")))
    items = tuple(draw(item(code, scale_keys)) for code in draw(codes("O")))
    return Framework.model_validate(
        {
            "schema": "prongsai.catalogue/1",
            "scheme": draw(texts()),
            "year": year,
            "title": draw(texts()),
            "remark": draw(words),
            "drafted_from": draw(st.none() | st.just(year - 1)),
            "weights": draw(weights()),
            "scoring": draw(scoring()),
            "scales": scales,
            "indicators": (draw(indicator(1, "IIT")), draw(indicator(9, "OIT"))),
            "sub_indicators": (draw(record(code=st.just("9.1"), indicator=st.just(9), name=words)),),
            "questions": questions,
            "items": items,
            "ratings": {"scheme": draw(words), "levels": draw(levels())} | draw(trusts()),
            "pass_mark": draw(record(overall=st.none() | percents)),
            "national_target": draw(record(share=st.none() | percents)),
            "issues": tuple(draw(issues(questions, items))),
            "measures_documents": draw(papers(items)),
            "sampling": draw(sampling()),
            "calendar": tuple(draw(st.lists(event(year), max_size=3))),
            "national": draw(record(agencies=st.none() | wholes, mean=st.none() | percents)),
            "open_points": draw(lines),
            "sources": {
                key: {"title": draw(texts()), "kind": draw(texts()), "host": draw(words)} for key in SOURCE_KEYS
            },
        }
    )


def codes(letter: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.integers(1, 99).map(lambda n: f"{letter}{n}"), unique=True, max_size=3)


@st.composite
def scale(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(1, 4))
    answers = tuple(draw(texts()) for _ in range(count))
    return {"answers": answers, "points": tuple(draw(percents) for _ in range(count))} | draw(trusts())


def indicator(number: int, instrument: str) -> st.SearchStrategy[dict[str, Any]]:
    fixed = {"number": st.just(number), "instrument": st.just(instrument), "name": texts(), "aliases": lines}
    return record(**fixed, name_en=words, name_en_confidence=confidences, name_en_source=cited)


def question(code: str, scales: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return record(
        code=st.just(code),
        indicator=st.just(1),
        text=words,
        candidate_text=words,
        sub_items=lines,
        polarity=st.sampled_from([None, "positive", "negative", "mixed"]),
        scale=scales,
        scale_confidence=confidences,
        topic=topics,
    )


def item(code: str, scales: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return record(
        code=st.just(code),
        indicator=st.just(9),
        sub_indicator=st.sampled_from([None, "9.1"]),
        title=words,
        aliases=lines,
        candidate_title=words,
        candidate_strength=st.sampled_from([None, "strong", "moderate"]),
        candidate_source=cited,
        scale=scales,
        period=words,
        elements=elements,
        examples=lines,
        examples_source=cited,
        topic=topics,
    )


def scoring() -> st.SearchStrategy[dict[str, Any]]:
    steps = ("question", "indicator", "item", "sub_indicator", "oit_indicator", "instrument", "overall")
    parts = record(part1=words, part2=words, combination=st.sampled_from([None, "mean"]), combination_candidate=words)
    fixed: dict[str, st.SearchStrategy[Any]] = dict.fromkeys(steps, rules)
    return st.fixed_dictionaries(
        fixed | {"decimals": st.integers(0, 6), "tolerance": st.decimals(0, 1, places=3), "eit_parts": parts}
    )


def issues(questions: tuple[Any, ...], items: tuple[Any, ...]) -> st.SearchStrategy[list[dict[str, Any]]]:
    asked = st.lists(st.sampled_from([q["code"] for q in questions]), unique=True) if questions else st.just([])
    shown = st.lists(st.sampled_from([i["code"] for i in items]), unique=True) if items else st.just([])
    one = record(number=st.integers(1, 7), name=texts(), questions=asked.map(tuple), items=shown.map(tuple))
    return st.lists(one, unique_by=lambda issue: issue["number"], max_size=2)


def papers(items: tuple[Any, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return record(
        plan_item=st.sampled_from([None, *(entry["code"] for entry in items[:1])]),
        report_item=st.sampled_from([None, *(entry["code"] for entry in items[1:])]),
        plan_components=elements,
        report_components=elements,
        layout=layouts,
        report_layout=layouts,
    )


def sampling() -> st.SearchStrategy[dict[str, Any]]:
    return record(eligible_internal=words, agency_enters=words, iit=samples, eit=samples, eit_routes=lines)


@st.composite
def event(draw: st.DrawFn, year: int) -> dict[str, Any]:
    start = draw(st.none() | st.dates(date(year - 543, 1, 1), date(year - 543, 11, 1)))
    end = start + timedelta(days=draw(st.integers(0, 50))) if start and draw(st.booleans()) else None
    return {"name": draw(texts()), "start": start, "end": end} | draw(trusts())


def small() -> dict[str, Any]:
    """A small year by hand that keeps every rule, as plain data for tests to spoil."""
    trust = {"confidence": "medium", "source": ["A"]}
    return {
        "schema": "prongsai.catalogue/1",
        "scheme": "ระบบสมมุติ",
        "year": 2599,
        "title": "กรอบสมมุติ 2599",
        "weights": {"values": {"IIT": 30, "EIT": 30, "OIT": 40}} | trust,
        "scales": {"yesno": {"answers": ["มี", "ไม่มี"], "points": [0, 100]}},
        "indicators": [
            {"number": 1, "instrument": "IIT", "name": "หน้าที่"} | trust,
            {"number": 9, "instrument": "OIT", "name": "เปิดเผย"} | trust,
        ],
        "sub_indicators": [{"code": "9.1", "indicator": 9, "name": "พื้นฐาน"}],
        "questions": [{"code": "I1", "indicator": 1, "text": "รู้หน้าที่", "scale": "yesno"} | trust],
        "items": [
            {"code": "O1", "indicator": 9, "sub_indicator": "9.1", "title": "มาตรการ"} | trust,
            {"code": "O2", "indicator": 9, "sub_indicator": "9.1", "title": "รายงาน"} | trust,
        ],
        "ratings": {
            "levels": [
                {"name": "ดีมาก", "overall_min": 85, "overall_max": 100, "component_min": 85, "components": ["IIT"]},
                {"name": "ผ่าน", "overall_min": 85, "overall_max": 100},
                {"name": "ปรับปรุง", "overall_min": 0, "overall_max": Decimal("84.99")},
            ]
        },
        "issues": [{"number": 1, "name": "ประเด็นสมมุติ", "questions": ["I1"], "items": ["O1"]}],
        "measures_documents": {"plan_item": "O1", "report_item": "O2"},
        "calendar": [{"name": "ประกาศผล", "start": date(2056, 8, 1), "end": date(2056, 8, 2)}],
        "sources": {"A": {"title": "เอกสารสมมุติ", "kind": "สมมุติ"}},
    }
