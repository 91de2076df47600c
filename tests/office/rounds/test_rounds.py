"""A year is opened, its days and surveys written down, and moved to its own framework when that is out."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.office.rounds import services
from prongsai.office.rounds.home_sources import WhereInTheAssessment
from prongsai.office.rounds.models import CodeMove, Round, RoundDay, SurveyCount, SurveyWindow
from prongsai.office.rounds.models.surveys import Survey
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict


@pytest.fixture
def cycle(here, acting) -> Round:
    with here.speaks():
        return services.open_round(acting=acting(), agency=here.agency, fiscal_year=2568)


def posts(client, name, *args, **told):
    address = reverse(name, args=args)
    seen = client.get(address).context["form"].initial.get("seen", "") if "seen" not in told else ""
    return client.post(address, {"seen": seen, **told})


def test_a_year_is_opened_once(here, asks):
    client = asks()
    assert client.post(reverse("round-open"), {"fiscal_year": "๒๕๖๘"}).status_code == 302
    assert client.post(reverse("round-open"), {"fiscal_year": "2568"}).status_code == 409
    with here.speaks():
        assert Round.objects.get().codes_year == 2568
    assert "rounds.opened" in [line.action for line in lines_of(here)]


def test_a_year_without_a_framework_is_a_draft_that_says_whose_codes_it_uses(here, asks):
    page = asks().post(reverse("round-open"), {"fiscal_year": "2570"}, follow=True).content.decode()
    with here.speaks():
        found = Round.objects.get()
        assert found.is_draft
        assert found.framework.is_draft
        assert not any(item.confirmed for item in found.framework.items)
    assert f"เป็นของปี {found.codes_year} ไม่ใช่ของปี 2570" in page


@pytest.mark.parametrize("year", ["2100", "2019", "๒๕๖", "สองพัน", ""])
def test_a_year_that_cannot_be_is_refused(here, asks, year):
    assert asks().post(reverse("round-open"), {"fiscal_year": year}).status_code in (400, 409)
    with here.speaks():
        assert not Round.objects.exists()


def test_typed_days_hold_until_somebody_goes_back(here, asks, cycle):
    client = asks()
    told = {"start": "1 มี.ค. 2568", "end": "๓๐ เมษายน ๒๕๖๘", "source": "หนังสือ ป.ป.ช."}
    assert posts(client, "round-day", cycle.pk, "disclosure", **told).status_code == 302
    with here.speaks():
        day = RoundDay.objects.get()
        assert (day.start, day.end) == (date(2025, 3, 1), date(2025, 4, 30))
    assert "หน่วยงานกรอก" in client.get(cycle.get_absolute_url()).content.decode()
    client.post(reverse("round-day-framework", args=[cycle.pk, "disclosure"]))
    with here.speaks():
        assert not RoundDay.objects.exists()


def test_days_in_the_wrong_order_are_refused(here, asks, cycle):
    answer = posts(asks(), "round-day", cycle.pk, "disclosure", start="30 เม.ย. 2568", end="1 มี.ค. 2568")
    assert answer.status_code == 400
    with here.speaks():
        assert not RoundDay.objects.exists()


def test_who_comes_second_sees_what_the_first_wrote(here, asks, cycle):
    client = asks()
    address = reverse("round-group", args=[cycle.pk])
    seen = client.get(address).context["form"].initial["seen"]
    first = client.post(address, {"seen": seen, "order_number": "312/2567", "order_day": "", "members": ""})
    second = client.post(address, {"seen": seen, "order_number": "313/2567", "order_day": "", "members": ""})
    assert (first.status_code, second.status_code) == (302, 409)
    assert "312/2567" in second.content.decode()
    with here.speaks():
        assert Round.objects.get().order_number == "312/2567"


def test_a_form_without_its_mark_is_refused(asks, cycle):
    answer = asks().post(reverse("round-group", args=[cycle.pk]), {"order_number": "1", "order_day": "", "members": ""})
    assert answer.status_code == 400


def test_answers_are_counted_and_never_who(here, asks, cycle):
    client = asks()
    told = {"link": "https://survey.example/iit", "opens": "", "closes": "", "least": "30", "source": ""}
    assert posts(client, "round-survey", cycle.pk, "iit", **told).status_code == 302
    count = reverse("round-survey-count", args=[cycle.pk, "iit"])
    assert client.post(count, {"IIT-day": "17 มี.ค. 2568", "IIT-answers": "๒๑"}).status_code == 302
    assert client.post(count, {"IIT-day": "17 มี.ค. 2568", "IIT-answers": "22"}).status_code == 302
    with here.speaks():
        assert SurveyCount.objects.get().answers == 22
        fields = {field.name for model in (SurveyCount, SurveyWindow) for field in model._meta.fields}
    assert not fields & {"person", "name", "phone", "user"}


@pytest.mark.parametrize("told", [("18 มี.ค. 2568", "22", 409), ("17 มี.ค. 2568", "-3", 400), ("เมื่อวาน", "22", 400)])
def test_a_count_that_cannot_be_is_refused(here, asks, acting, cycle, told):
    with here.speaks():
        services.set_survey(acting=acting(), found=cycle, survey=Survey.IIT, told={})
    day, answers, status = told
    address = reverse("round-survey-count", args=[cycle.pk, "iit"])
    assert asks().post(address, {"IIT-day": day, "IIT-answers": answers}).status_code == status
    with here.speaks():
        assert not SurveyCount.objects.exists()


def test_a_script_is_no_address_of_a_survey(here, asks, cycle):
    told = {"link": "javascript:alert(1)", "opens": "", "closes": "", "least": "", "source": ""}
    assert posts(asks(), "round-survey", cycle.pk, "eit", **told).status_code == 400
    with here.speaks():
        assert not SurveyWindow.objects.exists()


def test_the_poster_is_a_pdf_for_all_staff(here, asks, acting, cycle):
    with here.speaks():
        told = {"link": "https://survey.example/eit", "closes": date(2025, 6, 30)}
        services.set_survey(acting=acting(), found=cycle, survey=Survey.EIT, told=told)
    answer = asks(Role.OFFICER).get(reverse("round-survey-poster", args=[cycle.pk, "eit"]))
    assert answer.content.startswith(b"%PDF")
    assert asks().get(reverse("round-survey-poster", args=[cycle.pk, "iit"])).status_code == 404


@pytest.fixture
def draft(here, cycle) -> Round:
    """The year 2568 as it stood before its framework was out."""
    with here.speaks():
        Round.objects.filter(pk=cycle.pk).update(codes_year=2567)
        return Round.objects.get(pk=cycle.pk)


def test_every_changed_code_needs_a_yes(here, asks, acting, draft):
    client, address = asks(), reverse("round-move", args=[draft.pk])
    with here.speaks():
        keys = [step.key for step in services.moving_of(draft).steps]
    assert keys
    assert client.post(address, {"yes": keys[:-1]}).status_code == 400
    with here.speaks():
        assert Round.objects.get().is_draft
        with pytest.raises(Conflict):
            services.move_to_framework(acting=acting(), found=draft, accepted=keys[1:])
    assert client.post(address, {"yes": keys}).status_code == 302
    with here.speaks():
        assert not Round.objects.get().is_draft
        assert CodeMove.objects.count() == len(keys)
    assert client.get(address).status_code == 409


def test_a_code_of_the_draft_leads_to_the_code_of_now(here, acting, draft):
    with here.speaks():
        keys = [step.key for step in services.moving_of(draft).steps]
        services.move_to_framework(acting=acting(), found=draft, accepted=keys)
        moved = Round.objects.get()
        assert services.code_now(moved, "4", noted_in=2567) == "4"
        dropped = next(move.before[0] for move in moved.moves.filter(relation="dropped"))
        assert services.code_now(moved, dropped, noted_in=2567) is None
        assert services.code_now(moved, "O1", noted_in=2568) == "O1"


def test_a_closed_year_is_only_looked_at(here, asks, acting, cycle):
    client = asks()
    assert client.post(reverse("round-close", args=[cycle.pk])).status_code == 302
    assert posts(client, "round-group", cycle.pk, order_number="1", order_day="", members="").status_code == 409
    assert client.post(reverse("round-close", args=[cycle.pk])).status_code == 409
    assert client.post(reverse("round-reopen", args=[cycle.pk])).status_code == 302
    assert posts(client, "round-group", cycle.pk, order_number="1", order_day="", members="").status_code == 302


def test_the_home_page_says_where_the_year_is_and_from_where_the_day_is_known(here, cycle):
    with here.speaks():
        lines = [line.words for line in WhereInTheAssessment().lines(date(2025, 3, 17))]
    assert lines[0] == "การประเมิน ITA ปี 2568: ระหว่างการประเมิน"
    assert "เหลือ 44 วัน" in lines[1]
    assert "ประมาณการจากปี 2565" in lines[1]


def test_an_office_without_a_year_says_nothing(here):
    with here.speaks():
        assert list(WhereInTheAssessment().lines(date(2025, 3, 17))) == []


def test_a_closed_year_shows_its_real_days_and_no_estimate(here, asks, acting):
    with here.speaks():
        found = services.open_round(acting=acting(), agency=here.agency, fiscal_year=2567)
        assert any(dated.taken_from for dated in services.schedule_for(found))
        services.close_round(acting=acting(), found=found)
    page = asks().get(found.get_absolute_url()).content.decode()
    assert "30 ก.ค. 67" in page
    assert "ประมาณการ" not in page
    assert "ลงทะเบียน" not in page
    assert 'class="current"' not in page or "หลังการประเมิน" in page
