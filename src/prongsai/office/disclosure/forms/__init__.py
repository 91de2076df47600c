"""Forms of this room."""

from prongsai.office.disclosure.forms.items import ItemForm, NarrowForm
from prongsai.office.disclosure.forms.pieces import DatesForm, NothingForm, PieceForm, SeenForm
from prongsai.office.disclosure.forms.site_home import SiteHomeForm

__all__ = ["DatesForm", "ItemForm", "NarrowForm", "NothingForm", "PieceForm", "SeenForm", "SiteHomeForm"]
