"""Addresses for staff: of the agency (`advice/`), and of its adviser (`advised/`)."""

from django.urls import path

from prongsai.office.advice.views import advising, inviting, relating, submitting

urlpatterns = [
    path("advice/", relating.advice, name="advice"),
    path("advice/accept/", relating.accept, name="advice-accept"),
    path("advice/advisers/<int:adviser>/end/", relating.end, name="advice-end"),
    path("advice/years/<int:round_id>/", submitting.year, name="advice-year"),
    path("advice/sent/<int:sent>/", submitting.sent, name="advice-sent"),
    path("advice/sent/<int:sent>/withdraw/", submitting.withdraw, name="advice-withdraw"),
    path("advised/", advising.overview, name="advised"),
    path("advised/help/", advising.help_list, name="advised-help"),
    path("advised/medians/", advising.medians, name="advised-medians"),
    path("advised/export/", advising.export, name="advised-export"),
    path("advised/invitations/", inviting.invitations, name="advised-invitations"),
    path("advised/invitations/<int:invitation>/withdraw/", inviting.withdraw, name="advised-invitation-withdraw"),
    path("advised/<int:advised>/", advising.agency, name="advised-agency"),
    path("advised/<int:advised>/end/", advising.end, name="advised-end"),
]
