"""What points to a private person stops publishing until somebody says what becomes of it."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

import pikepdf
import pypdfium2
import pytest

from office.disclosure.papers_to_publish import SAYS, who, with_file, written
from prongsai.ita.papers.blocks import Paper, Paragraph
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.office.disclosure import services
from prongsai.office.disclosure.models import PieceKind, PrivacyAnswer
from prongsai.office.disclosure.services.looking_through import answer_findings
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.files.kinds import PAPERS, Kind
from prongsai.platform.files.limited import clean_limited
from prongsai.platform.files.room import store
from prongsai.platform.ui.refusals import Conflict

MOBILE, OTHER = "081-234-5678", "089-000-0000"
COMPLAINS = f"ผู้ร้อง นางแก้ว ตัวอย่างเมตตา โทรศัพท์ {MOBILE}"


@cache
def paper() -> Paper:
    return Paper(("คำร้อง",), "", (Paragraph((COMPLAINS,)), Paragraph((SAYS,))), "อบต.", 2568, draft=False)


def answered(office, item, answer: str, because: str = "") -> None:
    found = services.prepared(item).looked.findings
    answer_findings(who(office), item, {each.mark: (answer, because) for each in found}, found)


def text_of(data: bytes) -> str:
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_findings_without_an_answer_stop_publishing_and_name_their_place(here):
    with here.speaks():
        item = written(here, "O26", COMPLAINS, heading="ผลการรับฟัง")
        (name, phone) = services.prepared(item).looked.findings
        assert (name.kind, phone.kind) == ("person-name", "mobile-phone")
        assert phone.places == ("ผลการรับฟัง",)
        assert MOBILE not in phone.masked
        with pytest.raises(Conflict, match="บุคคลทั่วไป"):
            services.publish(who(here), item)


def test_what_is_hidden_is_masked_in_what_is_published_and_stays_in_what_was_written(here):
    with here.speaks():
        item = written(here, "O26", COMPLAINS, SAYS)
        answered(here, item, "hide")
        made = services.publish(who(here), item)
        assert MOBILE not in str(made.content)
        assert "เมตตา" not in str(made.content)
        assert SAYS in str(made.content)
        assert MOBILE in item.pieces.get().words
        assert services.publish(who(here), item) == made


def test_what_is_shown_needs_a_reason_which_is_kept(here):
    with here.speaks():
        item = written(here, "O26", f"ติดต่อ {MOBILE}")
        with pytest.raises(Conflict, match="เหตุผล"):
            answered(here, item, "show")
        answered(here, item, "show", "โทรศัพท์ของศูนย์ประสานงาน")
        assert MOBILE in str(services.publish(who(here), item).content)


def test_an_answer_holds_for_the_same_thing_only_and_keeps_neither_it_nor_its_plain_hash(here):
    with here.speaks():
        item = written(here, "O26", f"ติดต่อ {MOBILE}")
        answered(here, item, "hide")
        answer = PrivacyAnswer.objects.get()
        assert MOBILE not in str(vars(answer))
        item.pieces.update(words=f"ติดต่อ {OTHER} หรือ {MOBILE}")
        assert [each.answer for each in services.prepared(item).looked.findings] == [None, answer]
        assert MOBILE not in str(list(history_of(answer)))


def test_an_answer_about_what_is_not_there_is_refused(here):
    with here.speaks():
        item = written(here)
        with pytest.raises(Conflict):
            answer_findings(who(here), item, {"0" * 64: ("hide", "")}, [])


def test_executives_and_contacts_of_the_office_raise_no_question(here):
    here.agency.phone, here.agency.email = "081-999-0000", "nongkrachang@gmail.com"
    here.agency.save()
    executive = here.people[Role.EXECUTIVE].full_name
    with here.speaks():
        rows = [
            ["ชื่อ-สกุล", "โทรศัพท์", "อีเมล"],
            [executive, "0-0000-1101", here.agency.email],
            [executive, here.agency.phone, ""],
        ]
        item = written(here, "O1", kind=PieceKind.TABLE, rows=rows)
        assert services.prepared(item).looked.findings == ()


def test_a_pdf_is_published_with_the_thing_hidden_and_the_attached_one_stays(here):
    with here.speaks():
        item = written(here)
        with_file(here, item, write_pdf(paper(), date(2025, 3, 17)), "คำร้อง.pdf")
        (first, *_) = services.prepared(item).looked.findings
        assert first.places == ("คำร้อง.pdf หน้า 1",)
        answered(here, item, "hide")
        made = services.publish(who(here), item)
        (file,) = (file for piece in made.content["pieces"] for file in piece["files"])
        (before,) = services.content_of(item).files
        assert file["sha256"] != before.sha256
        published = text_of(store().read(here.agency.pk, file["sha256"]))
        assert "234" not in published.replace("๒๓๔", "234")
        assert "ประชุมประชาคม" in published
        assert "๒๓๔" in text_of(store().read(here.agency.pk, before.sha256))
        assert services.publish(who(here), item) == made


def test_in_a_word_file_nothing_can_be_hidden_here_and_it_says_what_to_do(here):
    with here.speaks():
        item = written(here)
        with_file(here, item, write_docx(paper(), date(2025, 3, 17)), "คำร้อง.docx", Kind.DOCX)
        with pytest.raises(Conflict, match="แนบแฟ้มที่ปกปิดแล้ว"):
            answered(here, item, "hide")
        answered(here, item, "show", "ผู้ร้องขอให้เผยแพร่")
        assert services.publish(who(here), item).version == 1


def test_a_file_that_cannot_be_looked_into_is_not_taken_for_clean(here):
    with here.speaks():
        item = written(here)
        with_file(here, item, b"%PDF-1.7 nothing", "เสีย.pdf")
        (hindrance,) = services.prepared(item).hindrances
        assert hindrance.startswith("เสีย.pdf: ")
        with pytest.raises(Conflict, match=r"เสีย\.pdf"):
            services.publish(who(here), item)


def test_the_writer_and_the_maker_of_a_file_are_in_no_published_byte(here):
    with pikepdf.open(io.BytesIO(write_pdf(paper(), date(2025, 3, 17)))) as told:
        told.docinfo["/Author"] = "สมหมาย ตัวอย่างลับ"
        with told.open_metadata() as metadata:
            metadata["dc:creator"] = ["สมหมาย ตัวอย่างลับ"]
        sent = io.BytesIO()
        told.save(sent)
    clean = clean_limited(sent.getvalue(), "คำร้อง.pdf", PAPERS)
    with here.speaks():
        item = written(here)
        told_piece = services.PieceTold(files=[clean])
        services.add_piece(acting=who(here, Role.OFFICER), item=item, kind=PieceKind.FILE, told=told_piece)
        answered(here, item, "show", "ตัวอย่าง")
        made = services.publish(who(here), item)
        (file,) = (file for piece in made.content["pieces"] for file in piece["files"])
        with pikepdf.open(io.BytesIO(store().read(here.agency.pk, file["sha256"]))) as opened:
            assert "/Info" not in opened.trailer
            assert "/Metadata" not in opened.Root


def test_the_files_of_a_publication_stay_when_their_piece_goes(here):
    with here.speaks():
        item = written(here)
        piece = with_file(
            here, item, write_pdf(Paper(("ก",), "", (Paragraph((SAYS,)),), "อ", 2568), date(2025, 3, 17)), "ก.pdf"
        )
        made = services.publish(who(here), item)
        services.remove_piece(acting=who(here, Role.COORDINATOR), piece=piece)
        (file,) = (file for piece in made.content["pieces"] for file in piece["files"])
        assert store().is_whole(here.agency.pk, file["sha256"])
        again = services.publish(who(here), item)
        assert (again.version, services.standing_publications(here.agency).get()) == (2, again)
