"""Who advises whom, and what was submitted."""

from prongsai.office.advice.models.groups import GroupYear
from prongsai.office.advice.models.relation import Advised, Adviser, Invitation
from prongsai.office.advice.models.rollup import RollUp, SentRollUp

__all__ = ["Advised", "Adviser", "GroupYear", "Invitation", "RollUp", "SentRollUp"]
