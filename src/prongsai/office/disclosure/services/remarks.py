"""What the assessor said of the items of a year: as told while it can be explained, and as the final result has it."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.office.disclosure.models import Clarification, DisclosedItem, ItemRemark
from prongsai.office.disclosure.register import asked_item, code_of, items_of
from prongsai.office.results.services import confirmed_result
from prongsai.office.rounds.models import Round


@dataclass(frozen=True, slots=True)
class Remarked:
    """An item with what was told of it, the newest remark first, and the newest answer to each.

    `final` is the remark of the confirmed result, empty where there is none.
    """

    item: DisclosedItem
    code: str
    title: str
    remarks: tuple[tuple[ItemRemark, Clarification | None], ...]
    final: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is told as lost and nothing was sent about that yet."""
        return any(remark.lost and (answer is None or answer.sent is None) for remark, answer in self.remarks)


def remarked_in(cycle: Round) -> list[Remarked]:
    """Give the items of a year about which anything was told, in the order of the framework."""
    items = items_of(cycle)
    result = confirmed_result(cycle)
    final = result.remarks if result else {}
    told: dict[int, list[tuple[ItemRemark, Clarification | None]]] = {}
    for remark in ItemRemark.objects.filter(item__in=items).prefetch_related("clarifications"):
        answers = sorted(remark.clarifications.all(), key=lambda answer: -answer.version)
        told.setdefault(remark.item_id, []).append((remark, next(iter(answers), None)))
    found = []
    for item in items:
        code, remarks = code_of(item), tuple(told.get(item.pk, ()))
        if remarks or code in final:
            asked = asked_item(item)
            found.append(Remarked(item, code, (asked.title if asked else "") or "", remarks, final.get(code, "")))
    return found
