"""The answer that carries a file. Rooms with pages of their own (public ones) use it after deciding who may read."""

from __future__ import annotations

import logging
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store
from prongsai.platform.files.store import DamagedError
from prongsai.platform.ui.refusals import Refusal

log = logging.getLogger(__name__)

POLICY = "default-src 'none'; sandbox"
"""Whatever a file holds, a browser that shows it runs and fetches nothing."""


class Damaged(Refusal):
    """The content of a file is missing or is no longer what it was (500): it is not given out."""

    status = 500


def file_response(request: HttpRequest, version: FileVersion) -> HttpResponse:
    """Give a version of a file: pictures to be seen in the page, all else to be saved. Raises Damaged."""
    response = HttpResponse(b"" if request.method == "HEAD" else _content(version))
    kind = version.told_kind
    response.headers["Content-Type"] = kind.content_type
    response.headers["Content-Length"] = str(version.size)
    response.headers["Content-Disposition"] = cast(
        str, content_disposition_header(as_attachment=not kind.is_picture, filename=version.name)
    )
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _content(version: FileVersion) -> bytes:
    try:
        return store().read(version.agency_id, version.sha256)
    except DamagedError:
        log.exception("The content %s of the file version %s is missing or damaged", version.sha256, version.public_id)
        raise Damaged(
            _("The stored file is damaged. Whoever looks after the system can bring it back from a back-up.")
        ) from None
