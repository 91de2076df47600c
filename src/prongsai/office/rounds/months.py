"""What each month of the fiscal year is about, as data: a title, where it leads, what keeps an office busy."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from prongsai.platform.ui.wording import in_thai


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    th: str
    en: str

    @property
    def words(self) -> str:
        """The words in the language of the page."""
        return self.th if in_thai() else self.en


class Busy(_Told):
    """What keeps an office busy. Without a source it is custom that nobody has confirmed."""

    source: str = ""


class Month(BaseModel):
    """One month. `leads_to` names a page: one of the round (`round`, `results`, of a later room), or the frameworks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: _Told
    leads_to: str
    busy: tuple[Busy, ...]


@cache
def month_told(month: int) -> Month:
    """Give what is told of a calendar month, January is 1."""
    file = files("prongsai.office.rounds").joinpath(f"data/months/{month:02d}.yaml")
    return Month.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
