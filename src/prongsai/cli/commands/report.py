"""`prongsai report`: the paper in official form as PDF, Word, workbook or web page; of one agency or of many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.fiscal_year import FISCAL_YEAR
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json, print_list

if TYPE_CHECKING:
    from prongsai.cli.batch import AgencyReport, BatchWish
    from prongsai.cli.documents import Wish

FORMATS = ("pdf", "docx", "xlsx", "html")
USUAL = ("pdf", "docx")
WORD = click.Path(dir_okay=False, path_type=Path)


@click.command(
    "report",
    short_help=_("Write the paper as PDF and Word"),
    help=_("Write the analysis-and-measures paper of a fiscal year from an agency's papers."),
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--year", type=FISCAL_YEAR, help=_("Fiscal year of the measures (BE)."))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=_("Folder for the documents."))
@click.option(
    "--results-year", type=FISCAL_YEAR, help=_("Fiscal year of the result that is analysed, where nobody says it.")
)
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), default=USUAL, show_default=True,
              help=_("Format to write; may be given several times."))  # fmt: skip
@click.option("--digits", type=click.Choice(["thai", "arabic"]), default="thai", show_default=True,
              help=_("Digits of the paper."))  # fmt: skip
@click.option("--agency", help=_("Name of the agency, where no paper names it."))
@click.option("--prices", is_flag=True, help=_("Add the list of points lost, an internal estimate."))
@click.option("--template", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help=_("The agency's own Word template for the Word file."))  # fmt: skip
@click.option("--write-template", type=WORD, help=_("Only write the Word template to start from, to this file."))
@click.option("--batch", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help=_("Folder of many agencies, a sub-folder or a file each."))  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), help=_("Agencies at once with --batch; one for each core."))
@click.option("--force", is_flag=True, help=_("Write anew what is there already, and over a template."))
@click.option("--json", "as_json", is_flag=True, help=_("Print what was written as JSON."))
def command(  # noqa: PLR0917 - click gives them by name
    files: Sequence[Path],
    year: int | None,
    out: Path | None,
    results_year: int | None,
    formats: Sequence[str],
    digits: str,
    agency: str | None,
    prices: bool,
    template: Path | None,
    write_template: Path | None,
    batch: Path | None,
    jobs: int | None,
    force: bool,
    as_json: bool,
) -> None:
    """Write the documents of a fiscal year: of one agency, of every agency of a folder, or a template for them."""
    if write_template is not None:
        _write_template(write_template, digits, force=force, as_json=as_json)
        return
    if year is None or out is None or bool(files) == bool(batch):
        raise click.UsageError(_("Give papers, or a folder with --batch, and with them --year and --out."))
    if template is not None and "docx" not in formats:
        raise click.UsageError(_("--template is for the Word file: add --format docx."))
    if batch is not None and agency is not None:
        raise click.UsageError(_("--agency names one agency and does not go with --batch."))
    from prongsai.cli.documents import Wish  # noqa: PLC0415

    wish = Wish(
        out,
        tuple(dict.fromkeys(formats)),
        thai_digits=digits == "thai",
        agency=agency,
        prices=prices,
        template=_read_template(template),
    )
    if batch is None:
        _write_one(files, wish, year, results_year, force=force, as_json=as_json)
        return
    from prongsai.cli.batch import BatchWish  # noqa: PLC0415

    wanted = BatchWish(wish, year, results_year, date.today(), force=force)
    _write_many(batch, wanted, jobs or os.cpu_count() or 1, as_json=as_json)


def _write_template(file: Path, digits: str, *, force: bool, as_json: bool) -> None:
    from prongsai.ita.papers.blocks import PaperStyle  # noqa: PLC0415
    from prongsai.ita.thai.refusal import Refused  # noqa: PLC0415
    from prongsai.ita.writing.template_starter import template_of  # noqa: PLC0415

    if file.suffix.lower() != ".docx":
        raise click.UsageError(_("The template is a Word file: give a name that ends in .docx."))
    if file.exists() and not force:
        raise Refused("FILE", "มีแฟ้มชื่อนี้อยู่แล้ว ใช้ --force หากต้องการเขียนทับ").at(file=file.name)
    made = template_of("measures", PaperStyle(digits="thai" if digits == "thai" else "arabic"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made)
    if as_json:
        print_json({"written": [file]})
    else:
        print_list([str(file)])


def _read_template(file: Path | None) -> bytes | None:
    """Read the template, no more of it than may be: the check of its size is left to the writer."""
    if file is None:
        return None
    from prongsai.ita.thai.refusal import Refused  # noqa: PLC0415
    from prongsai.ita.writing.template_file import LARGEST_TEMPLATE, check_template_file  # noqa: PLC0415

    try:
        with file.open("rb") as opened:
            template = opened.read(LARGEST_TEMPLATE + 1)
        check_template_file(template)
    except OSError as error:
        raise Refused("FILE", "เปิดไฟล์ไม่ได้").at(file=file.name) from error
    except Refused as refused:
        raise refused.at(file=file.name) from refused
    return template


def _write_one(
    files: Sequence[Path], wish: Wish, year: int, results_year: int | None, *, force: bool, as_json: bool
) -> None:
    from prongsai.cli.documents import write_measures_paper  # noqa: PLC0415
    from prongsai.cli.papers import read_papers  # noqa: PLC0415
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415

    if not force:
        _keep_what_is_there(wish, year)
    made = plan_from_papers(read_papers(files), year, results_year)
    written = write_measures_paper(made, wish, date.today())
    if as_json:
        print_json({"written": written, "unconfirmed": made.plan.unconfirmed})
        return
    print_list([str(path) for path in written])
    print_list(made.plan.unconfirmed, mark="?")
    if not (wish.agency or made.agency):
        click.echo(_("No paper names the agency: add its name with --agency."))
    click.echo(
        _("Fill in what is marked «โปรดระบุ», settle part 4 if there is one, take it out, then submit for signature.")
    )


def _keep_what_is_there(wish: Wish, year: int) -> None:
    """Refuse to write over a document: a person may have filled it in."""
    from prongsai.cli.documents import document_names  # noqa: PLC0415
    from prongsai.ita.thai.refusal import Refused  # noqa: PLC0415

    for name in document_names(year, wish.formats):
        if (wish.folder / name).exists():
            message = "มีแฟ้มชื่อนี้อยู่แล้ว ซึ่งอาจมีสิ่งที่ท่านแก้ไว้ ใช้ --out โฟลเดอร์อื่น หรือ --force หากต้องการเขียนทับ"
            raise Refused("FILE", message).at(file=str(wish.folder / name))


def _write_many(folder: Path, wanted: BatchWish, jobs: int, *, as_json: bool) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    from prongsai.cli.batch import write_reports  # noqa: PLC0415
    from prongsai.cli.batch_folder import agencies_of  # noqa: PLC0415

    out = wanted.wish.folder
    if out.resolve() == folder.resolve():
        raise click.UsageError(_("--out must not be the folder of the papers: documents would be read as papers."))
    agencies = agencies_of(folder, out)
    if not agencies:
        raise click.UsageError(_("{folder} holds no agency: neither a sub-folder nor a file.").format(folder=folder))
    columns = (*Progress.get_default_columns()[:-1], MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(_("Writing documents"), total=len(agencies))
        reports = write_reports(agencies, wanted, jobs, lambda: bar.advance(task))
    refused = [report for report in reports if report.state == "refused"]
    counts = {state: sum(report.state == state for report in reports) for state in ("written", "kept", "refused")}
    if as_json:
        print_json({**counts, "agencies": reports})
    else:
        _show_many(counts, refused)
    if refused:
        click.get_current_context().exit(1)


def _show_many(counts: dict[str, int], refused: Sequence[AgencyReport]) -> None:
    said = _("Agencies: {written} written, {kept} kept from before, {refused} refused")
    click.echo(said.format(**counts))
    if refused:
        print_heading(_("Refused"))
    for report in refused:
        where = f"{report.agency}/{report.file}" if report.file not in (None, report.agency) else report.agency
        print_list([f"{where}: {report.message} [{report.rule}]"], mark="●")
