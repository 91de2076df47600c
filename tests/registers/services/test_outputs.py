"""Six outputs from one record."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from django.urls import reverse

from prongsai.registers.services.outputs import OUTPUTS
from whole_service import INSIDE, WHOLE


def text_of(pdf: bytes) -> str:
    return "".join(pages_of(pdf))


def pages_of(pdf: bytes) -> list[str]:
    """Give the text of each page without blanks: lines may end anywhere."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=lambda output: output.key)
def test_each_output_of_a_posted_service_comes_as_a_file_of_its_kind(here, asks, posted, output):
    with here.speaks():
        version = posted(here)
    answer = asks().get(reverse("service-output", args=[version.pk, output.key]))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == output.content_type
    starts = {"pdf": b"%PDF", "docx": b"PK", "svg": b"<?xml", "png": b"\x89PNG"}
    assert answer.content.startswith(starts[output.suffix])
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("key", ["manual", "chart", "leaflet", "poster"])
def test_a_draft_says_so_and_an_approved_one_does_not(here, asks, added, approved, key):
    with here.speaks():
        draft, done = added(here), approved(here, INSIDE if key in ("manual", "chart") else WHOLE)
    told = {}
    for version in (draft, done):
        told[version.pk] = text_of(asks().get(reverse("service-output", args=[version.pk, key])).content)
    assert "ร่าง" in told[draft.pk]
    assert "ร่าง" not in told[done.pk]


def test_every_page_of_a_demo_agency_says_that_it_is_invented(here, asks, posted):
    with here.speaks():
        version = posted(here)
    for key in ("manual", "chart", "leaflet", "poster", "script"):
        pages = pages_of(asks().get(reverse("service-output", args=[version.pk, key])).content)
        assert all("ข้อมูลสมมุติเพื่อการสาธิต" in page for page in pages), key


def test_an_inside_procedure_has_no_poster_and_no_square_code(here, asks, approved):
    with here.speaks():
        version = approved(here, INSIDE)
    client = asks()
    assert client.get(reverse("service-output", args=[version.pk, "manual"])).status_code == 200
    for key in ("poster", "leaflet", "script", "code"):
        assert client.get(reverse("service-output", args=[version.pk, key])).status_code == 404


def test_without_a_known_address_there_is_no_square_code_but_still_a_poster(here, asks, posted, settings):
    settings.OWN_ADDRESS = ""
    here.agency.host = ""
    here.agency.save()
    with here.speaks():
        version = posted(here)
    client = asks()
    assert client.get(reverse("service-output", args=[version.pk, "code"])).status_code == 404
    assert client.get(reverse("service-output", args=[version.pk, "poster"])).status_code == 200


def test_an_output_that_is_none_is_not_there(here, asks, posted):
    with here.speaks():
        version = posted(here)
    assert asks().get(reverse("service-output", args=[version.pk, "hologram"])).status_code == 404
