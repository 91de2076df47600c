"""What may be a passphrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.accounts.models import User
from prongsai.platform.accounts.passphrases import Weakness, canonical_passphrase, common_passphrases, weakness

ABOUT = ["nongkrachang", "องค์การบริหารส่วนตำบลหนองกระจ่าง", "พิมพ์ใจ", "ตัวอย่างดี", "pimjai"]

GOOD = [
    "ทางเดินริมคลองหลังฝน",
    "ปลาทูสามเข่งกับแม่ค้า",
    "a walk along the canal",
    "correct horse battery staple",
    "ยายซื้อมะม่วงสี่ลูกที่ตลาด",
    "ITA ฉันชอบกินข้าวต้มตอนเช้า",
    "๑๒ ช้างเดินข้ามสะพานไม้",
    "blue elephants never forget rain",
    "        spaces count as well",
    "Zq8#mK2!vT9@pL4$",
    "ก" + "าอิอี" * 3 + "ขคงจฉช",
    "my dog eats 3 mangoes daily",
]
POOR = [
    ("", Weakness.SHORT),
    ("สั้นเกินไป", Weakness.SHORT),
    ("fourteen chars", Weakness.SHORT),
    ("\u200b" * 20, Weakness.SHORT),
    ("x" * 129, Weakness.LONG),
    ("ทางเดินริมคลอง" * 10, Weakness.LONG),
    ("aaaaaaaaaaaaaaaaa", Weakness.REPEATED),
    ("abababababababab", Weakness.REPEATED),
    ("passwordpassword", Weakness.REPEATED),
    ("มะลิมะลิมะลิมะลิ", Weakness.REPEATED),
    ("qwertyuiopasdfgh", Weakness.REPEATED),
    ("123456789012345", Weakness.REPEATED),
    ("987654321098765", Weakness.REPEATED),
    ("abcdefghijklmnop", Weakness.REPEATED),
    ("ฟหกดเ้่าสวงผปแอิ", Weakness.REPEATED),
    ("password1234567", Weakness.COMMON),
    ("!!!sunshine!!!!", Weakness.COMMON),
    ("footballdragon99", Weakness.COMMON),
    ("Football-Dragon-99", Weakness.COMMON),
    ("nongkrachang2568", Weakness.NAMED),
    ("Prongsai ITA 2568", Weakness.NAMED),
    ("โปร่งใส โปร่งใส 256812", Weakness.NAMED),
    ("พิมพ์ใจ ตัวอย่างดี 1", Weakness.NAMED),
    ("pimjai@nongkrachang", Weakness.NAMED),
    ("องค์การบริหารส่วนตำบลหนองกระจ่าง", Weakness.NAMED),
]


@pytest.mark.parametrize("passphrase", GOOD)
def test_a_sentence_of_ones_own_is_taken(passphrase):
    assert weakness(passphrase, ABOUT) is None


@pytest.mark.parametrize(("passphrase", "why"), POOR)
def test_what_is_guessed_first_is_refused(passphrase, why):
    assert weakness(passphrase, ABOUT) is why


@pytest.mark.parametrize("listed", sorted(word for word in common_passphrases() if len(word) >= 15)[:100])
def test_everything_on_the_list_is_refused(listed):
    assert weakness(listed) is not None


def test_the_list_is_long_and_local():
    assert len(common_passphrases()) >= 10_000


@pytest.mark.parametrize("count", [15, 42, 64, 128])
def test_a_long_thai_sentence_is_taken_whole(count):
    letters = "".join(chr(0x0E01 + n * 7 % 46) for n in range(count))
    assert len(canonical_passphrase(letters)) == count
    assert weakness(letters) is None


def test_letters_beyond_the_seventieth_still_count():
    user, long = User(), "ทางเดินริมคลองหลังฝนตกหนักเมื่อคืนก่อนกับยายแก้วและแมวสามตัวที่ศาลาท่าน้ำ"
    user.set_password(long + "ก")
    assert user.check_password(long + "ก")
    assert not user.check_password(long + "ข")
    assert not user.check_password(long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("น้ำท่วมถนนหน้าวัดบ่อย", "น\u0e49\u0e4d\u0e32ท่วมถนนหน้าวัดบ่อย"),
        ("แมวสามตัวนอนบนหลังคา", "เเมวสามตัวนอนบนหลังคา"),
        ("ที่นี่มีมะม่วงสุกแล้ว", "ท\u0e48\u0e35น\u0e48\u0e35มีมะม่วงสุกแล้ว"),
        ("a cafe\u0301 by the river", "a caf\u00e9 by the river"),
    ],
)
def test_the_same_words_typed_in_another_order_are_the_same_passphrase(one, other):
    user = User()
    user.set_password(one)
    assert user.check_password(other)


@given(st.text(max_size=150))
def test_the_canonical_spelling_is_stable_and_can_be_hashed(typed):
    once = canonical_passphrase(typed)
    assert canonical_passphrase(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@given(st.text(min_size=1, max_size=40), st.integers(1, 300))
def test_no_text_breaks_the_rules(typed, times):
    assert weakness(typed * times, ABOUT) in {*Weakness, None}


def test_an_account_without_a_passphrase_opens_to_none():
    user = User()
    user.set_password(None)
    assert not user.has_usable_password()
    assert not user.check_password("")
    assert not user.check_password(None)
