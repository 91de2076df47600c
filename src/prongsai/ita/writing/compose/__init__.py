"""The further papers of the year, each composed from records: nothing is invented, what is lacking is a marked gap."""

from prongsai.ita.writing.compose.analysis import analysis_paper
from prongsai.ita.writing.compose.announcement import announcement, measures_announcement, result_announcement
from prongsai.ita.writing.compose.briefing import BRIEFING_STYLE, Briefing, briefing_pack
from prongsai.ita.writing.compose.change_list import ChangeAsked, ChangesAsked, change_list_paper, change_list_text
from prongsai.ita.writing.compose.circular import CircularText, circular_memo
from prongsai.ita.writing.compose.clarification import ClarifiedItem, StoodVersion, clarification_paper
from prongsai.ita.writing.compose.covering import measures_memo, report_memo
from prongsai.ita.writing.compose.data_call import CalledItem, DataCall, called_items, data_call_memo, line_text
from prongsai.ita.writing.compose.data_call_examples import data_call_examples
from prongsai.ita.writing.compose.head import PaperHead, signer
from prongsai.ita.writing.compose.measures_forms import (
    measures_by_indicator_paper,
    measures_by_issue_paper,
    measures_free_paper,
)
from prongsai.ita.writing.compose.meeting import MeetingAgenda, Progress, UnitTask, meeting_page
from prongsai.ita.writing.compose.memo import OPINIONS, MemoText, Opinion, memo
from prongsai.ita.writing.compose.minutes import (
    Attendee,
    MinutesItem,
    Present,
    Sitting,
    attendance_sheet,
    invitation_memo,
    minutes_extract,
    minutes_paper,
)
from prongsai.ita.writing.compose.month_plan import MonthRow, month_plan_paper
from prongsai.ita.writing.compose.monthly import DatedEvent, MonthState, WaitingPaper, monthly_memo
from prongsai.ita.writing.compose.order import (
    Duties,
    Member,
    duties_blocks,
    members_table,
    order_paper,
    working_group_order,
)
from prongsai.ita.writing.compose.report import report_paper
from prongsai.ita.writing.compose.report_rows import ReportRow, rows_of_plan, rows_of_reading
from prongsai.ita.writing.compose.signature_sheet import SignatureSheet, Signee, signature_sheet
from prongsai.ita.writing.compose.two_years import TwoYears

__all__ = [
    "BRIEFING_STYLE",
    "OPINIONS",
    "Attendee",
    "Briefing",
    "CalledItem",
    "ChangeAsked",
    "ChangesAsked",
    "CircularText",
    "ClarifiedItem",
    "DataCall",
    "DatedEvent",
    "Duties",
    "MeetingAgenda",
    "Member",
    "MemoText",
    "MinutesItem",
    "MonthRow",
    "MonthState",
    "Opinion",
    "PaperHead",
    "Present",
    "Progress",
    "ReportRow",
    "SignatureSheet",
    "Signee",
    "Sitting",
    "StoodVersion",
    "TwoYears",
    "UnitTask",
    "WaitingPaper",
    "analysis_paper",
    "announcement",
    "attendance_sheet",
    "briefing_pack",
    "called_items",
    "change_list_paper",
    "change_list_text",
    "circular_memo",
    "clarification_paper",
    "data_call_examples",
    "data_call_memo",
    "duties_blocks",
    "invitation_memo",
    "line_text",
    "measures_announcement",
    "measures_by_indicator_paper",
    "measures_by_issue_paper",
    "measures_free_paper",
    "measures_memo",
    "meeting_page",
    "members_table",
    "memo",
    "minutes_extract",
    "minutes_paper",
    "month_plan_paper",
    "monthly_memo",
    "order_paper",
    "report_memo",
    "report_paper",
    "result_announcement",
    "rows_of_plan",
    "rows_of_reading",
    "signature_sheet",
    "signer",
    "working_group_order",
]
