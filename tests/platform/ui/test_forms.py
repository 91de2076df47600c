"""A form says what it wants, and beside each field what is wrong with it."""

import re
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler
from lxml import html

import prongsai
from prongsai.platform.ui.examples import ExampleForm
from prongsai.platform.ui.fields import TextField

WRONG = {"due_day": "31", "due_month": "2", "due_year": "2568", "score": "101"}


def written(text, **context):
    return Template(CottonCompiler().process(text)).render(Context(context))


def drawn(text, **context):
    return html.fromstring("<main>" + written(text, **context) + "</main>")


@pytest.fixture
def page():
    return drawn("<c-error-summary :form='form' />{{ form }}", form=ExampleForm(WRONG, auto_id="f_%s"))


def test_every_field_has_a_label_that_names_it():
    page = drawn("{{ form }}", form=ExampleForm())
    for field in page.xpath("//input[@type!='hidden'] | //select | //textarea"):
        assert page.xpath(f"//label[@for='{field.get('id')}']"), field.get("name")


def test_fields_of_several_boxes_are_one_group_with_a_legend():
    page = drawn("{{ form }}", form=ExampleForm())
    assert [legend.text.strip() for legend in page.xpath("//fieldset/legend")] == ["ได้รับทางใด", "รอบ", "กำหนดแล้วเสร็จ"]


def test_what_may_stay_empty_says_so():
    page = drawn("{{ form }}", form=ExampleForm())
    assert "(ไม่บังคับ)" in page.xpath("string(//label[@for='id_detail'])")
    assert "(ไม่บังคับ)" not in page.xpath("string(//label[@for='id_title'])")


def test_each_line_of_the_list_of_errors_leads_to_its_field(page):
    links = page.xpath("//*[@role='alert']//a/@href")
    assert links == ["#f_title", "#f_unit", "#f_way_0", "#f_due_0", "#f_score"]
    for link in links:
        assert page.xpath(f"//*[@id='{link[1:]}']")


def test_a_wrong_field_is_described_by_its_hint_and_its_error(page):
    (score,) = page.xpath("//input[@name='score']")
    assert score.get("aria-invalid") == "true"
    described = score.get("aria-describedby").split()
    assert described == ["f_score_helptext", "f_score_error"]
    assert all(page.xpath(f"//*[@id='{name}']") for name in described)
    assert "อยู่นอกช่วง" in page.xpath("string(//*[@id='f_score_error'])")


def test_a_wrong_group_is_described_as_a_whole(page):
    (group,) = page.xpath("//fieldset[.//input[@name='due_day']]")
    assert group.get("aria-describedby").split() == ["f_due_helptext", "f_due_error"]


def test_a_fault_of_the_whole_form_stands_on_top():
    class Pair(forms.Form):
        first = TextField(label="First")

        def clean(self):
            raise forms.ValidationError("These do not fit together.")

    page = drawn("<c-error-summary :form='form' />{{ form }}", form=Pair({"first": "x"}))
    assert "These do not fit together." in page.xpath("string(//*[@role='alert'])")


def test_a_form_without_fault_has_no_list_of_errors():
    assert drawn("<c-error-summary :form='form' />", form=ExampleForm()).xpath("//*[@role='alert']") == []


def test_what_somebody_typed_is_shown_as_text():
    page = drawn("{{ form }}", form=ExampleForm({"title": '"><script>x</script>'}))
    assert page.xpath("//script") == []
    assert page.xpath("//input[@name='title']/@value") == ['"><script>x</script>']


def test_a_form_that_changes_something_carries_both_keys():
    request = RequestFactory().get("/")
    text = written("<c-form><p>x</p></c-form>", request=request)
    assert 'method="post"' in text
    assert 'name="once"' in text


def test_components_take_only_what_they_are_given():
    page = drawn("<c-notice>x</c-notice>", title="of the page", kind="danger")
    assert "of the page" not in page.text_content()
    assert page.xpath("//div/@class")[0] == "notice info"


@pytest.mark.parametrize("kind", ["info", "success", "warning", "danger", "error"])
def test_a_message_is_told_to_who_cannot_see_it(kind):
    page = drawn(f"<c-notice kind='{kind}' live>x</c-notice>")
    assert page.xpath("//div/@role") == ["alert" if kind in ("danger", "error") else "status"]


def test_a_long_list_has_its_pages():
    page = drawn("<c-pagination :page='page' query='q=x&' />", page=Paginator(range(600), 50).get_page(4))
    assert page.xpath("//*[@aria-current='page']/text()") == ["4"]
    assert "?q=x&page=5" in page.xpath("//a/@href")
    assert re.search(r"151.*200.*600", page.text_content())


class NeverRight(forms.Form):
    """A form that is wrong as a whole."""

    what = TextField(label="What")

    def clean(self):
        raise forms.ValidationError("ทั้งแบบไม่ถูกต้อง")


def test_what_is_wrong_with_a_form_as_a_whole_is_said_once():
    page = drawn("<c-error-summary :form='form' />{{ form }}", form=NeverRight({"what": "อะไร"}))
    assert page.text_content().count("ทั้งแบบไม่ถูกต้อง") == 1


SOURCE = Path(prongsai.__file__).parent
PRINTS_A_FORM = re.compile(r"\{\{ ?(?:[a-z_]+\.)?form ?\}\}")


def test_a_page_with_a_form_lists_what_is_wrong_with_it():
    pages = [path for path in SOURCE.rglob("templates/**/*.html") if PRINTS_A_FORM.search(path.read_text("utf-8"))]
    assert len(pages) > 20
    assert [path.name for path in pages if "<c-error-summary" not in path.read_text("utf-8")] == []
