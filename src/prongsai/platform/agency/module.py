"""The card of the agency's own room."""

from django.utils.translation import gettext_noop

from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

ARCHIVE = "kept with the personnel papers of the office; removed by decision under the archive rules, never by itself"

MODULE = Module(
    key="agency",
    title=gettext_noop("Agency"),
    records=(
        NoPersonalData("agency.Agency", because="the name and office address of a public agency"),
        NoPersonalData("agency.Unit", because="a part of a public agency"),
        NoPersonalData("agency.Post", because="a place in a public agency, whoever holds it"),
        PersonalRecord(
            "agency.Person",
            ("prefix", "given_name", "family_name", "email", "employment", "since", "left"),
            purpose="who does the work of the agency, and is answerable for it",
            ground="public task of the agency (s. 24 (4))",
            until=ARCHIVE,
        ),
        PersonalRecord(
            "agency.Holding",
            ("person",),
            purpose="who held which post when, and so who might approve what",
            ground="public task of the agency (s. 24 (4))",
            until=ARCHIVE,
        ),
    ),
)
