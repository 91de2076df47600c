"""Pages of staff: what stands, writing a basic page, what stands beside a name, taking the site out."""

import io
import zipfile

import pytest

from bad_inputs.planted import saved
from log_of_deeds import lines_of
from prongsai.office.site.models import BasicPage, OfficeContact, Site
from prongsai.office.site.services import ensure_pages, pages_standing, rebuild
from prongsai.platform.accounts.models import Role
from published_site import page_of, small_site, standing


@pytest.fixture
def pages(here) -> dict[str, BasicPage]:
    with here.speaks():
        found = {page.key: page for page in ensure_pages(here.agency, "test")}
        BasicPage.objects.update(unit=here.units["สำนักปลัด"])
        found["law"].unit = here.units["กองคลัง"]
        found["law"].save()
    return found


def sent(client, page, **told):
    path = f"/office/site/pages/{page.pk}/"
    seen = client.get(path).context["seen"]
    return client.post(path, {"words": "", "table": "", "unit": "", "seen": seen, **told})


def test_a_page_written_by_its_unit_stands_on_the_site_and_is_looked_at_today(here, asks, pages):
    told = {"words": "แผนพัฒนาห้าปี\n=1+1", "table": "ปี\tแผน\n2568\tแผนพัฒนา\n2569", "unit": here.units["สำนักปลัด"].pk}
    assert sent(asks(Role.OFFICER), pages["plan"], **told).status_code == 302
    with here.speaks():
        page = BasicPage.objects.get(key="plan")
        assert page.rows == [["ปี", "แผน"], ["2568", "แผนพัฒนา"], ["2569", ""]]
        assert (str(page.checked), str(page.next_check)) == ("2025-03-17", "2026-03-17")
        rebuild(here.agency)
    assert [line.action for line in lines_of(here)] == ["site.page_changed"]
    assert "แผนพัฒนาห้าปี" in page_of(here, "about/plan")
    assert "<td>แผนพัฒนา</td>" in page_of(here, "about/plan")


def test_an_empty_page_is_not_on_the_site_and_is_named_to_staff(here, pages):
    with here.speaks():
        small_site(here)
        told = {each.basic.key: (each.shown, each.due) for each in pages_standing(here.agency, "test")}
    assert told["plan"] == (False, True)
    assert told["executives"] == (True, True)
    assert not (standing(here) / "about/plan").exists()
    assert "นายประสงค์ ตัวอย่างชัย" in page_of(here, "about/executives")
    assert "สุดา" not in page_of(here, "about/executives")


def test_a_page_of_another_unit_is_not_there_for_an_officer(here, asks, pages):
    assert asks(Role.OFFICER).get(f"/office/site/pages/{pages['law'].pk}/").status_code == 404
    assert asks(Role.COORDINATOR).get(f"/office/site/pages/{pages['law'].pk}/").status_code == 200


def test_two_who_write_one_page_do_not_overwrite_each_other(here, asks, pages):
    client, path = asks(), f"/office/site/pages/{pages['powers'].pk}/"
    old = client.get(path).context["seen"]
    sent(client, pages["powers"], words="คนแรก")
    answer = client.post(path, {"words": "คนที่สอง", "table": "", "unit": "", "seen": old})
    assert answer.status_code == 409
    assert "คนแรก" in answer.content.decode() and "คนที่สอง" in answer.content.decode()
    assert client.post(path, {"words": "x", "table": "", "unit": ""}).status_code == 400


@pytest.mark.parametrize("table", ["ก\t" * 30, "\n".join(["แถว"] * 501)])
def test_a_table_that_is_too_large_for_a_basic_page_is_refused(asks, pages, table):
    answer = sent(asks(), pages["law"], table=table)
    assert answer.status_code == 400
    assert "500" in answer.content.decode()


def test_the_photograph_of_an_executive_stands_beside_the_name(here, asks, pages):
    client, person = asks(), here.people[Role.EXECUTIVE]
    photo = io.BytesIO(saved("JPEG"))
    photo.name = "ภาพ.jpg"
    told = {"contact": "0-0000-1101", "picture": photo}
    assert client.post(f"/office/site/people/{person.pk}/", told).status_code == 302
    with here.speaks():
        assert OfficeContact.objects.get().contact == "0-0000-1101"
        rebuild(here.agency)
    page = page_of(here, "about/executives")
    assert "0-0000-1101" in page and 'alt="ภาพถ่าย นายประสงค์ ตัวอย่างชัย' in page
    assert len(list((standing(here) / "about/executives").glob("*.jpg"))) == 1


def test_the_coordinator_makes_the_site_and_takes_it_out(here, asks, pages):
    client = asks()
    assert client.post("/office/site/build/").status_code == 302
    with here.speaks():
        assert Site.objects.get().pages > 5
    assert f"/site/{here.agency.code}/" in client.get("/office/site/").content.decode()
    answer = client.post("/office/site/export/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert f"{here.agency.code}/index.html" in archive.namelist()
        search = archive.read(f"{here.agency.code}/search/index.html").decode()
    assert "/site-search/" not in search
