"""Deeds on cases in tests: read one anew, send the form of a deed as a browser does."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from prongsai.registers.cases.models import Case


def anew(case: Case) -> Case:
    """Read a case anew, while its office speaks."""
    return Case.objects.select_related("unit", "officer__unit", "service", "agency").get(pk=case.pk)


def does(client: Client, case: Case, deed: str, **told: Any) -> HttpResponse:
    """Open the page of a case, then send the form of a deed."""
    page = client.get(case.get_absolute_url())
    form = next(each.form for each in page.context["deeds"] if each.deed.key == deed)
    return client.post(reverse("case-deed", args=[case.pk, deed]), {"seen": form["seen"].value(), **told})
