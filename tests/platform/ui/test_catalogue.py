"""The living catalogue shows every component there is, and the docs tell of each."""

import re
from pathlib import Path

import pytest
from lxml import html

import prongsai
from cast import make_office
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.catalogue import PARTS

UI = Path(prongsai.__file__).parent / "platform" / "ui"
COMPONENTS = sorted(path.stem.replace("_", "-") for path in (UI / "templates" / "cotton").glob("*.html"))
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in (UI / "templates/ui/examples").glob("*.html")}
each_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)


@pytest.fixture
def client(client, db):
    make_office("nongkrachang", "อบต.หนองกระจ่าง").enters(client, Role.COORDINATOR)
    return client


def test_every_example_is_shown_once():
    shown = [name for part in PARTS for component in part.components for name in component.examples]
    assert sorted(shown) == sorted(EXAMPLES)


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_component_has_an_example(component):
    pages = [*EXAMPLES.values(), *(path.read_text("utf-8") for path in (UI / "templates/ui/catalogue").glob("*.html"))]
    assert any(re.search(rf"<c-{component}[\s>/]", text) for text in pages)


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_component_is_in_the_readme(component):
    assert re.search(rf"c-{component}\b", (UI / "README.md").read_text(encoding="utf-8"))


def test_the_catalogue_lists_its_parts(client):
    links = html.fromstring(client.get("/design/").content).xpath("//main//a/@href")
    assert links == [f"?part={part.key}" for part in PARTS]


@each_part
@pytest.mark.parametrize("language", ["th", "en"])
def test_a_part_shows_its_components_with_when_and_when_not(client, part, language):
    client.cookies["language"] = language
    page = html.fromstring(client.get(f"/design/?part={part.key}").content)
    assert len(page.xpath("//section/h2")) == len(part.components)
    ids = page.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)
    assert "<c-" not in "".join(page.xpath("//div[@class='example']//text()"))


def test_a_part_that_does_not_exist_is_not_there(client):
    assert client.get("/design/?part=nothing").status_code == 404


def test_a_form_in_a_component_carries_its_token(client):
    page = html.fromstring(client.get("/design/?part=forms").content)
    assert page.xpath("//main//form[@method='post']//input[@name='csrfmiddlewaretoken']")


@each_part
def test_the_docs_tell_of_every_component(part):
    docs = (UI.parents[3] / "docs" / "design.md").read_text(encoding="utf-8")
    for component in part.components:
        assert component.use in docs
        assert component.avoid in docs
