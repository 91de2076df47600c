"""Addresses for staff."""

from django.urls import path

from prongsai.office.evidence.views import deciding, facts, notes, progress, proofs, standing, turns

urlpatterns = [
    path("<int:round_id>/progress/", progress.progress, name="progress"),
    path("<int:round_id>/progress/chart/", progress.chart, name="progress-chart"),
    path("<int:round_id>/progress/export/", progress.export, name="progress-export"),
    path("measures/<int:measure>/progress/", progress.measure, name="measure-progress"),
    path("measures/<int:measure>/standing/", standing.standing, name="measure-standing"),
    path("turns/<int:turn>/", turns.turn, name="turn"),
    path("turns/<int:turn>/record-for/", turns.record_for, name="turn-record-for"),
    path("turns/<int:turn>/not-done/", turns.not_done, name="turn-not-done"),
    path("turns/<int:turn>/prove/", turns.prove, name="turn-prove"),
    path("turns/<int:turn>/reopen/", turns.reopen, name="turn-reopen"),
    path("turns/<int:turn>/note/", notes.note_of_turn, name="turn-note"),
    path("<int:round_id>/evidence/", proofs.evidence, name="evidence"),
    path("<int:round_id>/evidence/new/", proofs.new_proof, name="proof-new"),
    path("<int:round_id>/evidence/facts/", facts.facts, name="facts"),
    path("<int:round_id>/evidence/facts/take/", facts.take, name="fact-take"),
    path("<int:round_id>/evidence/hand-ins/<int:hand_in>/take/", facts.take_hand_in, name="hand-in-take"),
    path("evidence/<int:proof>/", proofs.proof, name="proof"),
    path("evidence/<int:proof>/change/", proofs.change_proof, name="proof-change"),
    path("evidence/<int:proof>/use/", proofs.use_proof, name="proof-use"),
    path("evidence/uses/<int:use>/stop/", proofs.stop_using, name="proof-use-stop"),
    path("evidence/<int:proof>/accept/", deciding.accept, name="proof-accept"),
    path("evidence/<int:proof>/return/", deciding.return_, name="proof-return"),
    path("evidence/<int:proof>/answer/", deciding.answer, name="proof-answer"),
    path("<int:round_id>/notes/", notes.notes, name="notes"),
    path("<int:round_id>/notes/export/", notes.export, name="notes-export"),
    path("notes/<int:note>/carry/", notes.carry, name="note-carry"),
    path("notes/<int:note>/change/", notes.change_note, name="note-change"),
]
