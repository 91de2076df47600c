"""The card of the jobs."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData

MODULE = Module(
    key="jobs",
    title=gettext_noop("Work in the background"),
    menu=(
        MenuEntry(
            gettext_noop("Work in the background"),
            "jobs-parked",
            frozenset({Role.SYSTEM_ADMIN}),
            order=930,
            of_agency=False,
        ),
    ),
    records=(
        NoPersonalData("jobs.Fault", because="the number of a job, a kind of error and a line of code"),
        NoPersonalData("jobs.JobProgress", because="the number of a job, fixed words and counts"),
    ),
)
