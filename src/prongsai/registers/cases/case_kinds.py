"""The kinds of this room: what offices are asked every day.

Ten years of keeping: archive practice of official papers, with exceptions; to be confirmed by an official. Fifteen days
for an answer: the number that offices use for complaints (s. 38 of the decree on good governance B.E. 2546); whether
they are working days is not confirmed. The time may be changed on each case.
"""

from django.utils.translation import gettext_noop as _

from prongsai.registers.cases.kinds import Asked, CaseKind

KEPT_YEARS, USUAL_DAYS = 10, 15
_DUTY = _("Public task of the agency (Personal Data Protection Act B.E. 2562, section 24 (4))")

KINDS = (
    CaseKind(
        "general", _("General request"), _("to work on the request and tell who asked"), _DUTY, KEPT_YEARS,
        limit_days=USUAL_DAYS, is_public=True,
    ),
    CaseKind(
        "service", _("Request for a service"), _("to give the service and tell who asked"), _DUTY, KEPT_YEARS,
        asks=frozenset(Asked), has_service=True,
    ),
    CaseKind(
        "question", _("Question from the public"), _("to answer who asked"), _DUTY, KEPT_YEARS,
        asks=frozenset({Asked.NAME, Asked.PHONE}), limit_days=USUAL_DAYS, is_public=True,
    ),
    CaseKind(
        "complaint", _("Complaint or trouble (not about corruption)"), _("to look into the matter and tell who asked"),
        _DUTY, KEPT_YEARS, limit_days=USUAL_DAYS, is_public=True, is_sensitive=True,
    ),
)  # fmt: skip
