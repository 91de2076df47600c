"""The playbook: complete plays, in sentences short enough to read, with nothing invented and nothing said twice."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai.ita.catalogue.files import available_years, load_framework
from prongsai.ita.catalogue.playbook import (
    PLAYS_PER_INDICATOR,
    Play,
    Playbook,
    PlayMeasure,
    load_playbook,
    load_unit_roles,
    read_play,
)
from prongsai.ita.catalogue.problems import CatalogueError
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.thai import compact, find_dates, words

PLAYBOOK = load_playbook()
PLAYS = list(PLAYBOOK.plays.values())
MEASURES = [(play, measure) for play in PLAYS for measure in play.measures]
FEEDS = [(measure, feed) for _, measure in MEASURES for feed in measure.feeds]
WORDS_IN_A_STEP = 25
VERBS = (
    "จัด|ปรับปรุง|กำหนด|เผยแพร่|แต่งตั้ง|ประกาศ|ลด|เปิด|เชิญ|รวม|รวบรวม|สำรวจ|ตรวจ|ให้|ติด|ชี้แจง|ใช้|รับฟัง|แจก|ทบทวน|ประเมิน|รายงาน"
)
ACCUSING = ("ทุจริตของเจ้าหน้าที่", "บกพร่อง", "ละเลย", "เพิกเฉย", "ฝ่าฝืน", "ลอก")

DATA = Path(__file__).parents[3] / "src/prongsai/ita/catalogue/data"


def texts_of(play: Play) -> Iterator[str]:
    """All that a play says, but for the name of the invented office, which many plays share."""
    yield from (play.meaning, play.finding, play.example.situation, play.example.approach)
    for measure in play.measures:
        yield from (measure.title, measure.follow_up, *measure.steps, *measure.proof)
        if measure.cost:
            yield measure.cost


def spoken(text: str) -> list[str]:
    return [word for word in words(text) if word.strip()]


def test_every_topic_has_a_play():
    assert [topic for topic in load_topics() if PLAYBOOK.play(topic) is None] == []


def test_the_weak_subjects_of_the_demo_agency_have_plays():
    demo = load_framework(2566)
    asked = ["E2", "E7", "E8", "E10", "E12", "E13", "E14", "I3", "I7", "I8", "I14", "I15", "I24", "I28"]
    questions = [demo.question(code) for code in asked]
    assert [entry.code for entry in questions if entry and PLAYBOOK.play(entry.topic) is None] == []


def test_every_play_speaks_of_a_topic_of_the_catalogue():
    assert {play.topic for play in PLAYS} <= set(load_topics())


def test_every_indicator_of_2566_has_a_play_so_that_years_without_questions_can_be_planned():
    bare = [
        entry.number
        for entry in load_framework(2566).indicators
        if not PLAYBOOK.for_indicator(entry.name, *entry.aliases)
    ]
    assert bare == []


def test_every_indicator_is_served_generally_by_one_to_three_plays():
    for entry in load_framework(2566).indicators:
        general = [play.topic for play in PLAYBOOK.all_for_indicator(entry.name) if entry.name in play.general_for]
        assert 1 <= len(general) <= PLAYS_PER_INDICATOR, (entry.name, general)
        assert [play.topic for play in PLAYBOOK.for_indicator(entry.name)] == general


def test_an_indicator_that_no_play_calls_general_is_answered_by_the_first_three():
    plain = {topic: play.model_copy(update={"general_for": ()}) for topic, play in PLAYBOOK.plays.items()}
    book = Playbook(plain, PLAYBOOK.roles)
    assert len(book.all_for_indicator("การเปิดเผยข้อมูล")) > PLAYS_PER_INDICATOR
    assert book.for_indicator("การเปิดเผยข้อมูล") == book.all_for_indicator("การเปิดเผยข้อมูล")[:PLAYS_PER_INDICATOR]


def test_a_question_of_any_year_whose_subject_is_known_stands_under_an_indicator_that_its_play_serves():
    astray = [
        (year, entry.code)
        for year in available_years()
        for framework in [load_framework(year)]
        for entry in framework.questions
        for indicator in [framework.indicator(entry.indicator)]
        if entry.topic and indicator and PLAYBOOK.plays[entry.topic] not in PLAYBOOK.all_for_indicator(indicator.name)
    ]
    assert astray == []


def test_every_indicator_named_by_a_play_exists():
    known = {name for entry in load_framework(2569).indicators for name in (entry.name, *entry.aliases)}
    assert {name for play in PLAYS for name in play.indicators} <= known


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.topic)
def test_a_play_is_complete(play):
    assert 2 <= len(play.measures) <= 4
    for measure in play.measures:
        assert 2 <= len(measure.steps) <= 5
        assert measure.proof
        assert measure.feeds, measure.id
        assert measure.lead not in measure.supporting
        assert measure.supporting, measure.id
        assert measure.period.every_months or (measure.period.from_ and measure.period.to)


@pytest.mark.parametrize(("play", "measure"), MEASURES, ids=lambda value: getattr(value, "id", None))
def test_a_step_has_at_most_twenty_five_words(play, measure):
    assert [step for step in measure.steps if len(spoken(step)) > WORDS_IN_A_STEP] == []


@pytest.mark.parametrize(("play", "measure"), MEASURES, ids=lambda value: getattr(value, "id", None))
def test_the_title_of_a_measure_is_a_verb_phrase(play, measure):
    assert re.match(VERBS, measure.title), measure.title


def test_no_text_is_shared_by_two_topics_or_said_twice():
    places: dict[str, list[str]] = defaultdict(list)
    for play in PLAYS:
        for text in texts_of(play):
            places[compact(text)].append(play.topic)
    assert {text: topics for text, topics in places.items() if len(topics) > 1} == {}


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.topic)
def test_a_play_tells_no_dates_and_no_results(play):
    for text in texts_of(play):
        assert find_dates(text) == []
        assert not re.search(r"25[0-9]{2}|๒๕[๐-๙]{2}", text), text
        assert not re.search(r"ร้อยละ|คะแนน[0-9๐-๙]|ได้คะแนน", text), text


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.topic)
def test_findings_and_meanings_are_soft_and_accuse_nobody(play):
    assert re.search("บาง|ยัง", play.finding)
    assert [word for word in ACCUSING if word in play.finding or word in play.meaning] == []


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.topic)
def test_an_example_tells_the_way_and_no_figures(play):
    assert not re.search(r"[0-9๐-๙]|แล้วเสร็จ|เพิ่มขึ้น|ลดลง|ดีขึ้น", play.example.approach)
    assert len(spoken(play.example.approach)) >= 10


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.topic)
def test_the_office_of_an_example_is_plainly_invented(play):
    assert "ตัวอย่าง" in play.example.office
    assert "(สมมุติ)" in play.example.office


@pytest.mark.parametrize(("measure", "feed"), FEEDS, ids=lambda value: str(getattr(value, "year", value.__class__)))
def test_a_measure_feeds_only_items_that_the_catalogue_titles(measure, feed):
    framework = load_framework(feed.year)
    for code in feed.items:
        item = framework.item(code)
        assert item is not None, f"{code} of {feed.year}"
        assert item.title is not None or feed.confidence == "low", f"{code} of {feed.year}: {measure.id}"


def test_no_feed_claims_more_than_medium_confidence():
    assert {feed.confidence for _, feed in FEEDS} <= {"medium", "low"}


def test_every_role_has_a_unit_of_a_small_office():
    used = {role for _, measure in MEASURES for role in (measure.lead, *measure.supporting)}
    assert used <= set(load_unit_roles())


@pytest.mark.parametrize("part", ["meaning", "finding", "measures", "example", "indicators"])
def test_a_play_without_one_of_its_parts_is_refused(tmp_path, part):
    text = (DATA / "playbook" / "online-service.yaml").read_text(encoding="utf-8")
    path = tmp_path / "online-service.yaml"
    path.write_text(re.sub(rf"^{part}:.*\n(?:[ ].*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_play(path)
    assert "MISSING" in {problem.rule for problem in caught.value.problems}


def test_an_agency_may_put_its_own_play_in_place_of_a_packaged_one(tmp_path):
    text = (DATA / "playbook" / "online-service.yaml").read_text(encoding="utf-8")
    own = text.replace("เปิดให้ยื่นคำขอทางออนไลน์", "เปิดให้ยื่นคำร้องทางออนไลน์")
    (tmp_path / "online-service.yaml").write_text(own, encoding="utf-8")
    book = load_playbook(tmp_path)
    assert isinstance(book, Playbook)
    assert book.plays["online-service"].measures[0].title.startswith("เปิดให้ยื่นคำร้องทางออนไลน์")
    assert len(book.plays) == len(PLAYS)
    assert PLAYBOOK.plays["online-service"].measures[0].title.startswith("เปิดให้ยื่นคำขอทางออนไลน์")


def test_a_topic_without_a_play_has_none():
    assert PLAYBOOK.play("space-travel") is None
    assert PLAYBOOK.play(None) is None


BAD = {
    "an unknown topic": ("topic: online-service", "topic: online-shopping", "FILE-NAME"),
    "an unknown role": ("lead: general-affairs", "lead: gardeners", "ROLE"),
    "a month that is none": ("period: {from: 11, to: 9}", "period: {from: 13, to: 9}", "RANGE"),
    "a period that runs backwards": ("period: {from: 11, to: 9}", "period: {from: 9, to: 11}", "PERIOD"),
    "half a period": ("period: {from: 11, to: 9}", "period: {from: 11}", "PERIOD"),
    "months and a recurrence": ("period: {from: 11, to: 9}", "period: {from: 11, to: 9, every_months: 3}", "PERIOD"),
    "general for an indicator that it does not serve": (
        "general_for: [การปรับปรุงการทำงาน]",
        "general_for: [การใช้อำนาจ]",
        "GENERAL",
    ),
    "a misspelt field": ("follow_up: นับคำขอ", "followup: นับคำขอ", "FIELD"),
    "an id given twice": ("id: help-at-the-counter", "id: forms-online", "TWICE"),
    "a year given twice": (
        "{year: 2568, items: [O10], confidence: medium}",
        "{year: 2566, items: [O18], confidence: low}",
        "TWICE",
    ),
    "a code that is none": ("items: [O18], confidence: medium", "items: [X18], confidence: medium", "CODE"),
    "a key given twice": ("topic: online-service", "topic: online-service\ntopic: online-service", "TWICE"),
}


@pytest.mark.parametrize(("before", "after", "rule"), BAD.values(), ids=BAD)
def test_a_bad_play_stops_and_names_file_line_and_rule(tmp_path, before, after, rule):
    text = (DATA / "playbook" / "online-service.yaml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "online-service.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_play(path)
    assert rule in {problem.rule for problem in caught.value.problems}
    first = caught.value.problems[0]
    assert first.place.file == "online-service.yaml"
    assert first.place.row is not None


def test_too_few_measures_or_steps_are_refused(tmp_path):
    text = (DATA / "playbook" / "online-service.yaml").read_text(encoding="utf-8")
    start, end = text.index("  - id: help-at-the-counter"), text.index("example:")
    path = tmp_path / "online-service.yaml"
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_play(path)
    assert caught.value.rule == "COUNT"


def test_a_measure_knows_which_items_it_feeds_in_a_year():
    measure: PlayMeasure = PLAYBOOK.plays["online-service"].measures[0]
    feed = measure.feed_of(2568)
    assert feed is not None
    assert feed.items == ("O10",)
    assert measure.feed_of(2567) is None
