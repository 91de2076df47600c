"""What other rooms show on the site: posted manuals, public policies in force, measures without who is late."""

from datetime import date
from types import SimpleNamespace

import pytest

from approved_services import approve
from prongsai.office.site.making.measures import public_state
from prongsai.office.site.services import rebuild
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.ui.states import State
from prongsai.registers.policies import services as policies
from prongsai.registers.policies.services import PolicyKind, PolicyText
from prongsai.registers.services import services as manuals
from published_site import page_of, standing
from whole_service import WHOLE


def test_a_posted_manual_stands_on_the_site_with_its_form_until_it_is_withdrawn(here):
    officer = acting_as(here.accounts[Role.OFFICER])
    with here.speaks():
        unit = here.units["สำนักปลัด"]
        made = manuals.add_service(acting=officer, agency=here.agency.pk, unit=unit, sheet=WHOLE)
        form = [made_here(b"form", "แบบคำขอ.txt", Kind.TXT)]
        attach_files(acting="test", agency=here.agency.pk, holder="service-form", thing=made.pk, files=form)
        rebuild(here.agency)
        assert not (standing(here) / "services").exists()
        version = approve(here, made.versions.get())
        manuals.post(acting=officer, version=version)
        rebuild(here.agency)
        page = page_of(here, f"services/{made.pk}")
        assert "การแจ้งซ่อมไฟฟ้าสาธารณะ" in page and "แบบคำขอ.txt" in page
        assert "services/index.html" in page_of(here, "")
        manuals.withdraw(acting=officer, version=version)
        rebuild(here.agency)
    assert not (standing(here) / "services").exists()


def test_a_policy_is_on_the_site_once_its_signed_paper_is_there(here):
    officer = acting_as(here.accounts[Role.OFFICER])
    text = PolicyText(PolicyKind.POLICY, "นโยบายไม่รับของขวัญ", here.units["สำนักปลัด"], "ไม่รับของขวัญทุกชนิด")
    told = {"agency": here.agency.pk, "told": text, "signed": date(2025, 3, 3), "since": date(2025, 3, 3)}
    with here.speaks():
        policies.add_existing(acting=officer, **told)
        rebuild(here.agency)
        assert not (standing(here) / "policies").exists()
        scan = [made_here(b"signed", "signed.txt", Kind.TXT)]
        made = policies.add_existing(acting=officer, **told, scan=scan)
        rebuild(here.agency)
    assert "ไม่รับของขวัญทุกชนิด" in page_of(here, f"policies/{made.policy_id}").replace("<wbr>", "")


@pytest.mark.parametrize(
    ("state", "closed", "shown"),
    [
        (State.OVERDUE, 2, State.UNDER_WAY),
        (State.OVERDUE, 0, State.NOT_STARTED),
        (State.AWAITING_EVIDENCE, 1, State.UNDER_WAY),
        (State.DONE, 3, State.DONE),
        (State.NOT_DONE, 0, State.NOT_DONE),
    ],
)
def test_nobody_outside_is_told_what_is_late(state, closed, shown):
    assert public_state(SimpleNamespace(state=state, closed=closed)) is shown
