"""A file is taken away from a thing; with the last thing it goes."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment, StoredFile
from prongsai.platform.files.services import attach_again, detach_all


@pytest.fixture
def twice(here, attached):
    """A file that two units hold; gives it and its attachments."""
    file = attached(here)
    with here.speaks():
        attach_again(acting="test", file=file, holder="unit-paper", thing=here.units["สำนักปลัด"].pk)
        return file, list(file.attachments.values_list("pk", flat=True))


def test_it_is_asked_once_more_before_a_file_goes(officer, twice, here, files_of):
    answer = officer.get(reverse("file-detach", args=[twice[1][0]]))
    assert answer.status_code == 200
    assert "a.txt" in answer.content.decode()
    assert len(files_of(here)[0].attachments.all()) == 2


def test_a_file_goes_with_the_last_thing_that_holds_it(officer, twice, here, files_of):
    file, (first, second) = twice
    assert officer.post(reverse("file-detach", args=[first])).status_code == 302
    assert officer.get(file.newest.get_absolute_url()).status_code == 200
    assert officer.post(reverse("file-detach", args=[second])).status_code == 302
    assert officer.get(file.newest.get_absolute_url()).status_code == 404
    assert files_of(here) == []


def test_pressed_twice_the_second_finds_nothing(officer, twice):
    address = reverse("file-detach", args=[twice[1][0]])
    assert [officer.post(address).status_code for _ in range(2)] == [302, 404]


def test_who_may_not_change_a_thing_takes_nothing_away(here, client_of, attached):
    file = attached(here, holder="secret-paper")
    with here.speaks():
        number = file.attachments.get().pk
    assert client_of(here, Role.COORDINATOR).post(reverse("file-detach", args=[number])).status_code == 404
    with here.speaks():
        assert Attachment.objects.filter(pk=number).exists()


def test_a_thing_that_goes_takes_its_files_along_and_no_others(twins, attached):
    here, there = twins
    attached(here)
    attached(here, b"other", holder="secret-paper")
    attached(there)
    with here.speaks():
        detach_all(acting="test", holder="unit-paper", thing=here.units["กองคลัง"].pk)
        assert [file.attachments.get().holder for file in StoredFile.objects.all()] == ["secret-paper"]
    with there.speaks():
        assert StoredFile.objects.count() == 1
