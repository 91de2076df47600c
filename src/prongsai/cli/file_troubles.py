"""What the operating system will not do with a file or a folder, said in plain Thai."""

from __future__ import annotations

import errno

from prongsai.ita.thai.refusal import Refused

_SAID = {
    errno.ENOENT: "ไม่พบแฟ้มหรือโฟลเดอร์นี้ โปรดตรวจชื่อและที่อยู่",
    errno.ENOTDIR: "ที่อยู่นี้มีแฟ้มอยู่ในตำแหน่งที่ควรเป็นโฟลเดอร์ โปรดเลือกที่อยู่อื่น",
    errno.EEXIST: "ที่อยู่นี้มีแฟ้มอยู่ในตำแหน่งที่ควรเป็นโฟลเดอร์ โปรดเลือกที่อยู่อื่น",
    errno.EISDIR: "ที่อยู่นี้เป็นโฟลเดอร์ ไม่ใช่แฟ้ม",
    errno.EACCES: "ไม่มีสิทธิ์อ่านหรือเขียนที่นี่ หรือแฟ้มเปิดค้างอยู่ในโปรแกรมอื่น",
    errno.EPERM: "ไม่มีสิทธิ์อ่านหรือเขียนที่นี่ หรือแฟ้มเปิดค้างอยู่ในโปรแกรมอื่น",
    errno.EROFS: "ที่เก็บนี้อ่านได้อย่างเดียว โปรดเลือกโฟลเดอร์อื่น",
    errno.ENOSPC: "ที่เก็บเต็ม โปรดเพิ่มที่ว่างหรือเลือกโฟลเดอร์อื่น",
    errno.ENAMETOOLONG: "ชื่อยาวเกินกว่าที่ระบบรับได้ โปรดใช้ชื่อที่สั้นลง",
}


def refusal_of(error: OSError) -> Refused:
    """Say an error of the operating system as a refusal FILE with the path it happened at."""
    message = _SAID.get(error.errno or 0, "เปิดหรือเขียนแฟ้มไม่ได้")
    return Refused("FILE", message).at(file=str(error.filename) if error.filename else None)
