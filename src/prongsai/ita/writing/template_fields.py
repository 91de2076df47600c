"""What an agency's own Word template of the measures paper may show: the fields by name, and their texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Cell, Gap, Inline, Items, Notice, SignatureBlock
from prongsai.ita.planning import DraftPlan
from prongsai.ita.planning.wording import label
from prongsai.ita.scoring import Price
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.cells import NONE, UNCONFIRMED
from prongsai.ita.writing.measures_paper import DRAFTED_SIGNATURES, YearResult, unconfirmed_sentences
from prongsai.ita.writing.measures_part import IN_NO_GROUP, groups_of_plan, measure_row
from prongsai.ita.writing.numerals import Digits, as_printed
from prongsai.ita.writing.result_charts import YearBefore
from prongsai.ita.writing.result_part import MOST_PRICES, overall_text, result_blocks, subject_of, weak_points_of

Shape: TypeAlias = Mapping[str, "Shape"] | tuple["Shape"] | None
"""A text (None), a record with named fields, or a list, written as a tuple with the shape of its entries."""

Shown: TypeAlias = str | Sequence["Shown"] | Mapping[str, "Shown"]

NOT_KNOWN = "–"


def _record(names: str) -> dict[str, Shape]:
    return dict.fromkeys(names.split())


FIELDS: Mapping[str, Shape] = {
    **_record("agency subject plan_year result_year year_before overall level footer"),
    "scores": (_record("indicator instrument before score change"),),
    "differences": (None,),
    "prices": (_record("code subject score points"),),
    "weak_points": (_record("code subject score"),),
    "groups": (
        {"title": None, "measures": (_record("question finding measure steps units period follow_up"),)},
    ),
    "limitations": (None,),
    "proposals": (None,),
    "unconfirmed": (None,),
    "signatures": (_record("role post name"),),
}  # fmt: skip
"""Every field that a template of the measures paper may use; docs/how-to/use-your-own-word-template.md tells them."""

_MEASURE = ("question", "finding", "measure", "steps", "units", "period", "follow_up")


@dataclass(frozen=True, slots=True)
class MeasuresContent:
    """The content of a measures paper before it has a form: the same records that `measures_paper` is given."""

    plan: DraftPlan
    result: YearResult
    plan_framework: Framework
    agency: str
    limitations: Sequence[Inline] = ()
    proposals: Sequence[Inline] = ()
    signatures: Sequence[SignatureBlock] = DRAFTED_SIGNATURES
    with_prices: bool = True
    footer: str = ""


def measures_fields(content: MeasuresContent, digits: Digits = "thai") -> dict[str, Shown]:
    """Return the text of every field, in the numerals of the paper; lines are parted by line feeds.

    A gap reads «โปรดระบุ: …», a list of sentences that nobody wrote says ไม่มี, a figure that is not known is a dash.
    """
    plan, result = content.plan, content.result
    shown: dict[str, Shown] = {
        "agency": content.agency,
        "subject": f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {plan.plan_year}",
        "plan_year": str(plan.plan_year),
        "result_year": str(result.framework.year),
        "year_before": str(result.year_before or ""),
        "overall": _plain(overall_text(result.outcome)),
        "level": result.outcome.published_level or result.level.level or "",
        "footer": content.footer,
        "scores": list(_scores(result)),
        "differences": [block.text for block in _analysis(content) if isinstance(block, Notice)],
        "prices": [_price(price) for price in result.prices[:MOST_PRICES]] if content.with_prices else [],
        "weak_points": list(_weak_points(plan)),
        "groups": list(_groups(content)),
        "limitations": [_plain(entry) for entry in content.limitations] or [NONE],
        "proposals": [_plain(entry) for entry in content.proposals] or [NONE],
        "unconfirmed": list(unconfirmed_sentences(plan, result)),
        "signatures": [
            {"role": block.role, "post": _plain(block.post), "name": _plain(block.name)} for block in content.signatures
        ],
    }
    return {name: _printed(value, digits) for name, value in shown.items()}


def _plain(inline: Inline) -> str:
    return f"«โปรดระบุ: {inline.asks_for}»" if isinstance(inline, Gap) else inline


def _printed(value: Shown, digits: Digits) -> Shown:
    if isinstance(value, str):
        return as_printed(value, digits)
    if isinstance(value, Mapping):
        return {name: _printed(entry, digits) for name, entry in value.items()}
    return [_printed(entry, digits) for entry in value]


def _analysis(content: MeasuresContent) -> Iterator[object]:
    result = content.result
    return result_blocks(result.framework, result.outcome, (), (), None)


def _scores(result: YearResult) -> Iterator[dict[str, Shown]]:
    before = None if result.changes is None else YearBefore(result.changes, result.year_before, result.overall_before)
    for entry in result.framework.indicators if result.outcome.indicators else ():
        score = result.outcome.indicators.get(entry.number)
        then = before.score(result.outcome, entry.number) if before else None
        change = before.changes.get(entry.number) if before else None
        yield {
            "indicator": f"{entry.number} {entry.name}",
            "instrument": entry.instrument,
            "before": NOT_KNOWN if then is None else format_decimal(then),
            "score": NOT_KNOWN if score is None else format_decimal(score),
            "change": NOT_KNOWN if change is None else format_decimal(change, sign=True),
        }


def _price(price: Price) -> dict[str, Shown]:
    code = f"ตัวชี้วัดที่ {price.code}" if price.kind == "indicator" else f"ข้อ {price.code}"
    return {
        "code": code if price.confirmed else f"{code}\n({UNCONFIRMED})",
        "subject": price.name or f"{UNCONFIRMED}ชื่อข้อ",
        "score": format_decimal(price.score),
        "points": format_decimal(price.points),
    }


def _weak_points(plan: DraftPlan) -> Iterator[dict[str, Shown]]:
    for weak in weak_points_of(plan):
        yield {
            "code": label(weak),
            "subject": subject_of(weak),
            "score": NOT_KNOWN if weak.score is None else format_decimal(weak.score),
        }


def _groups(content: MeasuresContent) -> Iterator[dict[str, Shown]]:
    """Give every issue, or every indicator that has measures, with its rows; then what belongs to none."""
    plan, results = content.plan, content.result.framework
    for number, title in [*groups_of_plan(plan, content.plan_framework, results), (None, IN_NO_GROUP)]:
        rows = [
            [_cell_text(cell) for cell in measure_row(measure, results, len(_MEASURE)).cells]
            for measure in plan.of_group(number)
        ]
        if not rows and number is not None and plan.group_by == "issue":
            rows = [[NONE, *[NOT_KNOWN] * (len(_MEASURE) - 1)]]
        if rows:
            yield {"title": title, "measures": [dict(zip(_MEASURE, row, strict=True)) for row in rows]}


def _cell_text(cell: Cell) -> str:
    lines: list[str] = []
    for block in cell.content:
        if isinstance(block, Items):
            entries = ["".join(_plain(part) for part in entry) for entry in block.entries]
            lines += [f"{n}. {entry}" for n, entry in enumerate(entries, 1)]
        else:
            lines.append("".join(_plain(part) for part in block.content))
    return "\n".join(lines)
