"""What people and programs send that no form asked for."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from photographs import photograph
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.registers.tasks.models import Task


def page_of(task: Task) -> str:
    return reverse("task", args=[task.pk])


def test_the_same_form_sent_twice_hands_in_once_and_both_get_the_same_answer(here, asks, given):
    with here.speaks():
        task = given()
    client, sent = asks(by_link=True), {"proof": "เสร็จ", "once": str(uuid4())}
    answers = [client.post(page_of(task), sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]


@pytest.mark.parametrize(
    "told",
    [
        {"proof": "ก" * 3_001},
        {"proof": "เสร็จ\x00แล้ว"},
        {"files": SimpleUploadedFile("ชุด.zip", b"PK\x03\x04 not taken here")},
        {"files": SimpleUploadedFile("ภาพ.jpg", b"")},
        {"files": SimpleUploadedFile("ภาพ.jpg", b"<html>no picture</html>")},
    ],
    ids=["too long", "no text", "archive", "empty", "no picture"],
)
def test_a_proof_that_is_not_taken_leaves_the_task_open(here, asks, given, told):
    with here.speaks():
        task = given()
    answer = asks().post(page_of(task), {"proof": ""} | told)
    assert 400 <= answer.status_code < 500
    with here.speaks():
        task.refresh_from_db()
        assert task.is_open
        assert not Attachment.objects.exists()


def test_of_two_files_the_bad_one_keeps_both_out(here, asks, given):
    with here.speaks():
        task = given()
    bad = SimpleUploadedFile("แปลก.exe", b"MZ")
    answer = asks().post(page_of(task), {"proof": "", "files": [photograph(), bad]})
    assert 400 <= answer.status_code < 500
    assert "แปลก.exe" in answer.content.decode()
    with here.speaks():
        assert not Attachment.objects.exists()


def test_a_state_that_is_sent_along_changes_nothing(here, asks, given):
    with here.speaks():
        task = given()
    asks().post(page_of(task), {"proof": "เสร็จ", "state": "dropped", "done": "2020-01-01", "recorded_for": "1"})
    with here.speaks():
        task.refresh_from_db()
        assert (task.state, task.done, task.recorded_for) == ("done", date(2025, 3, 17), None)


def test_a_field_sent_twice_is_refused(here, asks, given):
    with here.speaks():
        task = given()
    assert asks().post(page_of(task), {"proof": ["หนึ่ง", "สอง"]}).status_code == 400


def test_somebody_of_the_twin_cannot_be_recorded_for(here, there, asks, given):
    with here.speaks():
        task = given()
    sent = {"recorded_for": there.people[Role.OFFICER].pk, "received_by": "line", "day": "17 มีนาคม 2568", "proof": "ส่ง"}
    assert asks(Role.COORDINATOR).post(reverse("task-record-for", args=[task.pk]), sent).status_code == 400


def test_a_channel_nobody_knows_is_refused(here, asks, given):
    with here.speaks():
        task = given()
    sent = {"recorded_for": task.person_id, "received_by": "pigeon", "day": "17 มีนาคม 2568", "proof": "ส่ง"}
    assert asks(Role.COORDINATOR).post(reverse("task-record-for", args=[task.pk]), sent).status_code == 400


def test_words_that_look_like_markup_are_shown_as_words(here, asks, given):
    with here.speaks():
        task = given('<script>alert("x")</script>', details="<b>หนา</b>")
    for client, path in (
        (asks(), page_of(task)),
        (asks(), reverse("tasks")),
        (asks(by_link=True), reverse("my-tasks")),
    ):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


def test_the_pages_are_there_in_english_too(here, given, asks):
    with here.speaks():
        given()
    client = asks(Role.COORDINATOR)
    client.cookies["language"] = "en"
    for path, words in ((reverse("office-home"), "To do this week"), (reverse("tasks"), "Give a task")):
        assert words in client.get(path).content.decode()
