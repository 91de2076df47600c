"""Looking through what is to be published, and what people answered about what was found."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from prongsai.ita.catalogue.model import Elements
from prongsai.ita.privacy import Allowed, find_before_publishing, find_in_table
from prongsai.ita.thai.refusal import Refused
from prongsai.office.disclosure.content import PublishedContent, ShownFile, frozen
from prongsai.office.disclosure.models import DisclosedItem, PrivacyAnswer
from prongsai.office.disclosure.privacy.file_texts import FileText
from prongsai.office.disclosure.privacy.files_limited import texts_limited
from prongsai.office.disclosure.privacy.hits import Hit, hits_in
from prongsai.office.disclosure.register import asked_item
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Holding, Person, Standing
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.room import store
from prongsai.platform.files.store import DamagedError
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that points to a private person, at all its places; `masked` may be shown, the thing itself not.

    `fixed`: it stands in a Word file, a spreadsheet or another file in which nothing can be hidden here.
    """

    mark: str
    kind: str
    masked: str
    places: tuple[str, ...]
    hits: tuple[Hit, ...]
    fixed: bool
    answer: PrivacyAnswer | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether a person said to hide it."""
        return self.answer is not None and self.answer.answer == PrivacyAnswer.Answer.HIDE


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What was found in a content; `unread` are the files, or pages of them, that are pictures, `scanned` those of PDF.

    `failed` says of each file that could not be looked into why: it is not taken for clean.
    """

    findings: tuple[Finding, ...]
    unread: tuple[str, ...]
    failed: tuple[str, ...] = ()
    scanned: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those that nobody answered, or whose answer cannot be carried out."""
        return tuple(each for each in self.findings if each.answer is None or (each.is_hidden and each.fixed))


def looked_through(item: DisclosedItem, content: PublishedContent) -> LookedThrough:
    """Look through the words, tables, papers, names and insides of files of what would be published."""
    allowed = allowed_for(item)
    hits, unread, failed, scanned = hits_in(frozen(content), allowed), [], [], []
    for file in _each_once(content.files):
        try:
            texts = _texts_of_content(item.agency_id, file.sha256, file.kind)
        except Refused as refused:
            failed.append(f"{file.name}: {refused.message}")
            continue
        except DamagedError:
            failed.append(_("%(name)s: the stored file is damaged.") % {"name": file.name})
            continue
        for text in texts:
            place = f"{file.name} {text.place}"
            unread += [place] if text.unread else []
            scanned += [place] if text.unread and file.kind == Kind.PDF else []
            hits += _hits_in_file(text, place, file, allowed)
    fixed = {file.version for file in content.files if file.kind != Kind.PDF}
    return LookedThrough(tuple(_gathered(item, hits, fixed)), tuple(unread), tuple(failed), tuple(scanned))


def read_ahead(contents: Iterable[PublishedContent], agency: int) -> None:
    """Read the files of several contents beforehand, as many at once as there are processors.

    It keeps the log from being held up by children that are only waited for.
    """
    files = {file.sha256: file for content in contents for file in content.files}

    def read(file: ShownFile) -> None:
        with suppress(Refused, DamagedError):
            _texts_of_content(agency, file.sha256, file.kind)

    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        list(pool.map(read, files.values()))


def allowed_for(item: DisclosedItem) -> Allowed:
    """Give what may be shown of an item: the contacts of the office, its executives, columns in which it asks names."""
    agency = item.agency
    asked = asked_item(item)
    elements = asked.elements if asked else Elements()
    words = (*(elements.values or ()), *elements.candidates, *elements.candidate_columns)
    led = Holding.objects.exclude(post__standing=Standing.STAFF).select_related("person")
    return Allowed(
        numbers=frozenset({agency.phone} - {""}),
        names=frozenset(name for holding in led for name in _names_of(holding.person)),
        domains=_domains_of(agency),
        emails=frozenset({agency.email} - {""}),
        addresses=frozenset({agency.address} - {""}),
        columns=frozenset(word for word in words if "ชื่อ" in word),
    )


def _names_of(person: Person) -> set[str]:
    """Give a name as papers write it, and without what follows in a family name of several words."""
    first = person.family_name.split()[:1]
    return {person.full_name, " ".join((f"{person.prefix}{person.given_name}", *first))}


def _domains_of(agency: Agency) -> frozenset[str]:
    host = (urlsplit(agency.website).hostname or "").removeprefix("www.")
    return frozenset({host} - {""})


@transaction.atomic
def answer_findings(
    acting: Acting, item: DisclosedItem, answers: Mapping[str, tuple[str, str]], found: Iterable[Finding]
) -> int:
    """Keep answers about findings (mark: answer, reason) and give how many changed.

    Refuses Conflict: a mark that is not among `found` (the content has changed), to hide what cannot be hidden here, to
    show without a reason.
    """
    known = {each.mark: each for each in found}
    changed = 0
    for mark, (answer, because) in answers.items():
        if mark not in known:
            raise Conflict(_("The content has changed meanwhile. Look at it again."))
        changed += _keep_answer(acting, item, known[mark], PrivacyAnswer.Answer(answer), because)
    if changed:
        record(acting, "disclosure.privacy_answered", thing=item, figures={"findings": changed})
    return changed


def _keep_answer(
    acting: Acting, item: DisclosedItem, finding: Finding, answer: PrivacyAnswer.Answer, because: str
) -> bool:
    if answer == PrivacyAnswer.Answer.HIDE and finding.fixed:
        raise Conflict(_("It cannot be hidden in a file of this kind. Attach a file in which it is hidden already."))
    if answer == PrivacyAnswer.Answer.SHOW and not because:
        raise Conflict(_("Say why it may be shown."))
    told = {"answer": answer, "because": because if answer == PrivacyAnswer.Answer.SHOW else ""}
    if finding.answer and all(getattr(finding.answer, name) == value for name, value in told.items()):
        return False
    PrivacyAnswer.objects.update_or_create(
        agency_id=item.agency_id,
        item=item,
        mark=finding.mark,
        defaults={
            **told,
            "kind": finding.kind,
            "masked": finding.masked[:200],
            "place": finding.places[0][:200],
            "made_by": acting.actor,
            "made": today(acting.agency),
        },
    )
    return True


def _hits_in_file(text: FileText, place: str, file: ShownFile, allowed: Allowed) -> Iterator[Hit]:
    for found in find_before_publishing(text.text, allowed):
        yield Hit(found.kind, text.text[found.start : found.end], found.masked, place, version=file.version)
    for entry in find_in_table(text.rows, allowed):
        cell = text.rows[entry.row][entry.column]
        where = f"{place} แถวที่ {entry.row + 1} ช่องที่ {entry.column + 1}"
        shown = entry.found
        yield Hit(shown.kind, cell[shown.start : shown.end], shown.masked, where, version=file.version)


def _gathered(item: DisclosedItem, hits: Iterable[Hit], fixed: Collection[int]) -> Iterator[Finding]:
    """Put the places of one thing together, with the answer about it. In `fixed` files nothing can be hidden."""
    answers = {answer.mark: answer for answer in item.privacy_answers.all()}
    by_mark: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_mark[_mark_of(item, hit)].append(hit)
    for mark, same in by_mark.items():
        places = tuple(dict.fromkeys(hit.place for hit in same))
        stays = any(hit.version in fixed for hit in same)
        yield Finding(mark, same[0].kind, same[0].masked, places, tuple(same), stays, answers.get(mark))


def _mark_of(item: DisclosedItem, hit: Hit) -> str:
    """Key a thing with the secret of the installation: blanks and line breaks make no other one of it."""
    told = f"{item.pk}:{hit.kind}:{''.join(hit.text.split())}"
    return salted_hmac("disclosure.privacy", told, algorithm="sha256").hexdigest()


def _each_once(files: Iterable[ShownFile]) -> Iterator[ShownFile]:
    return iter({file.version: file for file in files}.values())


@lru_cache(maxsize=256)
def _texts_of_content(agency: int, sha256: str, kind: str) -> tuple[FileText, ...]:
    """Read a content once: a page is looked at several times before it is published. Nothing is kept on the disk."""
    return texts_limited(store().read(agency, sha256), sha256, kind)
