"""Reports go through the register of submissions, where the office wishes it: they are frozen anyhow."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from prongsai.office.reports.file_holders import REPORT_FILE
from prongsai.office.reports.models import Report
from prongsai.office.reports.names import title_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.links import Link
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.services import Decision, ThingTold


class ReportApproval:
    """A version of a report, submitted by the number of its row."""

    key = "report"
    title = gettext_noop("Report of the ITA year")

    def tell(self, thing: int) -> ThingTold | None:
        """Give the version as it stands."""
        report = Report.objects.select_related("round").filter(pk=thing).first()
        unit = _unit_of(report) if report else None
        if report is None or unit is None:
            return None
        title = title_of(report)
        return ThingTold(
            title=title,
            unit=unit,
            link=Link("report", {"report": report.pk}),
            decides=Standing.EXECUTIVE,
            opinions=(Standing.HEAD, Standing.APPROVER),
            what=f"{title} ฉบับที่ {report.version} จัดทำเสร็จแล้ว รายละเอียดตามสิ่งที่ส่งมาด้วย",
            asks="จึงเรียนมาเพื่อโปรดพิจารณา",
            lines=(("รหัสตรวจความถูกต้องของเนื้อหา", report.mark),),
            enclosures=tuple(_files(report)),
            written_by=(report.made_by,),
        )

    def may_submit(self, acting: Acting, thing: int) -> bool:
        """Say whether it is a version that nobody decided on yet."""
        report = Report.objects.filter(pk=thing, waiting=False, approved=None, signed=None).first()
        return report is not None and acting.has(Role.COORDINATOR)

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:  # noqa: ARG002
        """Say that it waits."""
        self._locked(thing, waiting=False)
        Report.objects.filter(pk=thing).update(waiting=True)

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:  # noqa: ARG002
        """Take the approval: it may be signed."""
        self._locked(thing, waiting=True)
        Report.objects.filter(pk=thing).update(waiting=False, approved=decision.day)

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:  # noqa: ARG002
        """Let a better version be made; this one stays as it was."""
        self._locked(thing, waiting=True)
        Report.objects.filter(pk=thing).update(waiting=False)

    def _locked(self, thing: int, *, waiting: bool) -> Report:
        report: Report = Report.objects.select_for_update(of=("self",)).get(pk=thing)
        if report.waiting is not waiting:
            raise Conflict(_("This report has changed meanwhile."))
        return report


def _unit_of(report: Report) -> Unit | None:
    """Give the unit of who made it, else the first of the office."""
    kind, _colon, number = report.made_by.partition(":")
    user = User.objects.select_related("person__unit").filter(pk=int(number)).first() if kind == "user" else None
    return user.person.unit if user and user.person else Unit.objects.order_by("order", "pk").first()


def _files(report: Report) -> list[str]:
    held = Attachment.objects.filter(holder=REPORT_FILE.key, thing=report.pk).select_related("file")
    return [attachment.file.newest.name for attachment in held]
