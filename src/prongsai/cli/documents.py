"""Writing the documents of a plan to a folder: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prongsai.cli.plans import PaperPlan
from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing import YearResult, measures_paper, write_docx, write_html, write_pdf, write_xlsx

WRITERS: Mapping[str, Callable[..., bytes]] = {
    "pdf": write_pdf,
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_html,
}
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
    template: bytes | None = None
    """The agency's own Word template, for the Word file."""


def document_names(plan_year: int, formats: Sequence[str]) -> list[str]:
    """Give the names of the documents of a plan, one for each format."""
    return [f"measures-{plan_year}.{name}" for name in formats]


def compose(made: PaperPlan, wish: Wish) -> Paper:
    """Compose the analysis-and-measures paper of a plan."""
    return measures_paper(
        made.plan,
        _analysed(made),
        made.framework,
        agency=wish.agency or made.agency or NAMELESS,
        limitations=made.limitations,
        proposals=made.proposals,
        with_prices=wish.prices,
        footer=wish.footer,
    )


def _analysed(made: PaperPlan) -> YearResult:
    result = made.result
    return YearResult(
        result.framework,
        result.outcome,
        result.level.by_computed,
        result.prices,
        made.changes,
        made.year_before,
        made.overall_before,
    )


def _fill_template(made: PaperPlan, wish: Wish, template: bytes, day: date) -> bytes:
    from prongsai.ita.writing.template_fields import MeasuresContent  # noqa: PLC0415 - Jinja, only where wanted
    from prongsai.ita.writing.templated import write_from_template  # noqa: PLC0415

    content = MeasuresContent(
        made.plan,
        _analysed(made),
        made.framework,
        agency=wish.agency or made.agency or NAMELESS,
        limitations=made.limitations,
        proposals=made.proposals,
        with_prices=wish.prices,
        footer=wish.footer,
    )
    return write_from_template(template, content, day, "thai" if wish.thai_digits else "arabic")


def write_measures_paper(made: PaperPlan, wish: Wish, day: date) -> list[Path]:
    """Write the paper in each format wished for. Nothing is written unless every format could be made."""
    paper = compose(made, wish)
    style = PaperStyle(digits="thai" if wish.thai_digits else "arabic")
    made_files = {
        name: _fill_template(made, wish, wish.template, day)
        if name == "docx" and wish.template is not None
        else WRITERS[name](paper, day, style)
        for name in wish.formats
    }
    wish.folder.mkdir(parents=True, exist_ok=True)
    written = []
    names = document_names(made.plan.plan_year, wish.formats)
    for path, content in zip((wish.folder / name for name in names), made_files.values(), strict=True):
        path.write_bytes(content)
        written.append(path)
    return written
