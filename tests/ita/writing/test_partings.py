from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.writing.partings import letters, parting


def leaves(part):
    return part if isinstance(part, str) else "".join(leaves(inner) for inner in part["p"])


@given(st.lists(st.text(alphabet="กขงรสเแโาำิี่้์ญฐabc/.-09 ", min_size=1, max_size=20), min_size=1, max_size=4))
def test_the_parts_joined_are_the_whole(atoms):
    assert leaves(parting(tuple(atoms))) == "".join(atoms)


def test_a_short_piece_needs_no_parts():
    assert parting(("คณะทำงาน",)) == "คณะทำงาน"


def test_a_compound_is_parted_where_it_is_marked():
    found = parting(("องค์การบริหารส่วนตำบล,",))
    assert [part if isinstance(part, str) else part["w"] for part in found["p"]] == ["องค์การ", "บริหาร", "ส่วนตำบล,"]


def test_a_word_that_makes_a_noun_stays_with_the_first_part():
    found = parting(("การ", "ตรวจสอบภายใน"))
    assert [part if isinstance(part, str) else part["w"] for part in found["p"]] == ["การตรวจสอบ", "ภายใน"]


def test_a_piece_with_blanks_is_parted_there_first():
    assert parting(("15", " ", "พฤศจิกายน"))["p"][:2] == ["15", " "]


def test_marks_and_vowels_never_stand_alone():
    assert letters("ผู้ใหญ่น้ำเคลื่อน") == ("ผู้", "ให", "ญ่", "น้ำ", "เค", "ลื่", "อ", "น")


def test_an_address_is_parted_after_its_signs():
    assert letters("https://nongkrachang.example/a-b")[:3] == ("https://", "nongkrachang.", "example/")
