"""The packaged years: what they hold, what they leave open, and that nothing of them is more than is known."""

from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.ita.catalogue import CatalogueError, available_years, load_framework, load_topics, to_yaml
from prongsai.ita.catalogue.files import DATA
from prongsai.ita.catalogue.model import Sourced
from prongsai.ita.catalogue.rules.sources import records_of

YEARS = (2563, 2564, 2565, 2566, 2567, 2568, 2569)
FRAMEWORKS = {year: load_framework(year) for year in YEARS}
ITEMS = {2563: 43, 2564: 43, 2565: 43, 2566: 43, 2567: 35, 2568: 28, 2569: 26}
SPLITS = {
    2564: (9, 8, 7, 4, 5, 8, 2),
    2566: (10, 8, 4, 4, 4, 8, 5),
    2567: (6, 7, 4, 4, 4, 6, 4),
    2568: (4, 7, 2, 3, 4, 4, 4),
}
TOPICS_OF_2566 = {
    "E2": "queue-and-equal-service",
    "E7": "news-reaches-people",
    "E8": "feedback-channel",
    "E10": "corruption-complaint-channel",
    "E12": "faster-service",
    "E13": "online-service",
    "E14": "public-participation",
    "I3": "duty-and-responsibility",
    "I7": "budget-known-by-staff",
    "I8": "staff-take-part-in-budget",
    "I14": "fair-evaluation",
    "I15": "fair-training-choice",
    "I22": "asset-borrowing",
    "I24": "asset-supervision",
    "I28": "use-of-ita-results",
}


def test_the_seven_years_are_there() -> None:
    assert available_years() == YEARS


@pytest.mark.parametrize("year", YEARS)
def test_a_packaged_file_stands_in_the_form_in_which_the_program_writes_it(year: int) -> None:
    assert (DATA / f"{year}.yaml").read_text(encoding="utf-8") == to_yaml(FRAMEWORKS[year])


@pytest.mark.parametrize("year", YEARS)
def test_each_year_has_its_items_in_order(year: int) -> None:
    codes = [item.code for item in FRAMEWORKS[year].items]
    assert codes == [f"O{n}" for n in range(1, ITEMS[year] + 1)]


@pytest.mark.parametrize("year", YEARS)
def test_the_ten_indicators_are_the_same_ten(year: int) -> None:
    names = [(entry.number, entry.instrument, entry.name) for entry in FRAMEWORKS[year].indicators]
    assert names == [(entry.number, entry.instrument, entry.name) for entry in FRAMEWORKS[2566].indicators]


@pytest.mark.parametrize(("year", "sizes"), SPLITS.items())
def test_items_are_split_over_the_sub_indicators(year: int, sizes: tuple[int, ...]) -> None:
    framework = FRAMEWORKS[year]
    split = [sum(i.sub_indicator == sub.code for i in framework.items) for sub in framework.sub_indicators]
    assert tuple(split) == sizes


def test_2569_has_no_sub_indicators_weights_or_levels() -> None:
    framework = FRAMEWORKS[2569]
    assert framework.sub_indicators == ()
    assert framework.weights.values is None
    assert framework.ratings.levels == ()
    assert framework.pass_mark.overall is None


@pytest.mark.parametrize("year", range(2563, 2569))
def test_weights_are_30_30_40_where_they_are_known(year: int) -> None:
    assert FRAMEWORKS[year].weights.values == {"IIT": 30, "EIT": 30, "OIT": 40}


def test_weights_of_2568_are_only_presumed() -> None:
    assert not FRAMEWORKS[2568].weights.confirmed
    assert FRAMEWORKS[2567].weights.confirmed


@pytest.mark.parametrize("year", [2567, 2568, 2569])
def test_no_question_of_the_later_years_is_invented(year: int) -> None:
    assert FRAMEWORKS[year].questions == ()
    assert any("ข้อคำถาม" in point for point in FRAMEWORKS[year].open_points)


@pytest.mark.parametrize("year", range(2563, 2567))
def test_the_earlier_years_have_thirty_and_fifteen_questions(year: int) -> None:
    codes = [question.code for question in FRAMEWORKS[year].questions]
    assert codes == [f"I{n}" for n in range(1, 31)] + [f"E{n}" for n in range(1, 16)]


def test_2566_knows_26_of_its_45_questions() -> None:
    known = [question for question in FRAMEWORKS[2566].questions if question.text]
    assert len(known) == 26
    assert all(question.confirmed for question in known)


@pytest.mark.parametrize("year", YEARS)
def test_a_question_has_a_topic_exactly_when_its_subject_is_known(year: int) -> None:
    for question in FRAMEWORKS[year].questions:
        assert (question.topic is None) == (question.text is None), question.code


@pytest.mark.parametrize("year", YEARS)
def test_every_item_has_a_topic(year: int) -> None:
    assert all(item.topic for item in FRAMEWORKS[year].items)


def test_the_weak_points_of_the_demo_meet_their_topics() -> None:
    framework = FRAMEWORKS[2566]
    assert {code: getattr(framework.question(code), "topic", None) for code in TOPICS_OF_2566} == TOPICS_OF_2566


def test_every_topic_is_used() -> None:
    used = {entry.topic for f in FRAMEWORKS.values() for entry in (*f.questions, *f.items)}
    assert used - {None} == set(load_topics())


@pytest.mark.parametrize("year", YEARS)
def test_a_recollection_never_confirms_a_fact_alone(year: int) -> None:
    for path, record in records_of(FRAMEWORKS[year]):
        if isinstance(record, Sourced) and record.confirmed:
            assert set(record.source) != {"BG"}, path


@pytest.mark.parametrize("year", YEARS)
def test_a_title_that_is_only_expected_is_not_confirmed(year: int) -> None:
    for item in FRAMEWORKS[year].items:
        assert item.title or (item.candidate_title and not item.confirmed), item.code


def test_28_titles_of_2567_are_candidates() -> None:
    assert sum(item.title is None for item in FRAMEWORKS[2567].items) == 28


def test_the_same_code_means_different_things_in_different_years() -> None:
    assert FRAMEWORKS[2564].question("I8") != FRAMEWORKS[2566].question("I8")
    assert [FRAMEWORKS[year].question("I28").topic for year in (2564, 2566)] == [  # type: ignore[union-attr]
        "corruption-watch-and-discipline",
        "use-of-ita-results",
    ]


@pytest.mark.parametrize(
    ("year", "plan", "report"),
    [(2566, "O42", "O43"), (2567, "O34", "O35"), (2568, "O27", "O28"), (2569, "O25", "O26")],
)
def test_the_measures_and_their_report_have_their_items(year: int, plan: str, report: str) -> None:
    papers = FRAMEWORKS[year].measures_documents
    assert (papers.plan_item, papers.report_item, papers.analysed_result_year) == (plan, report, year - 1)


def test_seven_issues_group_the_measures_of_2566_results() -> None:
    framework = FRAMEWORKS[2566]
    assert [issue.number for issue in framework.issues] == list(range(1, 8))
    assert framework.issue_of_question("I24") == framework.issues[3]
    assert "E12" in framework.issues[0].questions
    assert "E12" in framework.issues[1].questions
    assert framework.issue_of_question("I1") is None
    assert FRAMEWORKS[2565].issues == ()
    assert FRAMEWORKS[2569].issues == ()


def test_letters_until_2565_and_five_levels_from_2566() -> None:
    assert [level.name for level in FRAMEWORKS[2565].ratings.levels] == ["AA", "A", "B", "C", "D", "E", "F"]
    best = FRAMEWORKS[2566].ratings.levels[1]
    assert (best.name, best.component_min, best.components) == ("ผ่านดี", Decimal(85), ("IIT", "EIT1", "EIT2", "OIT"))


def test_plans_of_2567_were_laid_out_by_issue() -> None:
    layout = FRAMEWORKS[2567].measures_documents.layout
    assert layout.group_by == "issue"
    assert layout.columns[:3] == ("group", "question", "finding")
    assert FRAMEWORKS[2569].measures_documents.layout.group_by is None


@pytest.mark.parametrize("path", sorted(DATA.glob("2*.yaml")), ids=lambda path: path.name)
def test_published_papers_are_described_without_naming_anyone(path: Path) -> None:
    for key in ("S0", "S1", "S2", "S3", "S4"):
        source = FRAMEWORKS[int(path.stem)].sources.get(key)
        assert source is None or (source.host is None and source.title.startswith("a published"))
    text = path.read_text(encoding="utf-8")
    assert ".txt" not in text
    assert "index file" not in text


def test_a_folder_of_the_user_overrides_a_packaged_year(tmp_path: Path) -> None:
    text = to_yaml(FRAMEWORKS[2569]).replace("การประเมินคุณธรรม", "กรอบทางการ: การประเมินคุณธรรม", 1)
    path = tmp_path / "2569.yaml"
    path.write_text(text.replace("title: กรอบทางการ: ", "title: กรอบทางการ "), encoding="utf-8")
    (tmp_path / "2570.yaml").write_text("ยังไม่เสร็จ: [", encoding="utf-8")
    assert load_framework(2569, tmp_path).title.startswith("กรอบทางการ")
    assert available_years(tmp_path) == (*YEARS, 2570)
    assert load_framework(2568, tmp_path) == FRAMEWORKS[2568]
    with pytest.raises(CatalogueError, match=r"2570\.yaml"):
        load_framework(2570, tmp_path)


def test_a_corrected_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "2569.yaml"
    path.write_text(to_yaml(FRAMEWORKS[2569]), encoding="utf-8")
    first = load_framework(2569, tmp_path)
    path.write_text(to_yaml(first.model_copy(update={"title": "ชื่อที่แก้แล้ว"})), encoding="utf-8")
    assert load_framework(2569, tmp_path).title == "ชื่อที่แก้แล้ว"


def test_a_file_of_another_year_than_its_name_stops(tmp_path: Path) -> None:
    (tmp_path / "2570.yaml").write_text(to_yaml(FRAMEWORKS[2569]), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"2570\.yaml บรรทัด 6.*YEAR"):
        load_framework(2570, tmp_path)


def test_a_year_without_a_file_is_not_made_up() -> None:
    with pytest.raises(CatalogueError, match="YEAR-FILE"):
        load_framework(2570)
