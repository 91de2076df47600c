"""Which personal data this room keeps, why, and how long."""

from prongsai.platform.modules import NoPersonalData, PersonalRecord
from prongsai.platform.notices import removal

TASK = "public task of the agency (s. 24 (4))"

RECORDS: tuple[PersonalRecord | NoPersonalData, ...] = (
    PersonalRecord(
        "notices.Notice",
        ("subject", "words", "made_by"),
        purpose="to tell people of the office what concerns their work",
        ground=TASK,
        until="400 days: a fiscal year and the month after it",
        period=removal.NOTICES_KEPT,
        remove=removal.remove_notices,
    ),
    PersonalRecord(
        "notices.Copy",
        ("person", "user", "read", "done"),
        purpose="who was told what, and whether it was read",
        ground=TASK,
        until="as long as the notice",
        period=removal.NOTICES_KEPT,
        remove=removal.remove_copies,
    ),
    PersonalRecord(
        "notices.Sending",
        ("user", "channel", "state"),
        purpose="that a message goes out once, and what went wrong; no address and no words are kept here",
        ground=TASK,
        until="90 days after it ended",
        period=removal.SENDINGS_KEPT,
        remove=removal.remove_sendings,
    ),
    PersonalRecord(
        "notices.FollowUp",
        ("subject", "person", "begun_by"),
        purpose="what a unit or a person owes by a day",
        ground=TASK,
        until="400 days after it ended",
        period=removal.FOLLOW_UPS_KEPT,
        remove=removal.remove_follow_ups,
    ),
    NoPersonalData("notices.FollowUpStep", because="a step, its days and its notice; goes with the follow-up"),
    NoPersonalData("notices.FollowUpDays", because="numbers of working days of an office"),
    PersonalRecord(
        "notices.Preference",
        ("user", "by_mail", "by_line", "rhythm", "quiet"),
        purpose="how somebody wishes to be told",
        ground=TASK,
        until="as long as the account; it is changed by its owner",
    ),
    NoPersonalData("notices.LineAccount", because="the official account of a public agency, its secrets sealed"),
    PersonalRecord(
        "notices.LineLink",
        ("user", "line_user", "since"),
        purpose="to which LINE the notices of an account go, by its owner's wish",
        ground=TASK,
        until="until its owner unlinks it or blocks the official account, or the morning after the account is off",
    ),
    PersonalRecord(
        "notices.LinkingCode",
        ("user",),
        purpose="to link a LINE to an account",
        ground=TASK,
        until="fifteen minutes; removed the next morning at the latest",
        period=removal.CODES_KEPT,
        remove=removal.remove_codes,
    ),
    PersonalRecord(
        "notices.LineSignal",
        ("reply_token",),
        purpose="that what LINE tells twice counts once; the token answers one message within a minute",
        ground=TASK,
        until="seven days; the token until the answer is sent",
        period=removal.EVENTS_KEPT,
        remove=removal.remove_events,
    ),
    PersonalRecord(
        "notices.Feed",
        ("user", "last_read"),
        purpose="a secret address from which one's own calendar reads due days",
        ground=TASK,
        until="until its owner withdraws it, or the morning after the account is switched off",
    ),
)
