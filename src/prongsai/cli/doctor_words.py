"""The sentences of `prongsai doctor`: one for each finding, in plain words, with what to do."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from prongsai.cli.language import translate as _

if TYPE_CHECKING:
    from prongsai.platform.supervisor.checkup import Finding


def words_of(finding: Finding) -> str:
    """Say a finding in the chosen language."""
    facts = {name: _told(value) for name, value in finding.facts.items()}
    sentences = {**_of_the_machine(), **_of_the_place(), **_of_the_database(), **_of_back_ups()}
    return sentences[(finding.code, finding.verdict.value)].format(**facts)


def _told(value: object) -> object:
    if isinstance(value, datetime):
        from prongsai.ita.thai import format_date  # noqa: PLC0415

        return f"{format_date(value.date(), digits='arabic')} {value:%H:%M}"
    return value


def _of_the_machine() -> dict[tuple[str, str], str]:
    return {
        ("clock", "well"): _("Clock: {moment}"),
        ("clock", "wrong"): _("Clock: {moment} cannot be right. Set date, time and year (of the common era)."),
        ("space", "well"): _("Free space: {gigabytes} GB"),
        ("space", "wrong"): _("Only {gigabytes} GB are free for {folder}. Make space, at least 1 GB."),
        ("fonts", "well"): _("Fonts for PDF are installed"),
        ("fonts", "wrong"): "{reason}",
        ("running", "well"): _("Prongsai runs (process {pid}): {address}"),
        ("running", "note"): _("Prongsai does not run now. Start: prongsai run"),
        ("port", "wrong"): _("Another program uses port {port}. Stop it, or choose another: prongsai run --port 8001"),
    }


def _of_the_place() -> dict[tuple[str, str], str]:
    return {
        ("outside", "note"): _("The database server is the one of DATABASE_URL"),
        ("programs", "well"): _("PostgreSQL {major} found in {folder}"),
        ("programs", "wrong"): "{reason}",
        ("account", "well"): _("The database works under the account {name}"),
        ("account", "note"): _(
            "The database works under the account {name}: good for a trial. For a service make one of its own: "
            "useradd --system --user-group prongsai"
        ),
        ("account", "wrong"): "{reason}",
        ("state", "well"): _("Data folder {folder}: readable and writable"),
        ("state", "note"): _("There are no data yet in {folder}; prongsai run makes them"),
        ("state", "wrong"): _("The account {name} cannot read and write {folder}. Give it the folder: chown -R {name}"),
        ("version", "wrong"): _(
            "The data in {folder} are of PostgreSQL {found}, the programs of {major}. Make a back-up with the old "
            "programs (PRONGSAI_PG_BIN) and restore it with the new ones."
        ),
        ("leftovers", "note"): _("The database was ended by force; the next start puts that in order by itself"),
    }


def _of_the_database() -> dict[tuple[str, str], str]:
    return {
        ("database", "well"): _("The database answers (PostgreSQL {version})"),
        ("database", "note"): _("There is no database yet; prongsai run makes it"),
        ("database", "wrong"): _("The database does not answer: {reason}"),
        ("letters", "well"): _("The database knows Thai letters"),
        ("letters", "wrong"): _(
            "The database takes Thai letters for signs, so that similar words are not found. Make it anew with "
            "LC_CTYPE C.UTF-8."
        ),
        ("rights", "well"): _("The account {name} may do what the application needs and no more"),
        ("rights", "wrong"): _(
            "The account {name} of DATABASE_URL may do too much ({rights}): the walls between agencies do not hold. "
            "Use an account that owns nothing."
        ),
        ("tables", "well"): _("All tables are up to date"),
        ("tables", "wrong"): _("Tables are not up to date: prongsai manage migrate"),
        ("tables-unknown", "wrong"): _("Whether the tables are up to date cannot be told: {reason}"),
        ("worker", "well"): _("The background worker is alive"),
        ("worker", "wrong"): _("The background worker has not been heard of. Stop and start again: prongsai run"),
    }


def _of_back_ups() -> dict[tuple[str, str], str]:
    none = _("There is no back-up in {folder} yet. Make one: prongsai backup")
    return {
        ("backup", "well"): _("Last good back-up: {made}"),
        ("backup", "wrong"): _(
            "The last good back-up is of {made}. Make one and look why none was made: prongsai backup"
        ),
        ("backup-none", "note"): none,
        ("backup-none", "wrong"): none,
        ("backup-broken", "wrong"): _("{file} is no whole back-up. It is never counted; remove it."),
    }
