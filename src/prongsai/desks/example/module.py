"""The card of the example desk."""

from django.utils.translation import gettext_noop

from prongsai.desks.example.evidence import TalkEvidence
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData

MODULE = Module(
    key="example",
    title=gettext_noop("Talks in villages"),
    menu=(
        MenuEntry(
            gettext_noop("Talks in villages"),
            "example-talks",
            frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR}),
            order=900,
        ),
    ),
    evidence=(TalkEvidence(),),
    records=(NoPersonalData("example.Talk", because="a place, a day and a count; nobody is named"),),
)
