"""The index of the search: words as people type them, words inside files, nothing beyond the site."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import search_key
from prongsai.office.site.searching.finding import find
from prongsai.office.site.searching.index import FOLDER, Text, index_files, numbers_of, told_by
from prongsai.office.site.searching.words import words_of
from published_site import small_site, standing

THAI = st.text(alphabet="กขคงนมาำ้่ัเแโ๑2ab .-", max_size=60)


def indexed(folder, *texts: Text):
    for path, content in index_files(texts):
        at = folder / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(content)
    return folder


@given(words=THAI, start=st.integers(0, 50), length=st.integers(3, 20))
def test_every_word_of_three_letters_or_more_is_found(tmp_path_factory, words, start, length):
    folder = indexed(tmp_path_factory.mktemp("site"), Text("ชื่อ", "x/", "หน้า", words), Text("อื่น", "y/", "หน้า", "ไม่ตรง"))
    asked = search_key(words)[start : start + length]
    long_enough = any(len(word) >= 3 for word in search_key(asked).split())
    assert ("x/" in [each.path for each in find(folder, asked).found]) == long_enough or not asked.strip()


@pytest.mark.parametrize("typed", ["น้ำ", "น\u0e4d\u0e49า", "น\u0e49\u0e4dา", "น\u200b้ำ", " น้ำ  ประปา "])
def test_water_is_found_however_it_is_typed(tmp_path, typed):
    folder = indexed(tmp_path, Text("การขอใช้บริการ", "services/1/", "งานบริการ", "ขอน้ำประปาในหมู่บ้าน"))
    (found,) = find(folder, typed).found
    assert (found.path, found.word[:3]) == ("services/1/", "น้ำ")


@pytest.mark.parametrize("asked", ["", "กข", "%_\\", "(a+)+$" * 20, "'; DROP", "\u0000\u0000\u0000", "x" * 100_000])
def test_strange_questions_find_nothing_and_break_nothing(tmp_path, asked):
    assert find(indexed(tmp_path, Text("ก", "a/", "", "ข้อความธรรมดา")), asked).found == ()


def test_numbers_are_read_as_they_were_written():
    numbers = [0, 1, 36, 1_300, 50_000]
    parts = dict(index_files(Text(f"{n}", f"{n}/", "", "กกก" if n in numbers else "ข") for n in range(1_301)))
    told = told_by(parts[f"{FOLDER}part/{ord('ก'):x}.js"])
    assert numbers_of(told["กกก"]) == numbers[:4]


def test_a_text_cannot_end_the_script_that_hands_it_over(tmp_path):
    words = 'x"); alert(1); ("</script>\u2028'
    script = dict(index_files([Text("t", "a/", "", words)]))[f"{FOLDER}text/0.js"]
    assert json.loads(script.decode().removeprefix('prongsaiSearch("t0",').removesuffix(")"))[3].startswith('x");')


def test_places_where_a_line_may_end_part_no_word():
    page = "<main><nav>ทาง</nav><p>จัดซื้อ<wbr>จัดจ้าง</p><p>ต่อ</p></main><footer>ท้าย</footer>".encode()
    assert words_of(page) == "จัดซื้อจัดจ้าง ต่อ"


def test_what_stands_in_a_pdf_of_ours_is_found_without_scripts(here, client):
    with here.speaks():
        small_site(here, with_file=True)
    page = client.get(f"/site-search/{here.agency.code}/", {"q": "คำสั่งแต่งตั้ง"}).content.decode()
    assert "file-" in page and ".pdf" in page
    assert client.get("/site-search/nowhere/", {"q": "คำสั่ง"}).status_code == 404
    assert client.get(f"/site/{here.agency.code}/../thachaemchan/").status_code == 404


def test_nothing_of_what_was_withdrawn_is_found(here):
    with here.speaks():
        small_site(here)
    found = find(standing(here), "ระบบน้ำประปาหมู่บ้าน").found
    assert [each.path for each in found] == ["ita/2568/o26/"]
