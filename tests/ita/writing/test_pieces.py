import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.writing.pieces import pieces, proper_name, with_whole_years

ALPHABET = st.sampled_from([*list('กขคงดตบมรสหอเแโใไาำะิีุู่้์ๆฯ0189๑๙ .,()“”"/-:%\nabZ'), "การ", "คณะทำงาน", "พ.ศ. 2567"])


def cut(text, name=""):
    return ["".join(piece) for piece in pieces(text, name)]


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_pieces_joined_give_the_text_back_with_single_blanks(text):
    assert "".join(cut(text)) == re.sub(" +", " ", text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ภายใน 15 พฤศจิกายน พ.ศ. 2567 นี้", ["15 พฤศจิกายน", "พ.ศ. 2567"]),
        ("ได้ 88.75 คะแนน และร้อยละ 85 ของ", ["88.75 คะแนน", "ร้อยละ 85"]),
        ("ม.ค. 68 – มิ.ย. 68", ["ม.ค. 68", "มิ.ย. 68"]),
        ("ต่าง ๆ ฯลฯ", ["ต่าง ๆ ฯลฯ"]),
        ("สำนักปลัด โทร. 0-0000-1101", ["โทร. 0-0000-1101"]),
        ("ขอให้แจ้งว่า ไม่มี", ["ไม่มี"]),
        ("ประชุมเมื่อวันที่ 31 มีนาคม 2568 แล้ว", ["วันที่ 31 มีนาคม 2568"]),
        ("ต่างๆ ได้", ["ต่างๆ"]),
        ("กล่าวว่า “ดี” และ (Policy) นั้น", ["“ดี”", "(Policy)"]),
        ('คำว่า "ผ่าน" นั้น', ['"ผ่าน"']),
        ("ให้การประเมินเป็นไป", ["การประเมิน"]),
        ("ความโปร่งใส", ["ความโปร่งใส"]),
        ("อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี", ["อำเภอฟ้ากว้าง", "จังหวัดตัวอย่างธานี"]),
        ("ข้อ i14, e13", ["i14,"]),
        ("a@b.example/x.", ["a@b.example/", "x."]),
        ("สำนักงาน ป.ป.ช. แจ้ง", ["ป.ป.ช."]),
        ("ลด 90%", ["90%"]),
    ],
)
def test_what_belongs_together_is_one_piece(text, whole):
    assert [piece for piece in whole if piece not in cut(text)] == []


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one():
    found = cut('“คณะทำงาน” (ITA), ๆ ฯ "ก" ; ข : ค / ง')
    assert [piece for piece in found if len(piece) > 1 and (piece[0] in "”),ๆฯ;:/" or piece[-1] in "“(")] == []


def test_the_name_of_the_agency_is_never_cut():
    assert "หนองกระจ่าง" in cut("ตามที่องค์การบริหารส่วนตำบลหนองกระจ่างได้รับ", "หนองกระจ่าง")


@pytest.mark.parametrize("label", ["ประจำปีงบประมาณ", "ปีงบประมาณ"])
def test_a_fiscal_year_is_whole_with_its_label_where_that_is_wished_for(label):
    text = f"หน่วยงาน {label} พ.ศ. 2567 นั้น"
    assert f"{label} พ.ศ. 2567" in ["".join(piece) for piece in with_whole_years(pieces(text))]
    assert f"{label} พ.ศ. 2567" not in cut(text)


@given(st.lists(ALPHABET, max_size=40).map("".join), st.sampled_from(["", " ประจำปีงบประมาณ พ.ศ. 2567"]))
def test_whole_years_lose_no_letter(text, year):
    whole = "".join("".join(piece) for piece in with_whole_years(pieces(text + year)))
    assert whole == "".join(cut(text + year))


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("องค์การบริหารส่วนตำบลหนองกระจ่าง", "หนองกระจ่าง"),
        ("เทศบาลตำบลท่าแจ่มจันทร์", "ท่าแจ่มจันทร์"),
        ("อบต.หนองกระจ่าง", "หนองกระจ่าง"),
        ("สำนักงานตัวอย่าง", ""),
        ("เทศบาลตำบล" + "ก" * 60, ""),
    ],
)
def test_the_proper_name_is_the_agency_without_its_kind(agency, name):
    assert proper_name(agency) == name
