"""Rounds, their days, surveys, what became of codes; frameworks that were taken in."""

from prongsai.office.rounds.models.days import RoundDay
from prongsai.office.rounds.models.frameworks import LoadedFramework
from prongsai.office.rounds.models.moves import CodeMove
from prongsai.office.rounds.models.round import Round
from prongsai.office.rounds.models.surveys import SurveyCount, SurveyWindow

__all__ = ["CodeMove", "LoadedFramework", "Round", "RoundDay", "SurveyCount", "SurveyWindow"]
