"""Two people edit one thing: the second is told what changed, nothing is overwritten."""

import pytest
from django import forms
from django.core.signing import BadSignature

from cast import make_twins
from prongsai.platform.agency.models import Unit
from prongsai.platform.web.stale import changed_since, differences, mark_of, version_of

pytestmark = pytest.mark.django_db
FIELDS = ("name", "short_name")


class UnitForm(forms.Form):
    name = forms.CharField(label="ชื่อส่วนราชการ")
    short_name = forms.CharField(label="ชื่อย่อ", required=False)


@pytest.fixture
def unit():
    office = make_twins()[0]
    with office.speaks():
        yield office.units["กองคลัง"]


def sent(**values):
    form = UnitForm({"name": "กองคลัง", "short_name": "", **values})
    assert form.is_valid()
    return form


def test_a_form_opened_on_what_still_stands_may_be_saved(unit):
    assert differences(unit, sent(name="กองการคลัง"), FIELDS, version_of(unit, FIELDS)) == []


def test_what_somebody_else_changed_meanwhile_is_shown_beside_what_was_sent(unit):
    seen = version_of(unit, FIELDS)
    Unit.objects.filter(pk=unit.pk).update(name="กองคลังและพัสดุ")
    unit.refresh_from_db()
    (found,) = differences(unit, sent(name="กองการคลัง"), FIELDS, seen)
    assert (found.label, found.stands, found.sent) == ("ชื่อส่วนราชการ", "กองคลังและพัสดุ", "กองการคลัง")


def test_two_who_make_the_same_change_do_not_quarrel(unit):
    seen = version_of(unit, FIELDS)
    Unit.objects.filter(pk=unit.pk).update(name="กองการคลัง")
    unit.refresh_from_db()
    assert differences(unit, sent(name="กองการคลัง"), FIELDS, seen) == []


@pytest.mark.parametrize("mark", ["", "x" * 201])
def test_a_form_without_its_mark_is_refused(unit, mark):
    with pytest.raises(BadSignature):
        differences(unit, sent(), FIELDS, mark)


def test_several_values_together_have_a_mark_of_what_stands():
    stands = {"steps": ["ก"], "title": "ข"}
    seen = mark_of(stands)
    assert changed_since(seen, stands, {"steps": [], "title": "ค"}, {}) == []
    now = {"steps": ["ก", "ง"], "title": "ข"}
    (difference,) = changed_since(seen, now, {"steps": ["จ"], "title": "ข"}, {"steps": "ขั้นตอน"})
    assert (difference.label, difference.stands, difference.sent) == ("ขั้นตอน", ["ก", "ง"], ["จ"])


@pytest.mark.parametrize("seen", ["", "x" * 201])
def test_a_mark_that_is_none_is_refused_for_several_values_too(seen):
    with pytest.raises(BadSignature):
        changed_since(seen, {"a": 1}, {"a": 2}, {})
