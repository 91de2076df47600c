"""Where the fonts are that a PDF is set in. They are installed by the set-up, never kept in the repository."""

from __future__ import annotations

from pathlib import Path

from prongsai.ita.thai.refusal import Refused

FACES = ("Sarabun_400Regular.ttf", "Sarabun_700Bold.ttf", "Sarabun_400Regular_Italic.ttf", "Sarabun_700Bold_Italic.ttf")


def fonts_folder(folder: Path | None = None) -> Path:
    """Return the folder that holds the four faces of Sarabun (OFL-1.1).

    Raises `Refused` with the rule FONT, and how to mend it, when a face is missing.
    """
    folder = folder or Path(__file__).parent / "fonts"
    missing = [face for face in FACES if not (folder / face).is_file()]
    if missing:
        raise Refused(
            "FONT",
            f"ยังไม่ได้ติดตั้งแบบอักษร Sarabun จึงสร้างไฟล์ PDF ไม่ได้ ให้สั่ง make run หนึ่งครั้งเพื่อติดตั้ง (ขาด {', '.join(missing)})",
        )
    return folder
