"""The check of one item: its parts, what it would score, and what losing it costs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.analysis.item_check.asked import AskedItem
from prongsai.ita.analysis.item_check.parts import PartResult, parts_of
from prongsai.ita.analysis.item_check.placed import PlacedItem
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring import Presumption, item_price
from prongsai.ita.scoring.exact import shown

FULL, NONE = Decimal(100), Decimal(0)

COMPLETE = "ครบทุกองค์ประกอบ"
COMPLETE_BY_EXAMPLE = "ครบตามตัวอย่าง เกณฑ์ยังไม่ยืนยัน"
LACKING = "ยังไม่ครบ"
LACKING_BY_EXAMPLE = "ยังขาดเมื่อเทียบกับตัวอย่าง เกณฑ์ยังไม่ยืนยัน"
NOT_CHECKED = "ยังตรวจไม่ครบ"
CRITERION_UNKNOWN = "ยังไม่ทราบองค์ประกอบของข้อนี้ เกณฑ์ยังไม่ยืนยัน"


@dataclass(frozen=True, slots=True)
class ItemCheck:
    """What an item would score, from `low` to `high` (100, 0, or both ends where it cannot be known), and why.

    `price` are the points of the overall that losing the item costs, None where the year's rules do not tell. `label`
    is said of the whole item; `green` only where every part is met and the criteria are established.
    """

    code: str
    title: str | None
    parts: tuple[PartResult, ...]
    low: Decimal
    high: Decimal
    label: str
    price: Decimal | None

    @property
    def green(self) -> bool:
        """Whether the item may be shown as complete without a doubt."""
        return self.low == FULL

    @property
    def ready(self) -> bool:
        """Whether nothing is left to do before sending: no gap, nothing unchecked, address frozen."""
        return all(part.verdict in ("met", "advice") for part in self.parts)

    @property
    def gaps(self) -> tuple[PartResult, ...]:
        """The parts for which the item would or might be lost."""
        return tuple(part for part in self.parts if part.verdict in ("lost", "doubtful"))

    @property
    def price_in_words(self) -> str | None:
        """What a gap of this item costs, in Thai; one gap costs as much as all of them."""
        if self.price is None:
            return None
        return f"หากเสียข้อนี้ คะแนนภาพรวมลดลง {shown(self.price, most=2)} คะแนน"


def check_item(
    framework: Framework, asked: AskedItem, placed: PlacedItem, presumed: Presumption | None = None
) -> ItemCheck:
    """Compare what an item asks for with what stands there.

    A gap against an established criterion, a file that does not open, a place that the main site does not lead to:
    the item is lost (0), as it is all or nothing. All met and all criteria established: 100. Else 0 to 100.
    """
    parts = parts_of(asked, placed)
    low, high, label = _predicted(asked, parts)
    return ItemCheck(asked.code, asked.title, parts, low, high, label, item_price(framework, asked.code, presumed))


def _predicted(asked: AskedItem, parts: tuple[PartResult, ...]) -> tuple[Decimal, Decimal, str]:
    verdicts = {part.verdict for part in parts}
    if "lost" in verdicts:
        return NONE, NONE, LACKING
    if "doubtful" in verdicts:
        return NONE, FULL, LACKING_BY_EXAMPLE
    if "open" in verdicts:
        return NONE, FULL, NOT_CHECKED
    if not asked.elements:
        return NONE, FULL, CRITERION_UNKNOWN
    if asked.sourced and all(part.sourced for part in parts if part.kind in ("year", "month")):
        return FULL, FULL, COMPLETE
    return NONE, FULL, COMPLETE_BY_EXAMPLE
