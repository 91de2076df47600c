"""Addresses of the staff room."""

from django.urls import path

from prongsai.platform.staff.views import days, importing, people, structure

urlpatterns = [
    path("", structure.overview, name="staff"),
    path("agency/", structure.agency, name="agency-facts"),
    path("units/new/", structure.new_unit, name="new-unit"),
    path("units/<int:unit>/", structure.unit, name="unit"),
    path("units/<int:unit>/edit/", structure.edit_unit, name="edit-unit"),
    path("units/<int:unit>/close/", structure.close_unit, name="close-unit"),
    path("units/<int:unit>/posts/new/", structure.new_post, name="new-post"),
    path("posts/<int:post>/", structure.post, name="post"),
    path("posts/<int:post>/edit/", structure.edit_post, name="edit-post"),
    path("posts/<int:post>/close/", structure.close_post, name="close-post"),
    path("people/", people.people, name="people"),
    path("people/new/", people.new_person, name="new-person"),
    path("people/<int:person>/", people.person, name="person"),
    path("people/<int:person>/edit/", people.edit_person, name="edit-person"),
    path("people/<int:person>/post/", people.new_holding, name="new-holding"),
    path("people/<int:person>/leave/", people.leave, name="leave"),
    path("people/<int:person>/back/", people.come_back, name="come-back"),
    path("holdings/<int:holding>/end/", people.end_holding, name="end-holding"),
    path("hand-overs/<int:hand_over>/", people.hand_over, name="hand-over"),
    path("lists/new/", importing.new_list, name="new-staff-list"),
    path("lists/form/", importing.form_to_fill, name="staff-list-form"),
    path("lists/export/", importing.export, name="export-staff-list"),
    path("lists/<int:waiting>/", importing.staff_list, name="staff-list"),
    path("lists/<int:waiting>/drop/", importing.drop_list, name="drop-staff-list"),
    path("days/", days.working_days, name="working-days"),
    path("days/new/", days.new_day, name="new-day-off"),
    path("days/<int:day>/remove/", days.remove_day, name="remove-day-off"),
]
