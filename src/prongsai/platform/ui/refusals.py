"""Refusals that services raise, and what each status means in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _


class Refusal(Exception):  # noqa: N818 - an answer to a person, not a fault of the program
    """A deed that is refused. `said` tells the person why, in the language of the page."""

    status = 400
    retry_after = 0

    def __init__(self, said: str = "") -> None:
        super().__init__(str(said))
        self.said = said


class Conflict(Refusal):
    """The thing has moved on meanwhile: a step skipped, an older version, taken already (409)."""

    status = 409


class TooLarge(Refusal):
    """More than is taken at once (413)."""

    status = 413


class TooMany(Refusal):
    """Too often in a short time (429). `retry_after` counts seconds."""

    status = 429

    def __init__(self, said: str = "", *, retry_after: int = 60) -> None:
        super().__init__(said)
        self.retry_after = retry_after


class Unavailable(Refusal):
    """Not now, but soon again (503)."""

    status = 503
    retry_after = 30


class NoSpace(Refusal):
    """The disk is full (507): nothing was stored."""

    status = 507


@dataclass(frozen=True, slots=True)
class Explained:
    """A status in words: what happened, what to do, in English, translated when shown.

    `in_thai` is the same for when the catalogue of translations is out of reach; `stale` speaks of forms.
    """

    title: str
    what: str
    in_thai: tuple[str, str]
    stale: str = ""


PAGES: dict[int, Explained] = {
    400: Explained(
        _("The request could not be read"),
        _("Go back, check what you typed, and send it again."),
        ("อ่านคำขอนี้ไม่ได้", "โปรดกลับไปตรวจสอบข้อมูลที่กรอก แล้วส่งใหม่อีกครั้ง"),
    ),
    403: Explained(
        _("This cannot be done from here"),
        _("Your post does not include this. If your work needs it, ask whoever looks after the system in your office."),
        ("ดำเนินการนี้ไม่ได้", "หน้าที่ของท่านไม่รวมการดำเนินการนี้ หากจำเป็น โปรดแจ้งผู้ดูแลระบบของหน่วยงาน"),
        _("The form was open for too long or did not come from this site. Go back, load the page again, and send it."),
    ),
    404: Explained(
        _("There is nothing here"),
        _("The address may be mistyped, or the page may have been withdrawn. Start from the front page."),
        ("ไม่พบหน้านี้", "ที่อยู่อาจพิมพ์ผิด หรือหน้านี้อาจถูกยกเลิกแล้ว โปรดเริ่มจากหน้าแรก"),
    ),
    405: Explained(
        _("The page was asked for in the wrong way"),
        _("Go back and use the buttons on the page."),
        ("เรียกหน้านี้ไม่ถูกวิธี", "โปรดกลับไปใช้ปุ่มในหน้าเดิม"),
    ),
    409: Explained(
        _("Somebody was here before you"),
        _("The thing has changed since you opened the page, so nothing was stored. Go back and load the page again."),
        ("ข้อมูลนี้เปลี่ยนไปแล้ว", "มีผู้แก้ไขหลังจากท่านเปิดหน้านี้ จึงยังไม่ได้บันทึก โปรดกลับไปเปิดหน้าใหม่แล้วตรวจสอบ"),
    ),
    413: Explained(
        _("That is too large"),
        _("Send less at once, or a smaller file."),
        ("ข้อมูลมีขนาดใหญ่เกินไป", "โปรดส่งครั้งละน้อยลง หรือใช้ไฟล์ที่เล็กลง"),
    ),
    415: Explained(
        _("This kind of data is not taken here"),
        _("Use the form on the page."),
        ("ไม่รับข้อมูลชนิดนี้", "โปรดใช้แบบฟอร์มในหน้าเว็บ"),
    ),
    429: Explained(
        _("Please wait a moment"),
        _("There were too many tries in a short time. Wait a little and try again."),
        ("โปรดรอสักครู่", "มีการลองหลายครั้งในเวลาสั้น โปรดรอแล้วลองใหม่อีกครั้ง"),
    ),
    500: Explained(
        _("Something went wrong on our side"),
        _("What you sent was not stored. Try again in a while; if it happens again, tell the reference below."),
        ("ระบบขัดข้อง", "ข้อมูลที่ส่งยังไม่ได้บันทึก โปรดลองใหม่ภายหลัง หากยังเกิดขึ้นอีก โปรดแจ้งรหัสด้านล่าง"),
    ),
    503: Explained(
        _("Not available for a moment"),
        _("Nothing is lost. Wait half a minute and load the page again."),
        ("ใช้งานไม่ได้ชั่วคราว", "ข้อมูลไม่สูญหาย โปรดรอครึ่งนาทีแล้วเปิดหน้านี้ใหม่"),
    ),
    507: Explained(
        _("The disk of the system is full"),
        _("Nothing was stored. Tell whoever looks after the system; reading still works."),
        ("พื้นที่จัดเก็บเต็ม", "ยังไม่ได้บันทึกข้อมูล โปรดแจ้งผู้ดูแลระบบ ระหว่างนี้ยังเปิดอ่านข้อมูลได้"),
    ),
}
