"""The card of the public site."""

from django.utils.translation import gettext_noop

from prongsai.office.site.models.pages import READERS
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord

MODULE = Module(
    key="site",
    title=gettext_noop("Public site"),
    menu=(MenuEntry(gettext_noop("Public site"), "site", frozenset(READERS), order=400),),
    records=(
        NoPersonalData("site.Site", because="when the site was made, and how many pages it has"),
        PersonalRecord(
            "site.BasicPage",
            ("words", "rows", "made_by"),
            purpose="what an office tells of itself; an executive may be named",
            ground="public task of the agency (s. 24 (4)); Official Information Act B.E. 2540",
            until="as long as the page stands; older words stay in its history",
        ),
        PersonalRecord(
            "site.OfficeContact",
            ("person", "contact", "made_by"),
            purpose="how the office of an executive is reached, and the photograph that the assessment asks for",
            ground="public task of the agency (s. 24 (4)); what an item asks for is public by the framework",
            until="until the person holds no such post any more: the page then leaves the name out",
        ),
    ),
)
