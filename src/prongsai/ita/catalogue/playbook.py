"""Loads the playbook: one file a topic in `data/playbook`, and an agency's own folder that overrides it by topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from prongsai.ita.catalogue.checking import build_record
from prongsai.ita.catalogue.model import TopicId
from prongsai.ita.catalogue.plays import Example, Feed, Play, PlayMeasure, PlayPeriod, UnitRole, UnitRoles
from prongsai.ita.catalogue.problems import Problem, stop
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.catalogue.yaml_source import read_yaml_file

__all__ = [
    "Example",
    "Feed",
    "Play",
    "PlayMeasure",
    "PlayPeriod",
    "Playbook",
    "UnitRole",
    "load_playbook",
    "load_unit_roles",
    "read_play",
]

PLAYS_PER_INDICATOR = 3
"""How many plays answer an indicator of which no question is known: more would make a draft that nobody reads."""

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Playbook:
    """All plays by topic, and the roles of units they speak of."""

    plays: Mapping[TopicId, Play]
    roles: Mapping[str, UnitRole]

    def play(self, topic: TopicId | None) -> Play | None:
        """Give the play of a topic, or None where nobody has written one."""
        return self.plays.get(topic) if topic is not None else None

    def all_for_indicator(self, *names: str) -> tuple[Play, ...]:
        """Give every play that serves an indicator, known by its name or an alias."""
        return tuple(play for play in self.plays.values() if not set(names).isdisjoint(play.indicators))

    def for_indicator(self, *names: str) -> tuple[Play, ...]:
        """Give at most three plays to propose where only the score of an indicator is known: the most general ones.

        Those are the plays that name the indicator in `general_for`; where none does, the first of all.
        """
        serving = self.all_for_indicator(*names)
        general = tuple(play for play in serving if not set(names).isdisjoint(play.general_for))
        return (general or serving)[:PLAYS_PER_INDICATOR]


def load_playbook(folder: Path | None = None) -> Playbook:
    """Load the packaged plays; those in `folder` stand in for the packaged ones of the same topic or are added.

    Raises CatalogueError naming file, line and rule where any file is bad: nothing is skipped.
    """
    packaged = _packaged()
    if folder is None:
        return packaged
    own = {play.topic: play for play in _read_folder(folder)}
    return Playbook({**packaged.plays, **own}, packaged.roles)


@cache
def load_unit_roles() -> Mapping[str, UnitRole]:
    """Give the roles of units by name. Raises CatalogueError where the file is bad."""
    source = read_yaml_file(_DATA / "unit-roles.yaml")
    return build_record(UnitRoles, source.data, source.places, source.file).roles


def read_play(path: Path) -> Play:
    """Read one play.

    Raises CatalogueError with the rules of form, and FILE-NAME (the file is not called after its topic), TOPIC, ROLE
    (an unknown one), COUNT (not two to four measures, or not two to five steps), PERIOD, TWICE (a measure's id or a
    year's feed given twice), GENERAL (general for an indicator that it does not serve).
    """
    source = read_yaml_file(path)
    play = build_record(Play, source.data, source.places, source.file)
    problems = list(_problems(play, path.stem))
    if problems:
        raise stop(problems, source.places, source.file)
    return play


@cache
def _packaged() -> Playbook:
    return Playbook({play.topic: play for play in _read_folder(_DATA / "playbook")}, load_unit_roles())


def _read_folder(folder: Path) -> Iterator[Play]:
    for path in sorted(folder.glob("*.yaml")):
        yield read_play(path)


def _problems(play: Play, file_name: str) -> Iterator[Problem]:
    if play.topic != file_name:
        yield Problem("FILE-NAME", f"แฟ้มเป็นของหัวเรื่อง {play.topic} แต่ชื่อแฟ้มคือ {file_name}", ("topic",))
    if play.topic not in load_topics():
        yield Problem("TOPIC", f"ไม่มีหัวเรื่อง {play.topic} ในรายการหัวเรื่อง", ("topic",))
    if not 2 <= len(play.measures) <= 4:
        yield Problem("COUNT", "แต่ละเรื่องต้องมีมาตรการ 2 ถึง 4 มาตรการ", ("measures",))
    if not set(play.general_for) <= set(play.indicators):
        yield Problem("GENERAL", "general_for มีตัวชี้วัดที่ไม่อยู่ใน indicators", ("general_for",))
    for n, measure in enumerate(play.measures):
        if measure.id in {earlier.id for earlier in play.measures[:n]}:
            yield Problem("TWICE", f"มีมาตรการ {measure.id} มากกว่าหนึ่งครั้ง", ("measures", n, "id"))
        yield from _measure_problems(measure, n)


def _measure_problems(measure: PlayMeasure, n: int) -> Iterator[Problem]:
    if not 2 <= len(measure.steps) <= 5:
        yield Problem("COUNT", "แต่ละมาตรการต้องมีขั้นตอน 2 ถึง 5 ขั้นตอน", ("measures", n, "steps"))
    roles = load_unit_roles()
    for role in (measure.lead, *measure.supporting):
        if role not in roles:
            yield Problem("ROLE", f"ไม่รู้จักหน้าที่ของส่วนราชการ “{role}”", ("measures", n, "lead"))
    period = measure.period
    months = (period.from_, period.to)
    if (None in months) == (period.every_months is None) or (period.every_months and any(months)):
        message = "ระยะเวลาต้องมีเดือนเริ่มและเดือนสิ้นสุด หรือมีเฉพาะรอบทุกกี่เดือน"
        yield Problem("PERIOD", message, ("measures", n, "period"))
    elif period.from_ is not None and period.to is not None and _place(period.from_) > _place(period.to):
        message = "เดือนสิ้นสุดมาก่อนเดือนเริ่มในปีงบประมาณเดียวกัน"
        yield Problem("PERIOD", message, ("measures", n, "period"))
    years = [feed.year for feed in measure.feeds]
    if len(years) != len(set(years)):
        yield Problem("TWICE", "มีปีเดียวกันในรายการข้อ OIT มากกว่าหนึ่งครั้ง", ("measures", n, "feeds"))


def _place(month: int) -> int:
    """Give the place of a month in the fiscal year: October is 0, September 11."""
    return (month - 10) % 12
