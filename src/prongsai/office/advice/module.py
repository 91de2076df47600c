"""The card of advice."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData

_FIGURES = "counts, scores and days of an office; who submitted is a post, or the number of an account"

MODULE = Module(
    key="advice",
    title=gettext_noop("Advice"),
    menu=(
        MenuEntry(
            gettext_noop("Our adviser"),
            "advice",
            frozenset({Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR, Role.SYSTEM_ADMIN}),
            order=95,
        ),
        MenuEntry(gettext_noop("Agencies we advise"), "advised", frozenset({Role.OVERSEER}), order=10),
    ),
    records=(
        NoPersonalData("advice.Invitation", because="names an agency; who made it is the number of an account"),
        NoPersonalData("advice.Advised", because="names an agency and its place"),
        NoPersonalData("advice.Adviser", because="names an agency; who accepted it is the number of an account"),
        NoPersonalData("advice.SentRollUp", because=f"{_FIGURES}; numbers of persons are refused in its words"),
        NoPersonalData("advice.RollUp", because=f"{_FIGURES}; numbers of persons are refused in its words"),
        NoPersonalData("advice.GroupYear", because="counts and medians of groups of agencies"),
    ),
)
