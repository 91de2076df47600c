"""How a follow-up speaks: it asks, it never blames; superiors hear what would help."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.platform.agency.line import InPost
from prongsai.platform.notices.kinds import kinds
from prongsai.platform.notices.models import FollowUp
from prongsai.platform.ui.wording import day_in_words


@dataclass(frozen=True, slots=True)
class Said:
    """Subject and words of a step, both empty for a sensitive matter."""

    subject: str = ""
    words: str = ""


def to_who_owes(begun: FollowUp, number: int, *, overdue: bool) -> Said:
    """Ask who owes it, for the first, second or third time."""
    if _is_sensitive(begun):
        return Said()
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Follow-up no. %(number)d: %(subject)s") % {"number": number, "subject": begun.subject}
        if overdue:
            words = _(
                "It was due on %(day)s. Please do what is left, or tell the coordinator what stands in the way."
                " If it is done already, please record it in the system."
            )
        else:
            words = _("It is due on %(day)s. If it is done already, please record it in the system.")
        return Said(subject, words % {"day": day_in_words(begun.due)})


def to_a_superior(begun: FollowUp, post: InPost, *, times: int, late: int) -> Said:
    """Tell the holder of a post, addressed by the post."""
    if _is_sensitive(begun):
        return Said()
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("For your information: %(subject)s") % {"subject": begun.subject}
        title = _("acting for the post of %(post)s") % {"post": post.title} if post.acting else post.title
        words = _(
            "To: %(post)s. This matter of %(unit)s was due on %(day)s, %(late)d working days ago. It was followed up"
            " %(times)d times. Please consider what support is needed."
        ) % {"post": title, "unit": begun.unit, "day": day_in_words(begun.due), "late": late, "times": times}
        return Said(subject, words)


def _is_sensitive(begun: FollowUp) -> bool:
    kind = kinds.get(begun.kind)
    return kind is None or kind.sensitive
