"""An agency, its units and posts, and the people who hold them."""

from prongsai.platform.agency.models.agency import Agency
from prongsai.platform.agency.models.people import Holding, HoldingKind, Person
from prongsai.platform.agency.models.units import Post, Standing, Unit

__all__ = ["Agency", "Holding", "HoldingKind", "Person", "Post", "Standing", "Unit"]
