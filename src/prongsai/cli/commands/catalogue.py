"""`prongsai catalogue`: the facts of the assessment years: look, check, correct without touching code, compare."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.fiscal_year import FISCAL_YEAR
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json, print_list, print_table
from prongsai.ita.thai.refusal import Refused

if TYPE_CHECKING:
    from prongsai.ita.catalogue import Framework
    from prongsai.ita.catalogue.pages import ModelPage

MARKS = {"high": "✓✓", "medium": "✓", "low": "?", None: "–"}


@click.group(
    "catalogue",
    short_help=_("Facts of the assessment years"),
    help=_("Facts of the assessment years: show, check, export, import, diff."),
)
def command() -> None:
    """Hold the sub-commands together."""


@command.command("show", help=_("Show a year: its indicators, items, levels, and what is not established."))
@click.argument("year", type=FISCAL_YEAR, required=False)
@click.option("--json", "as_json", is_flag=True, help=_("Print the year as JSON."))
def show(year: int | None, as_json: bool) -> None:
    """Show one year, or the list of years."""
    from prongsai.cli.years import framework_of, years  # noqa: PLC0415

    if year is None:
        rows = [[str(entry.year), str(len(entry.questions) or "–"), str(len(entry.items)), str(len(entry.open_points))]
                for entry in map(framework_of, years())]  # fmt: skip
        print_table([_("Year"), _("Questions"), _("OIT items"), _("Open points")], rows, numeric=[1, 2, 3])
    elif as_json:
        click.echo(framework_of(year).model_dump_json(by_alias=True, indent=1))
    else:
        show_framework(framework_of(year))


def show_framework(framework: Framework) -> None:
    """Print a year for a person; every line says how far it can be trusted."""
    click.secho(framework.title, bold=True)
    if framework.remark:
        print_list([framework.remark], mark="!")
    print_heading(_("Indicators"))
    rows = [[str(i.number), i.instrument, i.name, MARKS[i.confidence]] for i in framework.indicators]
    print_table([_("No."), _("Instrument"), _("Name"), _("Trust")], rows)
    print_heading(_("Weights and levels"))
    weights = framework.weights.values or {}
    print_list([f"{name} {value}" for name, value in weights.items()] or [_("not established")])
    print_list([f"{level.name}: {level.overall_min}–{level.overall_max} {MARKS[level.confidence]}"
                for level in framework.ratings.levels] or [_("not established")])  # fmt: skip
    print_heading(_("OIT items"))
    items = [[i.code, i.title or f"({i.candidate_title or '–'})", MARKS[i.confidence if i.title else "low"]]
             for i in framework.items]  # fmt: skip
    print_table([_("Code"), _("Title"), _("Trust")], items)
    print_heading(_("Not established"))
    print_list(framework.open_points or [_("nothing")], mark="?")
    click.echo(_("Trust: ✓✓ two sources or the official text · ✓ one source · ? a lead only · – unconfirmed"))


@command.command(
    "page", help=_("Show the model page of an OIT item, every element marked; without CODE, all that exist.")
)
@click.argument("year", type=FISCAL_YEAR)
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help=_("Print the pages as JSON."))
def page(year: int, code: str | None, as_json: bool) -> None:
    """Show one model page, or the list of a year's pages."""
    from prongsai.cli.model_pages import print_page, print_pages  # noqa: PLC0415
    from prongsai.cli.years import framework_of  # noqa: PLC0415
    from prongsai.ita.catalogue.pages import pages_of  # noqa: PLC0415

    framework = framework_of(year)
    found = pages_of(framework) if code is None else _page(framework, code)
    if as_json:
        print_json(found)
    elif isinstance(found, tuple):
        print_pages(found)
    else:
        print_page(found)


@command.command("check", help=_("Check years, or given files (.yaml, .xlsx), against every rule."))
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(files: Sequence[Path]) -> None:
    """Check catalogue files; a bad one stops with its file, line and rule."""
    from prongsai.cli.years import framework_of, years  # noqa: PLC0415

    checked = [read_framework(file) for file in files] or [framework_of(year) for year in years()]
    print_list([_("{year}: every rule holds").format(year=framework.year) for framework in checked], mark="✓")


@command.command("export", help=_("Write a year as a workbook (.xlsx) or as text (.yaml) that can be corrected."))
@click.argument("year", type=FISCAL_YEAR)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help=_("Write over a file that is there."))
def export(year: int, file: Path, force: bool) -> None:
    """Export one year."""
    from prongsai.cli.years import framework_of  # noqa: PLC0415
    from prongsai.ita.catalogue import to_yaml  # noqa: PLC0415
    from prongsai.ita.catalogue.workbook import workbook_bytes  # noqa: PLC0415

    framework = framework_of(year)
    makers = {".xlsx": lambda: workbook_bytes(framework), ".yaml": lambda: to_yaml(framework).encode("utf-8")}
    make = makers.get(file.suffix.lower())
    if make is None:
        raise _wrong_kind(file)
    _write(file, make(), force=force)


@command.command("import", help=_("Take over a corrected workbook or YAML file as a year of your own."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path),
              help=_("Folder of your own years; without it PRONGSAI_CATALOGUE."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Write over a file that is there."))
def import_(file: Path, into: Path | None, force: bool) -> None:
    """Check a file wholly, then write it as YEAR.yaml."""
    from prongsai.config.environment import read_environment  # noqa: PLC0415
    from prongsai.ita.catalogue import to_yaml  # noqa: PLC0415

    folder = into or read_environment().catalogue_folder
    if folder is None:
        raise Refused("SETTING", "โปรดระบุโฟลเดอร์ด้วย --into หรือตั้งค่า PRONGSAI_CATALOGUE")
    framework = read_framework(file)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / f"{framework.year}.yaml", to_yaml(framework).encode("utf-8"), force=force)


@command.command("diff", help=_("Compare two years or files: what was added, dropped or changed."))
@click.argument("before")
@click.argument("after")
@click.option("--json", "as_json", is_flag=True, help=_("Print the differences as a JSON list."))
def diff(before: str, after: str, as_json: bool) -> None:
    """Compare two catalogues field by field."""
    from prongsai.ita.catalogue.differences import diff as differences  # noqa: PLC0415

    found = differences(_named(before), _named(after))
    if as_json:
        print_json(found)
    else:
        print_list([str(entry) for entry in found] or [_("no difference")])


def read_framework(file: Path) -> Framework:
    """Read a year from a file of the user's. Refuses every fault of it with its place."""
    from prongsai.ita.catalogue import from_yaml  # noqa: PLC0415
    from prongsai.ita.catalogue.workbook import import_workbook  # noqa: PLC0415
    from prongsai.ita.thai import decode  # noqa: PLC0415

    if file.suffix.lower() == ".xlsx":
        return import_workbook(file)
    if file.suffix.lower() not in {".yaml", ".yml"}:
        raise _wrong_kind(file)
    try:
        text = decode(file.read_bytes()).text
    except Refused as refused:
        raise refused.at(file=file.name) from refused
    return from_yaml(text, file.name)


def _wrong_kind(file: Path) -> Refused:
    return Refused("FILE", "นามสกุลแฟ้มต้องเป็น .xlsx หรือ .yaml").at(file=file.name)


def _page(framework: Framework, code: str) -> ModelPage:
    from prongsai.ita.catalogue.pages import page_for  # noqa: PLC0415
    from prongsai.ita.thai import to_arabic  # noqa: PLC0415

    asked = to_arabic(code).strip().upper()
    if framework.item(asked) is None:
        raise Refused("CODE", f"ไม่มีข้อ {asked} ในกรอบการประเมินปี {framework.year}")
    found = page_for(framework, asked)
    if found is None:
        message = f"ยังไม่มีหน้าตัวอย่างของข้อ {asked} ปี {framework.year} เพราะยังไม่ทราบองค์ประกอบด้านข้อมูลที่แน่ชัด"
        raise Refused("PAGE", message)
    return found


def _named(name: str) -> Framework:
    from prongsai.cli.years import framework_of  # noqa: PLC0415

    if name.isdecimal():
        return framework_of(FISCAL_YEAR.convert(name, None, None))
    path = Path(name)
    if not path.is_file():
        raise Refused("FILE", "ไม่พบแฟ้มนี้ และไม่ใช่ปี พ.ศ.").at(file=name)
    return read_framework(path)


def _write(file: Path, content: bytes, *, force: bool) -> None:
    if file.exists() and not force:
        raise Refused("FILE", "มีแฟ้มชื่อนี้อยู่แล้ว ใช้ --force หากต้องการเขียนทับ").at(file=file.name)
    file.write_bytes(content)
    click.echo(str(file))
