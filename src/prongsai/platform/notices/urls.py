"""Addresses of the notices."""

from django.urls import path

from prongsai.platform.notices.views import looking_after, outside, own, wishes

urlpatterns = [
    path("notices/", own.notices, name="notices"),
    path("notices/read/", own.notices_read, name="notices-read"),
    path("notices/<int:notice>/", own.notice, name="notice"),
    path("notices/<int:notice>/done/", own.notice_done, name="notice-done"),
    path("notices/wishes/", wishes.notice_wishes, name="notice-wishes"),
    path("notices/wishes/line/", wishes.line_code, name="line-code"),
    path("notices/wishes/line/unlink/", wishes.line_unlink, name="line-unlink"),
    path("notices/wishes/calendar/", wishes.calendar_address, name="calendar-address"),
    path("notices/wishes/calendar/withdraw/", wishes.calendar_withdraw, name="calendar-withdraw"),
    path("notices/outbox/", looking_after.outbox, name="outbox"),
    path("notices/outbox/<int:sending>/again/", looking_after.send_again, name="send-again"),
    path("notices/follow-up-days/", looking_after.follow_up_days, name="follow-up-days"),
    path("notices/line-account/", looking_after.line_account, name="line-account"),
    path("line/webhook/<slug:code>", outside.line_webhook, name="line-webhook"),
    path("calendar/<slug:code>/<str:token>.ics", outside.calendar_feed, name="calendar-feed"),
]
