"""What an office discloses under the items of a year: pieces, versions, acts, homes, checks, remarks."""

from prongsai.office.disclosure.models.acts import ClosedSet, LoggedAct, LogHead
from prongsai.office.disclosure.models.contractor import AddressCheck, Change, ChangeList
from prongsai.office.disclosure.models.homes import Home, SiteHome
from prongsai.office.disclosure.models.items import DisclosedItem
from prongsai.office.disclosure.models.pieces import ElementSeen, PeriodSaid, Piece, PieceKind
from prongsai.office.disclosure.models.publications import Confirmation, PrivacyAnswer, Publication
from prongsai.office.disclosure.models.remarks import Clarification, ItemRemark

__all__ = [
    "AddressCheck",
    "Change",
    "ChangeList",
    "Clarification",
    "ClosedSet",
    "Confirmation",
    "DisclosedItem",
    "ElementSeen",
    "Home",
    "ItemRemark",
    "LogHead",
    "LoggedAct",
    "PeriodSaid",
    "Piece",
    "PieceKind",
    "PrivacyAnswer",
    "Publication",
    "SiteHome",
]
