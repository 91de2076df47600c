"""Every run of every Word file is set for Thai: font and size of complex scripts, weight, language."""

import io
import zipfile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from ita.writing.compose.test_every_paper import NAMES, all_papers  # noqa: F401 - a fixture
from prongsai.ita.writing import write_docx

SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
TWINS = (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs"))


@pytest.fixture(scope="module")
def parts_of(all_papers, head, day):  # noqa: F811
    """A function: the name of a paper in, the parts with text of its Word file and its styles out."""

    def open_parts(name):
        written = write_docx(all_papers(head(footer="ข้อมูลสมมุติ"))[name], day)
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            names = [
                part for part in archive.namelist() if part.startswith(("word/document", "word/head", "word/foot"))
            ]
            texts = [etree.fromstring(archive.read(part)) for part in names]
            return texts, etree.fromstring(archive.read("word/styles.xml"))

    return open_parts


def lacking(properties):
    """What is set for Latin letters and not, or not alike, for Thai."""
    found = [(properties.find(qn(latin)), properties.find(qn(thai))) for latin, thai in TWINS]
    return [
        one for one, other in found if one is not None and (other is None or dict(one.attrib) != dict(other.attrib))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_run_parts_from_the_font_and_the_language_of_the_paper(parts_of, name):
    texts, styles = parts_of(name)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert {defaults.find(qn("w:rFonts")).get(qn(f"w:{slot}")) for slot in SLOTS} == {"TH SarabunPSK"}
    assert defaults.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
    named = {fonts.get(qn("w:cs")) for part in (styles, *texts) for fonts in part.iter(qn("w:rFonts"))}
    assert named == {"TH SarabunPSK"}
    told = {lang.get(qn("w:bidi")) for part in (styles, *texts) for lang in part.iter(qn("w:lang"))}
    assert told == {"th-TH"}


@pytest.mark.parametrize("name", NAMES)
def test_size_and_weight_of_every_run_and_style_hold_for_thai_too(parts_of, name):
    texts, styles = parts_of(name)
    assert [lacking(entry) for part in (styles, *texts) for entry in part.iter(qn("w:rPr")) if lacking(entry)] == []
