"""Files of basic pages, and photographs beside the names of executives."""

from __future__ import annotations

from django.urls import reverse

from prongsai.office.site.basics import basics
from prongsai.office.site.models import BasicPage, OfficeContact
from prongsai.office.site.models.pages import READERS, WRITERS
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE, PICTURES


def _sees(acting: Acting, page: int) -> bool:
    return BasicPage.objects.visible_to(acting).filter(pk=page).exists()


def _changes(acting: Acting, page: int) -> bool:
    return acting.has(*WRITERS) and BasicPage.objects.changeable_by(acting).filter(pk=page).exists()


def _tell(page: int) -> Told:
    found = BasicPage.objects.get(pk=page)
    basic = basics().get(found.key)
    return Told(basic.title if basic else found.key, found.get_absolute_url())


def _sees_person(acting: Acting, contact: int) -> bool:
    return acting.has(*READERS) and OfficeContact.objects.filter(agency=acting.agency, pk=contact).exists()


def _tell_person(contact: int) -> Told:
    found = OfficeContact.objects.select_related("person").get(pk=contact)
    return Told(found.person.full_name, reverse("site-people"))


SITE_PAGE = Holder(key="site-page", may_read=_sees, may_change=_changes, tell=_tell, purpose=EVIDENCE, listed=True)
PERSON_PICTURE = Holder(
    key="site-person",
    may_read=_sees_person,
    may_change=lambda acting, _contact: acting.has(Role.COORDINATOR),
    tell=_tell_person,
    purpose=PICTURES,
    listed=True,
)
