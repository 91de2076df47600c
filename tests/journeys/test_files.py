"""Attaching files and looking at them, in a real browser: on a telephone, without scripts, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bad_inputs.makers import MAKERS
from bad_inputs.planted import OFFICE, PICTURES
from papers_of_units import UNIT_PAPERS
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.jobs.progress import show_progress


@pytest.fixture
def sent(tmp_path) -> list[Path]:
    """A paper and a photograph on the visitor's own disk."""
    files = {"แผนปฏิบัติการ.docx": OFFICE["core.docx"](), "IMG_0042.HEIC": PICTURES["exif.heic"]()}
    folder = tmp_path / "own"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


@pytest.fixture
def unit(office) -> int:
    return office.units["กองคลัง"].pk


@pytest.fixture
def file(office, unit):
    with office.speaks():
        content = made_here("แผนงาน".encode(), "แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ 2568.txt", Kind.TXT)
        told = {"agency": office.agency.pk, "holder": UNIT_PAPERS.key, "thing": unit}
        (stored,) = attach_files(acting=f"user:{office.accounts[Role.OFFICER].pk}", files=[content], **told)
        return stored


@pytest.fixture
def pages(file, unit, office) -> list[str]:
    with office.speaks():
        number = file.attachments.get().pk
        show_progress(9, title="Work in the background")
    return [
        f"/files/attach/{UNIT_PAPERS.key}/{unit}/",
        f"/files/{file.public_id}/",
        f"/files/{file.public_id}/new-version/",
        f"/files/attached/{number}/take-away/",
        "/files/",
        "/jobs/9/",
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_rules_of_accessibility_find_nothing(visit, office, faults, pages, language):
    visitor = visit(office=office)
    visitor.chooses(language=language)
    for path in pages:
        assert (path, faults(visitor.opens(path))) == (path, [])


def test_the_page_of_parked_jobs_is_accessible_too(visit, office, axe):
    page = visit(office=office, role=Role.SYSTEM_ADMIN, width=360).opens("/jobs/parked/")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_files_are_attached_on_a_telephone_without_scripts(visit, office, unit, sent):
    visitor = visit(office=office, role=Role.OFFICER, width=360, scripts=False)
    page = visitor.opens(f"/files/attach/{UNIT_PAPERS.key}/{unit}/")
    page.set_input_files("#id_files", sent[0])
    page.set_input_files("#id_files_camera", sent[1])
    with page.expect_navigation():
        page.click("main form button")
    page = visit(office=office, width=360, scripts=False).opens("/files/")
    expect(page.get_by_text("แผนปฏิบัติการ.docx")).to_be_visible()
    expect(page.get_by_text("IMG_0042.jpg")).to_be_visible()


def test_a_bad_file_is_told_where_the_eye_is(visit, office, unit, axe, tmp_path):
    bad = tmp_path / "คะแนน.xlsx"
    bad.write_bytes(MAKERS["macros"]())
    page = visit(office=office, role=Role.OFFICER, width=360).opens(f"/files/attach/{UNIT_PAPERS.key}/{unit}/")
    page.set_input_files("#id_files", bad)
    page.click("main form button")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator(".error")).to_contain_text("มาโคร")
    assert axe(page) == []


def test_a_file_is_saved_under_its_own_name(visit, office, file):
    page = visit(office=office).opens(f"/files/{file.public_id}/")
    with page.expect_download() as saved:
        page.click("main .buttons a >> nth=0")
    assert saved.value.suggested_filename == "แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ 2568.txt"
