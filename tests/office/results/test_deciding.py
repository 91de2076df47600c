"""Doubtful scores are accepted or corrected; confirmed, a version never changes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.ita.scoring import TypedRow
from prongsai.office.results import services
from prongsai.office.results.models import Origin, ResultSheet, ScoreLine
from prongsai.office.results.printed import Printed, printed_of_scores, scores_of_lines
from prongsai.office.rounds import services as rounds
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.ui.refusals import Conflict
from years_of_an_office import confirmed, kept

SCORES = ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]


@pytest.fixture
def typed(here, acting):
    """Begin a version from ten scores. Called while the office speaks."""

    def begin(*more: tuple[str, str], scores=SCORES, year=2567) -> ResultSheet:
        pairs = [*((str(n), score) for n, score in enumerate(scores, 1)), *more]
        rows = [TypedRow(n, what, value) for n, (what, value) in enumerate(pairs, 1)]
        told = {"acting": acting(), "agency": here.agency, "fiscal_year": year, "origin": Origin.TYPED}
        return services.enter_rows(rows=rows, **told).sheet

    return begin


@pytest.fixture
def wrong_total(here, typed) -> ResultSheet:
    """A version whose indicator 4 was misread: the total does not match."""
    with here.speaks():
        return typed(("ภาพรวม", "88.75"), scores=[*SCORES[:3], "74.16", *SCORES[4:]])


def line_of(here, sheet, code, kind="indicator") -> ScoreLine:
    with here.speaks():
        return sheet.lines.select_related("sheet").get(code=code, kind=kind)


def corrects(client, line, value, **more):
    address = reverse("result-line-correct", args=[line.pk])
    seen = client.get(address).context["form"].initial["seen"]
    return client.post(address, {"value": value, "seen": seen, **more})


def test_a_total_that_does_not_match_is_in_doubt_and_stays_as_printed(here, wrong_total):
    overall = line_of(here, wrong_total, "overall", "overall")
    assert overall.is_open
    assert overall.value == Decimal("88.75")


def test_the_digit_that_explains_it_is_offered_and_not_applied(here, asks, wrong_total):
    page = asks().get(wrong_total.get_absolute_url()).content.decode()
    assert "74.16 → 78.16" in page
    assert line_of(here, wrong_total, "4").value == Decimal("74.16")


def test_a_correction_keeps_what_was_printed_and_who_corrected(here, asks, wrong_total):
    line = line_of(here, wrong_total, "4")
    assert corrects(asks(), line, "๗๘.๑๖").status_code == 302
    line = line_of(here, wrong_total, "4")
    assert (line.printed, line.value, line.is_corrected) == ("74.16", Decimal("78.16"), True)
    assert line.decided_by == f"user:{here.accounts[Role.COORDINATOR].pk}"
    with here.speaks():
        (change,) = history_of(line)[0].changes
    assert (change.before, change.after) == ("74.1600", "78.1600") or change.after.startswith("78.16")


def test_a_doubt_that_the_correction_settled_is_gone(here, asks, wrong_total):
    corrects(asks(), line_of(here, wrong_total, "4"), "78.16")
    assert line_of(here, wrong_total, "overall", "overall").doubts == []


def test_a_correction_that_breaks_a_total_asks_about_it(here, acting, typed):
    with here.speaks():
        sheet = typed(("ภาพรวม", "88.75"))
        assert not sheet.lines.get(kind="overall").is_open
        services.correct_line(acting=acting(), line=sheet.lines.get(code="4"), value=Decimal("11.11"))
        assert sheet.lines.get(kind="overall").is_open


def test_no_version_is_confirmed_while_a_doubt_waits(here, asks, wrong_total):
    client = asks()
    confirm = reverse("result-sheet-confirm", args=[wrong_total.pk])
    assert client.post(confirm).status_code == 409
    with here.speaks():
        waiting = [line.pk for line in wrong_total.lines.all() if line.is_open]
    for number in waiting:
        assert client.post(reverse("result-line-accept", args=[number])).status_code == 302
    assert client.post(confirm).status_code == 302
    assert client.post(confirm).status_code == 409
    assert "results.confirmed" in [line.action for line in lines_of(here)]


def test_confirmed_is_frozen(here, asks, acting):
    with here.speaks():
        sheet = confirmed(here, "P4.pdf")
        line = sheet.lines.select_related("sheet").get(kind="indicator", code="4")
        for deed in (
            lambda: services.accept_line(acting=acting(), line=line),
            lambda: services.correct_line(acting=acting(), line=line, value=Decimal(1)),
            lambda: services.drop(acting=acting(), sheet=sheet),
        ):
            with pytest.raises(Conflict):
                deed()
    assert asks().get(reverse("result-line-correct", args=[line.pk])).status_code == 409


def test_the_next_version_begins_as_a_copy_and_the_old_one_holds_until_it_is_confirmed(here, acting):
    with here.speaks():
        first = confirmed(here, "P4.pdf")
        copy = services.begin_copy(acting=acting(), sheet=first)
        assert (copy.number, services.confirmed_result(first.round).number) == (2, 1)
        assert services.scores_of(copy) == services.scores_of(first)
        with pytest.raises(Conflict):
            services.begin_copy(acting=acting(), sheet=first)
        services.confirm(acting=acting(), sheet=copy)
        assert services.confirmed_result(first.round).number == 2


def test_the_mark_tells_versions_with_other_scores_apart(here, acting):
    with here.speaks():
        first = confirmed(here, "P4.pdf")
        copy = services.begin_copy(acting=acting(), sheet=first)
        services.correct_line(acting=acting(), line=copy.lines.get(kind="indicator", code="4"), value=Decimal("78.17"))
        for line in copy.lines.all():
            if line.is_open:
                services.accept_line(acting=acting(), line=line)
        services.confirm(acting=acting(), sheet=copy)
        assert ResultSheet.objects.get(pk=copy.pk).mark != first.mark


def test_dropped_versions_leave_their_paper(here, asks):
    with here.speaks():
        told = kept(here, "P4.pdf")
    assert asks().post(reverse("result-sheet-drop", args=[told.sheets[0].pk])).status_code == 302
    with here.speaks():
        assert not ResultSheet.objects.exists()
        assert services.papers_read(2567) == [told.paper]


@pytest.mark.parametrize("value", ["100.01", "10000", "1e2", "NaN", "85.855", "-1", "๘๕,๕", "แปดสิบ"])
def test_a_figure_that_is_no_score_is_refused(here, asks, wrong_total, value):
    line = line_of(here, wrong_total, "4")
    assert corrects(asks(), line, value).status_code == 400
    assert line_of(here, wrong_total, "4").value == Decimal("74.16")


def test_an_item_is_passed_or_not(here, asks):
    with here.speaks():
        sheet = kept(here, "P4.pdf").sheets[0]
    line = line_of(here, sheet, "O33", "item")
    assert corrects(asks(), line, "50", remark="").status_code == 400
    assert corrects(asks(), line, "100", remark="แก้แล้ว").status_code == 302


def test_a_score_taken_away_is_missing_and_never_zero(here, asks, wrong_total):
    assert corrects(asks(), line_of(here, wrong_total, "4"), "").status_code == 302
    with here.speaks():
        assert 4 not in services.scores_of(wrong_total).indicators


def test_who_comes_second_at_a_score_is_told(here, asks, wrong_total):
    client, line = asks(), line_of(here, wrong_total, "4")
    address = reverse("result-line-correct", args=[line.pk])
    seen = client.get(address).context["form"].initial["seen"]
    first = client.post(address, {"value": "78.16", "seen": seen})
    second = client.post(address, {"value": "79.16", "seen": seen})
    assert (first.status_code, second.status_code) == (302, 409)
    assert line_of(here, wrong_total, "4").value == Decimal("78.16")


PASTED = "1\tการปฏิบัติหน้าที่\t๙๓.๔๐\n2\tการใช้งบประมาณ\t87.92\nIIT\t86.86\nระดับ\tผ่าน"


def cycle_of(here, acting, year=2567):
    with here.speaks():
        return rounds.ensure_round(acting=acting(), agency=here.agency, fiscal_year=year)


def test_a_pasted_table_becomes_a_version(here, asks, acting):
    cycle = cycle_of(here, acting)
    assert asks().post(reverse("results-paste", args=[cycle.pk]), {"table": PASTED}).status_code == 302
    with here.speaks():
        scores = services.scores_of(ResultSheet.objects.get())
    assert (scores.indicators[1], scores.instruments["IIT"], scores.level) == (Decimal("93.4"), Decimal("86.86"), "ผ่าน")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("1\t93.40\n11\t80.00", "บรรทัด 2"),
        ("1\t10000", "100.00"),
        ("1\t93.40\n1\t93.50", "สองค่า"),
        ("o16\t50", "0 หรือ 100"),
        ("เรื่องอื่น\t80", "ไม่ตรงกับตัวชี้วัดใด"),
        ("\t\n", ""),
    ],
)
def test_a_bad_row_keeps_the_whole_table_out_and_is_named(here, asks, acting, table, said):
    cycle = cycle_of(here, acting)
    answer = asks().post(reverse("results-paste", args=[cycle.pk]), {"table": table})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    with here.speaks():
        assert not ResultSheet.objects.exists()


def test_ten_typed_numbers_become_a_version(here, asks, acting):
    cycle = cycle_of(here, acting)
    told = {f"indicator-{n}": score for n, score in enumerate(SCORES, 1)}
    told |= {"score-EIT1": "90.02", "score-EIT2": "84.58", "level": "ผ่าน", "lost": "o16 o33"}
    assert asks().post(reverse("results-type", args=[cycle.pk]), told).status_code == 302
    with here.speaks():
        scores = services.scores_of(ResultSheet.objects.get())
    assert scores.eit_parts == {"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")}
    assert scores.items == {"O16": 0, "O33": 0}


def test_an_item_that_the_year_does_not_have_is_refused(here, asks, acting):
    cycle = cycle_of(here, acting)
    assert asks().post(reverse("results-type", args=[cycle.pk]), {"lost": "o99"}).status_code == 400
    assert asks().post(reverse("results-type", args=[cycle.pk]), {}).status_code == 400


def test_what_lines_say_is_what_was_typed(here, typed):
    with here.speaks():
        sheet = typed(("EIT2", "84.58"), ("o33", "0"), ("ระดับ", "ผ่าน"))
        scores = scores_of_lines(list(sheet.lines.all()))
    told = {entry.key: entry for entry in printed_of_scores(scores)}
    assert told["item", "O33"] == Printed("item", "O33", "0.00", Decimal(0))
    assert told["level", "level"].word == "ผ่าน"
    assert "question" not in {kind for kind, _code in told}
