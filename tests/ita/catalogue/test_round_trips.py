"""A framework comes back from YAML and from a workbook exactly as it went."""

import pytest
from hypothesis import HealthCheck, given, settings

from ita.catalogue.strategies import frameworks
from prongsai.ita.catalogue import Framework, available_years, check_framework, diff, from_yaml, load_framework, to_yaml
from prongsai.ita.catalogue.workbook import read_workbook, workbook_bytes

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@slow
@given(frameworks())
def test_the_made_up_frameworks_keep_every_rule(framework: Framework) -> None:
    assert check_framework(framework) == []


@slow
@given(frameworks())
def test_yaml_gives_back_what_was_written(framework: Framework) -> None:
    assert from_yaml(to_yaml(framework)) == framework


@slow
@given(frameworks())
def test_a_workbook_gives_back_what_was_written(framework: Framework) -> None:
    back = read_workbook(workbook_bytes(framework), "งาน.xlsx")
    assert back == framework
    assert to_yaml(back) == to_yaml(framework)
    assert diff(framework, back) == []


@pytest.mark.parametrize("year", available_years())
def test_every_packaged_year_survives_yaml_and_workbook(year: int) -> None:
    framework = load_framework(year)
    assert from_yaml(to_yaml(framework)) == framework
    assert read_workbook(workbook_bytes(framework), f"{year}.xlsx") == framework


def test_the_same_framework_makes_the_same_workbook() -> None:
    assert workbook_bytes(load_framework(2566)) == workbook_bytes(load_framework(2566))
