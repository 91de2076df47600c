"""Short answers to who sent a linking code to the official account."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from prongsai.platform.notices.channels.line import client_of_speaker
from prongsai.platform.notices.channels.outcomes import Failure
from prongsai.platform.notices.models import LineSignal
from prongsai.platform.notices.services.line_events import LINKED, UNKNOWN, WAIT

log = logging.getLogger(__name__)
ANSWERS = {
    LINKED: gettext_noop("This LINE is linked. Notices of the office that concern you will come here."),
    UNKNOWN: gettext_noop("This code opens nothing, or its 15 minutes are over. Please make a new one in the system."),
    WAIT: gettext_noop("Too many tries. Please wait a quarter of an hour, then make a new code in the system."),
}


def answer_event(number: int) -> None:
    """Answer an event, once: a token is good for a minute, and an answer that comes late is worth nothing."""
    with transaction.atomic():
        event = LineSignal.objects.select_for_update().filter(pk=number).exclude(reply_token="").first()
        client = client_of_speaker()
        if event is None or client is None:
            return
        token, event.reply_token = event.reply_token, ""
        event.save(update_fields=["reply_token"])
    with translation.override(settings.LANGUAGE_CODE):
        words = gettext(ANSWERS[event.answer])
    try:
        client.reply(token, words)
    except Failure as failure:
        log.info("an answer on LINE was not taken: %s", failure.trouble)
