"""The pages before and after publishing: who may do what there, and what is said to a wrong answer."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from office.disclosure.papers_to_publish import who, with_file, written
from prongsai.ita.papers.blocks import Paper, Paragraph
from prongsai.ita.writing import write_docx
from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import Confirmation, PrivacyAnswer, Publication
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind

MOBILE = "081-234-5678"


@pytest.fixture
def item(here):
    with here.speaks():
        return written(here, "O26", f"ติดต่อ {MOBILE} <script>alert(1)</script>")


def seen_of(client, item) -> str:
    shown = client.get(reverse("disclosure-before", args=[item.pk])).content.decode()
    return re.search(r'name="seen" value="([0-9a-f]{64})"', shown)[1]


def key_of(here, item) -> str:
    with here.speaks():
        (finding,) = services.prepared(item).looked.findings
    return finding.mark[:16]


def test_what_is_shown_without_a_reason_is_asked_again_and_nothing_is_kept(here, asks, item):
    key = key_of(here, item)
    answer = asks().post(reverse("disclosure-before", args=[item.pk]), {f"answer-{key}": "show", f"because-{key}": ""})
    assert answer.status_code == 400
    assert "โปรดระบุเหตุผลที่แสดงได้" in answer.content.decode()
    with here.speaks():
        assert not PrivacyAnswer.objects.exists()


def test_words_are_shown_as_words(asks, item):
    shown = asks().get(reverse("disclosure-before", args=[item.pk])).content.decode()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_in_a_word_file_hiding_is_not_offered_and_not_taken(here, asks):
    with here.speaks():
        item = written(here)
        paper = Paper(("ก",), "", (Paragraph((f"โทรศัพท์ {MOBILE}",)),), "อบต.", 2568, draft=False)
        with_file(here, item, write_docx(paper, here.agency.demo_today), "ก.docx", Kind.DOCX)
    key, client = key_of(here, item), asks()
    address = reverse("disclosure-before", args=[item.pk])
    assert 'value="hide"' not in client.get(address).content.decode()
    assert client.post(address, {f"answer-{key}": "hide"}).status_code == 400


def test_another_unit_neither_answers_nor_confirms(here, asks, item):
    with here.speaks():
        cycle = item.round
        set_owners(acting=who(here), found=cycle, owners={"O26": here.units["กองคลัง"]})
        mark = services.prepared(item).mark
    answers = [
        asks(Role.OFFICER).post(reverse("disclosure-before", args=[item.pk]), {}),
        asks(Role.UNIT_HEAD).post(reverse("disclosure-confirm", args=[item.pk]), {"mark": mark}),
    ]
    assert [answer.status_code for answer in answers] == [409, 409]
    assert asks(Role.EXECUTIVE).post(reverse("disclosure-confirm", args=[item.pk]), {"mark": mark}).status_code == 302
    with here.speaks():
        assert Confirmation.objects.get().made_by == who(here, Role.EXECUTIVE).actor


def test_publishing_before_the_answers_are_there_is_refused_and_a_second_press_makes_nothing(here, asks, item):
    client, address = asks(), reverse("disclosure-publish", args=[item.pk])
    with here.speaks():
        seen = {"seen": services.prepared(item).mark}
    assert client.post(address, {}).status_code == 400
    assert client.post(address, seen).status_code == 409
    client.post(reverse("disclosure-before", args=[item.pk]), {f"answer-{key_of(here, item)}": "hide"})
    first, second = client.post(address, seen), client.post(address, seen)
    assert first.headers["Location"] == second.headers["Location"]
    with here.speaks():
        assert Publication.objects.count() == 1
    assert client.post(address, seen | {"received_day": "32 มี.ค. 2568"}).status_code == 400


def test_what_was_changed_after_somebody_looked_at_it_is_not_published(here, asks):
    with here.speaks():
        item = written(here)
    client = asks()
    seen = seen_of(client, item)
    with here.speaks():
        item.pieces.update(words="แก้ไขหลังเปิดดู")
    answer = client.post(reverse("disclosure-publish", args=[item.pk]), {"seen": seen})
    assert answer.status_code == 409
    assert "ดูอีกครั้ง" in answer.content.decode()
    with here.speaks():
        assert not Publication.objects.exists()


def test_the_page_of_a_version_stays_readable_after_a_correction(here, asks):
    with here.speaks():
        item = written(here)
        first = services.publish(who(here), item)
        item.pieces.update(words="แก้ไขแล้ว")
        services.publish(who(here), item)
    shown = asks(Role.AUDITOR).get(first.get_absolute_url()).content.decode()
    assert "ฉบับก่อน" in shown
    assert "ประชุมประชาคม" in shown
    assert asks().get(reverse("publication-withdraw", args=[first.pk])).status_code == 200
    assert asks().post(reverse("publication-withdraw", args=[first.pk]), {"because": "ผิด"}).status_code == 409
