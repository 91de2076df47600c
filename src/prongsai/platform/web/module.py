"""The card of the web's own room."""

from django.utils.translation import gettext_noop

from prongsai.platform.modules import Module, NoPersonalData

MODULE = Module(
    key="web",
    title=gettext_noop("Requests"),
    records=(
        NoPersonalData(
            "web.Submission", because="a random key, a hashed session and an address of this site, two days"
        ),
    ),
)
