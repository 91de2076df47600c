"""A year without a file opens as a draft, in which nothing is confirmed and nothing is said to be its own."""

from pathlib import Path

import pytest

from prongsai.ita.catalogue import available_years, framework_for, from_yaml, load_framework, open_draft, to_yaml
from prongsai.ita.catalogue.model import Sourced
from prongsai.ita.catalogue.rules.sources import records_of

DRAFT = open_draft(2570)


def test_nothing_of_a_draft_is_confirmed() -> None:
    for path, record in records_of(DRAFT):
        assert not isinstance(record, Sourced) or record.confidence is None, path
        for name in ("scale_confidence", "items_confidence", "name_en_confidence"):
            assert getattr(record, name, None) is None, path


def test_a_draft_says_from_which_year_its_codes_are() -> None:
    assert DRAFT.is_draft
    assert (DRAFT.year, DRAFT.drafted_from) == (2570, 2569)
    assert "2570" in DRAFT.title
    assert "2569" not in DRAFT.title
    assert DRAFT.remark is not None
    assert DRAFT.remark.startswith("ร่าง รอประกาศกรอบการประเมินของปี 2570")
    assert "เป็นของปี 2569" in DRAFT.remark


def test_what_is_surely_another_years_own_is_emptied() -> None:
    draft = open_draft(2570)
    assert draft.calendar == ()
    assert draft.national.agencies is None
    assert draft.sampling.eligible_internal is None
    assert draft.measures_documents.analysed_result_year is None
    assert draft.measures_documents.plan_execution_year is None
    assert all(item.period is None for item in draft.items)


def test_codes_and_titles_stay_as_a_place_to_work_from() -> None:
    assert [i.title for i in DRAFT.items] == [i.title for i in load_framework(2569).items]


def test_a_draft_is_a_sound_catalogue_file() -> None:
    assert from_yaml(to_yaml(DRAFT)) == DRAFT


@pytest.mark.parametrize(("year", "base"), [(2580, 2569), (2550, 2563)])
def test_a_draft_copies_the_nearest_earlier_year_or_the_first(year: int, base: int) -> None:
    assert open_draft(year).drafted_from == base


def test_a_year_with_a_file_is_no_draft(tmp_path: Path) -> None:
    assert framework_for(2569) == load_framework(2569)
    assert framework_for(2570).is_draft
    official = load_framework(2569).model_copy(update={"year": 2570, "title": "กรอบของปี 2570"})
    (tmp_path / "2570.yaml").write_text(to_yaml(official), encoding="utf-8")
    assert not framework_for(2570, tmp_path).is_draft
    assert 2570 in available_years(tmp_path)


def test_a_title_without_its_year_is_marked(tmp_path: Path) -> None:
    plain = load_framework(2569).model_copy(update={"year": 2570, "title": "กรอบการประเมิน"})
    (tmp_path / "2570.yaml").write_text(to_yaml(plain), encoding="utf-8")
    assert open_draft(2571, tmp_path).title == "กรอบการประเมิน (ร่างปี 2571)"
