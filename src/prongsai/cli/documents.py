"""Writing the documents of a plan to a folder: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prongsai.cli.plans import PaperPlan
from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing import YearResult, measures_paper, write_docx, write_pdf

WRITERS: Mapping[str, Callable[..., bytes]] = {"pdf": write_pdf, "docx": write_docx}
NAMELESS = "หน่วยงาน (โปรดระบุชื่อ)"


@dataclass(frozen=True, slots=True)
class Wish:
    """What documents are wanted, where, and how."""

    folder: Path
    formats: Sequence[str]
    thai_digits: bool = True
    agency: str | None = None
    prices: bool = False
    footer: str = ""


def compose(made: PaperPlan, wish: Wish) -> Paper:
    """Compose the analysis-and-measures paper of a plan."""
    result = made.result
    return measures_paper(
        made.plan,
        YearResult(result.framework, result.outcome, result.level.by_computed, result.prices, made.changes),
        made.framework,
        agency=wish.agency or made.agency or NAMELESS,
        limitations=made.limitations,
        proposals=made.proposals,
        with_prices=wish.prices,
        footer=wish.footer,
    )


def write_measures_paper(made: PaperPlan, wish: Wish, day: date) -> list[Path]:
    """Write the paper in each format wished for. Nothing is written unless every format could be made."""
    paper = compose(made, wish)
    style = PaperStyle(digits="thai" if wish.thai_digits else "arabic")
    made_files = {name: WRITERS[name](paper, day, style) for name in wish.formats}
    wish.folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in made_files.items():
        path = wish.folder / f"measures-{made.plan.plan_year}.{name}"
        path.write_bytes(content)
        written.append(path)
    return written
