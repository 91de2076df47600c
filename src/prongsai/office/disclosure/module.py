"""The card of disclosure."""

from django.utils.translation import gettext_noop

from prongsai.office.disclosure.home_sources import CheckOfMonth, ItemsReady, ItemsStanding
from prongsai.office.disclosure.month_sources import AfterSending
from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

GROUND = "public task of the agency (s. 24 (4)); what an item asks for is public by the framework of the assessment"
KEPT = "as long as the year is among the office's papers; removed by decision under the archive rules"
PURPOSE = "what the office publishes under the items of the assessment"

MODULE = Module(
    key="disclosure",
    title=gettext_noop("Disclosure"),
    home=(ItemsReady(),),
    month=(CheckOfMonth(), AfterSending()),
    standings=(ItemsStanding(),),
    records=(
        NoPersonalData("disclosure.DisclosedItem", because="codes, days, addresses of pages"),
        PersonalRecord("disclosure.Piece", ("words", "rows", "made_by"), purpose=PURPOSE, ground=GROUND, until=KEPT),
        NoPersonalData("disclosure.ElementSeen", because="which element of an item stands on which page"),
        PersonalRecord("disclosure.Publication", ("content", "made_by"), purpose=PURPOSE, ground=GROUND, until=KEPT),
        PersonalRecord(
            "disclosure.PrivacyAnswer",
            ("masked", "because"),
            purpose="what was hidden or shown before publishing, and why; a mask is kept, never the thing itself",
            ground=GROUND,
            until=KEPT,
        ),
        NoPersonalData("disclosure.Confirmation", because="which account confirmed which content, by its hash"),
        NoPersonalData("disclosure.LoggedAct", because="items, addresses, hashes and posts; never a name"),
        NoPersonalData("disclosure.LogHead", because="sizes, hashes and signatures"),
        NoPersonalData("disclosure.ClosedSet", because="addresses of public pages"),
        NoPersonalData("disclosure.ChangeList", because="days, and the way by which a list was sent"),
        NoPersonalData("disclosure.Change", because="what is to be done on which page, and since when it is"),
        NoPersonalData("disclosure.AddressCheck", because="addresses of public pages and whether they open"),
        PersonalRecord(
            "disclosure.ItemRemark",
            ("words",),
            purpose="remarks of the assessor on published items; they may name who signed a paper",
            ground=GROUND,
            until=KEPT,
        ),
        PersonalRecord(
            "disclosure.Clarification",
            ("content",),
            purpose="official papers of the office; they name who signs",
            ground=GROUND,
            until="an official paper: kept under the archive rules, removed by decision of a committee",
        ),
        PersonalRecord(
            "disclosure.SiteHome",
            ("contractor", "contact"),
            purpose="whom to ask to change the site",
            ground=GROUND,
            until="until another contractor is written down",
        ),
    ),
)
