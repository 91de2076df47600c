import multiprocessing
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import results_text

from prongsai.cli import batch
from prongsai.cli.batch import AgencyReport, BatchWish, report_agency, write_reports
from prongsai.cli.batch_folder import MADE, AgencyPapers, agencies_of
from prongsai.cli.documents import Wish

DAY = date(2025, 3, 17)
FORK = multiprocessing.get_context("fork")


@pytest.fixture
def folder(tmp_path):
    """Two sound agencies, one as a folder and one as a file; one that cannot be read; one without papers."""
    made = tmp_path / "papers"
    for name in ("ตำบลหนึ่ง", "ตำบลเสีย", "ตำบลว่าง"):
        (made / name).mkdir(parents=True)
    (made / "ตำบลหนึ่ง" / "ผล.txt").write_text(results_text(2567), encoding="utf-8")
    (made / "ตำบลสอง.txt").write_text(results_text(2567), encoding="utf-8")
    (made / "ตำบลเสีย" / "เสีย.txt").write_bytes(b"\xff\xfe\xff")
    for passed_over in (".hidden", "~$ผล.docx", "Thumbs.db"):
        (made / "ตำบลหนึ่ง" / passed_over).write_bytes(b"x")
        (made / passed_over).write_bytes(b"x")
    return made


def wanted(out, **more):
    return BatchWish(Wish(out, ("docx",)), 2568, None, DAY, **more)


def states(reports):
    return {report.agency: report.state for report in reports}


def test_one_bad_agency_stops_no_other_and_is_told_with_file_and_rule(run, folder, tmp_path):
    out = tmp_path / "out"
    ran = run("report", "--batch", folder, "--year", 2568, "--out", out, "--jobs", 2, "--format", "docx")
    assert ran.code == 1
    assert "ตำบลเสีย/เสีย.txt: " in ran.out
    assert "[ENCODING]" in ran.out
    assert "ตำบลว่าง: " in ran.out
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*.docx"))
    assert written == ["ตำบลสอง/measures-2568.docx", "ตำบลหนึ่ง/measures-2568.docx"]


def test_the_summary_as_json_tells_every_agency_and_a_second_run_keeps_what_is_made(run, folder, tmp_path):
    asked = ("report", "--batch", folder, "--year", 2568, "--out", tmp_path / "out", "--format", "docx", "--json")
    first, second = run(*asked).json, run(*asked).json
    assert (first["written"], first["kept"], first["refused"]) == (2, 0, 2)
    assert (second["written"], second["kept"], second["refused"]) == (0, 2, 2)
    assert [entry["agency"] for entry in first["agencies"]] == sorted(entry["agency"] for entry in first["agencies"])
    for entry in first["agencies"]:
        assert entry["state"] != "written" or all(Path(path).is_file() for path in entry["documents"])
        assert entry["state"] != "refused" or (entry["rule"] and entry["message"])


def test_when_all_went_well_the_exit_code_is_zero(run, paper, tmp_path):
    paper(results_text(2567), "one.txt")
    ran = run("report", "--batch", tmp_path, "--year", 2568, "--out", tmp_path / "out", "--format", "docx")
    assert ran.code == 0
    assert (tmp_path / "out/one/measures-2568.docx").is_file()


def only(folder, out, name="ตำบลหนึ่ง"):
    return next(agency for agency in agencies_of(folder, out) if agency.name == name)


CHANGES = {
    "a newer paper": lambda agency: os.utime(agency.files[0], (2_000_000_000, 2_000_000_000)),
    "a lost document": lambda agency: (agency.out / "measures-2568.docx").unlink(),
    "a run that was cut off": lambda agency: (agency.out / MADE).unlink(),
    "a spoilt mark": lambda agency: (agency.out / MADE).write_bytes(b"\xff"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_an_agency_is_written_anew_after(folder, tmp_path, name):
    out = tmp_path / "out"
    agency = only(folder, out)
    assert report_agency(agency, wanted(out)).state == "written"
    assert report_agency(agency, wanted(out)).state == "kept"
    CHANGES[name](agency)
    assert report_agency(agency, wanted(out)).state == "written"


def test_another_wish_or_a_further_paper_or_force_writes_anew(folder, tmp_path):
    out = tmp_path / "out"
    agency = only(folder, out)
    report_agency(agency, wanted(out))
    for other in (
        BatchWish(Wish(out, ("docx",), thai_digits=False), 2568, None, DAY),
        BatchWish(Wish(out, ("docx",)), 2568, 2567, DAY),
        wanted(out, force=True),
    ):
        assert report_agency(agency, other).state == "written"
    (folder / "ตำบลหนึ่ง" / "อีกฉบับ.txt").write_text(results_text(2567), encoding="utf-8")
    assert report_agency(only(folder, out), wanted(out)).state == "written"


def test_a_document_that_a_person_edited_is_kept(folder, tmp_path):
    out = tmp_path / "out"
    agency = only(folder, out)
    report_agency(agency, wanted(out))
    (agency.out / "measures-2568.docx").write_bytes(b"edited")
    assert report_agency(agency, wanted(out)).state == "kept"
    assert (agency.out / "measures-2568.docx").read_bytes() == b"edited"


def test_a_refused_agency_leaves_no_documents_that_look_like_new(folder, tmp_path):
    out = tmp_path / "out"
    agency = only(folder, out)
    report_agency(agency, wanted(out))
    agency.files[0].write_bytes(b"\xff\xfe\xff")
    assert report_agency(agency, wanted(out)).rule == "ENCODING"
    assert not (agency.out / MADE).exists()


def test_a_fault_of_ours_at_one_agency_is_told_as_such(folder, tmp_path, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("prongsai.cli.plans.plan_from_papers", fail)
    report = report_agency(only(folder, tmp_path / "out"), wanted(tmp_path / "out"))
    assert (report.state, report.rule) == ("refused", "CRASH")
    assert "ZeroDivisionError" in report.message


def test_a_paper_that_vanished_is_told(folder, tmp_path):
    agency = only(folder, tmp_path / "out")
    agency.files[0].unlink()
    report = report_agency(agency, wanted(tmp_path / "out"))
    assert (report.rule, report.file) == ("FILE", "ผล.txt")


def dying_at(agency, _wanted):
    """Stand in for `report_agency` in a process: the agency called bad takes the whole process with it."""
    if agency.name == "bad":
        os._exit(9)
    return AgencyReport(agency.name, "written")


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_process_that_dies_costs_only_the_agency_it_died_of(tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "report_agency", dying_at)
    monkeypatch.setattr(batch.multiprocessing, "get_context", lambda _: FORK)
    agencies = [AgencyPapers(name, (), tmp_path / name) for name in ("a", "b", "bad", "c", "d", "e", "f", "g")]
    told = []
    reports = write_reports(agencies, wanted(tmp_path), 2, lambda: told.append(1))
    assert states(reports) == {agency.name: "refused" if agency.name == "bad" else "written" for agency in agencies}
    assert [report.agency for report in reports] == [agency.name for agency in agencies]
    assert len(told) == len(agencies)
    assert next(report for report in reports if report.agency == "bad").rule == "CRASH"


def test_the_folder_of_the_documents_is_no_agency(folder):
    (folder / "out").mkdir()
    assert "out" not in [agency.name for agency in agencies_of(folder, folder / "out")]


def test_a_folder_and_a_file_of_one_name_do_not_share_a_folder(tmp_path):
    papers = tmp_path / "papers"
    (papers / "ก").mkdir(parents=True)
    for name in ("ก.txt", "ก.pdf", "A.txt", "a.pdf"):
        (papers / name).write_text("x")
    outs = [agency.out.name.casefold() for agency in agencies_of(papers, tmp_path / "out")]
    assert len(set(outs)) == len(outs) == 5


NAMES = st.text(st.characters(blacklist_characters="/\0", blacklist_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda name: name not in (".", "..") and len(name.encode()) <= 200
)


@given(name=NAMES)
def test_any_name_gives_a_folder_directly_under_out(tmp_path_factory, name):
    papers, out = tmp_path_factory.mktemp("papers"), Path("out").resolve()
    (papers / name).mkdir()
    for agency in agencies_of(papers, out):
        assert agency.out.resolve().parent == out
        assert len(agency.out.name.encode()) <= 255
        assert not set(agency.out.name) & set('<>:"/\\|?*\n')


@pytest.mark.parametrize("name", ["con", "NUL.txt", "a:b", "..hidden-not.txt", "ก" * 80, "x\u202egpj.txt", "name. "])
def test_names_that_some_system_does_not_take_are_changed(tmp_path, name):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / name).write_text("x")
    outs = [agency.out.name for agency in agencies_of(papers, tmp_path / "out")]
    assert all(out.casefold() not in ("con", "nul") and out == out.strip(". ") and len(out) <= 70 for out in outs)
    assert not any(set(":\u202e") & set(out) for out in outs)


def test_a_refusal_of_the_template_names_every_agency_but_stops_none(folder, tmp_path):
    wish = Wish(tmp_path / "out", ("docx",), template=b"no template")
    report = report_agency(only(folder, tmp_path / "out"), BatchWish(wish, 2568, None, DAY))
    assert report.rule == "TEMPLATE"
