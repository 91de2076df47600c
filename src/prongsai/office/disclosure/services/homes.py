"""Where an item stands on the web, and whether it was reached there."""

from __future__ import annotations

from urllib.parse import urlsplit

from prongsai.office.disclosure.models import AddressCheck, DisclosedItem, Home, Publication
from prongsai.office.disclosure.reaching import Reach
from prongsai.office.disclosure.register import code_of, home_of, site_home
from prongsai.platform.agency.models import Agency
from prongsai.platform.modules import once
from prongsai.platform.notices.links import whole_address


def path_of(item: DisclosedItem) -> str:
    """Give the path of an item on the site that this system makes (`ita/2568/o26/`): for ever that of its version 1."""
    known = once(("disclosure-paths", item.round_id), lambda: _paths(item.round_id))
    return known.get(item.pk) or f"ita/{item.round.fiscal_year}/{code_of(item).lower()}/"


def _paths(round_id: int) -> dict[int, str]:
    first = Publication.objects.filter(item__round=round_id, version=1)
    return dict(first.values_list("item_id", "path"))


def address_of(item: DisclosedItem) -> str:
    """Give the whole address under which everybody finds an item; empty where it is not known, never invented.

    At the contractor's it is the one that was entered back. On our own site it follows from year and code.
    """
    if home_of(item) is Home.CONTRACTOR:
        return item.address
    base = own_site(item.agency)
    return f"{base}{path_of(item)}" if base else ""


def own_site(agency: Agency) -> str:
    """Give the whole address of the site that this system makes for the agency that speaks, with its last slash.

    It is where the office said that it put the site, else on this server; empty where nobody said under which address
    this server is reached from outside (`PRONGSAI_ADDRESS`, or the agency's own host).
    """
    chosen = site_home()
    if chosen and chosen.own:
        return f"{chosen.own.rstrip('/')}/"
    return whole_address(agency, f"/site/{agency.code}/")


def main_address() -> str:
    """Give the main site of the agency that speaks, from which every item must be reached; empty where nobody said."""
    chosen = site_home()
    return chosen.main if chosen else ""


def stands_at_main(address: str) -> bool:
    """Whether an address lies on the host of the main site."""
    main = urlsplit(main_address()).hostname
    return bool(main) and urlsplit(address).hostname == main


def reached(item: DisclosedItem) -> AddressCheck | None:
    """Give the last look at the address that an item has now, None where nobody looked."""
    return AddressCheck.objects.filter(item=item, address=address_of(item)).order_by("-at", "-pk").first()


def outside() -> Reach:
    """Give the way in which this installation fetches what stands elsewhere: from the open internet alone."""
    return Reach()
