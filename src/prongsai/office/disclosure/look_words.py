"""What a look at an address found, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from prongsai.office.disclosure.reaching import Why

_SAID = {
    Why.BAD_ADDRESS: _("It is no address of a page on the web."),
    Why.NOT_PUBLIC: _("The address leads into a private network: outside nobody can open it."),
    Why.NO_SUCH_HOST: _("No site has this name."),
    Why.NO_ANSWER: _("The server does not answer."),
    Why.TOO_SLOW: _("The server was too slow."),
    Why.CERTIFICATE: _("The certificate of the site does not hold: browsers warn before it."),
    Why.REDIRECTS: _("The address leads on and on."),
    Why.NOT_HTTP: _("What answers is no web site."),
}


def said_of(outcome: str, detail: str) -> str:
    """Say what stands behind an outcome, empty where there is nothing more. A person's words are given as written."""
    name, _colon, number = detail.partition(":")
    if name == Why.STATUS.value and number.isdecimal():
        return str(_("The server answered with error %(number)s.") % {"number": number})
    if name == "pages" and number.isdecimal():
        words = ngettext(
            "Not found on the %(count)s page that was opened: it may still be linked deeper.",
            "Not found on the %(count)s pages that were opened: it may still be linked deeper.",
            int(number),
        )
        return words % {"count": number}
    if detail in set(Why):
        return str(_SAID.get(Why(detail), ""))
    if detail and outcome == "changed":
        return str(_("Not found on the page: %(text)s") % {"text": detail})
    if detail.startswith(("http://", "https://")):
        return str(_("Linked from %(page)s") % {"page": detail})
    return detail
