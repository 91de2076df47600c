"""Rounds, their days, surveys, and what became of codes."""

from prongsai.office.rounds.models.days import RoundDay
from prongsai.office.rounds.models.moves import CodeMove
from prongsai.office.rounds.models.round import Round
from prongsai.office.rounds.models.surveys import SurveyCount, SurveyWindow

__all__ = ["CodeMove", "Round", "RoundDay", "SurveyCount", "SurveyWindow"]
