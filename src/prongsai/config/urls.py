"""Every address, listed by hand."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path


def desk_urls(kind: str, prefix: str) -> list[URLPattern | URLResolver]:
    """Give the addresses of one kind (`office_urls`, `public_urls`, `kiosk_urls`) of each desk that has them."""
    files = [(desk, f"prongsai.desks.{desk}.{kind}") for desk in settings.DESKS]
    return [path(f"{prefix}{desk}/", include(file)) for desk, file in files if find_spec(file)]


urlpatterns = [
    path("", include("prongsai.platform.ui.urls")),
    path("", include("prongsai.platform.entrance.urls")),
    path("audit/", include("prongsai.platform.audit.urls")),
    path("jobs/", include("prongsai.platform.jobs.urls")),
    path("", include("prongsai.platform.notices.urls")),
    path("files/", include("prongsai.platform.files.urls")),
    path("staff/", include("prongsai.platform.staff.urls")),
    path("demo/", include("prongsai.platform.demo.urls")),
    path("office/", include("prongsai.registers.tasks.office_urls")),
    path("office/tasks/", include("prongsai.registers.tasks.urls")),
    path("office/placements/", include("prongsai.registers.placements.urls")),
    path("office/approvals/", include("prongsai.registers.approvals.urls")),
    path("office/policies/", include("prongsai.registers.policies.urls")),
    path("office/services/", include("prongsai.registers.services.urls")),
    path("office/cases/", include("prongsai.registers.cases.urls")),
    path("office/circulars/", include("prongsai.registers.circulars.urls")),
    path("office/orders/", include("prongsai.registers.orders.urls")),
    path("office/meetings/", include("prongsai.registers.meetings.urls")),
    path("office/year/", include("prongsai.office.rounds.urls")),
    path("office/year/", include("prongsai.office.data_calls.urls")),
    path("office/year/", include("prongsai.office.results.urls")),
    path("office/year/", include("prongsai.office.findings.urls")),
    path("office/year/", include("prongsai.office.measures.urls")),
    path("office/year/", include("prongsai.office.evidence.urls")),
    path("office/year/", include("prongsai.office.reports.urls")),
    path("office/year/", include("prongsai.office.disclosure.urls")),
    path("office/site/", include("prongsai.office.site.urls")),
    path("office/", include("prongsai.office.advice.urls")),
    *desk_urls("office_urls", "office/"),
    path("", include("prongsai.registers.services.public_urls")),
    path("", include("prongsai.registers.policies.public_urls")),
    path("", include("prongsai.registers.cases.public_urls")),
    path("", include("prongsai.office.site.public_urls")),
    *desk_urls("public_urls", ""),
    *desk_urls("kiosk_urls", "kiosk/"),
]

handler400 = "prongsai.platform.ui.answers.bad_request"
handler403 = "prongsai.platform.ui.answers.forbidden"
handler404 = "prongsai.platform.ui.answers.not_found"
handler500 = "prongsai.platform.ui.answers.broken"
