"""Beginning a version of a year's scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Max

from prongsai.ita.reading import Trace
from prongsai.office.results.doubts import OVERALL, Doubts, doubts_of_figures
from prongsai.office.results.models import Origin, ReadPaper, ResultSheet, ScoreLine
from prongsai.office.results.printed import EIT_PARTS, Key, Printed, sheet_of_lines, whole
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record


def begin_sheet(
    acting: Acting,
    cycle: Round,
    printed: Sequence[Printed],
    *,
    origin: Origin,
    paper: ReadPaper | None = None,
    traces: Sequence[Trace] = (),
    doubts: Doubts | None = None,
) -> ResultSheet:
    """Make the next version of a year, to be looked through. Called inside a transaction."""
    Round.objects.select_for_update().get(pk=cycle.pk)  # versions are numbered one after the other
    last = ResultSheet.objects.filter(round=cycle).aggregate(last=Max("number"))["last"] or 0
    sheet = ResultSheet.objects.create(
        agency_id=cycle.agency_id, round=cycle, number=last + 1, origin=origin, paper=paper, made_by=acting.actor
    )
    framework = cycle.framework
    found = {_key(trace): trace for trace in traces}
    lines = [_line(sheet, n, entry, found) for n, entry in enumerate(whole(printed, framework))]
    asked = _joined(doubts or {}, doubts_of_figures(sheet_of_lines(cycle.fiscal_year, lines)))
    known = {(line.kind, line.code) for line in lines}
    for key, told in asked.items():
        line = next(line for line in lines if (line.kind, line.code) == (key if key in known else OVERALL))
        line.doubts = [*line.doubts, *told]
    ScoreLine.objects.bulk_create(lines)
    record(acting, "results.sheet_begun", thing=sheet, figures={"year": cycle.fiscal_year, "version": sheet.number})
    return sheet


def _line(sheet: ResultSheet, order: int, entry: Printed, traces: Mapping[Key, Trace]) -> ScoreLine:
    trace = traces.get(entry.key)
    return ScoreLine(
        agency_id=sheet.agency_id,
        sheet=sheet,
        order=order,
        kind=entry.kind,
        code=entry.code,
        printed=entry.text,
        value=entry.value,
        word=entry.word[:60],
        remark=entry.remark,
        place=trace.place[:60] if trace else "",
        source=trace.text if trace else "",
    )


def _key(trace: Trace) -> Key:
    return ("eit_part" if trace.code in EIT_PARTS else trace.kind, trace.code)


def _joined(of_paper: Doubts, of_figures: Doubts) -> Doubts:
    """Join doubts; a rule that the paper's own check told of a score is not told twice."""
    joined = {key: list(told) for key, told in of_paper.items()}
    for key, told in of_figures.items():
        rules = {doubt["rule"]: n for n, doubt in enumerate(joined.get(key, []))}
        for doubt in told:
            if doubt["rule"] in rules:
                joined[key][rules[doubt["rule"]]] = doubt
            else:
                joined.setdefault(key, []).append(doubt)
    return joined
