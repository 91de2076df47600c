"""Opens a year that has no file yet: work can begin on a copy of another year, in which nothing is confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from prongsai.ita.catalogue.files import available_years, load_framework
from prongsai.ita.catalogue.model import Framework, NationalScale, Record, Sampling

RecordType = TypeVar("RecordType", bound=Record)

_TRUST = frozenset({"confidence", "scale_confidence", "items_confidence", "name_en_confidence"})


def framework_for(year: int, folder: Path | None = None) -> Framework:
    """Give the catalogue of a year where there is one, else a draft of it (`Framework.is_draft`)."""
    return load_framework(year, folder) if year in available_years(folder) else open_draft(year, folder)


def open_draft(year: int, folder: Path | None = None, *, base: int | None = None) -> Framework:
    """Copy the nearest earlier year (or the first there is; or `base`) as a draft of `year`.

    Every confidence is dropped, so that nothing shows as confirmed. What is surely another year's own (calendar,
    national figures, sampling, the chain of years, periods of items, open points) is emptied. Codes and titles stay
    as a place to work from; they are those of `drafted_from`, and the remark says so.
    """
    years = available_years(folder)
    if base is None:
        base = max((known for known in years if known < year), default=min(years))
    copied = load_framework(base, folder)
    unconfirmed = _without_trust(copied)
    chain = {"analysed_result_year": None, "plan_execution_year": None, "report_covers_year": None}
    return unconfirmed.model_copy(
        update={
            "year": year,
            "title": _title(copied.title, base, year),
            "remark": f"ร่าง รอประกาศกรอบการประเมินของปี {year} รหัสและชื่อข้อทั้งหมดเป็นของปี {base} ยังไม่ยืนยัน",
            "drafted_from": base,
            "items": tuple(item.model_copy(update={"period": None}) for item in unconfirmed.items),
            "measures_documents": unconfirmed.measures_documents.model_copy(update=chain),
            "calendar": (),
            "national": NationalScale(),
            "sampling": Sampling(),
            "open_points": (f"ทุกข้อของปี {year} ยังไม่ยืนยัน จนกว่าจะนำเข้ากรอบการประเมินที่ประกาศ",),
        }
    )


def _title(title: str, base: int, year: int) -> str:
    return title.replace(str(base), str(year)) if str(base) in title else f"{title} (ร่างปี {year})"


def _without_trust(record: RecordType) -> RecordType:
    """Copy a record with every confidence inside it dropped."""
    changed: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in _TRUST:
            changed[name] = None
        elif isinstance(value, Record):
            changed[name] = _without_trust(value)
        elif isinstance(value, tuple):
            changed[name] = tuple(_without_trust(entry) if isinstance(entry, Record) else entry for entry in value)
        elif isinstance(value, dict):
            changed[name] = {k: _without_trust(v) if isinstance(v, Record) else v for k, v in value.items()}
    return record.model_copy(update=changed)
