"""For citizens: the search without scripts, and the files of the site where no other server gives them."""

from __future__ import annotations

from mimetypes import guess_type

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.ita.thai import single_line
from prongsai.office.site.drawing import POLICY
from prongsai.office.site.folder import inside
from prongsai.office.site.generating import folder_of
from prongsai.office.site.made import INDEX
from prongsai.office.site.searching.finding import find
from prongsai.platform.accounts.access import for_everybody
from prongsai.platform.agency.models import Agency

LONGEST = 100


@require_safe
@for_everybody
def search(request: HttpRequest, code: str) -> HttpResponse:
    """Search the site of an agency: what a browser without scripts asks."""
    agency = _agency(code)
    asked = single_line(request.GET.get("q", ""))[:LONGEST]
    answer = find(folder_of(agency).standing, asked) if asked else None
    told = {"agency": agency, "asked": asked, "answer": answer, "base": f"/site/{agency.code}/"}
    return render(request, "site/search_answer.html", told)


@require_safe
@for_everybody
def file(request: HttpRequest, code: str, path: str = "") -> HttpResponse:  # noqa: ARG001
    """Give a file of a site. With `prongsai run` the web server gives them before a request comes here."""
    folder = folder_of(_agency(code)).standing
    try:
        found = inside(folder, path.rstrip("/") or INDEX)
    except ValueError:
        raise Http404 from None
    found = found / INDEX if found.is_dir() else found
    if not found.is_file():
        raise Http404
    response = HttpResponse(found.read_bytes(), content_type=guess_type(found.name)[0] or "application/octet-stream")
    response.headers["Content-Security-Policy"] = POLICY  # that of the program would keep the search from its index
    return response


def _agency(code: str) -> Agency:
    agency = Agency.objects.filter(code=code, closed=None).first()
    if agency is None:
        raise Http404
    return agency
