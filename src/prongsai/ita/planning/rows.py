"""One bundle of weak points and its play become one row of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.playbook import Playbook, PlayMeasure
from prongsai.ita.papers.blocks import Gap
from prongsai.ita.planning.choosing import Bundle
from prongsai.ita.planning.drafts import NO_PLAY, DraftMeasure
from prongsai.ita.planning.grouping import group_by_of, indicator_of_bundle, issue_of
from prongsai.ita.planning.timing import period_in_year
from prongsai.ita.planning.wording import elements_to_check, label, why_chosen


@dataclass(frozen=True, slots=True)
class PlanBasis:
    """What every row of a plan is drafted from.

    `units` gives the office's own unit for a role; `placement` the issue of a code as the office decided.
    """

    framework: Framework
    results: Framework
    plan_year: int
    playbook: Playbook
    units: Mapping[str, str]
    placement: Mapping[str, int]
    decided: date | None = None

    def unit(self, role: str) -> str:
        """Give the name of the unit that does a kind of work in this office."""
        return self.units.get(role) or self.playbook.roles[role].name


def draft_row(bundle: Bundle, basis: PlanBasis) -> DraftMeasure:
    """Draft the row of a bundle: from the first measure of its play, or as an open place."""
    return _row_of_measure(bundle, bundle.play.measures[0], basis) if bundle.play else _open_row(bundle, basis)


def _row_of_measure(bundle: Bundle, measure: PlayMeasure, basis: PlanBasis) -> DraftMeasure:
    assert bundle.play is not None
    lead = basis.unit(measure.lead)
    supporting = dict.fromkeys(basis.unit(role) for role in measure.supporting)
    supporting.pop(lead, None)
    feeds, feeds_confirmed = _feeds(measure, basis.framework)
    issue, indicator = _group(bundle, basis)
    return DraftMeasure(
        weak_points=tuple(bundle.weak_points),
        codes=_codes(bundle),
        finding=bundle.play.finding,
        why=why_chosen(tuple(bundle.weak_points)),
        title=measure.title,
        lead_unit=lead,
        period=period_in_year(measure.period, basis.plan_year, decided=basis.decided),
        follow_up=measure.follow_up,
        issue=issue,
        indicator=indicator,
        steps=measure.steps,
        supporting_units=tuple(supporting),
        expected_proof=measure.proof,
        feeds=feeds,
        topic=bundle.play.topic,
        measure_id=measure.id,
        alternatives=tuple(other.title for other in bundle.play.measures if other is not measure),
        confirmed=_confirmed(bundle, basis) and (feeds_confirmed or not feeds),
        remarks=(*_remarks(bundle, basis, issue or indicator), *_feed_remarks(feeds, feeds_confirmed, basis.framework)),
    )


def _open_row(bundle: Bundle, basis: PlanBasis) -> DraftMeasure:
    issue, indicator = _group(bundle, basis)
    subject = " ".join(label(weak) for weak in bundle.weak_points)
    return DraftMeasure(
        weak_points=tuple(bundle.weak_points),
        codes=_codes(bundle),
        finding=Gap(f"ข้อค้นพบของ{subject}"),
        why=why_chosen(tuple(bundle.weak_points)),
        title=NO_PLAY,
        lead_unit=Gap("ผู้รับผิดชอบหลัก"),
        period=Gap("ระยะเวลาดำเนินการ"),
        follow_up=Gap("การติดตามผล"),
        issue=issue,
        indicator=indicator,
        topic=bundle.dearest.topic,
        alternatives=_nearby(bundle, basis),
        confirmed=False,
        remarks=tuple(_remarks(bundle, basis, issue or indicator)),
    )


def _group(bundle: Bundle, basis: PlanBasis) -> tuple[int | None, int | None]:
    if group_by_of(basis.framework) == "issue":
        return issue_of(bundle, basis.framework, basis.results, basis.placement), None
    return None, indicator_of_bundle(bundle, basis.results)


def _nearby(bundle: Bundle, basis: PlanBasis) -> tuple[str, ...]:
    """Offer the measures of other topics of the indicator, where the playbook has none for the topic itself."""
    number = indicator_of_bundle(bundle, basis.results)
    indicator = basis.results.indicator(number) if number is not None else None
    plays = basis.playbook.for_indicator(indicator.name, *indicator.aliases) if indicator else ()
    return tuple(play.measures[0].title for play in plays)


def _codes(bundle: Bundle) -> tuple[str, ...]:
    return tuple(weak.code for weak in bundle.weak_points if weak.kind in ("question", "item"))


def _confirmed(bundle: Bundle, basis: PlanBasis) -> bool:
    return not basis.framework.is_draft and all(weak.confirmed for weak in bundle.weak_points)


def _feeds(measure: PlayMeasure, framework: Framework) -> tuple[tuple[str, ...], bool]:
    """Give the items that a measure feeds in the plan year (or the year its draft was copied from), and how sure."""
    feed = measure.feed_of(framework.drafted_from or framework.year)
    if feed is None:
        return (), True
    items = tuple(code for code in feed.items if framework.item(code) is not None)
    return items, feed.confidence != "low" and not framework.is_draft


def _feed_remarks(feeds: tuple[str, ...], confirmed: bool, framework: Framework) -> Iterator[str]:
    if feeds and framework.is_draft:
        yield f"ข้อ OIT ที่สนับสนุนใช้เลขข้อของปี {framework.drafted_from} และต้องทบทวนเมื่อมีประกาศ"
    elif feeds and not confirmed:
        yield f"การสนับสนุนข้อ {' '.join(feeds)} ยังไม่ยืนยัน โปรดตรวจกับคู่มือของปี"


def _remarks(bundle: Bundle, basis: PlanBasis, group: int | None) -> Iterator[str]:
    if group is None:
        named = "ประเด็น" if group_by_of(basis.framework) == "issue" else "ตัวชี้วัด"
        yield f"ยังไม่ทราบว่าเรื่องนี้อยู่ใน{named}ใด โปรดเลือก"
    if bundle.play and not _codes(bundle):
        yield "ข้อค้นพบร่างจากคะแนนของตัวชี้วัด ไม่มีคะแนนรายข้อ โปรดตรวจกับบุคลากรหรือผู้รับบริการก่อนใช้"
    for weak in bundle.weak_points:
        if weak.kind == "item" and (sentence := elements_to_check(basis.results, weak.code)):
            yield sentence
