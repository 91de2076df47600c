#!/usr/bin/env python3
# ruff: noqa: T201 - a command line of its own
"""Compare a reading (prongsai.reading/1) with a truth file and print a score.

    score.py TRUTH.json OUTPUT.json [--json] [--details] [--min 0.95]

OUTPUT may be ``-`` for standard input. Every field group gets precision, recall
and F1. The overall is the mean F1 of the groups that the truth has, lowered by
the share of items given in groups that the truth does not have. The exit status
is 1 when the overall is under ``--min`` and 2 when a file cannot be read.

How values are compared is described in CONTRACT.md, section "Comparing".
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

SIMILAR = 0.97
TOLERANCE = 0.0051
ALIGN_AT = 0.3

GROUPS = (
    "document",
    "agency",
    "score_sheets",
    "changes",
    "analysis",
    "measures.structure",
    "measures.text",
    "units",
    "periods",
    "results",
    "working_group",
    "limitations",
    "recommendations",
    "warnings",
)

SCORED_WARNINGS = frozenset(
    {
        "overall-mismatch",
        "wrong-change",
        "code-repaired",
        "score-out-of-range",
        "duplicate-indicator",
        "period-before-decision",
        "copied-result",
    }
)

Json = dict[str, Any]
Equal = Callable[[Any, Any], bool]

_CHARACTERS = str.maketrans(
    "๐๑๒๓๔๕๖๗๘๙\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u201c\u201d\u2018\u2019",
    "0123456789-------\"\"''",
)
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_OFFICE = re.compile("^สำนัก(?:งาน)?ปลัด(?:เทศบาล|อบต\\.?|อบจ\\.?)?$")


# Values ---------------------------------------------------------------------


@cache
def normalise(text: str) -> str:
    """Bring a text into the form in which texts are compared."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _SARA_AM.sub("\\1\u0e33", text).replace("\u0e40\u0e40", "\u0e41")
    return text.translate(_CHARACTERS).casefold()


@cache
def similarity(left: str, right: str) -> float:
    """Return the similarity of two normalised texts, or 0.0 when it is under SIMILAR."""
    if left == right:
        return 1.0
    if 2 * min(len(left), len(right)) < SIMILAR * (len(left) + len(right)):
        return 0.0
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.quick_ratio() < SIMILAR:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= SIMILAR else 0.0


def is_number(value: object) -> bool:
    """Tell whether a value is a JSON number; a bool is not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def same_number(left: object, right: object) -> bool:
    """Compare numbers to two decimals."""
    return is_number(left) and is_number(right) and abs(left - right) < TOLERANCE  # type: ignore[operator]


def same_text(left: object, right: object) -> bool:
    """Tell whether texts are similar enough to count as a match."""
    if not (isinstance(left, str) and isinstance(right, str)):
        return False
    return similarity(normalise(left), normalise(right)) >= SIMILAR


def same_advice(left: object, right: object) -> bool:
    """Compare as same_text does; an opening connective word does not matter."""
    if not (isinstance(left, str) and isinstance(right, str)):
        return False
    opening = normalise("ดังนั้น")
    bare = [normalise(text).removeprefix(opening) for text in (left, right)]
    return similarity(*bare) >= SIMILAR


def same_value(left: object, right: object) -> bool:
    """Compare enumerated values, integers, dates and codes."""
    if isinstance(left, str) and isinstance(right, str):
        return normalise(left) == normalise(right)
    return type(left) is type(right) and left == right


def same_figure(left: object, right: object) -> bool:
    """Compare figures written as text, such as '-0.76' and '-๐.๗๖'."""
    if not (isinstance(left, str) and isinstance(right, str)):
        return False
    try:
        return same_number(float(normalise(left)), float(normalise(right)))
    except ValueError:
        return normalise(left) == normalise(right)


def unit_key(text: str) -> str:
    """Return the name of a unit without its spelling variants."""
    name = normalise(text).replace("ฯ", "")
    return "สำนักปลัด" if _OFFICE.match(name) else name


def same_unit(left: object, right: object) -> bool:
    """Compare names of units."""
    return isinstance(left, str) and isinstance(right, str) and unit_key(left) == unit_key(right)


def record(value: object) -> Json:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def records(value: object) -> list[Json]:
    """Return the objects in a list; anything else counts as absent."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def items(value: object) -> list[Any]:
    """Return the non-empty entries of a list; anything else counts as absent."""
    if not isinstance(value, list):
        return []
    return [item for item in value if item is not None and item != ""]


def texts(value: object) -> list[str]:
    """Return the non-empty texts of a text or of a list."""
    if isinstance(value, str):
        return [value] if value else []
    return [item for item in items(value) if isinstance(item, str)]


def accepted(truth: Json, name: str) -> list[Any]:
    """Return the values that a reader may infer for a field without gain or loss."""
    value = truth.get(f"{name}_inferred", [])
    return list(value) if isinstance(value, list) else [value]


# Counting -------------------------------------------------------------------


@dataclass
class Tally:
    """Counts of one field group."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    exact: int = 0
    matched_texts: int = 0
    notes: list[str] = field(default_factory=list)

    def hit(self) -> None:
        """Count a match."""
        self.right += 1

    def hit_value(self, equal: Equal, wanted: Any, got: Any) -> None:
        """Count a match; for free texts also whether they are identical."""
        self.hit()
        if equal in (same_text, same_advice):
            self.matched_texts += 1
            self.exact += normalise(wanted) == normalise(got)

    def miss(self, where: str, wanted: object) -> None:
        """Count a thing of the truth that the reading lacks."""
        self.missed += 1
        self.notes.append(f"missed {where}: {wanted}")

    def surplus(self, where: str, got: object) -> None:
        """Count a thing of the reading that the truth lacks."""
        self.extra += 1
        self.notes.append(f"extra  {where}: {got}")

    @property
    def wanted(self) -> int:
        """Number of things that the truth has."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Share of the given things that are right."""
        given = self.right + self.extra
        return self.right / given if given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted things that were given."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.missed + self.extra
        return 2 * self.right / total if total else 0.0


def score_field(tally: Tally, truth: Json, got: Json, name: str, equal: Equal, where: str = "") -> None:
    """Count one single-valued field."""
    wanted, given = truth.get(name), got.get(name)
    if given == "":
        given = None
    place = f"{where}{name}"
    if given is not None and any(equal(value, given) for value in accepted(truth, name)):
        return
    if wanted is None:
        if given is not None:
            tally.surplus(place, given)
    elif given is not None and equal(wanted, given):
        tally.hit_value(equal, wanted, given)
    else:
        tally.miss(place, wanted)
        if given is not None:
            tally.surplus(place, given)


def score_list(tally: Tally, truth: Json, got: Json, name: str, equal: Equal, where: str = "") -> None:
    """Count a list of values, matched one to one, whatever their order."""
    place = f"{where}{name}"
    left, right = items(truth.get(name)), items(got.get(name))
    pairs = pair_up(left, right, equal)
    for i, j in pairs:
        tally.hit_value(equal, left[i], right[j])
    for value in without(left, (i for i, _ in pairs)):
        tally.miss(place, value)
    spare = accepted(truth, name)
    for value in without(right, (j for _, j in pairs)):
        allowed = next((n for n, other in enumerate(spare) if equal(other, value)), None)
        if allowed is None:
            tally.surplus(place, value)
        else:
            del spare[allowed]


def pair_up(left: Sequence[Any], right: Sequence[Any], equal: Equal) -> list[tuple[int, int]]:
    """Match equal entries one to one; the most similar texts first."""
    found: list[tuple[float, int, int, int]] = []
    for i, wanted in enumerate(left):
        for j, given in enumerate(right):
            if equal(wanted, given):
                both_texts = isinstance(wanted, str) and isinstance(given, str)
                ratio = similarity(normalise(wanted), normalise(given)) if both_texts else 1.0
                found.append((-ratio, abs(i - j), i, j))
    return one_to_one((i, j) for _, _, i, j in sorted(found))


def one_to_one(candidates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the first pair for every index on either side, sorted."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for i, j in candidates:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def without(values: Sequence[Any], indexes: Iterable[int]) -> list[Any]:
    """Return the values whose index is not listed."""
    gone = set(indexes)
    return [value for n, value in enumerate(values) if n not in gone]


# Rows -----------------------------------------------------------------------

ROW_TEXTS = ("finding", "recommendation", "measures", "steps", "follow_up", "results", "outcomes")


def trigrams(text: str) -> Counter[str]:
    """Count the three-character pieces of a text."""
    return Counter(text[n : n + 3] for n in range(max(1, len(text) - 2)) if text)


def overlap(left: Counter[Any], right: Counter[Any]) -> float:
    """Return the Dice coefficient of two multisets; 1.0 when both are empty."""
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def align(truth_rows: Sequence[Json], rows: Sequence[Json]) -> list[tuple[int, int]]:
    """Pair the rows of the truth with those of the reading by their contents."""

    def profile(row: Json) -> tuple[Counter[str], Counter[str], Hashable]:
        text = normalise("".join(part for name in ROW_TEXTS for part in texts(row.get(name))))
        issue = row.get("issue")
        return trigrams(text), Counter(texts(row.get("questions"))), issue if is_number(issue) else None

    left, right = [profile(row) for row in truth_rows], [profile(row) for row in rows]
    candidates = []
    for i, (text, questions, issue) in enumerate(left):
        for j, (other_text, other_questions, other_issue) in enumerate(right):
            likeness = 0.7 * overlap(text, other_text) + 0.2 * overlap(questions, other_questions)
            likeness += 0.1 * (issue == other_issue)
            if likeness > ALIGN_AT and (text & other_text or questions & other_questions):
                candidates.append((-likeness, abs(i - j), i, j))
    return one_to_one((i, j) for _, _, i, j in sorted(candidates))


def in_order(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Return the left indexes of a longest run of pairs whose right indexes rise."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for n, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        previous.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [j]
        ends[place : place + 1] = [n]
    kept: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        kept.add(pairs[n][0])
        n = previous[n]
    return kept


def matched_rows(tally: Tally, truth: Json, got: Json, name: str) -> list[tuple[str, Json, Json]]:
    """Align the rows of a table, count them and give (place, truth row, row).

    A row that stands out of order counts as missed and extra. A row without a
    partner is given together with an empty one, so that its contents count.
    """
    truth_rows, rows = records(truth.get(name)), records(got.get(name))
    pairs = align(truth_rows, rows)
    orderly = in_order(pairs)
    result = []
    for i, j in pairs:
        place = f"{name}[{i}]"
        if i in orderly:
            tally.hit()
        else:
            tally.miss(place, "row in this place")
            tally.surplus(f"{name}[{j}]", "row out of order")
        result.append((f"{place}.", truth_rows[i], rows[j]))
    with_partner = dict(pairs)
    for i, row in enumerate(truth_rows):
        if i not in with_partner:
            tally.miss(f"{name}[{i}]", "row")
            result.append((f"{name}[{i}].", row, {}))
    for j, row in enumerate(rows):
        if j not in with_partner.values():
            tally.surplus(f"{name}[{j}]", "row")
            result.append((f"{name}[{j}].", {}, row))
    return result


# Groups ---------------------------------------------------------------------


def score_document(tally: Tally, truth: Json, got: Json) -> None:
    """Score kind, title, years and round."""
    left, right = record(truth.get("document")), record(got.get("document"))
    score_field(tally, left, right, "title", same_text)
    for name in ("kind", "assessed_year", "plan_year", "round_months"):
        score_field(tally, left, right, name, same_value)


def score_agency(tally: Tally, truth: Json, got: Json) -> None:
    """Score name, kind and place of the agency."""
    left, right = record(truth.get("agency")), record(got.get("agency"))
    for name in ("name", "kind", "district", "province"):
        score_field(tally, left, right, name, same_text)


def score_sheets(tally: Tally, truth: Json, got: Json) -> None:
    """Score every figure of every score sheet, sheets paired by year."""

    def same_sheet(left: Json, right: Json) -> bool:
        year = right.get("year")
        return same_value(left.get("year"), year) or any(same_value(other, year) for other in accepted(left, "year"))

    left, right = records(truth.get("score_sheets")), records(got.get("score_sheets"))
    pairs = pair_up(left, right, same_sheet)
    sheets = [(left[i], right[j]) for i, j in pairs]
    sheets += [(sheet, {}) for sheet in without(left, (i for i, _ in pairs))]
    sheets += [({}, sheet) for sheet in without(right, (j for _, j in pairs))]
    for sheet, other in sheets:
        place = f"score_sheets/{sheet.get('year', other.get('year'))}/"
        score_field(tally, sheet, other, "year", same_value, place)
        score_field(tally, sheet, other, "overall", same_number, place)
        score_field(tally, sheet, other, "level", same_text, place)
        wanted, given = record(sheet.get("instruments")), record(other.get("instruments"))
        for name in sorted(wanted.keys() | given.keys()):
            score_field(tally, wanted, given, name, same_number, f"{place}instruments/")
        score_list(tally, sheet, other, "indicators", same_indicator, place)


def same_indicator(left: object, right: object) -> bool:
    """Compare two indicators by number and score."""
    one, other = record(left), record(right)
    return same_value(one.get("number"), other.get("number")) and same_number(one.get("score"), other.get("score"))


def same_change(left: object, right: object) -> bool:
    """Compare two changes by indicator, years and stated change."""
    one, other = record(left), record(right)
    keys = ("indicator", "from_year", "to_year")
    return all(one.get(key) == other.get(key) for key in keys) and same_number(one.get("stated"), other.get("stated"))


def score_analysis(tally: Tally, truth: Json, got: Json) -> None:
    """Score the rows of the analysis with all their fields."""
    for place, row, other in matched_rows(tally, truth, got, "analysis"):
        for name in ("issue", "indicator", "instrument"):
            score_field(tally, row, other, name, same_value, place)
        score_list(tally, row, other, "questions", same_value, place)
        score_list(tally, row, other, "oit", same_value, place)
        score_field(tally, row, other, "finding", same_text, place)
        score_field(tally, row, other, "recommendation", same_advice, place)


def score_measures(tallies: dict[str, Tally], truth: Json, got: Json) -> None:
    """Score the rows of the measures, spread over five groups."""
    structure, text = tallies["measures.structure"], tallies["measures.text"]
    for place, row, other in matched_rows(structure, truth, got, "measures"):
        score_field(structure, row, other, "issue", same_value, place)
        score_field(structure, row, other, "indicator", same_value, place)
        score_list(structure, row, other, "questions", same_value, place)
        score_field(text, row, other, "finding", same_text, place)
        score_list(text, row, other, "measures", same_text, place)
        score_list(text, row, other, "steps", same_text, place)
        score_field(text, row, other, "follow_up", same_text, place)
        score_list(tallies["units"], row, other, "units", same_unit, place)
        score_period(tallies["periods"], row, other, place)
        score_field(tallies["results"], row, other, "status", same_value, place)
        score_list(tallies["results"], row, other, "results", same_text, place)
        score_list(tallies["results"], row, other, "outcomes", same_text, place)


def score_period(tally: Tally, truth: Json, got: Json, where: str) -> None:
    """Score start and end, or the recurrence, of one row."""
    given = record(got.get("period"))
    if given and any(given == value for value in accepted(truth, "period")):
        return
    for name in ("start", "end", "every_months"):
        score_field(tally, record(truth.get("period")), given, name, same_value, f"{where}period.")


def score_working_group(tally: Tally, truth: Json, got: Json) -> None:
    """Score order and duties of the working group."""
    left, right = record(truth.get("working_group")), record(got.get("working_group"))
    score_field(tally, left, right, "order_number", same_value)
    score_field(tally, left, right, "order_date", same_value)
    score_list(tally, left, right, "duties", same_text)


def score_warnings(tally: Tally, truth: Json, got: Json) -> None:
    """Score warnings with a scored code by code, found and expected."""

    def same_warning(left: Json, right: Json) -> bool:
        return same_value(left.get("code"), right.get("code")) and all(
            left.get(name) is None or same_figure(left[name], right.get(name)) for name in ("found", "expected")
        )

    left = records(truth.get("warnings"))
    right = [entry for entry in records(got.get("warnings")) if entry.get("code") in SCORED_WARNINGS]
    pairs = pair_up([entry if not entry.get("optional") else {} for entry in left], right, same_warning)
    optional = [entry.get("code") for entry in left if entry.get("optional")]
    for _ in pairs:
        tally.hit()
    for entry in without(left, (i for i, _ in pairs)):
        if not entry.get("optional"):
            tally.miss("warnings", f"{entry.get('code')} {entry.get('found')}")
    for entry in without(right, (j for _, j in pairs)):
        if entry.get("code") in optional:
            optional.remove(entry.get("code"))
        else:
            tally.surplus("warnings", f"{entry.get('code')} {entry.get('found')}")


def score(truth: Json, got: Json) -> dict[str, Tally]:
    """Score every field group."""
    tallies = {name: Tally() for name in GROUPS}
    score_document(tallies["document"], truth, got)
    score_agency(tallies["agency"], truth, got)
    score_sheets(tallies["score_sheets"], truth, got)
    score_list(tallies["changes"], truth, got, "changes", same_change)
    score_analysis(tallies["analysis"], truth, got)
    score_measures(tallies, truth, got)
    score_working_group(tallies["working_group"], truth, got)
    score_list(tallies["limitations"], truth, got, "limitations", same_text)
    score_list(tallies["recommendations"], truth, got, "recommendations", same_text)
    score_warnings(tallies["warnings"], truth, got)
    return tallies


def overall(tallies: dict[str, Tally]) -> float:
    """Return the mean F1 of the truth's groups, lowered by the share of unasked items."""
    asked = [tally for tally in tallies.values() if tally.wanted]
    unasked = sum(tally.extra for tally in tallies.values() if not tally.wanted)
    right = sum(tally.right for tally in asked)
    if not right:
        return 0.0
    return sum(tally.f1 for tally in asked) / len(asked) * right / (right + unasked)


# Printing -------------------------------------------------------------------


def report(tallies: dict[str, Tally]) -> Json:
    """Return the scores as plain data."""
    groups = {
        name: {
            "right": tally.right,
            "missed": tally.missed,
            "extra": tally.extra,
            "precision": round(tally.precision, 4) if tally.wanted else None,
            "recall": round(tally.recall, 4) if tally.wanted else None,
            "f1": round(tally.f1, 4) if tally.wanted else None,
            "exact": round(tally.exact / tally.matched_texts, 4) if tally.matched_texts else None,
        }
        for name, tally in tallies.items()
    }
    return {"groups": groups, "overall": round(overall(tallies), 4)}


def table(tallies: dict[str, Tally]) -> str:
    """Return the scores as a small table, without groups that neither side has."""
    head = f"{'group':<19} {'right':>6} {'missed':>6} {'extra':>6} {'prec':>6} {'recall':>6} {'F1':>6} {'exact':>6}"
    lines = [head]
    for name, tally in tallies.items():
        counts = f"{name:<19} {tally.right:>6} {tally.missed:>6} {tally.extra:>6}"
        if tally.wanted:
            exact = f"{tally.exact / tally.matched_texts:>6.3f}" if tally.matched_texts else f"{'-':>6}"
            lines.append(f"{counts} {tally.precision:>6.3f} {tally.recall:>6.3f} {tally.f1:>6.3f} {exact}")
        elif tally.extra:
            lines.append(f"{counts} {'not in the truth':>27}")
    lines.append(f"{'overall':<19} {overall(tallies):>41.4f}")
    return "\n".join(lines)


def load(name: str) -> Json:
    """Read one JSON object from a file, or from standard input for '-'."""
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")
    return data


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Score a reading against a truth file.")
    parser.add_argument("truth", help="truth file")
    parser.add_argument("output", help="output of the reader, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument("--details", action="store_true", help="also list what was missed or extra")
    parser.add_argument("--min", type=float, default=0.0, metavar="SHARE", help="exit 1 under this overall")
    options = parser.parse_args(arguments)
    try:
        truth, got = load(options.truth), load(options.output)
    except (OSError, ValueError) as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 2
    tallies = score(truth, got)
    if options.json:
        print(json.dumps(report(tallies), ensure_ascii=False, indent=1))
    else:
        if options.details:
            for tally in tallies.values():
                print(*tally.notes, sep="\n", end="\n" if tally.notes else "")
        print(table(tallies))
    return 1 if overall(tallies) < options.min else 0


if __name__ == "__main__":
    sys.exit(main())
