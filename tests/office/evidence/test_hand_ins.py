"""What a unit handed in for a data call, and somebody accepted there, becomes proof of its item with one press."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.data_calls.services import Accepted
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Proof, ProofState
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.ui.refusals import Conflict


@pytest.fixture
def accepted(here, running, monkeypatch) -> list[Accepted]:
    """Two hand-ins of a data call: one of an item with a file, one of nothing in particular."""
    with here.speaks():
        files = attach_files(
            acting="test", agency=here.agency.pk, holder="hand-in", thing=7,
            files=[made_here(b"sheet", "สรุป.txt", Kind.TXT)],
        )  # fmt: skip
    told = {
        "item": 3, "subject": "", "unit": here.units["กองคลัง"], "handed_in_by": None, "happened": date(2025, 2, 3),
        "received": date(2025, 2, 4), "checked": date(2025, 2, 5), "link": "", "figures": (("รายการ", "14"),),
    }  # fmt: skip
    item = Accepted(
        hand_in=7, code="O14", title="สรุปผลการจัดซื้อ", words="14 รายการ", nothing=False, files=tuple(files), **told
    )
    free = Accepted(hand_in=8, code=None, title="ภาพกิจกรรม", words="", nothing=False, files=(), **told)
    found = [item, free]
    monkeypatch.setattr("prongsai.office.evidence.services.hand_ins.hand_ins_of", lambda cycle: found)
    return found


def test_one_press_makes_it_accepted_proof_of_its_item_with_its_files(here, running, accepted, asks, page):
    assert "14 รายการ" in page(reverse("facts", args=[running.cycle.pk]))
    address = reverse("hand-in-take", args=[running.cycle.pk, 7])
    for _ in range(2):
        assert asks().post(address).status_code == 302
    with here.speaks():
        proof = Proof.objects.get()
        assert (proof.words, proof.state, proof.decided) == ("14 รายการ", ProofState.ACCEPTED, date(2025, 2, 5))
        assert (proof.happened, proof.received, proof.figures) == (date(2025, 2, 3), date(2025, 2, 4), {"รายการ": "14"})
        assert proof.uses.get().item == "O14"
        held = Attachment.objects.filter(file=accepted[0].files[0]).values_list("holder", "thing")
        assert sorted(held) == [("evidence-proof", proof.pk), ("hand-in", 7)]


def test_what_was_asked_in_free_words_is_not_offered(here, running, accepted, coordinator):
    with here.speaks():
        assert [each.told.hand_in for each in services.offered_hand_ins(running.cycle)] == [7]
        with pytest.raises(Conflict):
            services.take_hand_in(acting=coordinator, cycle=running.cycle, hand_in=8)


def test_nothing_to_report_is_proof_that_says_so(here, running, accepted, coordinator):
    accepted[0] = replace(accepted[0], nothing=True, words="")
    with here.speaks():
        made = services.take_hand_in(acting=coordinator, cycle=running.cycle, hand_in=7)
        assert made.words == "สรุปผลการจัดซื้อ: ไม่มี"


def test_only_the_coordinator_takes_it(running, accepted, asks):
    for role in (Role.OFFICER, Role.AUDITOR):
        assert asks(role).post(reverse("hand-in-take", args=[running.cycle.pk, 7])).status_code == 404
