"""From answers or a score sheet to the level, by the year's own rules: see README.md."""

from prongsai.ita.scoring.entry import EntryResult, enter_scores
from prongsai.ita.scoring.explain import Difference, Outcome, Step, explain
from prongsai.ita.scoring.goals import Gap, Goal, goal_of_level, goal_of_score, joined
from prongsai.ita.scoring.levels import LevelAnswer, LevelCheck, check_level, decide_level
from prongsai.ita.scoring.lookalike import Repair, repairs
from prongsai.ita.scoring.prices import Price, item_price, price_list
from prongsai.ita.scoring.reach import Reach, Route, reach
from prongsai.ita.scoring.reachable import ReachableSet, reachable_values
from prongsai.ita.scoring.rules import Presumption, presume_from
from prongsai.ita.scoring.scores import Scores, overlaid, scores_from_sheet
from prongsai.ita.scoring.survey_entry import (
    AnswerRow,
    AnswersResult,
    Turnout,
    check_weights,
    enter_answers,
    enter_change,
    enter_turnout,
)
from prongsai.ita.scoring.typed_rows import TypedRow, rows_from_json, rows_from_paste
from prongsai.ita.scoring.what_if import Move, WhatIf, what_if

__all__ = [
    "AnswerRow",
    "AnswersResult",
    "Difference",
    "EntryResult",
    "Gap",
    "Goal",
    "LevelAnswer",
    "LevelCheck",
    "Move",
    "Outcome",
    "Presumption",
    "Price",
    "Reach",
    "ReachableSet",
    "Repair",
    "Route",
    "Scores",
    "Step",
    "Turnout",
    "TypedRow",
    "WhatIf",
    "check_level",
    "check_weights",
    "decide_level",
    "enter_answers",
    "enter_change",
    "enter_scores",
    "enter_turnout",
    "explain",
    "goal_of_level",
    "goal_of_score",
    "item_price",
    "joined",
    "overlaid",
    "presume_from",
    "price_list",
    "reach",
    "reachable_values",
    "repairs",
    "rows_from_json",
    "rows_from_paste",
    "scores_from_sheet",
    "what_if",
]
