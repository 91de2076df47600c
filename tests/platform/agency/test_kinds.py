"""Kinds of agencies: data with sources, whose titles are only suggestions."""

from __future__ import annotations

import pytest
from django.utils import translation

from prongsai.platform.agency.kinds import Kind, kind_of, kinds
from prongsai.platform.agency.models import Standing

each_kind = pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.key)


def test_the_kinds_of_the_state_are_there():
    assert {"sao", "pao", "department", "province", "university", "state-enterprise", "independent"} <= set(kinds())
    assert len([key for key in kinds() if key.endswith("municipality")]) == 3


@each_kind
def test_every_kind_says_where_it_is_known_from(kind):
    assert kind.source
    assert kind.confidence in {"high", "medium", "low"}


@each_kind
def test_the_usual_titles_stand_where_they_should(kind):
    told = {kind.executive: Standing.EXECUTIVE, kind.approver: Standing.APPROVER}
    told |= dict.fromkeys(kind.heads, Standing.HEAD)
    assert {title: kind.usual_standing(title) for title in told if title} == {t: s for t, s in told.items() if t}


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("นายก อบต.", Standing.EXECUTIVE),
        ("รองนายก อบต.", Standing.STAFF),
        ("ปลัดอบต.", Standing.APPROVER),
        ("รองปลัด อบต.", Standing.STAFF),
        ("ผู้อำนวยการกองคลัง", Standing.HEAD),
        ("ผู้ช่วยผู้อำนวยการกองคลัง", Standing.STAFF),
        ("หัวหน้าสำนักปลัด", Standing.HEAD),
        ("นักทรัพยากรบุคคลปฏิบัติการ", Standing.STAFF),
        ("", Standing.STAFF),
    ],
)
def test_a_title_of_a_staff_list_is_placed_in_the_line(title, standing):
    assert kind_of("sao").usual_standing(title) is standing


def test_an_unknown_kind_suggests_nothing():
    assert kind_of("castle") == kinds()["other"]
    assert (kind_of("castle").executive, kind_of("castle").units) == ("", ())


def test_a_kind_is_named_in_the_language_of_the_page():
    sao: Kind = kind_of("sao")
    with translation.override("th"):
        assert str(sao) == "องค์การบริหารส่วนตำบล"
    with translation.override("en"):
        assert str(sao) == "Subdistrict Administrative Organization"


def test_no_kind_suggests_a_unit_twice():
    assert [kind.key for kind in kinds().values() if len(set(kind.units)) != len(kind.units)] == []
