"""บันทึกข้อความ of a submission: printed, it is what a superior signs by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from prongsai.ita.papers.blocks import Block, Items, Paper, Paragraph
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing.compose import MemoText, Opinion, PaperHead, memo, signer
from prongsai.platform.agency.line import posts_of
from prongsai.platform.agency.models import Agency, Person
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.registers.approvals.file_holders import ENCLOSURE, SIGNED_PAPER
from prongsai.registers.approvals.models import Part, Submission, SubmissionStep, Verdict
from prongsai.registers.approvals.services.asking import Turn, turns_of

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
_SIGNS = {Part.OPINION: "ผู้ให้ความเห็น", Part.DECISION: "ผู้สั่งการ"}
_HEADINGS = {Part.OPINION: "ความเห็นของ", Part.DECISION: "คำสั่งของ"}
_WORDS = {
    Verdict.AGREES: "เห็นชอบ",
    Verdict.REMARKS: "เห็นชอบ โดยมีข้อสังเกต",
    Verdict.OBJECTS: "ไม่เห็นชอบ",
    Verdict.APPROVES: "อนุมัติ",
    Verdict.RETURNS: "ให้แก้ไข",
}


def memo_of(submission: Submission, agency: Agency) -> Paper:
    """Give the memo. Number and day that no paper carries yet are gaps, and so are opinions not yet given."""
    steps, day = list(submission.steps.select_related("person")), today(agency)
    asked = {turn.step.pk: turn for turn in turns_of(submission, day)} if submission.is_waiting else {}
    signed = next((step for step in steps if step.on_paper and step.is_decision), None)
    head = PaperHead(
        agency=agency.name,
        year=fiscal_year_of(submission.submitted),
        unit=submission.unit.name,
        number=signed.paper_number if signed else None,
        draft=not Attachment.objects.filter(holder=SIGNED_PAPER.key, thing=submission.pk).exists(),
        footer=DEMO if agency.is_demo else "",
    )
    decision = steps[-1]
    deciding = asked[decision.pk].by if decision.pk in asked else None
    text = MemoText(
        to=decision.post or (deciding.title if deciding else None),
        subject=submission.subject,
        cause=(submission.why,),
        purpose=(submission.what,),
        conclusion=(submission.asks,),
        details=_details(submission),
        enclosures=_enclosures(submission),
    )
    submitter = submission.submitter
    held = posts_of(submitter, submission.submitted) if submitter else []
    writer = signer("ผู้เสนอ", "ตำแหน่งผู้เสนอ", held[0].title if held else None, submitter.full_name if submitter else None)
    paper = memo(head, text, signature=writer)
    told: list[Block] = []
    for step in steps:
        told += _said(step) if step.verdict else _room_for(step, asked.get(step.pk), day)
    return replace(paper, blocks=(*paper.blocks, *told))


def _details(submission: Submission) -> tuple[Block, ...]:
    lines = tuple((f"{label} {text}",) for label, text in submission.lines)
    return (Items(lines, numbered=False),) if lines else ()


def _enclosures(submission: Submission) -> tuple[str, ...]:
    held = Attachment.objects.filter(holder=ENCLOSURE.key, thing=submission.pk).select_related("file")
    return (*submission.enclosures, *(attachment.file.newest.name for attachment in held))


def _said(step: SubmissionStep) -> Iterable[Block]:
    """Give what was said, with room for the signature by hand: a click is none."""
    if step.verdict == Verdict.FELL_AWAY or step.person is None or step.day is None:
        return []
    part = Part(step.part)
    words = " ".join(filter(None, (_WORDS[Verdict(step.verdict)], step.text)))
    day = format_date(step.day, form="long", digits="arabic")
    post = _post_of(step.person, step.post, step.day, acting=step.is_acting)
    return [
        Paragraph((f"{_HEADINGS[part]}{step.post} {words} (บันทึกในระบบ วันที่ {day})",), indent=False),
        signer(_SIGNS[part], "ตำแหน่ง", post, step.person.full_name),
    ]


def _room_for(step: SubmissionStep, turn: Turn | None, day: date) -> Iterable[Block]:
    """Give room for what is still asked for; of an opinion that nobody gives, none."""
    if turn is None:
        return []
    if turn.by is None:
        return Opinion("คำสั่งของผู้มีอำนาจ", signer("ผู้สั่งการ", "ตำแหน่งผู้สั่งการ")).blocks()
    post = _post_of(turn.by.person, turn.by.title, day, acting=turn.by.acting)
    part = Part(step.part)
    signature = signer(_SIGNS[part], "ตำแหน่ง", post, turn.by.person.full_name)
    return Opinion(f"{_HEADINGS[part]}{turn.by.title}", signature).blocks()


def _post_of(person: Person, title: str, on: date, *, acting: bool) -> str:
    """Give the post under a signature: who acts in another's place signs with both."""
    own = next((held.title for held in posts_of(person, on) if not held.acting), "")
    return f"{own} รักษาราชการแทน{title}".strip() if acting else title
