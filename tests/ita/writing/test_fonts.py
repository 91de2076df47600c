import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing import fonts_folder
from prongsai.ita.writing.fonts import FACES


def test_the_installed_folder_holds_all_faces():
    assert all((fonts_folder() / face).is_file() for face in FACES)


def test_a_missing_font_is_refused_with_what_to_do(tmp_path):
    (tmp_path / FACES[0]).write_bytes(b"")
    with pytest.raises(Refused) as refusal:
        fonts_folder(tmp_path)
    assert refusal.value.rule == "FONT"
    assert "make run" in refusal.value.message
    assert FACES[1] in refusal.value.message
    assert FACES[0] not in refusal.value.message
