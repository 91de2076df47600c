"""Frameworks as the installation knows them, drafts, and marks."""

from __future__ import annotations

from prongsai.ita.catalogue import to_yaml
from prongsai.office.rounds.frameworks import (
    crosswalk_between,
    framework_of,
    framework_with_codes_of,
    mark_of,
    year_before,
)


def test_a_framework_that_says_something_else_has_another_mark():
    framework = framework_of(2567)
    other = framework.model_copy(update={"title": "กรอบอื่น"})
    assert mark_of(framework) == mark_of(framework_of(2567))
    assert len({mark_of(framework), mark_of(other), mark_of(framework_of(2568))}) == 3


def test_a_round_on_older_codes_confirms_nothing_but_has_the_days_of_its_year():
    drafted = framework_with_codes_of(2568, 2567)
    assert (drafted.year, drafted.drafted_from) == (2568, 2567)
    assert drafted.calendar == framework_of(2568).calendar
    assert not any(indicator.confirmed for indicator in drafted.indicators)


def test_the_official_framework_is_given_as_it_is():
    assert to_yaml(framework_with_codes_of(2568, 2568)) == to_yaml(framework_of(2568))


def test_a_year_is_compared_only_where_a_crosswalk_leads_to_it(settings, tmp_path):
    assert year_before(2567) == 2566
    assert year_before(2563) is None
    assert crosswalk_between(2566, 2568) is None


def test_the_folder_of_the_installation_stands_before_the_packaged_ones(settings, tmp_path):
    text = to_yaml(framework_of(2567)).replace(framework_of(2567).title, "กรอบที่หน่วยงานแก้")
    (tmp_path / "2567.yaml").write_text(text, encoding="utf-8")
    settings.CATALOGUE_FOLDER = tmp_path
    assert framework_of(2567).title == "กรอบที่หน่วยงานแก้"
