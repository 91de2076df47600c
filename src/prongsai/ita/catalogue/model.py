"""One ITA framework year as validated data. A fact that is not established is None, never a guess.

Codes are upper case with Arabic digits (`I4`, `E12`, `O7`, sub-indicators `9.1`); identity of a question or an item is
(scheme, year, code), because the same code means different things in different years. Points and scores are `Decimal`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from prongsai.ita.catalogue.scalars import Key, Number, Percent, Text, Whole

SCHEMA = "prongsai.catalogue/1"

Confidence: TypeAlias = Literal["high", "medium", "low"]
"""high: two sources or the official text; medium: one source; low: inference, or a source of another scheme or year."""

Instrument: TypeAlias = Literal["IIT", "EIT", "OIT"]
Component: TypeAlias = Literal["IIT", "EIT", "EIT1", "EIT2", "OIT"]
Year: TypeAlias = Annotated[Whole, Field(ge=2540, le=2640)]
"""A Buddhist-era fiscal year."""

QuestionCode: TypeAlias = Annotated[str, Field(pattern=r"^[IE][1-9][0-9]?$")]
ItemCode: TypeAlias = Annotated[str, Field(pattern=r"^O[1-9][0-9]?$")]
SubIndicatorCode: TypeAlias = Annotated[str, Field(pattern=r"^[1-9][0-9]?\.[1-9][0-9]?$")]
TopicId: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Record(BaseModel):
    """A frozen record that knows no further fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(Record):
    """A record that says how far it can be trusted, and by whom."""

    confidence: Confidence | None = None
    source: tuple[Key, ...] = ()
    note: Text | None = None

    @property
    def confirmed(self) -> bool:
        """Whether the record may be shown without ยังไม่ยืนยัน."""
        return self.confidence in ("high", "medium")


class Source(Record):
    """Where facts were read."""

    title: Text
    kind: Text
    host: Text | None = None


class Weights(Sourced):
    """Share of each instrument in the overall, in per cent; None where the year's weights are not established."""

    values: Annotated[dict[Instrument, Percent], Field(min_length=1)] | None = None


class Rule(Sourced):
    """How one level of scores comes from the level below it."""

    rule: Literal["mean", "all-or-nothing", "weighted-sum"] | None = None


class EitParts(Sourced):
    """The two parts of the EIT, and how they combine."""

    part1: Text | None = None
    part2: Text | None = None
    combination: Literal["mean"] | None = None
    combination_candidate: Text | None = None


class Scoring(Record):
    """The year's chain of arithmetic, from answers to the overall."""

    question: Rule = Rule()
    indicator: Rule = Rule()
    item: Rule = Rule()
    sub_indicator: Rule = Rule()
    oit_indicator: Rule = Rule()
    instrument: Rule = Rule()
    overall: Rule = Rule()
    decimals: Annotated[Whole, Field(le=6)] = 2
    tolerance: Annotated[Number, Field(ge=0, le=1)] = Decimal("0.01")
    eit_parts: EitParts = EitParts()


class Scale(Sourced):
    """Answers in order, with the points of each (0 to 100)."""

    answers: tuple[Text, ...]
    points: tuple[Percent, ...]


class Indicator(Sourced):
    """One indicator of an instrument."""

    number: Whole = Field(ge=1, le=99)
    instrument: Instrument
    name: Text
    aliases: tuple[Text, ...] = ()
    name_en: Text | None = None
    name_en_confidence: Confidence | None = None
    name_en_source: tuple[Key, ...] = ()


class SubIndicator(Sourced):
    """A group of OIT items inside an indicator. `items_confidence` says how far the split of items is known."""

    code: SubIndicatorCode
    indicator: Whole
    name: Text | None = None
    items_confidence: Confidence | None = None


class Question(Sourced):
    """One question of the surveys. `text` is a paraphrase of what it asks; a candidate is a lead, never a fact."""

    code: QuestionCode
    indicator: Whole
    text: Text | None = None
    candidate_text: Text | None = None
    sub_items: tuple[Text, ...] = ()
    polarity: Literal["positive", "negative", "mixed"] | None = None
    scale: Key | None = None
    scale_confidence: Confidence | None = None
    topic: TopicId | None = None


class Elements(Sourced):
    """What an assessor looks for under an item; None where it is not established.

    Candidates are leads from another list, another year or an unverified recollection: never the criterion.
    """

    values: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    candidates: tuple[Text, ...] = ()
    candidate_columns: tuple[Text, ...] = ()
    candidate_source: tuple[Key, ...] = ()
    candidate_note: Text | None = None


class Item(Sourced):
    """One OIT item. `period` says which fiscal year its content is of, where that is known.

    `examples` are what agencies published under the item, which is no criterion.
    """

    code: ItemCode
    indicator: Whole
    sub_indicator: SubIndicatorCode | None = None
    title: Text | None = None
    aliases: tuple[Text, ...] = ()
    candidate_title: Text | None = None
    candidate_strength: Literal["strong", "moderate"] | None = None
    candidate_source: tuple[Key, ...] = ()
    scale: Key | None = None
    period: Text | None = None
    elements: Elements = Elements()
    examples: tuple[Text, ...] = ()
    examples_source: tuple[Key, ...] = ()
    topic: TopicId | None = None


class RatingLevel(Sourced):
    """One level: bounds of the overall (both included) and the least score of every component named."""

    name: Text
    name_en: Text | None = None
    overall_min: Percent
    overall_max: Percent
    component_min: Percent | None = None
    components: tuple[Component, ...] = ()


class Ratings(Sourced):
    """The year's levels, best first; empty where they are not established."""

    scheme: Text | None = None
    levels: tuple[RatingLevel, ...] = ()


class PassMark(Sourced):
    """The overall that counts as passed."""

    overall: Percent | None = None


class NationalTarget(Sourced):
    """Share of agencies (per cent) that should reach the pass mark."""

    share: Percent | None = None


class Issue(Sourced):
    """One of the issues by which measures are grouped. Codes are those that agencies used: editable, not official."""

    number: Whole = Field(ge=1, le=99)
    name: Text
    questions: tuple[QuestionCode, ...] = ()
    items: tuple[ItemCode, ...] = ()


LayoutColumn: TypeAlias = Literal[
    "group", "question", "finding", "measure", "step", "unit", "period", "follow_up", "status", "result", "outcome"
]


class Layout(Sourced):
    """How agencies laid out a paper: by what its rows are grouped, and its columns in order."""

    group_by: Literal["issue", "indicator", "free"] | None = None
    columns: tuple[LayoutColumn, ...] = ()


class MeasuresDocuments(Sourced):
    """The two items about measures, and the chain of years: each None is asked of the user, never computed.

    `layout` is that of the paper of measures, `report_layout` that of the report on the measures of this year.
    """

    plan_item: ItemCode | None = None
    report_item: ItemCode | None = None
    analysed_result_year: Year | None = None
    plan_execution_year: Year | None = None
    report_covers_year: Year | None = None
    plan_components: Elements = Elements()
    report_components: Elements = Elements()
    layout: Layout = Layout()
    report_layout: Layout = Layout()


class Sample(Sourced):
    """How many must answer: a fraction of those entitled, with a least number and a cap."""

    fraction: Annotated[Number, Field(ge=0, le=1)] | None = None
    minimum: Whole | None = None
    everyone_below_minimum: bool | None = None
    population_cap: Whole | None = None
    sample_at_cap: Whole | None = None
    candidate: Text | None = None


class Sampling(Sourced):
    """Who is asked in the two surveys."""

    eligible_internal: Text | None = None
    agency_enters: Text | None = None
    iit: Sample = Sample()
    eit: Sample = Sample()
    eit_routes: tuple[Text, ...] = ()


class Event(Sourced):
    """A window or a day of the year's assessment (Gregorian dates); None where it is not known."""

    name: Text
    start: date | None = None
    end: date | None = None


class NationalScale(Sourced):
    """How large the year was, where known."""

    agencies: Whole | None = None
    respondents: Whole | None = None
    respondents_internal: Whole | None = None
    respondents_external: Whole | None = None
    mean: Percent | None = None
    passed: Whole | None = None
    passed_percent: Percent | None = None


class Framework(Record):
    """One year of one scheme. `drafted_from` is set where the year is only a copy of a newer or older one."""

    schema_: Literal["prongsai.catalogue/1"] = Field(alias="schema")
    scheme: Text
    year: Year
    title: Text
    remark: Text | None = None
    drafted_from: Year | None = None
    weights: Weights = Weights()
    scoring: Scoring = Scoring()
    scales: dict[Key, Scale] = {}
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...] = ()
    questions: tuple[Question, ...] = ()
    items: tuple[Item, ...] = ()
    ratings: Ratings = Ratings()
    pass_mark: PassMark = PassMark()
    national_target: NationalTarget = NationalTarget()
    issues: tuple[Issue, ...] = ()
    measures_documents: MeasuresDocuments = MeasuresDocuments()
    sampling: Sampling = Sampling()
    calendar: tuple[Event, ...] = ()
    national: NationalScale = NationalScale()
    open_points: tuple[Text, ...] = ()
    sources: dict[Key, Source] = {}

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @property
    def is_draft(self) -> bool:
        """Whether nothing of this year is official yet."""
        return self.drafted_from is not None

    def indicator(self, number: int) -> Indicator | None:
        """Give an indicator by its number, or None."""
        return next((entry for entry in self.indicators if entry.number == number), None)

    def question(self, code: str) -> Question | None:
        """Give a question by its code, or None."""
        return next((entry for entry in self.questions if entry.code == code), None)

    def item(self, code: str) -> Item | None:
        """Give an OIT item by its code, or None."""
        return next((entry for entry in self.items if entry.code == code), None)

    def questions_of(self, indicator: int) -> tuple[Question, ...]:
        """Give the questions of an indicator in order."""
        return tuple(entry for entry in self.questions if entry.indicator == indicator)

    def items_of(self, indicator: int) -> tuple[Item, ...]:
        """Give the OIT items of an indicator in order."""
        return tuple(entry for entry in self.items if entry.indicator == indicator)

    def indicators_of(self, instrument: Instrument) -> tuple[Indicator, ...]:
        """Give the indicators of an instrument in order."""
        return tuple(entry for entry in self.indicators if entry.instrument == instrument)

    def issue_of_question(self, code: str) -> Issue | None:
        """Give the issue under which agencies put a question, or None."""
        return next((entry for entry in self.issues if code in entry.questions), None)
