"""Forms of results."""

from prongsai.office.results.forms.deciding import LevelForm, LineForm
from prongsai.office.results.forms.sending import PapersForm, PasteForm
from prongsai.office.results.forms.typing_scores import ScoresForm

__all__ = ["LevelForm", "LineForm", "PapersForm", "PasteForm", "ScoresForm"]
